"""Interrupted: what is left of transfers that nobody goes on with, to resume or discard.

A crash of the program stops them, and a page that is closed or loaded again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
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
MOST = 6
"""Files that have a row of their own; the others share one."""

FILLING = "flex: 1 1 14rem; min-width: 0"


class Interrupted(jp.Section):
    """A row for each file of which only a part is here; hidden if there is none.

    Args:
        find: finds them. It blocks.
        keep: keeps files on the shelf and in the folder of a destination. It blocks.
        give_focus: gives the focus to something else, once there is nothing left in here.
    """

    def __init__(
        self,
        find: Callable[[], list[jp.UnfinishedUpload]],
        keep: Callable[[list[jp.File], str, jp.Msg], object],
        give_focus: Callable[[], object],
        **attributes: Any,
    ) -> None:
        super().__init__(
            classes=BOX, style=EDGE, aria_label=_("Stopped transfers"), show=False, **attributes
        )
        self._find, self._keep, self._give_focus = find, keep, give_focus
        self._shown: list[jp.UnfinishedUpload] = []
        self._rows: list[Row] = []

    def refresh(self) -> bool:
        """Show what is left now; whether that changes something. It blocks."""
        found = self._find()
        if found == self._shown:
            return False
        self._shown = found
        rows = [self._row(wording.interrupted(each), [each]) for each in found[:MOST]]
        if others := found[MOST:]:
            rows.append(self._row(wording.others_interrupted(others), others))
        self._rows, self.components = rows, list(rows)
        self.show = bool(rows)
        return True

    def _row(self, text: str, uploads: Sequence[jp.UnfinishedUpload]) -> Row:
        row = Row(text)

        async def resume(msg: jp.Msg) -> None:
            try:
                for upload in uploads:
                    if upload.is_complete:
                        await self._take(upload, msg)
                    elif upload.can_resume:
                        await upload.resume()
            except FileError as error:
                msg.page.notify(str(error), kind="bad")
            await self._look(row)

        async def discard() -> None:
            for upload in uploads:
                await upload.discard()
            await self._look(row)

        if text_on_button := _resuming(uploads):
            row.add_button(kit.Button(text_on_button, size="small", kind="primary", click=resume))
        row.add_button(kit.Button(_("Discard"), size="small", click=discard))
        return row

    async def _take(self, upload: jp.UnfinishedUpload, msg: jp.Msg) -> None:
        """Keep a file that is here as a whole."""
        async with upload.received() as file:
            await asyncio.to_thread(self._keep, [file], upload.destination, msg)

    async def _look(self, acted: Row) -> None:
        """Show what is left after somebody acted in a row; the next one has the focus then."""
        place = self._rows.index(acted) if acted in self._rows else 0
        await asyncio.to_thread(self.refresh)
        if self._rows:
            self._rows[min(place, len(self._rows) - 1)].buttons[0].set_focus = True
        else:
            self._give_focus()


class Row(jp.Div):
    """What is said of transfers, and the buttons for them.

    Attributes:
        buttons: those, the first one in front.
    """

    def __init__(self, text: str) -> None:
        super().__init__(classes="flex flex-wrap items-center gap-2")
        jp.Span(text=text, classes="break-words", style=FILLING, a=self)
        self._place = jp.Div(classes="flex gap-2", a=self)
        self.buttons: list[kit.Button] = []

    def add_button(self, button: kit.Button) -> None:
        """Add one at the end."""
        self.buttons.append(button)
        self._place.add(button)


def _resuming(uploads: Sequence[jp.UnfinishedUpload]) -> str:
    """What the button says that goes on with them; "" if there is nothing to go on with."""
    if any(upload.can_resume and not upload.is_complete for upload in uploads):
        return _("Resume")
    return _("Keep") if any(upload.is_complete for upload in uploads) else ""
