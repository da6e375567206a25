"""Relocation: files and folders that are moved or copied to another folder together.

What is moved is renamed, whole or not at all, and never over something else: a name that is taken
gets a number. A kill at any moment leaves each file in one of the two folders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from . import folder_moves
from .errors import FileError
from .folders import make_folder
from .placement import Placement
from .session_folder import SessionFolder

Problem = OSError | FileError
"""Why a file was not moved or copied."""


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
        for name in names:
            try:
                self.names[name] = _move(self._source, name, self._target, "")
            except (OSError, FileError) as error:
                problems.append(error)
        return problems

    def restore(self) -> list[str]:
        """Move them back; return the names that they have now.

        Where their folder is gone, they go to the top.

        Raises:
            OSError: those that are still in `names` could not be moved back, for this reason.
        """
        problems: list[OSError] = []
        for name, now in list(self.names.items()):
            folder, _, last = name.rpartition("/")
            if folder and not (self._source.folder / folder).is_dir():
                folder = ""
            try:
                back = _move(self._target, now, self._source, folder, last)
            except OSError as error:
                problems.append(error)
                continue
            del self.names[name]
            self._restored.append(f"{folder}/{back}".lstrip("/"))
        if problems:
            raise problems[0]
        return self._restored

    def discard(self) -> None:
        """They stay where they are."""


def copy_all(
    source: SessionFolder, target: SessionFolder, names: Iterable[str]
) -> tuple[list[str], list[Problem]]:
    """Copy files, and all that is in folders, to the top of another folder. It blocks.

    Returns:
        The paths of the copies in the target, and what went wrong with some of them.
    """
    copies: list[str] = []
    problems: list[Problem] = []
    placement = Placement()
    for path, folder in _files(source, names):
        try:
            made = placement.add(target.folder, path, path.name, folder, follow=False, copy=True)
        except (OSError, FileError) as error:
            problems.append(error)
        else:
            copies.append(made.relative_to(target.folder).as_posix())
    try:
        placement.sync()
    except FileError as error:
        problems.append(error)
    return copies, problems


def _move(
    source: SessionFolder, name: str, target: SessionFolder, folder: str, new: str = ""
) -> str:
    """Move a file or folder into a folder of another one; its name there."""
    around, _, last = name.rpartition("/")
    with (
        folder_moves.opened_plain(source.folder, around) as inside,
        folder_moves.opened_plain(target.folder, folder) as there,
    ):
        return folder_moves.move(inside, last, there, [], new)


def _files(source: SessionFolder, names: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """The files that are meant, each with the folder that its copy goes to."""
    for name in names:
        path = source.folder / name
        if not path.is_dir():
            yield path, ""
            continue
        for entry in SessionFolder(path).list():
            yield path / entry.path, f"{path.name}/{entry.folder}".rstrip("/")
