"""FilesBar: what is selected in a file list, what can be done with it, and how files are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import core as jp
from core.language.texts import N_, _, ngettext
from core.sizes import size_text

from ..button import Button
from ..overlays.menu import Menu, MenuItem
from . import files_kinds as kinds

SORT_NAMES = {
    "name": N_("Name"),
    "-modified": N_("Newest first"),
    "-size": N_("Largest first"),
    "type": N_("Kind"),
}
OWN_ORDER = {"order": N_("As listed")}
LAYOUTS = {
    ("grid", "small"): N_("Small tiles"),
    ("grid", "medium"): N_("Medium tiles"),
    ("grid", "large"): N_("Large tiles"),
    ("list", ""): N_("List"),
}

OWN = "kit-files-own"
"""The look of buttons of the bar that do nothing with the selected files."""


class Choices(NamedTuple):
    """What the bar calls when people choose how files are shown; `keep` after sort and layout."""

    sort: Callable[[str], None]
    layout: Callable[[str, str], None]
    search: Callable[[str], None]
    kind: Callable[[str], None]
    keep: Callable[[jp.Msg], None]


class FilesBar(jp.Div):
    """A line above the files; where there is little room, a short one below them.

    There, people search and choose how files are shown behind a button.

    Args:
        buttons: what can be done with the selected files.
        choices: called when people choose how files are shown.
        sorts: whether they choose the order.
        searches: whether they search by name and kind.
    """

    def __init__(
        self,
        buttons: Sequence[Button],
        choices: Choices,
        sorts: bool,
        searches: bool,
        **attributes: Any,
    ) -> None:
        super().__init__(classes="kit-files-bar", **attributes)
        self.status = jp.P(classes="kit-files-status", role="status", a=self)
        self.add(*buttons)
        self._search = jp.Input(type="search", classes="kit-files-search", placeholder=_("Search"))
        self._kind = _select(_("Kind"), kinds.NAMES, choices.kind)
        self.searches = searches
        if searches:
            self.data_searches = True
            self._search.aria_label, self._search.autocomplete = _("Search by name"), "off"
            self._search.on("input", lambda self, msg: choices.search(msg.value))
            self.add(self._search, self._kind)
        self._sort = _select(_("Sort by"), {}, choices.sort, choices.keep)
        if sorts:
            self.add(self._sort)
        self._sorts: dict[str, str] = {}
        self._layouts = Menu(label=_("View"), icon="layout-grid", a=self)
        self._items = {layout: self._layout_item(layout, choices) for layout in LAYOUTS}
        look = f"{OWN} kit-files-opener"
        self._opener = Button(icon="search", classes=look, aria_label=_("Search and view"))
        self._opener.title, self._opener.aria_expanded = _("Search and view"), "false"
        if searches:
            self.add(self._opener.on("click", lambda: self._open_or_close(choices)))

    def offer_folders(self, make: Callable[..., Any]) -> None:
        """Have a button for a new folder, which `make` makes."""
        hint = _("New folder ({keys})", keys="Ctrl+Shift+N")
        look = f"{OWN} kit-files-folder-maker"
        button = Button(icon="folder-plus", aria_label=_("New folder"), title=hint, classes=look)
        before = [each for each in self.components if each is not self._opener]
        self.add_component(button.on("click", make), len(before))  # as people see them

    def _open_or_close(self, choices: Choices) -> None:
        """Show the controls that a short bar hides; who closes them has stopped searching."""
        if self._opener.aria_expanded == "true":
            choices.search("")
            choices.kind("")
            self._opener.aria_expanded = "false"
        else:
            self._opener.aria_expanded = "true"
            self._search.set_focus = True

    def _layout_item(self, layout: tuple[str, str], choices: Choices) -> MenuItem:
        def choose(item: MenuItem, msg: jp.Msg) -> None:
            choices.layout(*layout)
            choices.keep(msg)

        return self._layouts.item(_(LAYOUTS[layout]), choose, checked=False)

    def show_choices(self, view: str, size: str, sort: str) -> None:
        """Show which view, which size of tiles and which order are in use."""
        for layout, item in self._items.items():
            item.checked = layout == ((view, size) if view == "grid" else (view, ""))
        names = SORT_NAMES if sort in SORT_NAMES else {sort: sort.title()} | SORT_NAMES
        names = OWN_ORDER | SORT_NAMES if sort == "order" else names
        if sort not in self._sorts:
            self._sorts = names
            _fill(self._sort, names)
        self._sort.value = sort

    def show_filter(self, text: str, kind: str) -> None:
        """Show by what the files are filtered."""
        self._search.value, self._kind.value = text, kind
        if text or kind:
            self._opener.aria_expanded = "true"

    def show_counts(self, selected: Sequence[jp.Entry], shown: Sequence[jp.Entry]) -> None:
        """Say how many files are shown and selected."""
        size = size_text(sum(entry.size for entry in selected or shown))
        has_files = not all(entry.is_folder for entry in selected or shown)
        said = _selected(len(selected), shown) if selected else _counted(shown)
        # Screen readers hear it, also when a search finds nothing.
        self.status.text = f"{said}{f' · {size}' * has_files}" if shown else _counted_files(0)


def _select(
    label: str,
    names: dict[str, str],
    choose: Callable[[str], None],
    keep: Callable[[jp.Msg], None] = lambda msg: None,
) -> jp.Select:
    def chosen(select: jp.Select, msg: jp.Msg) -> None:
        choose(msg.value)
        keep(msg)

    select = jp.Select(classes="kit-files-choice", aria_label=label)
    _fill(select, names)
    return select.on("change", chosen)


def _fill(select: jp.Select, names: dict[str, str]) -> None:
    select.delete_components()
    for value, text in names.items():
        jp.Option(value=value, text=_(text), a=select)


def _counted_files(count: int) -> str:
    return ngettext("{count} file", "{count} files", count)


def _counted(entries: Sequence[jp.Entry]) -> str:
    folders = sum(entry.is_folder for entry in entries)
    files = len(entries) - folders
    return ", ".join(
        [ngettext("{count} folder", "{count} folders", folders)] * bool(folders)
        + [_counted_files(files)] * bool(files)
    )


def _selected(selected: int, shown: Sequence[jp.Entry]) -> str:
    count = len(shown)
    if any(entry.is_folder for entry in shown):
        return ngettext(
            "{selected} of {count} item selected",
            "{selected} of {count} items selected",
            count,
            selected=selected,
        )
    return ngettext(
        "{selected} of {count} file selected",
        "{selected} of {count} files selected",
        count,
        selected=selected,
    )
