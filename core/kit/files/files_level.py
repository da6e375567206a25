"""LevelSource: the files and folders in one folder, of which people open others."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import core as jp
from core.files.errors import Problem
from core.files.original_names import original_path
from core.files.relocation import Copies, copy_all

from .files_folder_source import FolderSource, folders_below
from .files_source import Found, Undo


class LevelSource(FolderSource):
    """What is in the open folder; while people search, also what is in the folders below it.

    Args:
        folder: in which the folders are.
        trash: files are removed to the system's trash.

    Attributes:
        place: the open folder (`holiday/beach`), "" at the top.
        is_deep: whether the folders below are listed, too.
        lost: the folder that was open and has vanished, if nobody was told; `place` is the
            innermost one around it that is there.
    """

    def __init__(self, folder: jp.SessionFolder, trash: bool = False) -> None:
        super().__init__(folder, trash)
        self.place = ""
        self.is_deep = False
        self.lost = ""

    def files(self) -> list[Found]:
        while True:
            # The stamp is older than the list: what changes in between counts as a change.
            open_folder = self.folder.folder / self.place
            inside = folders_below(open_folder) if self.is_deep else [str(open_folder)]
            self._stamp = self._stamped(inside)
            try:
                found = list(self._listed(self.place))
            except FileNotFoundError:
                if not self.place:
                    return []
                self.lost = self.lost or self.place
                self.place = self.place.rpartition("/")[0]
                continue
            return [Found.of(entry) for entry in found]

    def updated(self, before: list[Found], changed: Collection[str]) -> list[Found] | None:
        # The entry of a folder also changes with what is in it.
        folders = {path.rpartition("/")[0] for path in changed}
        folders |= {file.key for file in before if file.entry.is_folder and file.key in changed}
        is_simple = folders <= {self.place} and not self.is_deep
        return super().updated(before, changed) if is_simple else None

    def is_current(self, file: Found) -> bool:
        if not file.entry.is_folder:
            return super().is_current(file)
        try:
            return (self.folder.folder / file.key).lstat().st_mtime == file.entry.modified
        except OSError:
            return False

    def where(self, file: Found) -> str:
        return file.entry.folder.removeprefix(self.place).removeprefix("/")

    def path(self, file: Found) -> Path:
        return self.folder.path(file.key, folders=True)

    def expanded(self, file: Found) -> list[tuple[str, Path]]:
        if not file.entry.is_folder:
            return super().expanded(file)
        around = len(file.entry.folder) + 1 if file.entry.folder else 0
        below = (entry for entry in self._below(file.key) if not entry.is_folder)
        top = self.folder.folder
        return [
            (original_path(top, entry.path)[around:], self.folder.path(entry.path))
            for entry in below
        ]

    def remove(self, files: Iterable[Found]) -> tuple[Undo, list[OSError]]:
        removal = self.folder.removal(trash=self._trash, folders=True)
        return removal, removal.add_all(file.key for file in files)

    def make_folder(self, name: str) -> str:
        """Make a folder in the open one; its key."""
        made = self.folder.make_folder(f"{self.place}/{name}" if self.place else name)
        return self._key(made)

    def unmake_folder(self, key: str) -> None:
        """Remove a folder that is empty; OSError: it is not."""
        self.folder.path(key, folders=True).rmdir()

    def move(self, wanted: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
        """Move files and folders, key -> folder: their new keys, and what went wrong."""
        moved, problems = self.folder.move_all(wanted)
        return {key: self._key(path) for key, path in moved.items()}, problems

    def renamed(self, key: str, new: str) -> str:
        """Give a file or folder another name; its new key. FileExistsError if it is taken."""
        return self._key(self.folder.rename(key, new))

    def copy(self, keys: Sequence[str], folder: str) -> tuple[Copies | None, list[Problem]]:
        """Copy files and folders into another folder: what undoes it, and what went wrong."""
        path = self.folder.path(folder, folders=True) if folder else self.folder.folder
        target = jp.SessionFolder(path)
        names, problems = copy_all(self.folder, target, keys)
        return Copies(target, names, trash=self._trash) if names else None, problems

    def _key(self, path: Path) -> str:
        return path.relative_to(self.folder.folder).as_posix()

    def _listed(self, folder: str) -> Iterator[jp.Entry]:
        for entry in self.folder.level(folder):
            yield entry
            if self.is_deep and entry.is_folder:
                yield from self._below(entry.path)

    def _below(self, folder: str) -> Iterator[jp.Entry]:
        with contextlib.suppress(OSError):  # removed meanwhile, or not ours to read
            for entry in self.folder.level(folder):
                yield entry
                if entry.is_folder:
                    yield from self._below(entry.path)
