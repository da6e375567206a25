"""Work inside a folder through its descriptor, as openat(2) does.

A symlink that appears there meanwhile cannot lead out of it. The folder itself must not be a
symlink; the path to it may contain some. On systems without these calls (Windows), each step is
checked before it is taken.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import disk

BY_DESCRIPTOR = {
    os.open,
    os.stat,
    os.mkdir,
    os.unlink,
    os.rmdir,
    os.rename,
    os.link,
} <= os.supports_dir_fd and {os.scandir, os.listdir} <= os.supports_fd
"""Whether the system works with the descriptors of folders."""

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)


@dataclass(frozen=True)
class OpenFolder:
    """A folder that is open: its path, and its descriptor (None where the system has none)."""

    path: Path
    descriptor: int | None

    def call(self, function: Callable[..., Any], name: str, *arguments: Any, **options: Any) -> Any:
        """Call a function of `os` for a name in the folder."""
        if self.descriptor is None:
            return function(self.path / name, *arguments, **options)
        return function(name, *arguments, dir_fd=self.descriptor, **options)

    def stat(self, name: str) -> os.stat_result:
        """The status of a name in the folder; symlinks are not followed."""
        found: os.stat_result = self.call(os.stat, name, follow_symlinks=False)
        return found

    def scan(self) -> list[os.DirEntry[str]]:
        """The entries of the folder."""
        with os.scandir(self.path if self.descriptor is None else self.descriptor) as found:
            return list(found)

    def status(self, item: os.DirEntry[str]) -> os.stat_result:
        """The status of an entry, as `stat` has it. Windows' lists lack the place on the disk, and
        size and time in them may be old.
        """
        return self.stat(item.name) if self.descriptor is None else item.stat(follow_symlinks=False)

    def names(self) -> list[str]:
        """The names in the folder."""
        return os.listdir(self.path if self.descriptor is None else self.descriptor)


@contextmanager
def opened(
    folder: Path, parts: Sequence[str] = (), *, follow: bool = False
) -> Iterator[OpenFolder]:
    """The folder that the parts lead to from `folder`; OSError where one is a symlink.

    Args:
        follow: whether `folder` itself may be a symlink.
    """
    path = folder.joinpath(*parts)
    if not BY_DESCRIPTOR:
        yield OpenFolder(_checked(folder.resolve() if follow else folder, parts), None)
        return
    descriptor = os.open(folder, _FOLDER if follow else _FOLDER | disk.NO_FOLLOW)
    try:
        for part in parts:
            inner = os.open(part, _FOLDER | disk.NO_FOLLOW, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        with disk.stale_is_missing(path):
            yield OpenFolder(path, descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def opened_inside(folder: OpenFolder, name: str) -> Iterator[OpenFolder]:
    """A subfolder of an open folder; OSError where it is a symlink."""
    if folder.descriptor is None:
        yield OpenFolder(_checked(folder.path, [name]), None)
        return
    descriptor = os.open(name, _FOLDER | disk.NO_FOLLOW, dir_fd=folder.descriptor)
    try:
        yield OpenFolder(folder.path / name, descriptor)
    finally:
        os.close(descriptor)


def open_file(folder: Path, path: Path, flags: int) -> int:
    """A descriptor of the file at `path`, anywhere below `folder`; OSError for a symlink."""
    *parts, name = path.relative_to(folder).parts
    with opened(folder, parts) as inside:
        if inside.descriptor is None and stat.S_ISLNK(inside.stat(name).st_mode):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
        descriptor: int = inside.call(os.open, name, flags | disk.NO_FOLLOW)
        return descriptor


def _checked(folder: Path, parts: Sequence[str]) -> Path:
    for step in ("", *parts):
        folder = folder / step
        if not stat.S_ISDIR(os.lstat(folder).st_mode):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    return folder
