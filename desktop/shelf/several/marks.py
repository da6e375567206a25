"""Marks: what is known of the shelves of a session besides their files.

They are in one file, which is written whole or not at all. Without it no file is missing: shelves
have no colour, none is archived, and they are in the order of the alphabet.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Sequence
from typing import Any

import core as jp

log = logging.getLogger("satchel.desktop.shelf")

MOST_BYTES = 1 << 20

COLOURS = {
    "red": "light-dark(#d13438, #ff8a8a)",
    "orange": "light-dark(#c2570c, #ffb073)",
    "yellow": "light-dark(#b08a00, #ffd95e)",
    "green": "light-dark(#16803c, #4cc38a)",
    "blue": "light-dark(#2563eb, #6ea0ff)",
    "purple": "light-dark(#7c3aed, #b79bff)",
    "grey": "light-dark(#5d667a, #98a2b3)",
}
"""The colours that a shelf can have, as CSS."""

_writing = threading.Lock()


class Marks:
    """The marks of one session. All methods block.

    Args:
        session_id: of that session.
    """

    def __init__(self, session_id: str) -> None:
        self._name = f"{session_id}.json"

    def of(self, shelf: str) -> dict[str, Any]:
        """The marks of a shelf: "color", "archived"; of "" also "left", if it is in use no more."""
        found = self._read().get("shelves")
        marks = found.get(shelf) if isinstance(found, dict) else None
        return marks if isinstance(marks, dict) else {}

    def set(self, shelf: str, **marks: Any) -> None:
        """Mark a shelf; a mark of None is removed. OSError if it cannot be written."""
        with _writing:
            known = self._read()
            shelves = known.get("shelves")
            shelves = dict(shelves) if isinstance(shelves, dict) else {}
            before = shelves.get(shelf)
            now = (before if isinstance(before, dict) else {}) | marks
            shelves[shelf] = {name: value for name, value in now.items() if value is not None}
            self._write(known | {"shelves": shelves})

    def order(self) -> list[str]:
        """The shelves in the order into which people brought them; others have no place yet."""
        found = self._read().get("order")
        return [key for key in found if isinstance(key, str)] if isinstance(found, list) else []

    def sort(self, shelves: Sequence[str]) -> None:
        """Keep an order; those that are not in it follow. OSError if it cannot be written."""
        with _writing:
            rest = [shelf for shelf in self.order() if shelf not in shelves]
            self._write(self._read() | {"order": [*shelves, *rest]})

    def rename(self, shelf: str, new: str) -> None:
        """A shelf has another name: its marks go with it. OSError if it cannot be written."""
        if shelf in (order := self.order()):
            self.sort([new if each == shelf else each for each in order if each != new])
        self.set(new, **({"color": None, "archived": None} | self.of(shelf)))
        self.set(shelf, color=None, archived=None)

    def _folder(self) -> jp.SessionFolder:
        return jp.SessionFolder(jp.app.data_folder / "shelves")

    def _read(self) -> dict[str, Any]:
        try:
            path = self._folder().path(self._name)
            with path.open("rb") as file:
                found = json.loads(file.read(MOST_BYTES))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            log.error("Shelves have no colours, because %s cannot be read: %s", self._name, error)
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, known: dict[str, Any]) -> None:
        text = json.dumps(known, ensure_ascii=True)
        self._folder().write(self._name, text, replace=True)
