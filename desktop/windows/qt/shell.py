"""The outside of a window on Qt: menu bar, place on the screen, zoom, the end of its web process.

Written for PySide6 6.12, with the private parts of pywebview 6.2.1 that `pywebview.py` lists: a
window's `native` is its QMainWindow, whose `webview` is the QWebEngineView. All of it runs on
Qt's thread.
"""

import base64
import logging
from collections.abc import Callable, Sequence
from html import escape
from string import Template
from typing import Any

from desktop.system.browser import Seldom
from desktop.windows.menus import LINE, Item, MenuList
from desktop.windows.placement import Placement

log = logging.getLogger("satchel.desktop")

CASCADE = 32  # pixels by which a further window is moved from the one before it
RELOAD = "satchel:reload"  # the address of the button on the page below; never loaded

ENDED = Template("""<!doctype html><html lang="en"><meta charset="utf-8"><title>$title</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34em; margin: 18vh auto; padding: 0 1.5em }
h1 { font-size: 1.4em }
a { display: inline-block; margin-top: .5em; padding: .5em 1.25em; border-radius: .5em; color: #fff;
  background: #2563eb; font-weight: 600; text-decoration: none }
a:focus-visible { outline: 2px solid #2563eb; outline-offset: 2px }
</style>
<main><h1>This page has stopped working</h1>
<p>The part of the program that shows it has ended. Your files are safe, and so is what you
have sent.</p>
<p><a href="$reload" autofocus>Reload</a></p></main></html>""")


def add_menu_bar(native: Any, menus: Sequence[MenuList]) -> None:
    """Give a window its menus."""
    bar = native.menuBar()
    bar.clear()
    for menu in menus:
        shown = bar.addMenu(menu.title)
        for item in menu.items:
            add_item(native, shown, item)


def add_item(native: Any, menu: Any, item: Item) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAction

    if item is LINE:
        menu.addSeparator()
        return
    if item.edit:
        action = edit_action(native, item.edit)
        # The keys are shown, but they are the page's: it knows best what they mean there.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    else:
        action = QAction(native)
        run = item.run
        action.triggered.connect(lambda _checked=False: run() if run else None)
    action.setText(item.title)
    action.setShortcuts(list(item.shortcuts))
    menu.addAction(action)


def edit_action(native: Any, name: str) -> Any:
    """What the web view itself can do, and knows when it can."""
    from PySide6.QtWebEngineCore import QWebEnginePage

    action = QWebEnginePage.WebAction
    wanted = {
        "undo": action.Undo,
        "redo": action.Redo,
        "cut": action.Cut,
        "copy": action.Copy,
        "paste": action.Paste,
        "select_all": action.SelectAll,
    }[name]
    return native.webview.page().action(wanted)


def place(native: Any, placement: Placement, beside: Any | None) -> None:
    """Put a window where the last one was, or, beside one that is open, a little farther.

    Where a screen has gone meanwhile, Qt brings a part of the window back, `fit_screen` all of it.
    """
    from PySide6.QtCore import QByteArray, QPoint, Qt

    if beside is not None:
        native.resize(beside.size())
        native.move(beside.pos() + QPoint(CASCADE, CASCADE))
    elif placement.geometry:
        native.restoreGeometry(QByteArray.fromBase64(placement.geometry.encode()))
        # Nobody expects this at the next start.
        native.setWindowState(native.windowState() & ~Qt.WindowState.WindowFullScreen)
    if not native.isMaximized():
        fit_screen(native)


def fit_screen(native: Any) -> None:
    """Within the screen, where its upper left, with the menus, is on none; and not larger."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QWidget

    room = QWidget.screen(native).availableGeometry()  # pywebview has a `screen` of its own
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if native.width() > room.width() or native.height() > room.height():
        native.resize(native.size().boundedTo(room.size()))
    if not any(screen.contains(native.pos()) for screen in screens):
        x = min(max(native.x(), room.left()), room.right() + 1 - native.width())
        y = min(max(native.y(), room.top()), room.bottom() + 1 - native.height())
        native.move(x, y)


def geometry(native: Any) -> str:
    """Where a window is, for `place`."""
    return base64.b64encode(native.saveGeometry().data()).decode("ascii")


def keep_zoom(native: Any, placement: Placement) -> None:
    """Zoom pages as they were last, and remember when that is changed."""
    view = native.webview
    view.setZoomFactor(placement.zoom)
    page = view.page()
    page.loadFinished.connect(lambda _ok: view.setZoomFactor(placement.zoom))
    page.zoomFactorChanged.connect(lambda zoom: placement.remember(zoom=round(zoom, 3)))


class WebProcess:
    """Says so when the process that shows a window's page has ended: else it stays empty.

    Args:
        native: the window.
        title: the program's.
        reload: shows an address of ours anew.
    """

    def __init__(self, native: Any, title: str, reload: Callable[[str], None]) -> None:
        self.view = native.webview
        self.title = title
        self.reload = reload
        self.address: Any = None  # of the page that has ended
        self.last = ""  # address of ours that the window showed
        self.led_back = Seldom()  # a page that always leaves would be loaded without end
        self.showing = False  # the page that says so is about to be loaded
        self.view.page().renderProcessTerminated.connect(self.ended)
        self.view.page().loadFinished.connect(self.loaded)

    def ended(self, status: Any, code: int) -> None:
        if status.name == "NormalTerminationStatus":
            return
        log.error("The process that shows %r ended (%s, code %s)", self.title, status.name, code)
        if self.address is None:  # else even the page below cannot be shown
            self.address, self.showing = self.view.url(), True
            page = ENDED.substitute(title=escape(self.title), reload=RELOAD)
            self.view.setHtml(page, self.address)

    def loaded(self, _ok: bool) -> None:
        if self.address is not None:
            self.view.setFocus()  # the new process is not told that it has it

    def moved(self, url: Any) -> None:
        """Lead the window back from an empty page: in it, nothing would.

        Chromium goes to about:blank without a question that could be answered with no.
        """
        if url.scheme() == "http":
            self.last = url.toString()
        elif url.toString() == "about:blank" and self.last and self.led_back.take():
            log.warning("A link to an empty page was not followed")
            self.reload(self.last)

    def leads(self, url: str) -> bool:
        """Whether the window goes to an address because of this; True lets it."""
        if self.showing and url.startswith("data:text/html"):
            self.showing = False
            return True
        return False

    def is_reload(self, url: str) -> bool:
        """Whether it is the address of the button; loads the page anew then."""
        if url != RELOAD or self.address is None:
            return False
        address, self.address = self.address.toString(), None
        self.reload(address)
        return True


def change(native: Any, how: str, *numbers: int) -> None:
    """Minimise it, and so on, as `desktop.window` names it."""
    from PySide6.QtWidgets import QWidget

    if how == "fullscreen":
        native.toggle_fullscreen()
    elif how in ("resize", "move"):
        getattr(QWidget, how)(native, *numbers)
    else:
        shown = {
            "minimize": QWidget.showMinimized,
            "maximize": QWidget.showMaximized,
            "restore": QWidget.showNormal,
        }
        shown[how](native)


def about(native: Any, title: str, text: str) -> None:
    """The dialog of Help > About."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(native)
    box.setWindowTitle(f"About {title}")
    box.setText(text)
    box.setIconPixmap(native.windowIcon().pixmap(64, 64))
    box.open()
