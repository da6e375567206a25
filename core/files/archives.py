"""Files as one ZIP, made while it is sent: flat memory, known length, readable at any position.

Nothing is packed ("stored"), so the place of every byte is known before the first file is read,
and a broken download can be resumed. APPNOTE.TXT 6.3.10; Zip64 where a size or place needs it.
"""

import asyncio
import hashlib
import os
import stat
import struct
import time
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from . import disk
from .downloads import Download
from .errors import FileChanged, FileError
from .folders import SessionFolder
from .names import distinct_paths, safe_path
from .sources import NotSent, open_file, read_at

_UTF8_NAMES = 1 << 11
_SIZES_AFTER_CONTENT = 1 << 3
_FLAGS = _UTF8_NAMES | _SIZES_AFTER_CONTENT
_LARGE = 0xFFFFFFFF
_ZIP64 = 45  # version needed to extract
_PLAIN = 20
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3 << 8


@dataclass(frozen=True)
class Member:
    """A file of the archive, as it was when the archive was laid out."""

    name: bytes
    path: Path
    size: int
    inode: int
    modified_ns: int

    @property
    def is_large(self) -> bool:
        """Whether its size needs Zip64."""
        return self.size >= _LARGE


@dataclass(frozen=True)
class _Piece:
    """A part of the archive: what stands there is read from `content`."""

    start: int
    size: int
    kind: str  # "head", "file", "sizes" or "directory"
    member: Member | None = None


class Archive:
    """A ZIP of files, as a `Source`.

    Args:
        files: name in the archive (with ``/`` between folders) and where the file lies.
    """

    def __init__(self, files: Iterable[tuple[str, Path]]) -> None:
        self.members = [_member(name, path) for name, path in files]
        self._places: list[int] = []
        self._pieces: list[_Piece] = []
        self.size = 0
        for member in self.members:
            self._places.append(self.size)
            self._add(len(_head(member)), "head", member)
            self._add(member.size, "file", member)
            self._add(24 if member.is_large else 16, "sizes", member)
        directory = sum(
            46 + len(member.name) + len(_zip64(member, place))
            for member, place in zip(self.members, self._places, strict=True)
        )
        self._directory_at = self.size
        self._directory_size = directory
        self._add(directory + len(self._end()), "directory")
        self._starts = [piece.start for piece in self._pieces]
        self.modified = max((m.modified_ns for m in self.members), default=0) / 1e9
        versions = [(m.name, m.size, m.inode, m.modified_ns) for m in self.members]
        self.etag = f'"{hashlib.sha256(repr(versions).encode()).hexdigest()[:32]}"'

    async def read(self, position: int, size: int) -> bytes:
        """The bytes at a position."""
        return await asyncio.shield(disk.in_thread(self.read_now, position, size))

    def close(self) -> None:
        """Nothing stays open between two reads."""

    def read_now(self, position: int, size: int) -> bytes:
        """The bytes at a position. Blocks."""
        blocks = []
        index = bisect_right(self._starts, position) - 1
        while size and index < len(self._pieces):
            piece = self._pieces[index]
            start = position - piece.start
            count = min(size, piece.size - start)
            blocks.append(self._content(piece, start, count))
            position, size, index = position + count, size - count, index + 1
        return b"".join(blocks)

    def _add(self, size: int, kind: str, member: Member | None = None) -> None:
        self._pieces.append(_Piece(self.size, size, kind, member))
        self.size += size

    def _content(self, piece: _Piece, start: int, count: int) -> bytes:
        member = piece.member
        if member is None:
            return self._directory()[start : start + count]
        if piece.kind == "head":
            return _head(member)[start : start + count]
        if piece.kind == "sizes":
            return _sizes(member)[start : start + count]
        return _read(member, start, count)

    def _directory(self) -> bytes:
        entries = map(_entry, self.members, self._places)
        return b"".join(entries) + self._end()

    def _end(self) -> bytes:
        count, size, at = len(self.members), self._directory_size, self._directory_at
        plain = struct.pack(
            "<4s4H2LH", b"PK\5\6", 0, 0, *[min(count, 0xFFFF)] * 2,
            min(size, _LARGE), min(at, _LARGE), 0,
        )  # fmt: skip
        if count < 0xFFFF and size < _LARGE and at < _LARGE:
            return plain
        record = struct.pack(
            "<4sQ2H2L4Q", b"PK\6\6", 44, _UNIX | _ZIP64, _ZIP64, 0, 0, count, count, size, at
        )
        return record + struct.pack("<4sLQL", b"PK\6\7", 0, at + size, 1) + plain


