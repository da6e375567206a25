"""Handling: what people do with shelves: make, rename, colour, archive, remove them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

import core as jp
from core.files.errors import FileError
from core.files.removal import Removal
from core.language.texts import _
from desktop import window
from desktop.shelf.several import open_pages, wording
from desktop.shelf.several.shelves import ShelfInfo, Shelves


class Handling:
    """Does it, and shows it in all windows of the session.

    Args:
        session_id: of that session.
        shelves: its shelves.
        show: shows a shelf in the window that acts.
        offer_undo: given what was removed, a text for people, and how it is put back.
    """

    def __init__(
        self,
        session_id: str,
        shelves: Shelves,
        show: Callable[[ShelfInfo], None],
        offer_undo: Callable[[ShelfInfo, str, Removal], None],
    ) -> None:
        self._session_id = session_id
        self._shelves = shelves
        self._show = show
        self._offer_undo = offer_undo

    async def make(self, msg: jp.Msg) -> None:
        """Make a shelf, and go to it."""
        problem = self._shelves.problem
        name = await msg.page.ask(
            _(wording.NEW_NAME), label=_("Name"), check=problem, yes=_("Create")
        )
        if name is None:
            return
        try:
            key = await asyncio.to_thread(self._shelves.make, name.strip())
        except (OSError, FileError) as error:
            msg.page.notify(wording.shelf_failed(name, error), kind="bad")
            return
        shelf = await asyncio.to_thread(self._shelves.find, key)
        await asyncio.to_thread(open_pages.show_shelves, self._session_id)
        if shelf is not None:
            await asyncio.to_thread(self._show, shelf)

    async def rename(self, key: str, msg: jp.Msg) -> None:
        """Ask for another name."""
        shelf = await asyncio.to_thread(self._shelves.find, key)
        if shelf is None:
            return
        name = await msg.page.ask(
            wording.rename_question(shelf.label),
            shelf.label,
            label=_("Name"),
            check=lambda name: self._shelves.problem(name, key),
            yes=_("Rename"),
        )
        if name is not None and name.strip() != shelf.label:
            await asyncio.to_thread(self._rename, shelf, name.strip(), msg)

    def _rename(self, shelf: ShelfInfo, name: str, msg: jp.Msg) -> None:
        try:
            now = self._shelves.find(self._shelves.rename(shelf.key, name))
        except (OSError, FileError) as error:
            msg.page.notify(wording.shelf_failed(shelf.label, error), kind="bad")
        else:
            if now is not None:
                open_pages.renamed(self._session_id, shelf.key, now)
        open_pages.show_shelves(self._session_id)

    async def open(self, key: str) -> None:
        """Show a shelf in a window of its own."""
        shelf = await asyncio.to_thread(self._shelves.find, key)
        if shelf is not None:
            await window.open_window(shelf.address)

    def paint(self, key: str, color: str, msg: jp.Msg) -> None:
        """Give a shelf a colour; "" takes it away."""
        self._mark(key, msg, color=color or None)

    def archive(self, key: str, msg: jp.Msg) -> None:
        """Hide a shelf from the list, or bring it back."""
        shelf = self._shelves.find(key)
        if shelf is None:
            return
        self._mark(key, msg, archived=None if shelf.is_archived else True)
        if not shelf.is_archived:
            msg.page.notify(wording.archived(shelf.label))

    def remove(self, key: str, msg: jp.Msg) -> None:
        """Move a shelf to the trash, and offer to put it back."""
        shelf = self._shelves.find(key)
        if shelf is None:
            return
        try:
            removal = self._shelves.removal(key)
        except (OSError, FileError) as error:
            msg.page.notify(wording.shelf_failed(shelf.label, error), kind="bad")
            return
        open_pages.show_shelves(self._session_id)
        text = wording.shelf_removed(shelf.label, shelf.count)
        self._offer_undo(shelf, text, removal)

    def sort(self, keys: Sequence[str], msg: jp.Msg) -> None:
        """Keep the order into which people brought the shelves of the list."""
        try:
            self._shelves.marks.sort(keys)
        except OSError as error:
            msg.page.notify(wording.not_sorted(error), kind="bad")
        open_pages.show_shelves(self._session_id)

    def _mark(self, key: str, msg: jp.Msg, **marks: object) -> None:
        try:
            self._shelves.marks.set(key, **marks)
        except OSError as error:
            msg.page.notify(wording.shelf_failed(wording.shelf_name(key), error), kind="bad")
        open_pages.show_shelves(self._session_id)
