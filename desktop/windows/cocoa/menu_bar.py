"""The menu bar as macOS has it: About and Quit in the program's own menu, Cmd in shortcuts, and a
menu of the windows.

pywebview makes the bar and its entries, without keys; they are completed here.
"""

from collections.abc import Sequence
from itertools import dropwhile
from typing import Any

from webview.menu import Menu, MenuAction, MenuSeparator

from core.language.texts import _
from desktop.windows.cocoa.key_equivalents import COMMAND, key_equivalent
from desktop.windows.cocoa.pywebview_parts import call_on_choice, list_windows_in
from desktop.windows.menus import Item, MenuList, unmarked

OWN = "__app__"
"""pywebview's name of the program's own menu."""

ROLES = {"about": "orderFrontStandardAboutPanel:", "quit": "terminate:"}
"""Roles of entries that the program's own menu has already, with what they do there."""

ACTIONS = {
    **{"undo": "undo:", "redo": "redo:", "select_all": "selectAll:"},
    **{"cut": "cut:", "copy": "copy:", "paste": "paste:"},
}
"""Edits of the web view, as what has the focus knows them."""


class Entry(MenuAction):
    """An entry for pywebview that knows what it was made of."""

    def __init__(self, item: Item) -> None:
        super().__init__(unmarked(item.title), item.run or (lambda: None))
        self.item = item


class Standard(MenuAction):
    """An entry for what AppKit does by itself, in the window that is in front."""

    def __init__(self, title: str, action: str, key: str = "") -> None:
        super().__init__(title, lambda: None)
        self.action, self.key = action, key


class WindowMenu(Menu):
    """What every program has there; AppKit adds the windows that are open."""

    def __init__(self) -> None:
        to_front = Standard(_("Bring All to Front"), "arrangeInFront:")
        moving = [
            Standard(_("Minimize"), "performMiniaturize:", "m"),
            Standard(_("Zoom"), "performZoom:"),
        ]
        super().__init__(_("Window"), [*moving, MenuSeparator(), to_front])


class OwnMenu(Menu):
    """What the entries of the program's own menu do."""

    def __init__(self, items: Sequence[Item]) -> None:
        super().__init__(OWN, [])
        self.by_role = {item.role: item for item in items}


def menus(shown: Sequence[MenuList]) -> list[Menu]:
    """The menus for pywebview; that of the windows is the last one but Help."""
    moved = [item for menu in shown for item in menu.items if item.role in ROLES]
    found = [OwnMenu(moved), *(_menu(menu) for menu in shown if menu.name != "Help")]
    found += [WindowMenu(), *(_menu(menu) for menu in shown if menu.name == "Help")]
    return [menu for menu in found if menu.items or isinstance(menu, OwnMenu)]


def _menu(menu: MenuList) -> Menu:
    return Menu(unmarked(menu.title), _entries(menu.items))


def complete(bar: Any, shown: Sequence[Menu]) -> None:
    """Give the entries of a bar, which pywebview has made of menus, what they lack."""
    own, *others = [bar.itemAtIndex_(place).submenu() for place in range(bar.numberOfItems())]
    for menu in shown:
        if isinstance(menu, OwnMenu):
            _replace(own, menu)
    named = [menu for menu in shown if menu.title != OWN]
    for native, menu in zip(others, named, strict=True):
        if isinstance(menu, WindowMenu):
            list_windows_in(native)
        for place, entry in enumerate(menu.items):
            if isinstance(entry, Entry):
                _complete_entry(native.itemAtIndex_(place), entry.item)
            elif isinstance(entry, Standard):
                _complete_standard(native.itemAtIndex_(place), entry)


def _entries(items: Sequence[Item]) -> list[Any]:
    """Entries without those of the program's own menu, and without lines that this leaves over."""
    kept = [MenuSeparator() if not item.title else Entry(item) for item in items if not item.role]
    for _end in range(2):
        kept = list(dropwhile(lambda each: isinstance(each, MenuSeparator), reversed(kept)))
    return kept


def _replace(native: Any, menu: OwnMenu) -> None:
    for place in range(native.numberOfItems()):
        entry = native.itemAtIndex_(place)
        for role, item in menu.by_role.items():
            if str(entry.action()) == ROLES[role] and item.run:
                call_on_choice(entry, f"own.{role}", item.run)


def _complete_standard(native: Any, entry: Standard) -> None:
    native.setTarget_(None)  # the window in front, or the program
    native.setAction_(entry.action)
    if entry.key:
        native.setKeyEquivalent_(entry.key)
        native.setKeyEquivalentModifierMask_(COMMAND)


def _complete_entry(native: Any, item: Item) -> None:
    if item.shortcuts:
        key, mask = key_equivalent(item.shortcuts[0])
        native.setKeyEquivalent_(key)
        native.setKeyEquivalentModifierMask_(mask)
    if item.edit:
        native.setTarget_(None)  # whatever has the focus
        native.setAction_(ACTIONS[item.edit])
    if item.checked is not None:
        native.setState_(int(item.checked))
