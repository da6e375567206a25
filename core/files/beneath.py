"""Reaching into a folder by its descriptor, so that no symlink put there meanwhile leads us out.

The folder itself must be none either; what leads to it may. Where the system has no such calls
(Windows), each step is looked at first.
"""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from . import disk

HELD = {os.open, os.stat, os.mkdir, os.unlink, os.rename, os.link} <= os.supports_dir_fd
"""Whether this system works with descriptors of folders."""

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | disk.NO_FOLLOW


@contextmanager
def held(folder: Path, parts: Sequence[str] = ()) -> Iterator[int]:
    """A descriptor of the folder to which the parts lead from `folder`; OSError for a symlink."""
    descriptor = os.open(folder, _FOLDER)
    try:
        for part in parts:
            inner = os.open(part, _FOLDER, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        yield descriptor
    finally:
        os.close(descriptor)


def open_beneath(folder: Path, path: Path, flags: int) -> int:
    """A descriptor of what lies at `path`, somewhere below `folder`; OSError for a symlink."""
    *parts, name = path.relative_to(folder).parts
    if HELD:
        with held(folder, parts) as descriptor:
            return os.open(name, flags | disk.NO_FOLLOW, dir_fd=descriptor)
    for step in (folder, *(folder.joinpath(*parts[: n + 1]) for n in range(len(parts))), path):
        if stat.S_ISLNK(os.lstat(step).st_mode):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(step))
    return os.open(path, flags)
