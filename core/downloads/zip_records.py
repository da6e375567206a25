"""The records of a ZIP whose files are stored uncompressed (APPNOTE.TXT 6.3.10).

Zip64 where a size or offset needs it. Sizes and checksum follow the content of each file, in its
data descriptor.
"""

import struct
import time
from dataclasses import dataclass
from pathlib import Path

_UTF8_NAMES = 1 << 11
_DATA_DESCRIPTOR = 1 << 3
_FLAGS = _UTF8_NAMES | _DATA_DESCRIPTOR
_STORED = 0
_LARGE = 0xFFFFFFFF
_ZIP64 = 45  # version needed to extract
_PLAIN = 20
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3 << 8

_HEADER = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")


@dataclass(frozen=True)
class Member:
    """A file of the archive, as it was when the layout was made."""

    name: bytes
    path: Path
    size: int
    device: int
    inode: int
    modified_ns: int
    version: str

    @property
    def is_large(self) -> bool:
        """Whether its size needs Zip64."""
        return self.size >= _LARGE


def header(member: Member) -> bytes:
    """The local file header, before the content."""
    extra = struct.pack("<2H2Q", 1, 16, 0, 0) if member.is_large else b""
    version, size = (_ZIP64, _LARGE) if member.is_large else (_PLAIN, 0)
    fields = version, _FLAGS, _STORED, *_dos_time(member), 0, size, size
    return _HEADER.pack(b"PK\3\4", *fields, len(member.name), len(extra)) + member.name + extra


def header_size(member: Member) -> int:
    """The length of `header`."""
    return _HEADER.size + len(member.name) + (20 if member.is_large else 0)


def descriptor(member: Member, checksum: int) -> bytes:
    """The data descriptor, after the content."""
    sizes = "2Q" if member.is_large else "2L"
    return struct.pack(f"<4sL{sizes}", b"PK\7\x08", checksum, member.size, member.size)


def descriptor_size(member: Member) -> int:
    """The length of `descriptor`."""
    return 24 if member.is_large else 16


def entry(member: Member, offset: int, checksum: int) -> bytes:
    """The header in the central directory of a file at an offset."""
    extra = _zip64(member, offset)
    version, size = _ZIP64 if extra else _PLAIN, min(member.size, _LARGE)
    fields = _UNIX | version, version, _FLAGS, _STORED, *_dos_time(member), checksum, size, size
    lengths = len(member.name), len(extra), 0  # of the comment
    where = 0, 0, _REGULAR_FILE, min(offset, _LARGE)
    return _ENTRY.pack(b"PK\1\2", *fields, *lengths, *where) + member.name + extra


def entry_size(member: Member, offset: int) -> int:
    """The length of `entry`."""
    return _ENTRY.size + len(member.name) + len(_zip64(member, offset))


def end(count: int, size: int, offset: int) -> bytes:
    """The end of the central directory, which has so many entries, a size and an offset."""
    entries = min(count, 0xFFFF)
    plain = struct.pack(
        "<4s4H2LH", b"PK\5\6", 0, 0, entries, entries, min(size, _LARGE), min(offset, _LARGE), 0
    )
    if count < 0xFFFF and size < _LARGE and offset < _LARGE:
        return plain
    record = struct.pack(
        "<4sQ2H2L4Q", b"PK\6\6", 44, _UNIX | _ZIP64, _ZIP64, 0, 0, count, count, size, offset
    )
    return record + struct.pack("<4sLQL", b"PK\6\7", 0, offset + size, 1) + plain


def _zip64(member: Member, offset: int) -> bytes:
    """The extra field of an entry whose numbers do not fit."""
    numbers = [member.size] * 2 if member.is_large else []
    numbers += [offset] if offset >= _LARGE else []
    return struct.pack(f"<2H{len(numbers)}Q", 1, 8 * len(numbers), *numbers) if numbers else b""


def _dos_time(member: Member) -> tuple[int, int]:
    year, month, day, hour, minute, second, *_ = time.localtime(member.modified_ns // 10**9)
    if year < 1980:
        return 0, 1 << 5 | 1
    return hour << 11 | minute << 5 | second // 2, min(year - 1980, 127) << 9 | month << 5 | day
