"""UndoNotice: files were removed; for a while they can be put back."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import core as jp

from .button import Button
from .files_source import Undo

SECONDS = 20.0
"""How long removed files can be put back."""


class Notice(jp.Div):
    """Says what went wrong, until it is closed."""

    def __init__(self, text: str, **attributes: Any) -> None:
        super().__init__(classes="kit-files-notice", role="alert", **attributes)
        jp.Span(text=text, a=self)
        Button(icon="x", aria_label="Close", title="Close", click=self.delete, a=self)


class UndoNotice(jp.Div):
    """Says what was removed. When it is gone, the files are.

    Args:
        text: what was removed.
        removal: puts the files back, or deletes them.
        restore: called with the removal when people want the files back.
    """

    def __init__(
        self, text: str, removal: Undo, restore: Callable[[Undo], Any], **attributes: Any
    ) -> None:
        super().__init__(classes="kit-files-notice", role="status", **attributes)
        self._removal, self._restore = removal, restore
        self._is_settled = False
        self._settling = threading.Lock()
        jp.Span(text=text, a=self)
        Button("Undo", icon="undo-2", click=self._undo, a=self)
        Button(icon="x", aria_label="Close", title="Close", click=self._close, a=self)
        jp.run_task(self._wait())

    def _undo(self) -> Any:
        if self._settle():
            self.delete()
            return self._restore(self._removal)
        return None

    def _close(self) -> None:
        if self._settle():
            self.delete()
            self._removal.discard()

    async def _wait(self) -> None:
        try:
            await asyncio.sleep(SECONDS)
        except asyncio.CancelledError:  # the program ends
            if self._settle():
                self._removal.discard()
            raise
        pages = self.pages()
        await asyncio.to_thread(self._close)
        for page in pages:
            await page.update()

    def _settle(self) -> bool:
        """Whether it was not decided yet what becomes of the files."""
        with self._settling:
            before, self._is_settled = self._is_settled, True
            return not before
