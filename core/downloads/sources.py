"""Sources of downloads: bytes of known size and version, readable at any position."""

import asyncio
import errno
import os
import stat
from pathlib import Path
from typing import Protocol

from ..executors import DOWNLOADS
from ..files import disk, openat
from ..files.file_versions import version

# O_NONBLOCK: opening a pipe must not wait for its other end.
OPEN = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

# Missing, below a file, a symlink (or a loop of them), too long, a socket or pipe.
_MISSING = {
    errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.ENXIO, errno.EINVAL,
}  # fmt: skip


class FileUnavailable(Exception):
    """There is no file to send; `status` is the HTTP status for the client."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Source(Protocol):
    """Bytes to be sent.

    Attributes:
        size: in bytes.
        etag: strong: it differs for different content.
        modified: in seconds since 1970.
    """

    @property
    def size(self) -> int: ...
    @property
    def etag(self) -> str: ...
    @property
    def modified(self) -> float: ...

    async def read(self, position: int, size: int) -> bytes:
        """`size` bytes; fewer only if the content ends too early."""

    def close(self) -> None:
        """Close the file, once a read that a cancelled request left behind has ended."""


class FileSource:
    """An open file and its status; read on a thread, one read at a time."""

    def __init__(self, descriptor: int, found: os.stat_result) -> None:
        self.size = found.st_size
        self.etag = f'"{version(found)}"'
        self.modified = found.st_mtime
        self._descriptor = descriptor
        self._reading: asyncio.Future[bytes] | None = None

    @classmethod
    async def open(cls, path: Path, below: Path | None) -> "FileSource":
        """Open a regular file; with `below`, without following symlinks. Raises FileUnavailable."""
        return cls(*await DOWNLOADS.obtain(_close, open_file, path, OPEN, below))

    async def read(self, position: int, size: int) -> bytes:
        self._reading = DOWNLOADS.begin(read_at, self._descriptor, position, size)
        return await asyncio.shield(self._reading)

    def close(self) -> None:
        if self._reading is None or self._reading.done():
            os.close(self._descriptor)
        else:
            self._reading.add_done_callback(lambda _: os.close(self._descriptor))


def open_file(
    path: Path, flags: int = OPEN | disk.NO_FOLLOW, below: Path | None = None
) -> tuple[int, os.stat_result]:
    """A descriptor of a regular file, and its status; FileUnavailable otherwise. Blocks.

    Args:
        below: a folder from which no step to the file may be a symlink.
    """
    try:
        descriptor = openat.open_file(below, path, flags) if below else os.open(path, flags)
    except PermissionError as error:
        if path.is_dir():  # Windows opens no folders
            raise FileUnavailable(404, f"{path.name!r} is not a file.") from error
        raise FileUnavailable(403, f"This program may not read {path.name!r}.") from error
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno not in _MISSING:
            raise
        raise FileUnavailable(404, f"There is no file {path.name!r} here.") from error
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        raise FileUnavailable(404, f"{path.name!r} is not a file.")
    return descriptor, found


def _close(opened: tuple[int, os.stat_result]) -> None:
    os.close(opened[0])


def read_at(descriptor: int, position: int, size: int) -> bytes:
    """`size` bytes at `position`; fewer only if the file ends. Blocks."""
    os.lseek(descriptor, position, os.SEEK_SET)
    blocks = []
    while size and (block := os.read(descriptor, size)):
        blocks.append(block)
        size -= len(block)
    return b"".join(blocks)
