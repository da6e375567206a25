"""The menu bar of a Qt window."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QMenu

from desktop.windows.menus import LINE, Item, MenuList

QT_NAMES = {"Enter": "Return", "PageUp": "PgUp", "PageDown": "PgDown"}

EDIT_ACTIONS = {
    "undo": QWebEnginePage.WebAction.Undo,
    "redo": QWebEnginePage.WebAction.Redo,
    "cut": QWebEnginePage.WebAction.Cut,
    "copy": QWebEnginePage.WebAction.Copy,
    "paste": QWebEnginePage.WebAction.Paste,
    "select_all": QWebEnginePage.WebAction.SelectAll,
}


def add_menu_bar(native: Any, menus: Sequence[MenuList]) -> None:
    """Give a window its menus."""
    bar = native.menuBar()
    bar.clear()
    for old in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        old.deleteLater()
    for menu in menus:
        shown = bar.addMenu(menu.title)
        for item in menu.items:
            add_item(native, shown, item)


def add_item(native: Any, menu: Any, item: Item) -> None:
    if item is LINE:
        menu.addSeparator()
        return
    if item.edit:
        action = edit_action(native, item.edit)
        # The keys are only shown: the page handles them.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    else:
        action = QAction(menu)
        action.setEnabled(item.enabled)
        action.setCheckable(item.checked is not None)
        action.setChecked(item.checked is True)
        action.triggered.connect(lambda _checked=False: choose(action, item))
    action.setText(item.title)
    action.setShortcuts([qt_keys(each) for each in item.shortcuts])
    menu.addAction(action)


def qt_keys(keys: str) -> str:
    """Keys as Qt writes them."""
    *held, key = keys.split("+")
    return "+".join([*held, QT_NAMES.get(key, key)])


def choose(action: Any, item: Item) -> None:
    action.setChecked(item.checked is True)  # its owner says when that changes
    if item.run:
        item.run()


def edit_action(native: Any, name: str) -> Any:
    """An action of the web view, which is enabled whenever it applies."""
    return native.webview.page().action(EDIT_ACTIONS[name])
