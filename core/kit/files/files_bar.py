"""FilesBar: what is selected in a file list, what can be done with it, and how files are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import core as jp
from core.sizes import size_text

from ..button import Button

SORT_NAMES = {
    "name": "Name",
    "-modified": "Newest first",
    "-size": "Largest first",
    "type": "Kind",
}
OWN_ORDER = {"order": "As listed"}


class Command(NamedTuple):
    """Something to do with the selected files; with `for_one`, only with one."""

    label: str
    icon: str
    handler: Callable[..., Any]
    for_one: bool = False


class FilesBar(jp.Div):
    """A line above the files.

    Args:
        commands: of the list itself.
        actions: label -> handler, of the program.
        choose_sort: called with a `change` event of the menu of orders.
        choose_view: called with "grid" or "list".
    """

    def __init__(
        self,
        commands: Sequence[Command],
        actions: Mapping[str, Callable[..., Any]],
        choose_sort: Callable[[jp.Msg], None],
        choose_view: Callable[[str], None],
        **attributes: Any,
    ) -> None:
        super().__init__(classes="kit-files-bar", **attributes)
        self.status = jp.P(classes="kit-files-status", role="status", a=self)
        self._actions = [Button(label, click=handler, a=self) for label, handler in actions.items()]
        self._commands = [(each, _button(each)) for each in commands]
        self.add(*(button for _, button in self._commands))
        self._forbidden: set[str] = set()
        self._sorts: dict[str, str] = {}
        self._sort = jp.Select(classes="kit-files-sort", aria_label="Sort by", a=self)
        self._sort.on("change", choose_sort)
        views = jp.Div(classes="kit-files-views", role="group", aria_label="View", a=self)
        self._views = {
            "grid": Button(icon="layout-grid", aria_label="Grid", title="Grid", a=views),
            "list": Button(icon="list", aria_label="List", title="List", a=views),
        }
        for name, button in self._views.items():
            button.on("click", lambda self, msg, name=name: choose_view(name))

    def allow(self, label: str, is_allowed: bool) -> None:
        """Offer a command, or do not; `show_counts` shows it."""
        if is_allowed:
            self._forbidden.discard(label)
        else:
            self._forbidden.add(label)

    def show_choices(self, view: str, sort: str, can_sort: bool) -> None:
        """Show which view and which order are in use."""
        for name, button in self._views.items():
            button.aria_pressed = "true" if name == view else "false"
        names = SORT_NAMES if sort in SORT_NAMES else {sort: sort.title()} | SORT_NAMES
        names = OWN_ORDER | SORT_NAMES if sort == "order" else names
        if sort not in self._sorts:
            self._sorts = names
            self._sort.delete_components()
            for value, text in names.items():
                jp.Option(value=value, text=text, a=self._sort)
        self._sort.value = sort
        self._sort.show = can_sort

    def show_counts(self, selected: Sequence[jp.Entry], shown: Sequence[jp.Entry]) -> None:
        """Say how many files are there and selected; offer what can be done with these."""
        counted = f"{len(selected):,} of " * bool(selected) + _counted(shown)
        size = size_text(sum(entry.size for entry in selected or shown))
        self.status.text = f"{counted}{' selected' * bool(selected)} · {size}" if shown else ""
        self.show = bool(shown)
        for button in self._actions:
            button.show = bool(selected)
        for command, button in self._commands:
            is_possible = len(selected) == 1 if command.for_one else bool(selected)
            button.show = is_possible and command.label not in self._forbidden


def _button(command: Command) -> Button:
    label = command.label
    return Button(icon=command.icon, aria_label=label, title=label, click=command.handler)


def _counted(files: Sequence[object]) -> str:
    return "1 file" if len(files) == 1 else f"{len(files):,} files"
