"""Copies of files, and second names for them."""

import errno
import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import disk

TEMPORARY_NAME = re.compile(r"\.[0-9a-f]{16}\.part")
"""The names of unfinished copies: hidden, beside what they will become."""

NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}
"""Errors of link() on file systems without hard links: FAT, some network and FUSE ones; Windows
answers EINVAL."""

# Errors of copy_file_range() across file systems, or on old ones.
_NO_COPY = {errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM}

# Bytes that the kernel is asked to copy in one call.
_PER_CALL = 1 << 30


def link_if_single(source: Path, target: Path) -> bool:
    """Give a file a second name; False if it already has one, or the disk has no hard links."""
    if source.stat().st_nlink != 1:
        return False
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        return False
    return True


def append_file(source: Path, target: Path, size: int) -> None:
    """Append the first `size` bytes of a file to another, 0600 if it is new; nothing is synced."""
    with source.open("rb") as reader:
        append_range(reader.fileno(), target, size)


def append_range(reader: int, target: Path, size: int, at: int = 0) -> None:
    """Append `size` bytes of an open file, from `at` on, to another file; EIO if it is shorter.

    Within the kernel where possible: copy_file_range(2) shares the blocks on btrfs and XFS.
    """
    writer = os.open(target, os.O_WRONLY | os.O_CREAT | disk.NO_FOLLOW, 0o600)
    try:
        start, copied = os.fstat(writer).st_size, 0
        while copied < size:
            wanted = min(size - copied, _PER_CALL)
            count = _copy_some(reader, writer, at + copied, start + copied, wanted)
            if count == 0:
                raise OSError(errno.EIO, "The file became shorter while it was copied")
            copied += count
    finally:
        os.close(writer)


def _copy_some(reader: int, writer: int, at: int, to: int, size: int) -> int:
    if sys.platform == "linux" and hasattr(os, "copy_file_range"):
        try:
            return os.copy_file_range(reader, writer, size, at, to)
        except OSError as error:
            if error.errno not in _NO_COPY:
                raise
    os.lseek(reader, at, os.SEEK_SET)
    os.lseek(writer, to, os.SEEK_SET)
    block = os.read(reader, min(size, disk.BLOCK))
    disk.write_all(writer, block)
    return len(block)


def temporary_copy(source: Path, folder: Path) -> Path:
    """A synced copy in `folder` under a hidden, random name, to be renamed."""
    copy = folder / f".{secrets.token_hex(8)}.part"
    try:
        append_file(source, copy, source.stat().st_size)
        disk.sync_file(copy)
    except BaseException:
        disk.discard(copy)
        raise
    return copy


@contextmanager
def copied(source: Path, folder: Path) -> Iterator[Path]:
    """A temporary copy, which is discarded if it was not renamed."""
    copy = temporary_copy(source, folder)
    try:
        yield copy
    finally:
        disk.discard(copy)
