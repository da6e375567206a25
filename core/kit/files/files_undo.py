"""Undo: what people did to files can be undone, from the notice of a removal or by Ctrl+Z."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Any

import core as jp
from core.language.texts import _

from . import files_wording as wording
from .files_source import Undo

log = logging.getLogger(__name__)

SECONDS = 20.0
"""How long the notice of a removal shows; without a trash, files can be put back for so long."""

MOST = 50
"""Steps that can be undone."""

Step = Callable[[jp.Msg], tuple[Any, ...]]
"""Undoes a step; returns what the program's handler did, and nothing if that is settled already."""


class History:
    """What people did to the files of a list."""

    def __init__(self) -> None:
        self._steps: deque[Step] = deque(maxlen=MOST)

    def add(self, step: Step) -> None:
        """They did something."""
        self._steps.append(step)

    def undo(self, msg: jp.Msg) -> Any:
        """Undo the last step that can be undone; return what the program's handler did."""
        while self._steps:
            if done := self._steps.pop()(msg):
                return done[0]
        return None


def offer_again(page: jp.WebPage, text: str, removal: Undo, restore: Callable[[Undo], Any]) -> None:
    """Say that files did not come back, and offer to try again.

    People wanted them, so nothing deletes them: `core.files.cleanup` does, days later.

    Args:
        page, removal, restore: as for `offer_undo`.
        text: why they did not come back.
    """
    page.notify(text, kind="bad", action=(_("Try again"), lambda: restore(removal)))


def offer_undo(page: jp.WebPage, text: str, removal: Undo, restore: Callable[[Undo], Any]) -> Step:
    """Say what was removed. When the notice closes, files that are in no trash are gone.

    Args:
        page: shows the notice.
        text: what was removed.
        removal: puts the files back, or lets them go.
        restore: called with the removal if people want the files back.

    Returns:
        What undoes the removal as the notice does.
    """
    pending = _Pending(removal, restore)

    def press() -> None:
        pending.undo()

    notice = page.notify(text, action=(_("Undo"), press), seconds=0)
    jp.run_task(pending.expire(page, notice))

    def step(msg: jp.Msg) -> tuple[Any, ...]:
        notice.close()
        return (None,) if pending.undo() else ()

    return step


def silent(removal: Undo, restore: Callable[[Undo], Any]) -> Step:
    """What undoes something of which no notice says that it was done."""
    pending = _Pending(removal, restore)
    return lambda msg: (None,) if pending.undo() else ()


class _Pending:
    """A removal of which is not decided yet what becomes of it."""

    def __init__(self, removal: Undo, restore: Callable[[Undo], Any]) -> None:
        self._removal = removal
        self._restore = restore
        self._is_settled = False
        self._settling = threading.Lock()

    def undo(self) -> bool:
        """Put the files back; False if it was decided before what becomes of them."""
        if is_first := self._settle():
            self._restore(self._removal)
        return is_first

    async def expire(self, page: jp.WebPage, notice: Any) -> None:
        """Wait, then let the files go and close the notice; at once if the program ends."""
        try:
            await asyncio.sleep(SECONDS)
        except asyncio.CancelledError:
            self._let_go()
            raise
        if error := await asyncio.to_thread(self._let_go):
            page.notify(wording.not_trashed(error), kind="bad")
        notice.close()

    def _settle(self) -> bool:
        with self._settling:
            before, self._is_settled = self._is_settled, True
            return not before

    def _let_go(self) -> OSError | None:
        """Let the files go, unless a trash gives them back later; what was wrong with that."""
        if self._removal.is_lasting or not self._settle():
            return None
        try:
            self._removal.discard()
        except OSError as error:
            log.error("Removed files were put back: %s", error)
            return error
        return None
