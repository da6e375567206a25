"""Downloads that a handler offers: each has an address, valid for one session and some time."""

import os
import secrets
import threading
import time
from collections.abc import AsyncIterable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import Response

from ..files.errors import FileError
from ..files.names import legal_name
from .archives import Zip, ZipDownload
from .generated import BytesDownload, Chunks, GeneratedDownload
from .responses import FileDownload

KEEP = 3600.0
"""Seconds for which an address is valid."""

MOST = 1000
"""Addresses at a time; the oldest are dropped."""

MOST_BYTES = 1 << 30
"""Bytes in memory of all offers together; the oldest are dropped, but never the newest one."""

_CONTENTS = (Zip, bytes, Iterable, AsyncIterable)
_NO_CHUNKS = (Mapping, bytearray, memoryview)  # their items are neither bytes nor text

Content = bytes | str | os.PathLike[str] | Zip | Chunks
"""Bytes, the path of a file (also as text), files as ZIP, or a generator of bytes or text."""


def download(content: Content, name: str | None = None) -> Response:
    """A response that the browser saves as a file; request functions may return it.

    Args:
        content: bytes, the path of a file, a `Zip`, or a generator of bytes or text, whose next
            item is requested when the last one was sent.
        name: the file's name; required for bytes and generators.

    Raises:
        FileError: the file does not exist, or needs a name.
        TypeError: the content is of another type.
    """
    check(content, name)
    if isinstance(content, str | os.PathLike):
        return FileDownload(content, name=legal_name(name or Path(content).name))
    if isinstance(content, Zip):
        return ZipDownload(content, legal_name(name or "files.zip"))
    if isinstance(content, bytes):
        return BytesDownload(content, legal_name(str(name)))
    return GeneratedDownload(content, legal_name(str(name)))


def check(content: Content, name: str | None) -> None:
    """Raise FileError or TypeError if the content cannot be downloaded."""
    if isinstance(content, str | os.PathLike):
        if not os.path.isfile(content):  # also takes texts too long for a path; Path refuses them
            hint = " Text is a path; content is bytes: text.encode()." * isinstance(content, str)
            raise FileError(
                f"{shortened(content)} cannot be downloaded: there is no such file.{hint}"
            )
    elif isinstance(content, _NO_CHUNKS) or not isinstance(content, _CONTENTS):
        raise TypeError(
            f"{shortened(content)} cannot be downloaded. Make bytes of it, such as "
            "json.dumps(...).encode(), or pass the path of a file, a Zip, or a generator of bytes "
            "or text."
        )
    elif name is None and not isinstance(content, Zip):
        raise FileError("A download of bytes needs a name: download(content, name='report.csv').")


def shortened(content: object) -> str:
    """The content as messages show it."""
    text = repr(str(content) if isinstance(content, os.PathLike) else content)
    return text if len(text) <= 100 else f"{text[:100]}…"


@dataclass(frozen=True)
class _Offer:
    session_id: str
    content: Content
    name: str | None
    until: float

    @property
    def size(self) -> int:
        """Its bytes in memory."""
        return len(self.content) if isinstance(self.content, bytes) else 0


class Offers:
    """The downloads that handlers have offered, by unguessable token. Any thread may call it."""

    def __init__(self) -> None:
        self._offers: dict[str, _Offer] = {}
        self._bytes = 0
        self._changing = threading.Lock()

    def __len__(self) -> int:
        return len(self._offers)

    def add(self, session_id: str, content: Content, name: str | None) -> str:
        """Add an offer; its token. Raises as `check` does."""
        check(content, name)
        token = secrets.token_urlsafe(16)
        offer = _Offer(session_id, content, name, time.monotonic() + KEEP)
        with self._changing:
            self._offers[token] = offer
            self._bytes += offer.size
            self._sweep()
        return token

    def sweep(self) -> None:
        """Drop offers that have expired."""
        with self._changing:
            self._sweep()

    def response(self, session_id: str, token: str) -> Response | None:
        """The response for an offer of this session; None if there is no such offer.

        A generator can be sent once.
        """
        with self._changing:
            self._sweep()
            offer = self._offers.get(token)
            if offer is None or offer.session_id != session_id:
                return None
            if _is_generator(offer.content):
                self._remove(token)
        return download(offer.content, offer.name)

    def _sweep(self) -> None:
        now = time.monotonic()
        for token, offer in list(self._offers.items()):  # oldest first
            is_newest = len(self._offers) == 1
            is_full = len(self._offers) > MOST or (self._bytes > MOST_BYTES and not is_newest)
            if offer.until >= now and not is_full:
                return
            self._remove(token)

    def _remove(self, token: str) -> None:
        self._bytes -= self._offers.pop(token).size


def _is_generator(content: Content) -> bool:
    return not isinstance(content, str | os.PathLike | Zip | bytes)
