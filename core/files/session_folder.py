"""Session folders: the files that a file manager shows are the truth; there is no index."""

import builtins
import functools
import logging
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from . import disk, folder_moves, path_limits, trash_removal
from .duplicates import Duplicate, found
from .entries import Entry, entries, is_plain, level
from .errors import FileError, NotDurable, Problem
from .folder_names import FolderNames
from .folders import make_folder
from .folders import remove_empty as remove_made
from .names import legal_name
from .openat import OpenFolder, opened
from .placement import Placement
from .removal import Removal, remove_empty
from .writing import Content, written

log = logging.getLogger(__name__)


class SessionFolder:
    """The files of one session: plain names in one folder (0700), openable by anything.

    It shows at once what other windows, programs and people add or remove there.
    """

    def __init__(self, path: Path) -> None:
        self.folder = path

    def made(self) -> "SessionFolder":
        """Itself, with its folder in place, so that programs can put files there by its path.

        A failure of the disk is only logged: existing files can still be listed, read and removed.
        """
        try:
            make_folder(self.folder)
        except OSError as error:
            log.warning("The session folder %s could not be made: %s", self.folder, error)
        return self

    # `list` is this class's own method in annotations below it.
    def list(self) -> builtins.list[Entry]:
        """The regular files, also those in subfolders, by path; names may start with a dot.

        Symlinks are left out, and what programs keep there for a while (`.~lock.a.odt#`).

        Blocks, as all of these methods do.
        """
        return entries(self.folder)

    def level(self, folder: str = "") -> builtins.list[Entry]:
        """The files and folders in one folder (`holiday/beach`; "": the top), by name.

        Raises:
            FileNotFoundError: no folder is there without symlinks or hidden names on the way.
        """
        with folder_moves.opened_plain(self.folder, folder) as inside:
            return level(inside, folder)

    def size(self) -> int:
        """The size of its files together, in bytes."""
        return sum(entry.size for entry in self.list())

    def path(self, name: str, *, folders: bool = False) -> Path:
        """The path of the file `name` (or `folder/name`).

        Args:
            folders: whether it may be a folder itself.

        Raises:
            FileNotFoundError: no regular file of a person is there, or symlinks are on the way.
        """
        with self._found(name, folders=folders) as (inside, last):
            return inside.path / last

    def add(self, source: Path, name: str, folder: str = "") -> Path:
        """Move a finished, synced file in under `name`, as the disk can hold it; return its path.

        What this system, or the disk, cannot hold in a name becomes `_` (`core.files.names`). A
        name that is taken (also in another case or normal form) gets a number: `a (2).jpg`.

        Args:
            folder: the folders to put it in, made where they are missing: `holiday/beach`.

        Raises:
            OSError: the file was not added; nothing was changed.
            NotDurable: it is in place, but the disk failed before that was durable.
        """
        placement = Placement()
        target = placement.add(self.folder, source, name, folder, follow=False)
        placement.sync()
        return target

    def write(self, name: str, content: Content, *, replace: bool = False) -> Path:
        """Write the file `name` (or `folder/name`), whole or not at all; return its path.

        Names are changed as in `add`, and missing folders are made. The file is durable when this
        returns, and nobody sees it before it is complete.

        Args:
            content: a text (stored as UTF-8), bytes, the path of a file to copy (a
                `pathlib.Path`), or a stream, which is read to its end.
            replace: whether a file of this name is replaced. By default it stays, and the new one
                gets a number: `a (2).txt`.

        Raises:
            TypeError: the content is something else.
            OSError: the file was not written; nothing was changed.
            NotDurable: it is in place, but the disk failed before that was durable.
        """
        *parts, last = name.split("/")
        placement, made = Placement(), make_folder(self.folder)
        try:
            with written(content, self.folder) as source:
                target = placement.add(
                    self.folder, source, last, "/".join(parts), follow=False, over=replace
                )
        except BaseException as error:
            if not isinstance(error, NotDurable):
                remove_made(made)
            raise
        placement.sync()
        return target

    def make_folder(self, name: str) -> Path:
        """Make the folder `name` (or `folder/name`); its path. It is durable when this returns.

        A name that is taken gets a number: `New folder (2)`. Names are changed as in `add`.

        Raises:
            FileNotFoundError: the folder around it is missing.
        """
        around, _, last = name.rpartition("/")
        if not around:
            make_folder(self.folder)
        with folder_moves.opened_plain(self.folder, around) as inside:
            return inside.path / folder_moves.new_folder(inside, legal_name(last))

    def move(self, name: str, folder: str) -> Path:
        """Move the file or folder `name` (or `folder/name`) into another folder; its new path.

        A name that is taken there gets a number: `a (2).jpg`. Nothing is ever replaced. It is
        durable when this returns, and in one of its two places at any moment.

        Args:
            folder: `holiday/beach`, which must exist; "" is the top.

        Raises:
            FileNotFoundError: the file, or the folder, is missing.
            OSError: a folder is to be moved into itself, or the disk refuses.
        """
        renames = folder_moves.Renames()
        moved = self._move(name, folder, renames)
        renames.sync()
        return moved

    def move_all(self, wanted: Mapping[str, str]) -> tuple[dict[str, Path], builtins.list[Problem]]:
        """Move many files and folders, each as `move` does; each folder is synced once.

        Args:
            wanted: name -> the folder to move it into.

        Returns:
            The new paths of those that were moved, and what went wrong with some of them.
        """
        moved: dict[str, Path] = {}
        problems: builtins.list[Problem] = []
        renames = folder_moves.Renames()
        for name, folder in wanted.items():
            try:
                moved[name] = self._move(name, folder, renames)
            except (OSError, FileError) as error:
                problems.append(error)
        try:
            renames.sync()
        except OSError as error:
            problems.append(error)
        return moved, problems

    def _move(self, name: str, folder: str, renames: folder_moves.Renames) -> Path:
        with (
            self._found(name) as (inside, last),
            folder_moves.opened_plain(self.folder, folder) as target,
        ):
            if target.path == inside.path:
                return inside.path / last
            parts = folder.split("/") if folder else []
            return target.path / folder_moves.move(inside, last, target, parts, renames)

    def rename(self, name: str, new: str) -> Path:
        """Give the file or folder `name` (or `folder/name`) another name; its new path.

        Args:
            new: changed as in `add`.

        Raises:
            FileExistsError: the name is taken.
            UnsafeName: the path of something in the folder would be too long.
        """
        new = legal_name(new)
        with self._found(name) as (inside, last):
            new = path_limits.fitting(inside.path, new)
            if new != last:
                names = FolderNames.of(inside.path)
                with names.lock:
                    new = folder_moves.rename(inside, last, new)
                    names.add(new)
                disk.try_to_sync(inside.path)
            return inside.path / new

    def remove(self, name: str) -> None:
        """Delete the file and its folders that become empty; FileNotFoundError if it is missing."""
        with self._found(name, folders=False) as (inside, last):
            disk.patiently(inside.call, os.unlink, last)
            disk.try_to_sync(inside.path)
        remove_empty(self.folder, name.split("/")[:-1])

    def removal(self, *, trash: bool = False, folders: bool = False) -> Removal:
        """A removal of files that can be undone: `add` them, then `restore` or `discard` them.

        Args:
            trash: they go to the system's trash; without it, `discard` deletes them.
            folders: folders can be removed, too, and those that become empty stay.
        """
        find = functools.partial(self._found, folders=folders)
        if trash:
            return trash_removal.removal(self.folder, find, folders)
        return Removal(self.folder, find, folders)

    def duplicates(self, arrived: Iterable[str]) -> builtins.list[Duplicate]:
        """Which of these files have the content of another file here, by size and SHA-256.

        Empty files are no duplicates, and files that cannot be read are left out.

        Args:
            arrived: files (`name` or `folder/name`) that have just come. The others, and the first
                of several that came together, are the originals.

        Returns:
            For each duplicate its `file` and the `original`, both entries.
        """
        return found(self.list(), arrived, self.path)

    @contextmanager
    def _found(self, name: str, folders: bool = True) -> Iterator[tuple[OpenFolder, str]]:
        """The folder of the file `name`, opened, and the file's name in it.

        Args:
            folders: whether it may be a folder itself.
        """
        *parts, last = name.split("/")
        with ExitStack() as stack:
            try:
                if not all(map(is_plain, [*parts, last])):
                    raise FileNotFoundError
                inside = stack.enter_context(opened(self.folder, parts))
                mode = inside.stat(last).st_mode
                if not stat.S_ISREG(mode) and not (folders and stat.S_ISDIR(mode)):
                    raise FileNotFoundError
            except (OSError, ValueError):
                missing = f"There is no file {name!r} in this session's folder."
                raise FileNotFoundError(missing) from None
            yield inside, last
