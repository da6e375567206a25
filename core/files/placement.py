"""Placement of files in folders: each folder is listed once and synced once for all of them."""

import errno
import os
import stat
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from . import copies, folders, moves, original_names, path_limits
from .errors import NotDurable
from .folder_names import FolderNames
from .held_names import held
from .names import legal_name, legal_parts
from .openat import OpenFolder, opened

_MORE = 5
"""How often a move is tried again: FUSE may show a folder for a moment after it was removed."""


class Placement:
    """Files that are put into folders together; they are durable after `sync`."""

    def __init__(self) -> None:
        self._names: dict[Path, FolderNames] = {}
        self._unsynced: set[Path] = set()

    def add(
        self,
        folder: Path,
        source: Path,
        name: str,
        below: str = "",
        *,
        follow: bool = True,
        copy: bool = False,
        over: bool = False,
    ) -> Path:
        """Move a file in as `SessionFolder.add` does; return its path.

        Names are kept as the system allows them. If the disk refuses one, it becomes portable.

        Args:
            follow: whether `folder` may be a symlink; those below it never are.
            copy: leave the file where it is, and add a copy.
            over: replace a file that has the name.
        """
        name = legal_name(name)
        parts = legal_parts(below, name)
        name = path_limits.fitting(folder.joinpath(*parts), name)
        try:
            with _Destination(folder, parts, follow) as destination:
                return self._put(destination, source, name, copy, over)
        except OSError as error:
            plain = held([*parts, name], error)
            with _Destination(folder, plain[:-1], follow) as destination:
                target = self._put(destination, source, plain[-1], copy, over)
            if plain[-1] != name:
                original_names.keep(target, name)
            return target

    def _put(
        self, destination: "_Destination", source: Path, name: str, copy: bool, over: bool
    ) -> Path:
        """Move a file, or a copy of it, in; return its path."""
        if not copy:
            try:
                with moves.with_one_name(source) as moved:
                    return self._move(destination, moved, name, over)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
        with copies.copied(source, self._made(destination)) as copied:
            target = self._move(destination, copied, name, over)
        if not copy:
            moves.discard_original(source, target)
        return target

    def replace(self, source: Path, target: Path, *, copy: bool = False) -> Path:
        """Move a file, or a copy of it, to a path, replacing what is there; the path."""
        with copies.copied(source, target.parent) if copy else moves.with_one_name(source) as moved:
            moves.move_over(moved, target)
        self._unsynced.add(target.parent)
        return target

    def sync(self) -> None:
        """Make all of them durable; NotDurable where the disk failed."""
        failed: NotDurable | None = None
        while self._unsynced:
            folder = self._unsynced.pop()
            try:
                folders.sync(folder)
            except OSError as error:
                failed = NotDurable(folder, error)
                failed.__cause__ = error
        if failed:
            raise failed

    def _move(self, destination: "_Destination", source: Path, name: str, over: bool) -> Path:
        """Move a file in; OSError (EXDEV) if it is on another file system."""
        more = _MORE
        while True:
            folder = self._made(destination)
            try:
                names = self._names_in(folder)
                with (
                    names.lock,
                    names.taken(name, _is_file if over else _is_nothing) as free,
                    suppress(FileExistsError),
                    destination.opened(folder) as inside,
                ):
                    if over and _is_file(folder / free):
                        moves.move_over(source, folder / free, inside.descriptor)
                    else:
                        moves.move_new(source, folder / free, into=inside.descriptor)
                    self._unsynced.add(folder)
                    return folder / free
            except FileNotFoundError:  # another window emptied the folder, which removed it
                if folder.is_dir() and (more <= 0 or not os.path.lexists(source)):
                    raise  # the source is missing, or the disk cannot hold the name
                more -= 1

    def _names_in(self, folder: Path) -> FolderNames:
        if folder not in self._names:
            names = FolderNames.of(folder)
            with names.lock:
                names.read()
            self._names[folder] = names
        return self._names[folder]

    def _made(self, destination: "_Destination") -> Path:
        """The innermost folder of the destination, made where it is missing."""
        self._make(destination.folder, destination)
        with suppress(FileNotFoundError), destination.opened(destination.folder):  # not a symlink
            pass
        folder = destination.folder
        for part in destination.parts:
            folder = self._subfolder(folder, part, destination)
        return folder

    def _make(self, folder: Path, destination: "_Destination") -> None:
        destination.made += folders.make_folder(folder)
        self._unsynced.update(folders.unsynced_parents(folder))

    def _subfolder(self, folder: Path, part: str, destination: "_Destination") -> Path:
        """The folder `part` in a folder, made if missing; one in another case is the same."""
        while True:
            try:
                names = self._names_in(folder)
                with names.lock, names.taken(part, _is_folder) as free:
                    path = folder / free
                    if _is_folder(path):
                        return path
                    with suppress(FileExistsError), destination.opened(folder) as inside:
                        inside.call(os.mkdir, path.name, 0o700)
                        destination.made.append(path)
                        self._unsynced.add(folder)
                        return path
            except FileNotFoundError:  # another window emptied the folder, which removed it
                self._make(folder, destination)


class _Destination:
    """The folders that a file goes into; those made for it are removed if it is not stored."""

    def __init__(self, folder: Path, parts: list[str], follow: bool) -> None:
        self.folder, self.parts, self.follow = folder, parts, follow
        self.made: list[Path] = []

    def opened(self, inside: Path) -> AbstractContextManager[OpenFolder]:
        """One of the folders: no symlink, but for the first one where that is followed."""
        return opened(self.folder, inside.relative_to(self.folder).parts, follow=self.follow)

    def __enter__(self) -> "_Destination":
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is not None and not isinstance(error, NotDurable):
            folders.remove_empty(self.made)


def _is_folder(path: Path) -> bool:
    """Whether there is a folder at the path, and no symlink."""
    return stat.S_ISDIR(_mode(path))


def _is_file(path: Path) -> bool:
    """Whether there is a regular file at the path."""
    return stat.S_ISREG(_mode(path))


def _is_nothing(path: Path) -> bool:
    return False


def _mode(path: Path) -> int:
    try:
        return os.lstat(path).st_mode
    except (OSError, ValueError):  # missing, too long, below a file, not encodable
        return 0
