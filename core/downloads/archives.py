"""Files as one ZIP, made while it is sent: flat memory, known length, can be resumed.

Nothing is packed ("stored"), so the place of every byte is known before the first file is read.
Each byte is read once, when it is sent: `checksums` says how, and what can be resumed.
"""

import asyncio
import hashlib
import os
import stat
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..executors import DOWNLOADS
from ..files.distinct_names import distinct_paths
from ..files.errors import FileChanged, FileError
from ..files.names import safe_path
from ..files.session_folder import SessionFolder
from ..words import well_formed
from . import zip_records
from .checksums import STEP, Remembered
from .ranges import Part
from .responses import Download
from .sources import FileUnavailable, Source, open_file, read_at
from .zip_records import Member

_remembered = Remembered()


class Archive:
    """A ZIP of files, as a `Source`.

    Args:
        files: name in the archive (with ``/`` between folders) and where the file lies.
        below: a folder from which no step to a file may be a symlink.
    """

    def __init__(self, files: Iterable[tuple[str, Path]], below: Path | None = None) -> None:
        self.members = [_member(name, path) for name, path in files]
        self._below = below
        self._places = array("Q")  # of the files
        self._entries = array("Q")  # of their lines in the directory
        self._lay_out()
        self.modified = max((m.modified_ns for m in self.members), default=0) / 1e9
        versions = [(m.name, m.size, m.device, m.inode, m.modified_ns) for m in self.members]
        self.etag = f'"{hashlib.sha256(repr(versions).encode()).hexdigest()[:32]}"'
        self._checksums = _remembered.of(self.etag, [member.size for member in self.members])
        self._following = (0, 0, 0)  # a file, a place in it, and the checksum of what is before

    def _lay_out(self) -> None:
        at = 0
        for member in self.members:
            self._places.append(at)
            at += zip_records.head_size(member) + member.size + zip_records.sizes_size(member)
        self._directory = at
        for member, place in zip(self.members, self._places, strict=True):
            self._entries.append(at)
            at += zip_records.entry_size(member, place)
        self._end_at = at
        self._end = zip_records.end(len(self.members), at - self._directory, self._directory)
        self.size = at + len(self._end)

    def can_begin(self, position: int) -> bool:
        """Whether what is before a position needs not be read first."""
        if position >= self._directory:
            return self._checksums.knows_all_before(len(self.members))
        index = bisect_right(self._places, position) - 1
        member = self.members[index]
        inside = position - self._places[index] - zip_records.head_size(member)
        offset = min(max(inside, 0), member.size)
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
            block = self._some(position, size)
            blocks.append(block)
            position, size = position + len(block), size - len(block)
        return b"".join(blocks)

    def _some(self, position: int, size: int) -> bytes:
        """One or more of the bytes at a position: those of one record or file."""
        if position >= self._end_at:
            return self._end[position - self._end_at :][:size]
        if position >= self._directory:
            index = bisect_right(self._entries, position) - 1
            entry = zip_records.entry(
                self.members[index], self._places[index], self._checksum(index)
            )
            return entry[position - self._entries[index] :][:size]
        index = bisect_right(self._places, position) - 1
        return self._some_of_file(index, position - self._places[index], size)

    def _some_of_file(self, index: int, start: int, size: int) -> bytes:
        member = self.members[index]
        offset = start - zip_records.head_size(member)
        if offset < 0:
            return zip_records.head(member)[start:][:size]
        if offset >= member.size:
            sizes = zip_records.sizes(member, self._checksum(index))
            return sizes[offset - member.size :][:size]
        block = self._read(index, offset, min(size, member.size - offset))
        self._follow(index, offset, block)
        return block

    def _read(self, index: int, offset: int, count: int) -> bytes:
        return _read(self.members[index], offset, count, self._below)

    def _follow(self, index: int, offset: int, block: bytes) -> None:
        """Take a block of a file into its checksum."""
        if self._checksums.whole(index) is not None:
            return
        checksum = self._before(index, offset)
        view, size = memoryview(block), self.members[index].size
        while checksum is not None and view:
            part = view[: STEP - offset % STEP]
            checksum = zlib.crc32(part, checksum)
            view, offset = view[len(part) :], offset + len(part)
            self._following = index, offset, checksum
            if offset % STEP == 0 or offset == size:
                self._checksums.note(index, offset, checksum, size)

    def _before(self, index: int, offset: int) -> int | None:
        """The checksum of a file's bytes before a place in it."""
        if self._following[:2] == (index, offset):
            return self._following[2]
        return self._checksums.before(
            index, offset, lambda start, count: self._read(index, start, count)
        )

    def _checksum(self, index: int) -> int:
        """The checksum of a file that has been read, or of which `can_begin` said that it can."""
        found = self._checksums.whole(index)
        if found is None:
            size = self.members[index].size
            found = self._before(index, size)
            if found is None:
                raise ValueError(f"{self.members[index].path} must be read from its beginning.")
            self._checksums.note(index, size, found, size)
        return found


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
        self.below: Path | None = None
        if isinstance(files, SessionFolder):
            self.below = files.folder
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
        below: Path | None = None,
    ) -> None:
        """`below` is a folder from which no step to a file may be a symlink."""
        self._files, self._below = list(files), below
        super().__init__(name, media_type="application/zip", headers=headers)

    async def source(self) -> Archive:
        try:
            return await DOWNLOADS.run(Archive, self._files, self._below)
        except FileError as error:
            raise FileUnavailable(404, str(error)) from error

    def requested(self, headers: Mapping[str, str], source: Source) -> Part | None:
        """The part that is asked for; None, so all, where it would keep the client waiting."""
        part = super().requested(headers, source)
        known = part is None or not isinstance(source, Archive) or source.can_begin(part.start)
        return part if known else None


def _member(name: str, path: Path) -> Member:
    try:
        found = os.lstat(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileError(f"{name!r} cannot be put into the archive: {reason}.") from error
    if not stat.S_ISREG(found.st_mode):
        raise FileError(f"{name!r} cannot be put into the archive: {path} is {_kind(found)}.")
    encoded = well_formed(name).encode()
    if len(encoded) > 0xFFFF:
        raise FileError(f"{name[:80]!r} is too long a name for an archive.")
    return Member(encoded, path, found.st_size, found.st_dev, found.st_ino, found.st_mtime_ns)


def _kind(found: os.stat_result) -> str:
    if stat.S_ISLNK(found.st_mode):
        return "a symbolic link. Give what it leads to"
    return "a folder. Give its files" if stat.S_ISDIR(found.st_mode) else "a device, not a file"


def _read(member: Member, start: int, count: int, below: Path | None) -> bytes:
    try:
        descriptor, found = open_file(member.path, below=below)
    except FileUnavailable as error:
        raise FileChanged(f"{member.path} was removed while it was sent.") from error
    try:
        version = found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns
        if version != (member.device, member.inode, member.size, member.modified_ns):
            raise FileChanged(f"{member.path} changed while it was sent.")
        block = read_at(descriptor, start, count)
    finally:
        os.close(descriptor)
    if len(block) < count:
        raise FileChanged(f"{member.path} became shorter while it was sent.")
    return block
