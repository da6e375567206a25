"""Responses that send a source or a file, with the ranges and conditions of RFC 9110."""

import asyncio
import copy
import os
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from email.utils import collapse_rfc2231_value, formatdate
from pathlib import Path
from typing import Protocol, Self
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from ..files import disk
from ..files.errors import FileChanged
from ..media.types import guess_type
from .ranges import Part, Unsatisfiable, is_expected, is_modified, requested_part
from .sources import FileSource, FileUnavailable, Source

PLACE = "satchel.place"
"""Of the scope of a request that the application makes itself: a `FilePlace`."""


@dataclass
class FilePlace:
    """Where the file of a response is, for a request that needs no body if there is one."""

    path: Path | None = None
    name: str = ""


class _Headers(Protocol):
    def get(self, key: str, default: str) -> str: ...


class Download(Response, ABC):
    """A response whose body is a `Source`, read in blocks of 1 MiB.

    Ranges, If-Range, If-None-Match, If-Modified-Since, If-Match and HEAD as in RFC 9110. If the
    source becomes shorter meanwhile, FileChanged cuts the connection.

    Args:
        disposition: the header Content-Disposition.
    """

    def __init__(
        self, media_type: str, disposition: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(media_type=media_type, headers=headers)
        del self.headers["Content-Length"]
        self.headers["Content-Disposition"] = disposition
        self.headers["Accept-Ranges"] = "bytes"

    @abstractmethod
    async def source(self) -> Source:
        """Open the source; FileUnavailable if there is none."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._for_one_request()
        try:
            source = await answer.source()
        except FileUnavailable as reason:
            await PlainTextResponse(str(reason), reason.status)(scope, receive, send)
            return
        if PLACE in scope and isinstance(answer, FileDownload):
            source.close()
            scope[PLACE].path, scope[PLACE].name = answer.path, answer.name
            await Response()(scope, receive, send)
            return
        gone = asyncio.ensure_future(disconnected(receive))
        try:
            await answer._answer(source, scope, send, gone)
        finally:
            gone.cancel()
            source.close()

    def _for_one_request(self) -> Self:
        """A copy with its own status and headers, so that one download can answer many requests."""
        answer = copy.copy(self)
        answer.raw_headers = [*self.raw_headers]
        vars(answer).pop("_headers", None)  # Starlette's view of the other list
        return answer

    async def _answer(
        self, source: Source, scope: Scope, send: Send, gone: asyncio.Future[None]
    ) -> None:
        part = self._prepare(Headers(scope=scope), scope["method"], source)
        start = {"type": "http.response.start", "status": self.status_code}
        await send({**start, "headers": self.raw_headers})
        if part is None or scope["method"] == "HEAD":
            await send({"type": "http.response.body", "body": b""})
        else:
            await self._send(source, part, send, gone)

    def _prepare(self, headers: Headers, method: str, source: Source) -> Part | None:
        """Set status and headers; the part that is the body, or None for no body."""
        self.headers["ETag"] = source.etag
        self.headers["Last-Modified"] = formatdate(source.modified, usegmt=True)
        if not is_expected(headers, source.etag):
            self._without_body(412)
            return None
        if not is_modified(headers, source.etag, source.modified):
            self._without_body(304)
            return None
        try:
            part = self.requested(headers, source) if method == "GET" else None
        except Unsatisfiable:
            self.headers["Content-Range"] = f"bytes */{source.size}"
            self._without_body(416)
            return None
        if part is not None:
            self.status_code = 206
            self.headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{source.size}"
        part = part or Part(0, source.size)
        self.headers["Content-Length"] = str(part.end - part.start)
        return part

    def requested(self, headers: Mapping[str, str], source: Source) -> Part | None:
        """The part that the client requests; None for all."""
        return requested_part(headers, source.etag, source.size)

    def _without_body(self, status: int) -> None:
        self.status_code = status
        if status != 304:
            self.headers["Content-Length"] = "0"

    async def _send(
        self, source: Source, part: Part, send: Send, gone: asyncio.Future[None]
    ) -> None:
        position, more = part.start, True
        while more and not gone.done():
            wanted = min(disk.BLOCK, part.end - position)
            block = await source.read(position, wanted)
            if len(block) < wanted:
                raise FileChanged("A file became shorter while it was being sent.")
            position += wanted
            more = position < part.end
            await send({"type": "http.response.body", "body": block, "more_body": more})


class FileDownload(Download):
    """A file, with one descriptor for its status and its content.

    The ETag is made of inode, size and modification time in ns. 404 if there is no regular file.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        name: str | None = None,
        inline: bool = False,
        media_type: str | None = None,
        headers: Mapping[str, str] | None = None,
        below: Path | None = None,
    ) -> None:
        """`name` is the name under which the file is saved (default: its own).

        `inline` shows it instead. `below` is a folder from which no step may be a symlink.
        """
        self.path, self._below = Path(path), below
        saved_as = self.name = self.path.name if name is None else name
        # Browsers prefer a name in this header to the one in <a download="name">: a file that is
        # shown by default gets a name only if it was given one.
        is_bare = inline and name is None
        disposition = "inline" if is_bare else content_disposition(saved_as, inline=inline)
        super().__init__(media_type or guess_type(saved_as), disposition, headers)

    async def source(self) -> Source:
        return await FileSource.open(self.path, self._below)


def content_disposition(name: str, *, inline: bool = False) -> str:
    """The header for a file of any name: RFC 6266, with RFC 8187 if it is not plain ASCII."""
    kind = "inline" if inline else "attachment"
    plain = "".join(c if " " <= c <= "~" and c not in '"\\%' else "_" for c in name)
    if plain == name:
        return f'{kind}; filename="{name}"'
    encoded = quote(name.encode(errors="replace"), safe="!#$&+-.^_`|~")
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{encoded}"


def suggested_name(headers: _Headers) -> str:
    """The file name of Content-Disposition (RFC 6266: filename* before filename), or ""."""
    header = Message()
    header["Content-Disposition"] = headers.get("Content-Disposition", "inline")
    found = header.get_params([], "Content-Disposition")
    names = [value for name, value in found if name.lower() == "filename"]
    extended = [name for name in names if isinstance(name, tuple)]  # (charset, language, text)
    return collapse_rfc2231_value((extended or names or [""])[0])


async def disconnected(receive: Receive) -> None:
    """Wait until the client has left: uvicorn discards what is sent to it after that."""
    while (await receive())["type"] != "http.disconnect":
        pass
