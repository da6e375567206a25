"""Files on their way out: one descriptor, one fstat, ranges, and no chance for hostile content."""

import asyncio
import errno
import os
import stat
from collections.abc import Mapping
from email.utils import formatdate
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from . import disk
from .errors import FileChanged
from .media import guess_type
from .ranges import Part, Unsatisfiable, is_expected, is_modified, requested_part

# Opening must not wait for the other end of a pipe.
_OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

# No such name, below a file, a symlink (also a loop of them), too long, a socket or pipe.
_MISSING = {
    errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.ENXIO, errno.EINVAL,
}  # fmt: skip

# What may be shown in place. Everything else is saved: HTML, SVG, XML, PDF, scripts and the rest.
_SHOWN = {"image/avif", "image/bmp", "image/gif", "image/jpeg", "image/png", "image/webp"} | {
    "audio/flac", "audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav", "audio/x-wav", "audio/aac",
    "video/mp4", "video/ogg", "video/quicktime", "video/webm", "video/x-matroska",
}  # fmt: skip
_TEXT = {"text/plain", "text/csv", "text/markdown"}

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'"

USER_FILE_HEADERS = {
    "Content-Security-Policy": "sandbox; " + _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}
"""What keeps a file that a user sent from doing anything in our origin."""

# The browser's own player, which runs no scripts, asks for the file again: as nobody in a sandbox.
_MEDIA_HEADERS = {**USER_FILE_HEADERS, "Content-Security-Policy": _POLICY}


class FileDownload(Response):
    """A file: opened, then fstat'ed, and sent from that descriptor in reads of 1 MiB.

    Ranges, If-Range, If-None-Match, If-Modified-Since, If-Match and HEAD as in RFC 9110, with
    a strong ETag of (inode, size, time of change in ns). 404 where there is no regular file.
    A file that becomes shorter meanwhile raises FileChanged, which cuts the connection.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        name: str | None = None,
        inline: bool = False,
        media_type: str | None = None,
        headers: Mapping[str, str] | None = None,
        follow_symlinks: bool = True,
    ) -> None:
        """`name` is what the file is saved as (default: its own); `inline` shows it instead."""
        self.path = Path(path)
        self._flags = _OPEN if follow_symlinks else _OPEN | disk.NO_FOLLOW
        saved_as = self.path.name if name is None else name
        super().__init__(media_type=media_type or guess_type(saved_as), headers=headers)
        del self.headers["Content-Length"]
        # Browsers prefer a name in the header to the one in <a download="name">: what is shown by
        # default gets none of its own accord.
        bare = inline and name is None
        disposition = "inline" if bare else content_disposition(saved_as, inline=inline)
        self.headers["Content-Disposition"] = disposition
        self.headers["Accept-Ranges"] = "bytes"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            source = await Source.open(self.path, self._flags)
        except _NotSent as reason:
            await PlainTextResponse(str(reason), reason.status)(scope, receive, send)
            return
        gone = asyncio.ensure_future(_disconnected(receive))
        try:
            await self._answer(source, scope, send, gone)
        finally:
            gone.cancel()
            source.close()

    async def _answer(
        self, source: "Source", scope: Scope, send: Send, gone: asyncio.Future[None]
    ) -> None:
        part = self._prepare(Headers(scope=scope), scope["method"], source.found)
        start = {"type": "http.response.start", "status": self.status_code}
        await send({**start, "headers": self.raw_headers})
        if part is None or scope["method"] == "HEAD":
            await send({"type": "http.response.body", "body": b""})
        else:
            await self._send(source, part, send, gone)

    def _prepare(self, headers: Headers, method: str, found: os.stat_result) -> Part | None:
        """Set status and headers; the part of the file that is the body, None for no body."""
        etag = f'"{found.st_ino:x}-{found.st_size:x}-{found.st_mtime_ns:x}"'
        self.headers["ETag"] = etag
        self.headers["Last-Modified"] = formatdate(found.st_mtime, usegmt=True)
        if not is_expected(headers, etag):
            self._without_body(412)
            return None
        if not is_modified(headers, etag, found.st_mtime):
            self._without_body(304)
            return None
        try:
            part = requested_part(headers, etag, found.st_size) if method == "GET" else None
        except Unsatisfiable:
            self.headers["Content-Range"] = f"bytes */{found.st_size}"
            self._without_body(416)
            return None
        if part is not None:
            self.status_code = 206
            self.headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{found.st_size}"
        part = part or Part(0, found.st_size)
        self.headers["Content-Length"] = str(part.end - part.start)
        return part

    def _without_body(self, status: int) -> None:
        self.status_code = status
        if status != 304:
            self.headers["Content-Length"] = "0"

    async def _send(
        self, source: "Source", part: Part, send: Send, gone: asyncio.Future[None]
    ) -> None:
        position, more = part.start, True
        while more and not gone.done():
            wanted = min(disk.BLOCK, part.end - position)
            block = await source.read(position, wanted)
            if len(block) < wanted:
                raise FileChanged(f"{self.path} became shorter while it was sent.")
            position += wanted
            more = position < part.end
            await send({"type": "http.response.body", "body": block, "more_body": more})


class Source:
    """An open file and what fstat said of it; read on a thread, one read at a time."""

    def __init__(self, descriptor: int, found: os.stat_result) -> None:
        self.found = found
        self._descriptor = descriptor
        self._reading: asyncio.Future[bytes] | None = None

    @classmethod
    async def open(cls, path: Path, flags: int) -> "Source":
        return cls(*await disk.in_thread(_open, path, flags))

    async def read(self, position: int, size: int) -> bytes:
        """`size` bytes, fewer only where the file ends."""
        self._reading = disk.in_thread(_read, self._descriptor, position, size)
        return await asyncio.shield(self._reading)

    def close(self) -> None:
        """Close, after the read that a cancelled request left behind."""
        if self._reading is None or self._reading.done():
            os.close(self._descriptor)
        else:
            self._reading.add_done_callback(lambda _: os.close(self._descriptor))


class _NotSent(Exception):
    """There is nothing at the path that could be sent."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def content_disposition(name: str, *, inline: bool) -> str:
    """The header for a file of any name: RFC 6266, with RFC 8187 where it is not plain ASCII."""
    kind = "inline" if inline else "attachment"
    plain = "".join(c if " " <= c <= "~" and c not in '"\\%' else "_" for c in name)
    if plain == name:
        return f'{kind}; filename="{name}"'
    encoded = quote(name.encode(errors="replace"), safe="!#$&+-.^_`|~")
    return f"{kind}; filename=\"{plain}\"; filename*=UTF-8''{encoded}"