class Zip:
    """Files to be downloaded as one ZIP, which is made while it is sent.

    Args:
        files: paths of files, pairs of a name in the archive (with ``/`` between folders) and a
            path, or the folder of a session, whose subfolders are kept.

    A name that is taken in its folder of the archive gets a number. A symlink, folder or device
    among them is an error before anything is sent.
    """

    def __init__(
        self, files: SessionFolder | Iterable[str | os.PathLike[str] | tuple[str, Path]]
    ) -> None:
        if isinstance(files, SessionFolder):
            pairs = [(safe_path(each.path), files.folder / each.path) for each in files.list()]
        else:
            pairs = [each if isinstance(each, tuple) else _named(each) for each in files]
        names = distinct_paths([name for name, _ in pairs])
        self.files = [(name, path) for name, (_, path) in zip(names, pairs, strict=True)]


def _named(path: str | os.PathLike[str]) -> tuple[str, Path]:
    return Path(path).name, Path(path)


class ArchiveDownload(Download):
    """An answer with files as one ZIP; the rest is as for any download."""

    def __init__(
        self,
        files: Iterable[tuple[str, Path]],
        name: str,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self._files = list(files)
        super().__init__(name, media_type="application/zip", headers=headers)

    async def source(self) -> Archive:
        try:
            return await disk.in_thread(Archive, self._files)
        except FileError as error:
            raise NotSent(404, str(error)) from error


def _member(name: str, path: Path) -> Member:
    try:
        found = os.lstat(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileError(f"{name!r} cannot be put into the archive: {reason}.") from error
    if not stat.S_ISREG(found.st_mode):
        raise FileError(f"{name!r} cannot be put into the archive: {path} is {_kind(found)}.")
    encoded = name.encode(errors="replace")
    if len(encoded) > 0xFFFF:
        raise FileError(f"{name[:80]!r} is too long a name for an archive.")
    return Member(encoded, path, found.st_size, found.st_ino, found.st_mtime_ns)


def _kind(found: os.stat_result) -> str:
    if stat.S_ISLNK(found.st_mode):
        return "a symbolic link. Give what it leads to"
    return "a folder. Give its files" if stat.S_ISDIR(found.st_mode) else "a device, not a file"


def _dos_time(member: Member) -> tuple[int, int]:
    year, month, day, hour, minute, second, *_ = time.localtime(member.modified_ns // 10**9)
    if year < 1980:
        return 0, 1 << 5 | 1
    return hour << 11 | minute << 5 | second // 2, min(year - 1980, 127) << 9 | month << 5 | day


def _head(member: Member) -> bytes:
    """What stands before a file; its sizes and checksum come after it."""
    extra = struct.pack("<2H2Q", 1, 16, 0, 0) if member.is_large else b""
    version = _ZIP64 if member.is_large else _PLAIN
    sizes = (_LARGE, _LARGE) if member.is_large else (0, 0)
    return (
        struct.pack(
            "<4s5H3L2H",
            b"PK\3\4",
            version,
            _FLAGS,
            0,
            *_dos_time(member),
            0,
            *sizes,
            len(member.name),
            len(extra),
        )  # fmt: skip
        + member.name
        + extra
    )


def _sizes(member: Member) -> bytes:
    """What stands after a file."""
    numbers = "2Q" if member.is_large else "2L"
    return struct.pack(f"<4sL{numbers}", b"PK\7\x08", _checksum(member), *[member.size] * 2)


def _zip64(member: Member, place: int) -> bytes:
    """The extra field of a directory entry whose numbers do not fit."""
    numbers = [member.size] * 2 if member.is_large else []
    numbers += [place] if place >= _LARGE else []
    return struct.pack(f"<2H{len(numbers)}Q", 1, 8 * len(numbers), *numbers) if numbers else b""


def _entry(member: Member, place: int) -> bytes:
    """A line of the directory."""
    extra = _zip64(member, place)
    version = _ZIP64 if extra else _PLAIN
    size = min(member.size, _LARGE)
    return (
        struct.pack(
            "<4s6H3L5H2L",
            b"PK\1\2",
            _UNIX | version,
            version,
            _FLAGS,
            0,
            *_dos_time(member),
            _checksum(member),
            size,
            size,
            len(member.name),
            len(extra),
            0,
            0,
            0,
            _REGULAR_FILE,
            min(place, _LARGE),
        )  # fmt: skip
        + member.name
        + extra
    )


def _read(member: Member, start: int, count: int) -> bytes:
    try:
        descriptor, found = open_file(member.path)
    except NotSent as error:
        raise FileChanged(f"{member.path} was removed while it was sent.") from error
    try:
        if (found.st_ino, found.st_size, found.st_mtime_ns) != (
            member.inode,
            member.size,
            member.modified_ns,
        ):
            raise FileChanged(f"{member.path} changed while it was sent.")
        return read_at(descriptor, start, count)
    finally:
        os.close(descriptor)


@lru_cache(maxsize=4096)
def _checksum(member: Member) -> int:
    """CRC-32 of the file: read once more, unless it is known of this very version of it."""
    checksum, position = 0, 0
    while position < member.size:
        block = _read(member, position, disk.BLOCK)
        checksum = zlib.crc32(block, checksum)
        position += len(block)
        if not block:
            raise FileChanged(f"{member.path} became shorter while it was sent.")
    return checksum
