"""One window on Qt. `native` is pywebview's QMainWindow, whose `webview` is the QWebEngineView."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QTextEdit, QWidget

from core.language.texts import _
from desktop.system.display import platform
from desktop.windows.native_window import FIXED, Dragged, FileDialog, NativeWindow, Owner
from desktop.windows.qt import clipboard, dialogs, drag_out, geometry, menu_bar, translation
from desktop.windows.qt.event_thread import EventThread
from desktop.windows.qt.printing import Printing
from desktop.windows.qt.pywebview import patches
from desktop.windows.qt.web_view.configuration import configure
from desktop.windows.qt.web_view.web_process import WebProcess
from desktop.windows.window_state import next_zoom

ACTIVATION = "XDG_ACTIVATION_TOKEN"
LICENCES = 560, 320
"""Pixels of the field that shows them."""
CHANGES: dict[str, Callable[..., None]] = {
    "minimize": QWidget.showMinimized,
    "maximize": QWidget.showMaximized,
    "restore": QWidget.showNormal,
    "resize": QWidget.resize,
    "move": QWidget.move,
}


class QtWindow(NativeWindow):
    """Adds menus with shortcuts, place and zoom, printing, and dialogs that can be withdrawn."""

    zooms = True
    renews_menus = True
    thread: EventThread
    printing: Printing

    def __init__(self, owner: Owner, url: str) -> None:
        self.is_dressed = False
        self.is_placeable = platform() != "wayland"  # there, only the person may
        with patches.creation:
            super().__init__(owner, url)
            self.before_show(self.dress)
        if owner.beside is None:
            self.pywebview.events.initialized += lambda: patches.install(owner.rules)

    @property
    def native(self) -> Any:
        return self.pywebview.native

    def options(self) -> dict[str, Any]:
        """Arguments for pywebview. `dress` adds the menus and restores the place."""
        size = {"width": self.owner.look.width, "height": self.owner.look.height}
        return {"on_top": self.owner.state.on_top} | size | FIXED

    def dress(self) -> None:
        """Give the window its menus, place and rules, on Qt's thread before it is shown."""
        translation.speak()
        native, owner = self.native, self.owner
        self.thread, self.printing = EventThread(native), Printing(native)
        process = WebProcess(native, owner.title, owner.load)
        configure(self.pywebview, owner.rules, process)
        menu_bar.add_menu_bar(native, owner.menus(self))
        native.webview.page().loadStarted.connect(owner.left)
        beside = owner.beside
        geometry.place(native, owner.state, beside.pywebview.native if beside else None)
        geometry.keep_zoom(native, owner.state)
        self.is_dressed = True

    def call(self, function: Callable[[], object]) -> None:
        """Call a function on Qt's thread, soon; nothing happens before the window is shown."""
        if self.is_dressed:
            self.thread.wanted.emit(function)

    def show_menus(self) -> None:
        self.call(lambda: menu_bar.add_menu_bar(self.native, self.owner.menus(self)))

    def remember_place(self) -> None:
        self.owner.state.remember(geometry=geometry.geometry(self.native))

    def come_forward(self, activation: str = "") -> None:
        self.call(lambda: come_forward(self.native, activation))

    def hide(self) -> None:
        self.call(lambda: self.native.hide())

    def show(self) -> None:
        self.call(lambda: self.native.show())

    def set_on_top(self, on: bool) -> None:
        self.call(lambda: set_on_top(self.native, on))

    def close(self) -> None:
        self.native.close()

    def print(self) -> None:
        self.printing.ask()

    def reload(self) -> None:
        self.native.webview.reload()

    def zoom(self, direction: int) -> None:
        shown = self.native.webview
        shown.setZoomFactor(next_zoom(shown.zoomFactor(), direction))

    def change(self, how: str, *numbers: int) -> None:
        if how == "fullscreen":
            self.toggle_fullscreen()
        else:
            self.call(lambda: CHANGES[how](self.native, *numbers))

    def about(self, text: str, licences: Path | None) -> None:
        box = QMessageBox(self.native)
        box.setWindowTitle(_("About {title}", title=self.owner.title))
        box.setText(text)
        if licences:
            box.setInformativeText(_("The licences of all that it contains are below the details."))
            box.setDetailedText(licences.read_text("utf-8"))
            for details in box.findChildren(QTextEdit):
                details.setFixedSize(*LICENCES)  # Qt gives it the width of the text above
        box.setIconPixmap(self.native.windowIcon().pixmap(64, 64))
        box.open()

    def drag(self, dragged: Dragged) -> str:
        done = self.thread.ask(lambda: drag_out.drag(self.native, dragged))
        return str(done.result())

    def copy_files(self, paths: Sequence[Path]) -> None:
        self.thread.ask(lambda: clipboard.copy(paths)).result()

    def ask(self, text: str, answers: Sequence[str], timeout: float | None) -> int:
        question = dialogs.ask(self.thread, self.native, self.owner.title, text, answers)
        return int(question.answer(timeout))

    def choose(self, dialog: FileDialog, timeout: float | None) -> list[str]:
        return list(dialogs.choose(self.thread, self.native, dialog).answer(timeout))


def set_on_top(native: Any, on: bool) -> None:
    """Change what the window manager knows. QWidget.setWindowFlag would take the window away."""
    flag = Qt.WindowType.WindowStaysOnTopHint
    flags = native.windowFlags()
    native.overrideWindowFlags(flags | flag if on else flags & ~flag)
    native.windowHandle().setFlag(flag, on)


def come_forward(native: Any, activation: str) -> None:
    """Bring a window out of the task bar, above the others, and give it the keyboard."""
    if activation:
        os.environ[ACTIVATION] = activation  # Qt's Wayland plugin takes it from here
    if native.isMinimized():  # a maximised window is maximised again
        native.setWindowState(native.windowState() & ~Qt.WindowState.WindowMinimized)
    native.show()
    native.raise_()
    native.activateWindow()
    os.environ.pop(ACTIVATION, None)  # a program that is started from here has another one
    # Shown again before Qt has noticed that hiding took the focus, the window gets no event that
    # says so, and keys would not reach its page. On Wayland Qt never notices.
    if QApplication.focusWindow() is native.windowHandle() and QApplication.activeWindow() is None:
        QApplication.setActiveWindow(native)