def user_file(path: str | os.PathLike[str], *, download: bool) -> Response:
    """A file that a user sent: shown in place only if its type can do nothing, else saved.

    An SVG still works in `<img>`, which takes no notice of Content-Disposition.
    """
    media_type = guess_type(Path(path).name)
    shown = media_type in _SHOWN or media_type in _TEXT
    is_media = media_type in _SHOWN and not media_type.startswith("image/")
    if media_type in _TEXT:
        media_type = "text/plain"  # Starlette adds the charset
    elif not shown and media_type != "image/svg+xml":
        media_type = "application/octet-stream"
    return FileDownload(
        path,
        inline=shown and not download,
        media_type=media_type,
        headers=_MEDIA_HEADERS if is_media else USER_FILE_HEADERS,
        follow_symlinks=False,
    )


async def _disconnected(receive: Receive) -> None:
    """Wait until the client has left; uvicorn would let us send to nobody for hours."""
    while (await receive())["type"] != "http.disconnect":
        pass


def _open(path: Path, flags: int) -> tuple[int, os.stat_result]:
    try:
        descriptor = os.open(path, flags)
    except PermissionError as error:
        raise _NotSent(403, f"{path.name!r} may not be read by this program.") from error
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno not in _MISSING:
            raise
        raise _NotSent(404, f"There is no file {path.name!r} here.") from error
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        raise _NotSent(404, f"{path.name!r} is not a file.")
    return descriptor, found


def _read(descriptor: int, position: int, size: int) -> bytes:
    """`size` bytes at `position`, fewer only where the file ends."""
    os.lseek(descriptor, position, os.SEEK_SET)
    blocks = []
    while size and (block := os.read(descriptor, size)):
        blocks.append(block)
        size -= len(block)
    return b"".join(blocks)
