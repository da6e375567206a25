"""DragHint: a line that says, after the first files came, that files can be dragged out again."""

from __future__ import annotations

import logging

import core as jp
from core import kit
from core.language.texts import N_, _

log = logging.getLogger("satchel.desktop.shelf")

HINT = N_("Drag files from here into other programs. Ctrl+C copies them, too.")
LINE = "flex items-center gap-2 shrink-0 border-t pt-1.5 text-sm"
LOOK = "border-color: var(--satchel-line); color: var(--satchel-muted); anchor-name: --satchel-last"
"""With a name by which panels of `kit.Upload` leave it in sight."""


class DragHint(jp.Div):
    """A line below the files, which covers none of them. It is shown once per session.

    Args:
        session_id: of the session to which it is shown.
    """

    def __init__(self, session_id: str) -> None:
        super().__init__(classes=LINE, style=LOOK, show=False)
        self._name = session_id
        kit.Icon("info", classes="shrink-0", a=self)
        jp.Span(text=_(HINT), role="status", classes="grow min-w-0", a=self)
        close = kit.Button(icon="x", kind="quiet", size="small", aria_label=_("Close hint"))
        self.add(close.on("click", self._close))

    def offer(self) -> None:
        """Show it, unless it was shown before. Blocks."""
        known = jp.SessionFolder(jp.app.data_folder / "hints")
        if (known.folder / self._name).exists():
            return
        try:
            known.write(self._name, "")
        except OSError as error:  # it would be shown each time
            log.error("The hint about dragging is not shown: %s", error)
            return
        self.show = True

    def _close(self) -> None:
        self.show = False
