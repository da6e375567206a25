"""Removals that can be undone: the files are hidden beside where they were until that is settled.

Nothing is copied: each file is renamed into a hidden folder in its own folder. If the program is
killed meanwhile, the files stay hidden, and `cleanup` deletes them after two days.
"""

from __future__ import annotations

import logging
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from . import disk, moves
from .folder_names import FolderNames
from .openat import OpenFolder, opened, opened_inside

log = logging.getLogger(__name__)

HIDDEN_NAME = re.compile(r"\.[0-9a-f]{16}\.(removed|trashing)")
"""The names of the hidden folders; the files in the latter are on their way to the trash."""

Back = Callable[[str, OpenFolder, str], None]
"""Moves a removed file, named by its path, into an open folder under a free name."""

Find = Callable[[str], AbstractContextManager[tuple[OpenFolder, str]]]
"""Opens the folder of a file, given its path below the session's; raises FileNotFoundError."""


class Removal:
    """Files that were removed together, and can be put back until they are deleted.

    Args:
        folder: the session's.
        find: finds the files in it.
        keeps_folders: folders that become empty stay.

    Attributes:
        names: the removed files (`name` or `folder/name`).
        to_trash: whether they go to the trash of the system.
        is_lasting: whether they can be put back for as long as the trash has them.
    """

    to_trash = False
    _ending = "removed"
    is_lasting = False

    def __init__(self, folder: Path, find: Find, keeps_folders: bool = False) -> None:
        self.keeps_folders = keeps_folders
        self.names: list[str] = []
        self._restored: list[str] = []
        self._folder = folder
        self._find = find
        self._hidden = f".{secrets.token_hex(8)}.{self._ending}"
        self._parents: dict[tuple[str, ...], None] = {}  # in order, each once

    def add(self, name: str) -> None:
        """Remove the file `name` (or `folder/name`); FileNotFoundError if it is missing. Blocks."""
        with self._find(name) as (inside, last):
            with suppress(FileExistsError):
                inside.call(os.mkdir, self._hidden, 0o700)
            self._parents[tuple(name.split("/")[:-1])] = None
            with opened_inside(inside, self._hidden) as hidden:
                _move(inside, last, hidden, last)
        self.names.append(name)

    def add_all(self, names: Iterable[str]) -> list[OSError]:
        """Remove files; what went wrong with some of them, which stay where they are. Blocks."""
        problems: list[OSError] = []
        for name in names:
            try:
                self.add(name)
            except OSError as error:
                problems.append(error)
        return problems

    def restore(self) -> list[str]:
        """Put the files back; return the names that they have now. Blocks.

        A name that is taken meanwhile gets a number: `a (2).jpg`.

        Raises:
            OSError: those that are still in `names` could not be put back, for this reason. They
                stay hidden, and another call tries again.
        """
        problems: list[OSError] = []
        for parts in self._parents:
            here = [name for name in self.names if tuple(name.split("/")[:-1]) == parts]
            if here:
                self._restore(parts, here, problems)
        if problems:
            raise problems[0]
        self.discard()
        return self._restored

    def discard(self) -> None:
        """Delete the files, and their folders that become empty. Blocks."""
        for parts in self._parents:
            self._delete_hidden(parts)
            self._tidy(parts)
        self._parents.clear()
        self.names.clear()

    def _restore(self, parts: Sequence[str], removed: list[str], problems: list[OSError]) -> None:
        """Put back what was removed from one folder, as far as that is possible."""
        back: set[str] = set()
        try:
            with self._coming_back(parts) as move, opened(self._folder, parts) as inside:
                names = FolderNames.of(inside.path)
                with names.lock:
                    names.read()
                    for name in removed:
                        last = name.rpartition("/")[2]
                        try:
                            with names.taken(last) as free:
                                move(name, inside, free)
                        except OSError as error:
                            problems.append(error)
                            continue
                        back.add(name)
                        self._restored.append("/".join([*parts, free]))
            disk.try_to_sync(inside.path)
        except OSError as error:
            problems.append(error)
        self.names = [name for name in self.names if name not in back]

    @contextmanager
    def _coming_back(self, parts: Sequence[str]) -> Iterator[Back]:
        """What moves the files back that were removed from a folder."""
        with opened(self._folder, [*parts, self._hidden]) as hidden:
            yield lambda name, inside, free: _move(hidden, name.rpartition("/")[2], inside, free)

    def _tidy(self, parts: Sequence[str]) -> None:
        if not self.keeps_folders:
            remove_empty(self._folder, parts)

    def _delete_hidden(self, parts: Sequence[str]) -> None:
        folder = self._folder.joinpath(*parts)
        try:
            with opened(self._folder, parts):  # no symlink on the way
                disk.patiently(shutil.rmtree, folder / self._hidden)
        except FileNotFoundError:
            return
        except OSError as error:
            log.error("Removed files in %s could not be deleted: %s", folder, error)


def _move(source: OpenFolder, name: str, target: OpenFolder, free: str) -> None:
    """Rename a file from one open folder into another; FileExistsError if the name is taken."""
    moves.move_new(source.path / name, target.path / free, source.descriptor, target.descriptor)


def remove_empty(top: Path, parts: Sequence[str]) -> None:
    """Remove the folder that the parts lead to from `top`, and those around it, while empty."""
    for end in range(len(parts), 0, -1):
        try:
            with opened(top, parts[: end - 1]) as parent:
                parent.call(os.rmdir, parts[end - 1])
        except OSError:  # it is not empty, or no longer there
            return
