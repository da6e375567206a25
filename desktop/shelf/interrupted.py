"""Interrupted: what is left of transfers that a crash stopped, to resume or discard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import core as jp
from core import kit
from core.files.errors import FileError
from core.language.texts import _
from desktop.shelf import wording

BOX = (
    "flex flex-col gap-1 max-h-40 overflow-y-auto shrink-0 rounded-lg border px-3 py-2 mb-3 text-sm"
)
EDGE = "border-color: var(--satchel-line); background: var(--satchel-surface)"
FILLING = "flex: 1 1 14rem; min-width: 0"


class Interrupted(jp.Section):
    """A row for each file of which only a part is here; hidden if there is none.

    Args:
        find: finds them. It blocks.
    """

    def __init__(self, find: Callable[[], list[jp.UnfinishedUpload]], **attributes: Any) -> None:
        super().__init__(
            classes=BOX, style=EDGE, aria_label=_("Stopped transfers"), show=False, **attributes
        )
        self._find = find

    def refresh(self) -> None:
        """Show what is left now. It blocks."""
        self.components = [self._row(upload) for upload in self._find()]
        self.show = bool(self.components)

    def _row(self, upload: jp.UnfinishedUpload) -> jp.Div:
        row = jp.Div(classes="flex flex-wrap items-center gap-2")
        jp.Span(text=wording.interrupted(upload), classes="break-words", style=FILLING, a=row)
        buttons = jp.Div(classes="flex gap-2", a=row)

        async def resume(msg: jp.Msg) -> None:
            try:
                await upload.resume()
            except FileError as error:
                msg.page.notify(str(error), kind="bad")
            else:
                self._drop(row)

        async def discard(msg: jp.Msg) -> None:
            await upload.discard()
            self._drop(row)

        if upload.can_resume:
            buttons.add(kit.Button(_("Resume"), size="small", kind="primary", click=resume))
        buttons.add(kit.Button(_("Discard"), size="small", click=discard))
        return row

    def _drop(self, row: jp.Div) -> None:
        self.remove_component(row)
        self.show = bool(self.components)
