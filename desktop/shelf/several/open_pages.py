"""OpenPages: the pages of shelves that windows show, one for each shelf of a session."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar
from weakref import WeakValueDictionary

import core as jp
from desktop.shelf.several.shelves import ShelfInfo, shelves_of


class ShelfPage(Protocol):
    """What the others need of the page of a shelf."""

    redirect: str | None

    def become(self, shelf: ShelfInfo) -> None:
        """Show the shelf under another name."""

    def show_shelves(self, shelves: Sequence[ShelfInfo]) -> bool:
        """Show which shelves there are; whether that changes something."""

    async def update(self) -> Any:
        """Send the changes to the browsers."""


P = TypeVar("P", bound=ShelfPage)

_pages: WeakValueDictionary[tuple[str, str], ShelfPage] = WeakValueDictionary()
_opening = threading.RLock()


def page_of(session_id: str, key: str, make: Callable[[], P]) -> tuple[P, bool]:
    """The page of a shelf, the same in all windows; whether it was made just now."""
    with _opening:
        found: Any = _pages.get((session_id, key))
        if is_new := found is None:
            found = _pages[session_id, key] = make()
        return found, is_new


def pages_of(session_id: str) -> list[ShelfPage]:
    """The pages of a session that are in use."""
    with _opening:
        return [page for (owner, _), page in list(_pages.items()) if owner == session_id]


def show_shelves(session_id: str) -> None:
    """Show in all windows of a session which shelves there are now. It blocks."""
    shelves = shelves_of(session_id).all()
    for page in pages_of(session_id):
        if page.show_shelves(shelves):
            jp.run_task(page.update())


def renamed(session_id: str, key: str, shelf: ShelfInfo) -> None:
    """The page of a shelf shows it under another name from now on."""
    with _opening:
        page = _pages.pop((session_id, key), None)
        if page is None:
            return
        _pages[session_id, shelf.key] = page
    page.become(shelf)
    jp.run_task(page.update())


def leave(session_id: str, key: str, address: str) -> None:
    """A shelf is gone: the windows that show it show another page."""
    with _opening:
        page = _pages.pop((session_id, key), None)
    if page is not None:
        page.redirect = address
        jp.run_task(page.update())
