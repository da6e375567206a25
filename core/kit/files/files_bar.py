"""FilesBar: what is selected in a file list, what can be done with it, and how files are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import core as jp
from core.sizes import size_text

from ..button import Button
from ..overlays.menu import Menu, MenuItem
from . import files_kinds as kinds

SORT_NAMES = {
    "name": "Name",
    "-modified": "Newest first",
    "-size": "Largest first",
    "type": "Kind",
}
OWN_ORDER = {"order": "As listed"}
LAYOUTS = {
    ("grid", "small"): "Small tiles",
    ("grid", "medium"): "Medium tiles",
    ("grid", "large"): "Large tiles",
    ("list", ""): "List",
}


class Choices(NamedTuple):
    """What the bar calls when people choose how files are shown; `keep` after sort and layout."""

    sort: Callable[[str], None]
    layout: Callable[[str, str], None]
    search: Callable[[str], None]
    kind: Callable[[str], None]
    keep: Callable[[jp.Msg], None]


class FilesBar(jp.Div):
    """A line above the files.

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
        self._search = jp.Input(type="search", classes="kit-files-search", placeholder="Search")
        self._kind = _select("Kind", kinds.NAMES, choices.kind)
        self.searches = searches
        if searches:
            self.data_searches = True
            self._search.aria_label, self._search.autocomplete = "Search by name", "off"
            self._search.on("input", lambda self, msg: choices.search(msg.value))
            self.add(self._search, self._kind)
        self._sort = _select("Sort by", {}, choices.sort, choices.keep)
        if sorts:
            self.add(self._sort)
        self._sorts: dict[str, str] = {}
        self._layouts = Menu(label="View", icon="layout-grid", a=self)
        self._items = {layout: self._layout_item(layout, choices) for layout in LAYOUTS}

    def _layout_item(self, layout: tuple[str, str], choices: Choices) -> MenuItem:
        def choose(item: MenuItem, msg: jp.Msg) -> None:
            choices.layout(*layout)
            choices.keep(msg)

        return self._layouts.item(LAYOUTS[layout], choose, checked=False)

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

    def show_counts(
        self, selected: Sequence[jp.Entry], shown: Sequence[jp.Entry], is_empty: bool
    ) -> None:
        """Say how many files are shown and selected; `is_empty` if there are none to filter."""
        counted = _counted(shown)
        if selected:
            has_folders = any(entry.is_folder for entry in shown)
            all_shown = _number(len(shown), "item") if has_folders else counted
            counted = f"{len(selected):,} of {all_shown}"
        size = size_text(sum(entry.size for entry in selected or shown))
        has_files = not all(entry.is_folder for entry in selected or shown)
        said = f"{counted}{' selected' * bool(selected)}{f' · {size}' * has_files}"
        self.status.text = said if shown else ""
        self.show = not is_empty


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
        jp.Option(value=value, text=text, a=select)


def _counted(entries: Sequence[jp.Entry]) -> str:
    folders = sum(entry.is_folder for entry in entries)
    files = len(entries) - folders
    counted = [_number(folders, "folder")] * bool(folders) + [_number(files, "file")] * bool(files)
    return ", ".join(counted)


def _number(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count:,} {what}s"
