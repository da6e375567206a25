"""FilesCommands: what can be done with the files that are selected, as buttons and in a menu."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

from core.elements.handlers import bind
from core.language.texts import _

from ..button import Button
from ..overlays.menu import ContextMenu
from .file_action import FileAction

CHANGES = ("Rename", "Remove")
"""The commands that change files; a line in the menu separates them from the others."""


class FilesCommands:
    """The buttons and the menu of a file list.

    Args:
        actions: in their order.
        select_all: handles the command of the menu that selects all files.

    Attributes:
        buttons: for the line above the files.
        menu: for the files.
    """

    def __init__(self, actions: Sequence[FileAction], select_all: Callable[[], None]) -> None:
        self._actions = {action.label: action for action in actions}
        self._buttons = {each.label: _button(each) for each in actions if not each.menu_only}
        self.buttons = list(self._buttons.values())
        self.menu = ContextMenu(_("Files"), classes="kit-files-menu")
        self._items = {}
        for action in actions:
            if action.label == CHANGES[0]:
                self.menu.separator()
            danger = action.label == "Remove"
            handler = _in_turn(action.handler)
            item = self.menu.item(_(action.label), handler, icon=action.icon, danger=danger)
            self._items[action.label] = item
        self.menu.separator()
        self._select_all = self.menu.item(_("Select all"), select_all)
        self._forbidden: set[str] = set()

    def allow(self, label: str, is_allowed: bool) -> None:
        """Offer a command, or do not; `show` shows it."""
        if is_allowed:
            self._forbidden.discard(label)
        else:
            self._forbidden.add(label)

    def show(self, selected: int, shown: int) -> None:
        """Offer what can be done with so many selected files, of so many that are shown."""
        self._select_all.disabled = selected == shown
        for label, action in self._actions.items():
            is_allowed = label not in self._forbidden
            is_possible = is_allowed and (selected == 1 if action.for_one else selected > 0)
            if label in self._buttons:
                self._buttons[label].show = is_possible
            self._items[label].show = is_allowed
            self._items[label].disabled = not is_possible


def _button(action: FileAction) -> Button:
    label = _(action.label)
    handler = _in_turn(action.handler)
    if not action.icon:
        return Button(label, click=handler)
    return Button(icon=action.icon, aria_label=label, title=label, click=handler)


def _in_turn(handler: Callable[..., Any]) -> Callable[..., Any]:
    """A handler that begins after those before it: an async one would overtake the selection."""
    if not bind("click", handler).is_async:
        return handler

    @functools.wraps(handler)
    def begin(*arguments: Any) -> Any:
        return handler(*arguments)

    return begin
