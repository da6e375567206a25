"""OpenPages: the pages that show the shelves of a session, one for each window."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any, Protocol
from weakref import WeakSet

import core as jp
from desktop.shelf.several.shelves import ShelfInfo, shelves_of


class ShelfPage(Protocol):
    """What the others need of a page."""

    key: str

    def become(self, shelf: ShelfInfo) -> None:
        """Show the shelf under another name."""

    def show_shelf(self, shelf: ShelfInfo) -> None:
        """Show another shelf."""

    def show_shelves(self, shelves: Sequence[ShelfInfo]) -> bool:
        """Show which shelves there are; whether that changes something."""

    async def update(self) -> Any:
        """Send the changes to the browser."""


_pages: dict[str, WeakSet[Any]] = {}
_opening = threading.RLock()


def opened(session_id: str, page: ShelfPage) -> None:
    """A window of a session shows this page from now on."""
    with _opening:
        for session, pages in list(_pages.items()):
            if not pages:
                del _pages[session]
        _pages.setdefault(session_id, WeakSet()).add(page)


def pages_of(session_id: str) -> list[ShelfPage]:
    """The pages of a session that are in use."""
    with _opening:
        return list(_pages.get(session_id, ()))


def show_shelves(session_id: str) -> None:
    """Show in all windows of a session which shelves there are now. It blocks."""
    shelves = shelves_of(session_id).all()
    for page in pages_of(session_id):
        if page.show_shelves(shelves):
            jp.run_task(page.update())


def renamed(session_id: str, key: str, shelf: ShelfInfo) -> None:
    """The windows that show a shelf show it under another name from now on. It blocks."""
    for page in _showing(session_id, key):
        page.become(shelf)
        jp.run_task(page.update())


def leave(session_id: str, key: str, shelf: ShelfInfo) -> None:
    """A shelf is gone: the windows that show it show another one. It blocks."""
    for page in _showing(session_id, key):
        page.show_shelf(shelf)
        jp.run_task(page.update())


def _showing(session_id: str, key: str) -> list[ShelfPage]:
    return [page for page in pages_of(session_id) if page.key == key]
