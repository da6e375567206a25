"""The records of a ZIP whose files are stored as they are (APPNOTE.TXT 6.3.10).

Zip64 where a size or place needs it. Sizes and checksum stand behind the content of each file.
"""

import struct
import time
from dataclasses import dataclass
from pathlib import Path

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
    device: int
    inode: int
    modified_ns: int

    @property
    def is_large(self) -> bool:
        """Whether its size needs Zip64."""
        return self.size >= _LARGE


def _dos_time(member: Member) -> tuple[int, int]:
    year, month, day, hour, minute, second, *_ = time.localtime(member.modified_ns // 10**9)
    if year < 1980:
        return 0, 1 << 5 | 1
    return hour << 11 | minute << 5 | second // 2, min(year - 1980, 127) << 9 | month << 5 | day


def head(member: Member) -> bytes:
    """What stands before a file; its sizes and checksum come after it."""
    extra = struct.pack("<2H2Q", 1, 16, 0, 0) if member.is_large else b""
    version = _ZIP64 if member.is_large else _PLAIN
    numbers = (_LARGE, _LARGE) if member.is_large else (0, 0)
    return (
        struct.pack(
            "<4s5H3L2H",
            b"PK\3\4",
            version,
            _FLAGS,
            0,
            *_dos_time(member),
            0,
            *numbers,
            len(member.name),
            len(extra),
        )  # fmt: skip
        + member.name
        + extra
    )


def sizes(member: Member, checksum: int) -> bytes:
    """What stands after a file."""
    numbers = "2Q" if member.is_large else "2L"
    return struct.pack(f"<4sL{numbers}", b"PK\7\x08", checksum, *[member.size] * 2)


def _zip64(member: Member, place: int) -> bytes:
    """The extra field of a directory entry whose numbers do not fit."""
    numbers = [member.size] * 2 if member.is_large else []
    numbers += [place] if place >= _LARGE else []
    return struct.pack(f"<2H{len(numbers)}Q", 1, 8 * len(numbers), *numbers) if numbers else b""


def entry(member: Member, place: int, checksum: int) -> bytes:
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
            checksum,
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


def head_size(member: Member) -> int:
    """How long `head` is."""
    return 30 + len(member.name) + (20 if member.is_large else 0)


def sizes_size(member: Member) -> int:
    """How long `sizes` is."""
    return 24 if member.is_large else 16


def entry_size(member: Member, place: int) -> int:
    """How long `entry` is."""
    return 46 + len(member.name) + len(_zip64(member, place))


def end(count: int, size: int, at: int) -> bytes:
    """What stands at the end: of a directory of so many entries, its size and its place."""
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
