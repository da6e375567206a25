"""Removals to the system's trash, which can be undone."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from ..language.texts import _
from . import disk, trash
from .openat import OpenFolder, opened
from .removal import Back, Find, Removal


class TrashRemoval(Removal):
    """Files that were moved to the trash at once, and are taken out of it again."""

    to_trash = True
    is_lasting = True

    def __init__(self, folder: Path, find: Find, keeps_folders: bool = False) -> None:
        super().__init__(folder, find, keeps_folders)
        self._places: dict[str, tuple[trash.Place, os.stat_result]] = {}

    def add(self, name: str) -> None:
        """Move the file `name` (or `folder/name`) to the trash; OSError: it stays. Blocks."""
        for problem in self.add_all([name]):
            raise problem

    def add_all(self, names: Iterable[str]) -> list[OSError]:
        """Move files to the trash; their notes become durable together, before that. Blocks."""
        problems: list[OSError] = []
        noted: dict[str, trash.Place] = {}
        for name in names:
            try:
                with self._find(name) as (inside, last):
                    noted[name] = trash.note(inside, last)
            except OSError as error:
                problems.append(error)
        try:
            trash.sync(list(noted.values()))
        except OSError as error:
            for place in noted.values():
                place.forget()
            return [*problems, *[error] * len(noted)]
        for name, place in noted.items():
            try:
                self._fill(name, place)
            except OSError as error:
                place.forget()
                problems.append(error)
        self._sync([place for place, _ in self._places.values()])
        return problems

    def discard(self) -> None:
        """Leave the files in the trash."""
        self._parents.clear()
        self.names.clear()

    def _fill(self, name: str, place: trash.Place) -> None:
        parts = tuple(name.split("/")[:-1])
        with self._find(name) as (inside, last):
            try:
                self._places[name] = place, place.fill(inside, last)
            except OSError as error:
                if error.errno == errno.EXDEV:
                    raise OSError(
                        error.errno, _("its disk has no trash that can be used")
                    ) from error
                raise
        self._parents[parts] = None
        self.names.append(name)

    def _sync(self, places: Sequence[trash.Place]) -> None:
        for filled in {place.trash.folder / "files" for place in places}:
            disk.try_to_sync(filled)
        for parts in self._parents:
            disk.try_to_sync(self._folder.joinpath(*parts))
            self._tidy(parts)

    @contextmanager
    def _coming_back(self, parts: Sequence[str]) -> Iterator[Back]:
        _make(self._folder, parts)
        yield self._take_back

    def _take_back(self, name: str, inside: OpenFolder, free: str) -> None:
        place, known = self._places[name]
        place.take_back(known, inside, free)


class LateTrashRemoval(Removal):
    """Files that are hidden, and sent to the trash when their removal is no longer to be undone.

    For systems whose trash gives nothing back to programs: Windows and macOS.
    """

    to_trash = True
    _ending = "trashing"

    def discard(self) -> None:
        """Send the files to the trash, from where they were; OSError: they are there again."""
        if not self.names:
            super().discard()
            return
        folders = [name.split("/")[:-1] for name in self.names]
        for name in self.restore():
            send(self._folder / name)
        for parts in folders:
            self._tidy(parts)


def removal(folder: Path, find: Find, keeps_folders: bool = False) -> Removal:
    """A removal to the trash of this system."""
    late = sys.platform in ("win32", "darwin")
    return (LateTrashRemoval if late else TrashRemoval)(folder, find, keeps_folders)


def send(path: Path) -> None:
    """Send a file to the trash of Windows or macOS; OSError: it stays where it is."""
    from send2trash import send2trash  # Linux does without

    send2trash(str(path))


def send_all(hidden: Path) -> None:
    """Send to the trash what a killed program left in a hidden folder, and remove that."""
    for path in hidden.iterdir():
        send(path)
    hidden.rmdir()


def _make(top: Path, parts: Sequence[str]) -> None:
    """Make the folders that the parts lead to from `top`, where they are missing."""
    for end in range(len(parts)):
        with opened(top, parts[:end]) as parent, suppress(FileExistsError):
            parent.call(os.mkdir, parts[end], 0o700)
