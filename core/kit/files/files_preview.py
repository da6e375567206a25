"""FilesPreview: one file of a list after the other, in front of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import core as jp
from core.language.texts import _

from ..button import Button
from ..overlays.modal import Modal
from ..preview import Preview, Shown

END = 12
"""Characters of a name, with its suffix, that are shown however little room there is."""


class FilesPreview(Modal):
    """A dialog with a preview, and buttons and arrow keys to go on to other files.

    Args:
        step: called with -1 or 1 to show the file before or after.
    """

    script = "kit/files-preview.js"
    sends = {**Modal.sends, "stepped": int}

    def __init__(self, step: Callable[[int], Any], **attributes: Any) -> None:
        super().__init__("", size="wide", close_outside=True, **attributes)
        self.set_class("kit-files-preview")
        # Screen readers hear which file the arrow keys lead to.
        self._heading.aria_live, self._heading.aria_atomic = "polite", "true"
        self._preview = Preview(tabindex=-1, a=self)
        self.on("closed", self._let_go)
        self.on("stepped", lambda self, msg: step(1 if msg.detail > 0 else -1))
        back = Button(icon="chevron-left", aria_label=_("Previous file"), title=_("Previous file"))
        on = Button(icon="chevron-right", aria_label=_("Next file"), title=_("Next file"))
        self.actions.add(back.on("click", lambda: step(-1)), on.on("click", lambda: step(1)))
        self._place = {-1: back, 1: on}

    def show_file(self, file: Shown, name: str, is_first: bool, is_last: bool) -> None:
        """Show a file."""
        self.heading = name
        self._heading.text, self._heading.title = "", name
        end = max(len(name) - END, 0)
        parts = (name[:end], "kit-files-stem"), (name[end:], "kit-files-end")
        self._heading.components = [jp.Span(text=text, classes=look) for text, look in parts]
        self._preview.file = file
        self._place[-1].disabled, self._place[1].disabled = is_first, is_last
        self.open()

    def _let_go(self) -> None:
        """Stop films, and end the address."""
        self._preview.file = None
