"""Versions of files and of decoders: a picture is kept under the content that it shows."""

import hashlib
import os
import stat
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ..files import disk
from ..files.file_versions import is_settled

HASHED = 32 << 20
"""Bytes at each end of a file that are hashed: all of most pictures, enough of a video."""

_DECODERS = ("Pillow", "pillow-heif", "pypdfium2", "av")


@dataclass(frozen=True)
class FileVersion:
    """A file as it is now. A write, or another file in its place, makes another version.

    Attributes:
        is_settled: false while a write may still leave all else as it is.
    """

    path: Path = field(compare=False)
    device: int
    inode: int
    size: int
    modified: int
    changed: int
    is_settled: bool = field(compare=False)


def file_version(path: Path) -> FileVersion | None:
    """The version of a regular file; None if there is none. Blocks."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    times = found.st_mtime_ns, found.st_ctime_ns
    place = path, found.st_dev, found.st_ino
    return FileVersion(*place, found.st_size, *times, is_settled(found))


def content_hash(version: FileVersion) -> str:
    """A hash of size and content, without the middle of a large file. Blocks."""
    found = hashlib.sha256(b"%d " % version.size)
    with version.path.open("rb") as file:
        for start in sorted({0, max(0, version.size - HASHED)}):
            file.seek(start)
            for _ in range(HASHED // disk.BLOCK):
                found.update(file.read(disk.BLOCK))
    return found.hexdigest()[:32]


@cache
def decoder_versions() -> str:
    """A short name for the versions of all decoders together. Blocks."""
    from importlib import metadata  # slow to import: only the first picture waits for it

    found = []
    for name in _DECODERS:
        try:
            found.append(metadata.version(name))
        except metadata.PackageNotFoundError:
            found.append("none")
    return hashlib.sha256(" ".join(found).encode()).hexdigest()[:8]
