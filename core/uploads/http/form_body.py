"""The body of a plain HTML form -> its fields, and its files as uploads of the engine.

Each byte of a file is written once, as it comes; nothing of a form that is not whole stays.
"""

import logging
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass, field
from email.message import Message
from typing import TypeAlias
from urllib.parse import parse_qsl

from multipart import (
    MultipartError,
    MultipartSegment,
    ParserLimitReached,
    PushMultipartParser,
    parse_options_header,
)

from ...executors import DATA_FOLDER, RENDERING
from ...language.texts import _
from ...sizes import size_text
from ..engine import Uploads
from ..errors import UploadRefused
from ..info import UploadInfo
from ..metadata import describe
from .request import UploadRequest

log = logging.getLogger(__name__)

MULTIPART = "multipart/form-data"
URLENCODED = "application/x-www-form-urlencoded"

MAX_PARTS = 1000
"""The most fields and files in one form; else 413."""

MAX_TEXT = 8 << 20
"""The most bytes of all fields together, which are held in memory; else 413."""

MAX_URLENCODED = 1 << 20
"""The most bytes of a form in one line, each of which may have to be decoded; else 413."""

MAX_HEADER, MAX_HEADERS = 8 << 10, 16
"""The longest header of a part, and the most of them; else 413."""

Event: TypeAlias = MultipartSegment | bytes | None


@dataclass
class FormParts:
    """What a form held, in its order: names of controls with their texts, and with uploads."""

    fields: list[tuple[str, str]] = field(default_factory=list)
    uploads: list[tuple[str, UploadInfo]] = field(default_factory=list)

    @property
    def received(self) -> list[UploadInfo]:
        """The uploads without the names of their controls."""
        return [upload for _, upload in self.uploads]


async def receive_form(uploads: Uploads, request: UploadRequest) -> FormParts:
    """Read a form to its end.

    Raises:
        UploadRefused: it is no form (415), not whole (400), too large (413), or the disk is full.
        ClientDisconnect: the client left.
    """
    kind, options = parse_options_header(request.header("Content-Type") or "")
    request.check_coding()
    if kind == URLENCODED:
        return FormParts(await _urlencoded(request))
    if kind != MULTIPART:
        raise UploadRefused(415, f"Send the form as {MULTIPART} or {URLENCODED}.")
    if request.header("Content-Length"):
        form = describe(request.owner, {"name": "The form"}, request.number("Content-Length"))
        await DATA_FOLDER.run(uploads.admission.check_room, form, form.size or 0)
    reading = _Reading(uploads, request.owner)
    try:
        await reading.read(_events(options.get("boundary", ""), request.stream()))
    except BaseException:
        await uploads.abandon(*reading.form.received)
        raise
    return reading.form


class _Reading:
    """One form while it comes."""

    def __init__(self, uploads: Uploads, owner: str) -> None:
        self.form = FormParts()
        self._uploads = uploads
        self._owner = owner
        self._room = MAX_TEXT

    async def read(self, events: AsyncGenerator[Event, None]) -> None:
        async for part in events:
            assert isinstance(part, MultipartSegment)
            filename = _filename(part)
            if filename is None:
                self.form.fields.append((part.name or "", await self._text(events)))
            elif filename:
                upload = await self._file(part, filename, events)
                self.form.uploads.append((part.name or "", upload))
            else:  # a file input in which nothing was chosen
                await self._text(events)

    async def _text(self, events: AsyncIterator[Event]) -> str:
        text = bytearray()
        async for data in _content(events):
            self._room -= len(data)
            if self._room < 0:
                message = _(
                    "The texts of a form can have at most {size}.", size=size_text(MAX_TEXT)
                )
                raise UploadRefused(413, message)
            text += data
        return text.decode(errors="replace")

    async def _file(
        self, part: MultipartSegment, name: str, events: AsyncIterator[Event]
    ) -> UploadInfo:
        claim = {"name": name, "type": part.content_type}
        upload = describe(self._owner, claim, None)
        await self._uploads.store_whole(upload, _content(events), None)
        return upload


def _filename(part: MultipartSegment) -> str | None:
    """The name of a file; empty if none was chosen, None for a field.

    RFC 7578 forbids ``filename*`` (RFC 8187), which counts only if a client sends nothing else.
    """
    name: str | None = part.filename
    disposition = part.header("Content-Disposition") or ""
    if name is not None or "filename*" not in disposition.lower():
        return name
    header = Message()
    header["Content-Disposition"] = disposition
    return str(header.get_filename(""))


async def _content(events: AsyncIterator[Event]) -> AsyncIterator[bytes]:
    """The bytes up to the end of the part."""
    async for data in events:
        if data is None:
            return
        assert not isinstance(data, MultipartSegment)
        yield data


async def _events(boundary: str, body: AsyncIterator[bytes]) -> AsyncGenerator[Event, None]:
    """What the parser makes of the body: a part, its bytes, None at its end, the next part."""
    try:
        with PushMultipartParser(
            boundary,
            max_header_size=MAX_HEADER,
            max_header_count=MAX_HEADERS,
            max_segment_count=MAX_PARTS,
        ) as parser:
            async for chunk in body:
                for event in parser.parse(chunk) if chunk else ():
                    yield event
    except ParserLimitReached as error:
        log.info("A form is refused: %s", error)
        raise UploadRefused(413, _("The form is too large.")) from error
    except MultipartError as error:
        log.info("A form is refused: %s", error)
        raise UploadRefused(400, _("The form did not arrive whole. Send it again.")) from error


async def _urlencoded(request: UploadRequest) -> list[tuple[str, str]]:
    text = bytearray()
    async for chunk in request.stream():
        text += chunk
        if len(text) > MAX_URLENCODED:
            raise UploadRefused(
                413, f"More than {MAX_URLENCODED:,} bytes of a form are sent as {MULTIPART}."
            )
    try:
        return await RENDERING.run(_fields, text.decode(errors="replace"))
    except ValueError:
        raise UploadRefused(
            413, _("A form can have at most {count} fields.", count=MAX_PARTS)
        ) from None


def _fields(text: str) -> list[tuple[str, str]]:
    return parse_qsl(text, keep_blank_values=True, max_num_fields=MAX_PARTS)
