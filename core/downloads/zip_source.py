"""A ZIP of files as a `Source`: of known length, readable at any position, made while it is sent.

Nothing is compressed ("stored"), so the position of every byte is known before the first file is
read. Each byte is read once, when it is sent; `zip_checksums` explains what can be resumed.
"""

import asyncio
import hashlib
import os
import stat
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from ..executors import DOWNLOADS
from ..files.errors import FileChanged, FileError
from ..files.file_versions import version
from ..words import well_formed
from . import zip_records
from .sources import FileUnavailable, open_file, read_at
from .zip_checksums import STEP, ChecksumCache
from .zip_records import Member, descriptor_size, header_size

checksum_cache = ChecksumCache()
"""The checksums of all archives of this process."""

# Each file makes three segments of the archive: its header, its content and its descriptor.
_HEADER, _CONTENT, _DESCRIPTOR = range(3)


class ZipSource:
    """The archive.

    Args:
        files: name in the archive (with ``/`` between folders) and path of each file.
        below: a folder from which no step to a file may be a symlink.
    """

    def __init__(self, files: Iterable[tuple[str, Path]], below: Path | None = None) -> None:
        self.members = [_member(name, path) for name, path in files]
        self._below = below
        self._starts = array("Q")  # of the files' segments, the directory's entries and its end
        self._lay_out()
        self.modified = max((m.modified_ns for m in self.members), default=0) / 1e9
        versions = [(m.name, m.device, m.version) for m in self.members]
        self.etag = f'"{hashlib.sha256(repr(versions).encode()).hexdigest()[:32]}"'
        self._checksums = checksum_cache.get(self.etag, [member.size for member in self.members])
        self._running = (0, 0, 0)  # a file, an offset in it, and the checksum of the bytes before

    def _lay_out(self) -> None:
        at = 0
        for member in self.members:
            for size in (header_size(member), member.size, descriptor_size(member)):
                self._starts.append(at)
                at += size
        directory = at
        for index, member in enumerate(self.members):
            self._starts.append(at)
            at += zip_records.entry_size(member, self._starts[3 * index])
        self._starts.append(at)
        self._end = zip_records.end(len(self.members), at - directory, directory)
        self.size = at + len(self._end)

    def can_begin(self, position: int) -> bool:
        """Whether sending can begin at a position without reading much of the part before it."""
        index, segment, offset = self._find(position)
        if index >= len(self.members):
            return self._checksums.knows_all_before(len(self.members))
        if segment != _CONTENT:
            offset = 0 if segment == _HEADER else self.members[index].size
        return self._checksums.knows_all_before(index) and self._checksums.knows(index, offset)

    async def read(self, position: int, size: int) -> bytes:
        """The bytes at a position."""
        return await asyncio.shield(DOWNLOADS.begin(self.read_now, position, size))

    def close(self) -> None:
        """Nothing stays open between two reads."""

    def read_now(self, position: int, size: int) -> bytes:
        """The bytes at a position. Blocks."""
        blocks = []
        while size and position < self.size:
            block = self._read_segment(position, size)
            blocks.append(block)
            position, size = position + len(block), size - len(block)
        return b"".join(blocks)

    def _find(self, position: int) -> tuple[int, int, int]:
        """The file of a position, the segment of it, and the offset in that.

        In the directory the index goes on, so that the first entry follows the last file.
        """
        found = bisect_right(self._starts, position) - 1
        offset, count = position - self._starts[found], len(self.members)
        return (*divmod(found, 3), offset) if found < 3 * count else (found - 2 * count, 0, offset)

    def _read_segment(self, position: int, size: int) -> bytes:
        """At least one byte at a position, from one segment."""
        index, segment, offset = self._find(position)
        count = len(self.members)
        if index == 2 * count:
            record = self._end
        elif index >= count:
            entry = index - count
            place, checksum = self._starts[3 * entry], self._checksum(entry)
            record = zip_records.entry(self.members[entry], place, checksum)
        elif segment == _CONTENT:
            return self._read_content(index, offset, size)
        elif segment == _HEADER:
            record = zip_records.header(self.members[index])
        else:
            record = zip_records.descriptor(self.members[index], self._checksum(index))
        return record[offset:][:size]

    def _read_content(self, index: int, offset: int, size: int) -> bytes:
        block = self._read(index, offset, min(size, self.members[index].size - offset))
        if self._checksums.whole(index) is None:
            self._add_to_checksum(index, offset, block)
        return block

    def _read(self, index: int, start: int, count: int) -> bytes:
        """Bytes of a file; FileChanged if it is not what it was."""
        member = self.members[index]
        try:
            descriptor, found = open_file(member.path, below=self._below)
        except FileUnavailable as error:
            raise FileChanged(f"{member.path} was removed while it was being sent.") from error
        try:
            now = found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
            if now != (member.device, member.inode, member.size, member.modified_ns):
                raise FileChanged(f"{member.path} changed while it was being sent.")
            block = read_at(descriptor, start, count)
        finally:
            os.close(descriptor)
        if len(block) < count:
            raise FileChanged(f"{member.path} became shorter while it was being sent.")
        return block

    def _add_to_checksum(self, index: int, offset: int, block: bytes) -> None:
        checksum = self._checksum_before(index, offset)
        view, size = memoryview(block), self.members[index].size
        while checksum is not None and view:
            part = view[: STEP - offset % STEP]
            checksum = zlib.crc32(part, checksum)
            view, offset = view[len(part) :], offset + len(part)
            self._running = index, offset, checksum
            if offset % STEP == 0 or offset == size:
                self._checksums.note(index, offset, checksum, size)

    def _checksum_before(self, index: int, offset: int) -> int | None:
        """The checksum of a file's bytes before an offset; None if that takes too long."""
        if self._running[:2] == (index, offset):
            return self._running[2]
        return self._checksums.before(index, offset, partial(self._read, index))

    def _checksum(self, index: int) -> int:
        """The checksum of a file that was read, or that `can_begin` allowed to skip."""
        found = self._checksums.whole(index)
        if found is None:
            size = self.members[index].size
            found = self._checksum_before(index, size)
            if found is None:
                raise ValueError(f"{self.members[index].path} must be read from its beginning.")
            self._checksums.note(index, size, found, size)
        return found


def _member(name: str, path: Path) -> Member:
    try:
        found = os.lstat(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileError(f"{name!r} cannot be added to the archive: {reason}.") from error
    if not stat.S_ISREG(found.st_mode):
        raise FileError(f"{name!r} cannot be added to the archive: {path} is {_kind(found)}.")
    encoded = well_formed(name).encode()
    if len(encoded) > 0xFFFF:
        raise FileError(f"The name {name[:80]!r} is too long for an archive.")
    place = found.st_dev, found.st_ino
    return Member(encoded, path, found.st_size, *place, found.st_mtime_ns, version(found))


def _kind(found: os.stat_result) -> str:
    if stat.S_ISLNK(found.st_mode):
        return "a symbolic link. Pass the file that it leads to"
    return "a folder. Pass its files" if stat.S_ISDIR(found.st_mode) else "a device, not a file"
