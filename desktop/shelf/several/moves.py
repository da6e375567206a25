"""Moves of files from one shelf to another: dropped on its entry, or chosen in the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

import core as jp
from core import kit
from core.files.relocation import Copies, Relocation, copy_all
from desktop.shelf.several import open_pages, wording
from desktop.shelf.several.shelves import Shelves


class Undo(Protocol):
    """What `kit.Files.offer_undo` takes."""

    to_trash: bool
    is_lasting: bool

    def restore(self) -> list[str]:
        """Undo it; the names of the files that are back."""

    def discard(self) -> None:
        """It can no longer be undone."""


class Moves:
    """Moves and copies files to the shelves of a session, from the page of one of them.

    Args:
        session_id: of that session.
        shelves: its shelves.
        files: the list of files of the page.
    """

    def __init__(
        self,
        session_id: str,
        shelves: Shelves,
        files: Callable[[], kit.Files],
    ) -> None:
        self._session_id = session_id
        self._shelves = shelves
        self._files = files

    def drop(self, key: str, msg: jp.Msg) -> None:
        """Move what was dropped on a shelf's entry there, or copy it. It blocks."""
        for source, names in self._places(msg.files).items():
            if source != key:
                self.move(source, names, key, bool(msg.copies), msg)

    def move(self, source: str, names: Sequence[str], key: str, is_copy: bool, msg: jp.Msg) -> None:
        """Move or copy files between shelves, and offer to undo it. It blocks."""
        shelf = self._shelves.find(key)
        if shelf is None:
            msg.page.notify(wording.shelf_is_gone(wording.shelf_name(key)), kind="bad")
            return
        here, there = self._shelves.folder(source), self._shelves.folder(key)
        if is_copy:
            done, problems = copy_all(here, there, names)
            undo: Undo = Copies(there, done)
        else:
            undo = moves = Relocation(here, there)
            problems = moves.add_all(names)
            done = list(moves.names)
        if done:
            text = wording.moved([name.rpartition("/")[2] for name in done], shelf.label, is_copy)
            self._files().offer_undo(msg.page, text, undo)
        if problems:
            text = wording.not_moved(problems, len(names), shelf.label)
            msg.page.notify(text, kind="bad")
        self._files().refresh()
        open_pages.show_shelves(self._session_id)

    def _places(self, files: Iterable[Any]) -> dict[str, list[str]]:
        """The shelves of files, and their names there."""
        found: dict[str, list[str]] = {}
        for file in files:
            place = ("", file.path) if isinstance(file, jp.Entry) else self._place(Path(file))
            if place is not None:
                found.setdefault(place[0], []).append(place[1])
        return found

    def _place(self, path: Path) -> tuple[str, str] | None:
        for shelf in self._shelves.all():
            folder = self._shelves.folder(shelf.key).folder
            if path.is_relative_to(folder) and path != folder:
                return shelf.key, path.relative_to(folder).as_posix()
        return None
