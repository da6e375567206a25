"""Reaching into a folder by its descriptor, so that no symlink put there meanwhile leads us out.

The folder itself must be none either; what leads to it may. Where the system has no such calls
(Windows), each step is looked at before it is taken.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from . import disk

HELD = {
    os.open,
    os.stat,
    os.mkdir,
    os.unlink,
    os.rmdir,
    os.rename,
    os.link,
} <= os.supports_dir_fd and {os.scandir, os.listdir} <= os.supports_fd
"""Whether this system works with descriptors of folders."""

Place = int | Path
"""A folder that is held: its descriptor, or its path where the system has no such."""

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)


@contextmanager
def held(folder: Path, parts: Sequence[str] = (), *, follow: bool = False) -> Iterator[Place]:
    """The folder to which the parts lead from `folder`; OSError where one is a symlink.

    Args:
        follow: whether `folder` itself may be one.
    """
    if not HELD:
        yield _looked_at(folder.resolve() if follow else folder, parts)
        return
    descriptor = os.open(folder, _FOLDER if follow else _FOLDER | disk.NO_FOLLOW)
    try:
        for part in parts:
            inner = os.open(part, _FOLDER | disk.NO_FOLLOW, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def inside(place: Place, name: str) -> Iterator[Place]:
    """A folder in one that is held; OSError where it is a symlink."""
    if isinstance(place, Path):
        yield _looked_at(place, [name])
        return
    descriptor = os.open(name, _FOLDER | disk.NO_FOLLOW, dir_fd=place)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def at(call: Callable[..., Any], place: Place, name: str, *arguments: Any, **options: Any) -> Any:
    """Call a function of `os` for a name in a folder that is held."""
    if isinstance(place, Path):
        return call(place / name, *arguments, **options)
    return call(name, *arguments, dir_fd=place, **options)


def descriptor(place: Place) -> int | None:
    """The descriptor of a folder that is held; None where the system has no such."""
    return None if isinstance(place, Path) else place


def lstat(place: Place, name: str) -> os.stat_result:
    """What is known of a name in a folder that is held."""
    found: os.stat_result = at(os.stat, place, name, follow_symlinks=False)
    return found


def open_beneath(folder: Path, path: Path, flags: int) -> int:
    """A descriptor of what lies at `path`, somewhere below `folder`; OSError for a symlink."""
    *parts, name = path.relative_to(folder).parts
    with held(folder, parts) as place:
        if isinstance(place, Path) and stat.S_ISLNK(lstat(place, name).st_mode):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
        descriptor: int = at(os.open, place, name, flags | disk.NO_FOLLOW)
        return descriptor


def _looked_at(folder: Path, parts: Sequence[str]) -> Path:
    for step in ("", *parts):
        folder = folder / step
        if not stat.S_ISDIR(os.lstat(folder).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    return folder
