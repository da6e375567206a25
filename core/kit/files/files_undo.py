"""Undo: for a while after files were removed, people can have them back."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import core as jp

from .files_source import Undo

SECONDS = 20.0
"""How long removed files can be put back."""


def offer_again(page: jp.WebPage, text: str, removal: Undo, restore: Callable[[Undo], Any]) -> None:
    """Say that files did not come back, and offer to try again.

    People wanted them, so nothing deletes them: `core.files.cleanup` does, days later.

    Args:
        page, removal, restore: as for `offer_undo`.
        text: why they did not come back.
    """
    page.notify(text, kind="bad", action=("Try again", lambda: restore(removal)))


def offer_undo(page: jp.WebPage, text: str, removal: Undo, restore: Callable[[Undo], Any]) -> None:
    """Say what was removed; when the notice closes, the files are gone.

    Args:
        page: shows the notice.
        text: what was removed.
        removal: puts the files back, or deletes them.
        restore: called with the removal if people want the files back.
    """
    pending = _Pending(removal)
    notice = page.notify(
        text, action=("Undo", lambda: restore(removal) if pending.settle() else None), seconds=0
    )
    jp.run_task(pending.expire(notice))


class _Pending:
    """A removal of which is not decided yet what becomes of it."""

    def __init__(self, removal: Undo) -> None:
        self._removal = removal
        self._is_settled = False
        self._settling = threading.Lock()

    def settle(self) -> bool:
        """Decide; False if that was done already."""
        with self._settling:
            before, self._is_settled = self._is_settled, True
            return not before

    async def expire(self, notice: Any) -> None:
        """Wait, then delete the files and close the notice; at once if the program ends."""
        try:
            await asyncio.sleep(SECONDS)
        except asyncio.CancelledError:
            self._discard()
            raise
        await asyncio.to_thread(self._discard)
        notice.close()

    def _discard(self) -> None:
        if self.settle():
            self._removal.discard()
