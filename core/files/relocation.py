"""Relocation: files and folders that are moved or copied to another folder together.

What is moved is renamed, whole or not at all, and never over something else: a name that is taken
gets a number. A kill at any moment leaves each file in one of the two folders.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from ..language.texts import _
from .errors import FileError, Problem
from .folder_moves import IntoItself, Renames, move, opened_plain
from .folders import make_folder
from .names import shown
from .placement import Placement
from .removal import Removal
from .session_folder import SessionFolder


class Relocation:
    """Files and folders that were moved to another folder, and can be moved back. Methods block.

    Args:
        source: where they were.
        target: where they go: to the top of it.

    Attributes:
        names: those that were moved (`name` or `folder/name`): the name in the source -> the name
            in the target.
    """

    to_trash = False
    is_lasting = True

    def __init__(self, source: SessionFolder, target: SessionFolder) -> None:
        self.names: dict[str, str] = {}
        self._source, self._target = source, target
        self._restored: list[str] = []

    def add_all(self, names: Iterable[str]) -> list[Problem]:
        """Move files and folders; what went wrong with some, which stay where they are."""
        problems: list[Problem] = []
        make_folder(self._target.folder)
        renames = Renames()
        for name in names:
            try:
                self.names[name] = _move(self._source, name, self._target, renames)
            except (OSError, FileError) as error:
                problems.append(error)
        try:
            renames.sync()
        except OSError as error:
            problems.append(error)
        return problems

    def restore(self) -> list[str]:
        """Move them back; return the names that they have now.

        Where their folder is gone, they go to the top.

        Raises:
            OSError or FileError: those that are still in `names` could not be moved back, for this
                reason.
        """
        problems: list[Problem] = []
        renames = Renames()
        for name, now in list(self.names.items()):
            folder, _slash, last = name.rpartition("/")
            if folder and not (self._source.folder / folder).is_dir():
                folder = ""
            try:
                back = _move(self._target, now, self._source, renames, folder, last)
            except (OSError, FileError) as error:
                problems.append(error)
                continue
            del self.names[name]
            self._restored.append(f"{folder}/{back}".lstrip("/"))
        renames.sync()
        if problems:
            raise problems[0]
        return self._restored

    def discard(self) -> None:
        """They stay where they are."""


class Copies:
    """Files and folders that are new in a folder: undone, they are removed. Methods block.

    Args:
        folder: the folder.
        names: those that are new (`name` or `folder/name`).
        trash: they are removed to the system's trash.
        made: the folders that were made for them, which go if nothing else is in them.

    Attributes:
        names: those that are still there.
        count: so many they were.
        removal: brings back what was removed.
    """

    to_trash = False
    is_lasting = True

    def __init__(
        self,
        folder: SessionFolder,
        names: Sequence[str],
        *,
        trash: bool = True,
        made: Iterable[str] = (),
    ) -> None:
        self.removal: Removal = folder.removal(trash=trash, folders=True)
        self._folder, self.names, self.count = folder, list(names), len(names)
        self._made = sorted(made, reverse=True)  # what is inside comes first

    def restore(self) -> list[str]:
        """Remove them; OSError: some are still in `names`, or were gone already."""
        problems = self.removal.add_all(self.names)
        self.names = [name for name in self.names if (self._folder.folder / name).exists()]
        for folder in self._made:
            with suppress(OSError):  # something else is in it
                self._folder.path(folder, folders=True).rmdir()
        if problems:
            raise problems[0]
        return []

    def discard(self) -> None:
        """They stay."""


def copy_all(
    source: SessionFolder, target: SessionFolder, names: Iterable[str]
) -> tuple[list[str], list[Problem]]:
    """Copy files, and folders with all that is in them, to the top of another folder. It blocks.

    Returns:
        The names of the copies in the target, and what went wrong with some files.
    """
    copies: list[str] = []
    problems: list[Problem] = []
    placement = Placement()
    for name in names:
        copies += _copy(source.folder / name, target, placement, problems)
    try:
        placement.sync()
    except FileError as error:
        problems.append(error)
    return copies, problems


def _copy(
    path: Path, target: SessionFolder, placement: Placement, problems: list[Problem]
) -> list[str]:
    """Copy a file or folder to the top of a folder: the name of the copy, if there is one."""
    try:
        if not path.is_dir():
            made = placement.add(target.folder, path, path.name, follow=False, copy=True)
            return [made.name]
        if target.folder.is_relative_to(path):
            raise IntoItself(_("“{name}” cannot be copied into itself.", name=shown(path.name)))
        inside = SessionFolder(path).level()
        made = target.make_folder(path.name)
    except (OSError, FileError) as error:
        problems.append(error)
        return []
    for entry in inside:
        _copy(path / entry.name, SessionFolder(made), placement, problems)
    return [made.name]


def _move(
    source: SessionFolder,
    name: str,
    target: SessionFolder,
    renames: Renames,
    folder: str = "",
    new: str = "",
) -> str:
    """Move a file or folder into a folder of another one; its name there."""
    around, _slash, last = name.rpartition("/")
    with (
        opened_plain(source.folder, around) as inside,
        opened_plain(target.folder, folder) as there,
    ):
        return move(inside, last, there, [], renames, new)
