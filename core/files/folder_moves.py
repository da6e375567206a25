"""Moves of files and folders into other folders of a session, new folders and new names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from ..language.texts import _
from . import disk, moves, path_limits
from .distinct_names import key
from .entries import is_plain
from .folder_names import FolderNames
from .held_names import under_held_name
from .openat import OpenFolder, opened


class IntoItself(OSError):
    """A folder cannot be moved into itself, or into a folder inside it."""


class Renames:
    """Folders in which names changed that are not durable yet: each is synced once."""

    def __init__(self) -> None:
        self._sources: set[Path] = set()
        self._targets: set[Path] = set()

    def add(self, source: Path, target: Path) -> None:
        """Something was renamed from one folder into another."""
        self._sources.add(source)
        self._targets.add(target)

    def sync(self) -> None:
        """Make the new names durable; OSError if the disk refuses.

        The new names first: a power cut between them leaves two names, rather than none.
        """
        for folder in self._targets:
            disk.sync_folder(folder)
        for folder in self._sources - self._targets:
            disk.try_to_sync(folder)


@contextmanager
def opened_plain(top: Path, path: str) -> Iterator[OpenFolder]:
    """A folder below `top`, opened.

    Raises:
        FileNotFoundError: no folder is there without symlinks or hidden names on the way.
    """
    parts = path.split("/") if path else []
    with ExitStack() as stack:
        try:
            if not all(map(is_plain, parts)):
                raise FileNotFoundError
            inside = stack.enter_context(opened(top, parts))
        except (OSError, ValueError):
            if not parts:
                raise  # what is wrong with the session's own folder
            missing = f"There is no folder {path!r} in this session's folder."
            raise FileNotFoundError(missing) from None
        yield inside


def new_folder(inside: OpenFolder, name: str) -> str:
    """Make a folder, durably; its name, with a number if `name` was taken."""
    free = _take(inside, name, lambda free: inside.call(os.mkdir, free, 0o700))
    disk.sync_folder(inside.path)
    return free


def move(
    source: OpenFolder,
    name: str,
    target: OpenFolder,
    path: Sequence[str],
    renames: Renames,
    new: str = "",
) -> str:
    """Move a file or folder into another folder; its name there, with a number if it was taken.

    It is here or there at any moment, also if the program is killed.

    Args:
        path: the folders on the way to `target`, from `source` on or from anywhere above it.
        renames: makes it durable.
        new: its name there; by default the one that it has.

    Raises:
        IntoItself: the target is the folder itself, or inside it.
        UnsafeName: the path of something in the folder would be too long.
        OSError: the disk refuses; it stays where it is.
    """
    moved = source.stat(name)
    around = [target.path, *list(target.path.parents)[: len(path)]]
    if any(os.path.samestat(os.lstat(each), moved) for each in around):
        raise IntoItself(_("“{name}” cannot be moved into itself.", name=name))

    def put(free: str) -> None:
        paths = source.path / name, target.path / free
        path_limits.check_contents(*paths)
        moves.move_new(*paths, source.descriptor, target.descriptor)

    free = _take(target, new or name, put)
    renames.add(source.path, target.path)
    return free


def _take(inside: OpenFolder, name: str, put: Callable[[str], None]) -> str:
    """Put something into a folder under a free form of a name: that form."""
    name = path_limits.fitting(inside.path, name)
    names = FolderNames.of(inside.path)

    def put_as(wanted: str) -> str:
        while True:
            with names.lock:
                names.read()
                with suppress(FileExistsError), names.taken(wanted) as free:
                    put(free)
                    return free

    return under_held_name(name, put_as)


def rename(inside: OpenFolder, old: str, new: str) -> str:
    """Give something another name, as the disk can hold it; that name.

    Raises:
        FileExistsError: it is taken.
    """
    return under_held_name(new, lambda held: _rename(inside, old, held))


def _rename(folder: OpenFolder, old: str, new: str) -> str:
    source, target, of = folder.path / old, folder.path / new, folder.descriptor
    if key(old) == key(new) and _is_found_only(folder, new):
        # Another case of the name, on a disk that ignores cases.
        names = (source, target) if of is None else (old, new)
        disk.patiently(os.rename, *names, src_dir_fd=of, dst_dir_fd=of)
        return new
    try:
        if key(new) in {key(each) for each in folder.names() if each != old}:
            raise FileExistsError
        path_limits.check_contents(source, target)
        moves.move_new(source, target, of, of)
    except FileExistsError:
        raise FileExistsError(
            _("A file named “{name}” exists already. Choose another name.", name=new)
        ) from None
    return new


def _is_found_only(folder: OpenFolder, name: str) -> bool:
    """Whether the disk finds something under a name that is not listed: it has another case.

    Inode numbers do not tell: those of exfat-fuse differ by name, and two links share theirs.
    """
    try:
        folder.stat(name)
    except OSError:
        return False
    return name not in folder.names()
