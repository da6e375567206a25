"""Shelves: the folders in which a session keeps its files, by the names that people gave them.

The first is the session's own folder, with the key "". The others are its named folders: what the
disk has is what there is.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from urllib.parse import quote
from weakref import WeakValueDictionary

import core as jp
from core.files.removal import Removal
from core.language.texts import _
from desktop.shelf.several import wording
from desktop.shelf.several.counts import Counts
from desktop.shelf.several.marks import COLOURS, Marks


def address(key: str) -> str:
    """The address of the page of a shelf."""
    return f"/?shelf={quote(key, safe='', errors='surrogateescape')}" if key else "/"


@dataclass(frozen=True)
class ShelfInfo:
    """A shelf as it was when it was looked at.

    Attributes:
        key: names it among those of its session.
        label: its name, for people.
        color: one of `COLOURS`, or "".
        is_archived: whether it is hidden from the list.
        count: the number of its files.
    """

    key: str
    label: str
    color: str
    is_archived: bool
    count: int

    @property
    def address(self) -> str:
        """The address of its page."""
        return address(self.key)


class Shelves:
    """The shelves of one session. All methods block.

    Args:
        session_id: of that session: others never see them.
    """

    def __init__(self, session_id: str) -> None:
        self._session_id = session_id
        self.marks = Marks(session_id)
        self._named = jp.app.named_folders(session_id)
        self._counts = Counts()
        self._renamed: dict[str, str] = {}
        self._changing = threading.RLock()

    def all(self) -> list[ShelfInfo]:
        """All shelves, in the order that people chose; those without a place follow by name."""
        own = self._info("")
        others = [self._info(name) for name in self._named.names()]
        has_left = self.marks.of("").get("left") is True and not own.count
        if has_left and not all(each.is_archived for each in others):
            return self._sorted(others)
        return self._sorted([own, *others])

    def _sorted(self, shelves: list[ShelfInfo]) -> list[ShelfInfo]:
        places = {key: place for place, key in enumerate(self.marks.order())}
        return sorted(shelves, key=lambda each: places.get(each.key, len(places)))

    def find(self, key: str) -> ShelfInfo | None:
        """The shelf with this key; None if there is none."""
        return next((each for each in self.all() if each.key == key), None)

    def start(self) -> ShelfInfo:
        """The shelf that people see who asked for none."""
        found = sorted(self.all(), key=lambda each: each.key != "")
        return next((each for each in found if not each.is_archived), found[0])

    def find_renamed(self, key: str) -> ShelfInfo | None:
        """The shelf that has this key, or had it before it was renamed; None if it is gone.

        Only renamings since the program started are known.
        """
        with self._changing:
            for _step in range(len(self._renamed) + 1):
                if found := self.find(key):
                    return found
                key = self._renamed.get(key, key)
            return None

    def folder(self, key: str) -> jp.SessionFolder:
        """The files of a shelf."""
        if not key:
            return jp.app.session_folder(self._session_id)
        return jp.SessionFolder(self._named.folder / key)

    def problem(self, name: str, key: str | None = None) -> str | None:
        """What is wrong with a name for a shelf, for people; None if nothing is.

        Args:
            key: of the shelf that it is for, if that exists.
        """
        if not name.strip():
            return _(wording.NO_NAME)
        taken = {each.label.casefold() for each in self.all() if each.key != key}
        return wording.name_is_taken(name) if name.strip().casefold() in taken else None

    def make(self, name: str) -> str:
        """Make a shelf; its key."""
        with self._changing:
            key = self._named.make(name)
            self.marks.set(key, color=None, archived=None)
            self._renamed.pop(key, None)
            return key

    def rename(self, key: str, name: str) -> str:
        """Give a shelf another name; its new key.

        Raises:
            FileExistsError: another one has it.
            FileNotFoundError: the shelf is gone.
        """
        with self._changing:
            new = self._named.rename(key, name) if key else self._adopt(name)
            self.marks.rename(key, new)
            self._renamed.pop(new, None)
            self._renamed[key] = new
            return new

    def removal(self, key: str) -> Removal:
        """Move a shelf with its files to the trash; what puts it back.

        Raises:
            OSError: it is still there.
        """
        with self._changing:
            name = key or self._adopt(_(wording.FIRST))
            removal = self._named.removal()
            removal.add(name)
            return removal

    def _adopt(self, name: str) -> str:
        """Make the session's own folder one of the named ones: it is in use no more."""
        given = self._named.adopt(self.folder("").folder, name)
        self.marks.set("", left=True)
        return given

    def _info(self, key: str) -> ShelfInfo:
        marks = self.marks.of(key)
        color = marks.get("color")
        return ShelfInfo(
            key,
            wording.shelf_name(key),
            color if color in COLOURS else "",
            marks.get("archived") is True,
            self._counts.of(self.folder(key).folder),
        )


_known: WeakValueDictionary[str, Shelves] = WeakValueDictionary()
_finding = threading.Lock()


def shelves_of(session_id: str) -> Shelves:
    """The shelves of a session: the same object for all of its pages."""
    with _finding:
        found = _known.get(session_id)
        if found is None:
            found = _known[session_id] = Shelves(session_id)
        return found
