"""One window on Qt. `native` is pywebview's QMainWindow, whose `webview` is the QWebEngineView."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.windows.native_window import NativeWindow, Owner
from desktop.windows.placement import next_zoom
from desktop.windows.qt import geometry, menu_bar, patches, web_view
from desktop.windows.qt.web_process import WebProcess

# Loading them takes a tenth of a second, which a start does not wait for.
if TYPE_CHECKING:
    from desktop.windows.qt.dialogs import Question
    from desktop.windows.qt.event_thread import EventThread
    from desktop.windows.qt.foreground import Front
    from desktop.windows.qt.printing import Printing


class QtWindow(NativeWindow):
    """Adds menus with keys, place and zoom, printing, dialogs that can be taken back."""

    zooms = True
    thread: "EventThread"
    front: "Front"
    printing: "Printing"

    def __init__(self, owner: Owner, url: str) -> None:
        self.is_dressed = False
        super().__init__(owner, url)
        self.before_show(self.dress)
        if owner.beside is None:
            self.pywebview.events.initialized += lambda: patches.install(owner.rules)

    @property
    def native(self) -> Any:
        return self.pywebview.native

    def frame(self) -> dict[str, Any]:
        """The size; `dress` restores the place."""
        return {"width": self.owner.look.width, "height": self.owner.look.height}

    def dress(self) -> None:
        """Give the window its menus, place and rules, on Qt's thread before it is shown."""
        from desktop.windows.qt.event_thread import EventThread
        from desktop.windows.qt.foreground import Front
        from desktop.windows.qt.printing import Printing

        native, owner = self.native, self.owner
        self.thread, self.front = EventThread(native), Front(native)
        self.printing = Printing(native)
        process = WebProcess(native, owner.title, owner.load)
        web_view.dress(self.pywebview, owner.rules, process)
        menu_bar.add_menu_bar(native, owner.menus())
        beside = owner.beside
        geometry.place(native, owner.placement, beside.pywebview.native if beside else None)
        geometry.keep_zoom(native, owner.placement)
        self.is_dressed = True

    def call(self, function: Callable[[], object]) -> None:
        """Call a function on Qt's thread, soon; nothing happens before the window is shown."""
        if self.is_dressed:
            self.thread.wanted.emit(function)

    def show_menus(self) -> None:
        self.call(lambda: menu_bar.add_menu_bar(self.native, self.owner.menus()))

    def remember_place(self) -> None:
        self.owner.placement.remember(geometry=geometry.geometry(self.native))

    def come_forward(self, activation: str = "") -> None:
        if self.is_dressed:
            self.front.wanted.emit(activation)

    def close(self) -> None:
        self.native.close()

    def print(self) -> None:
        self.printing.ask()

    def reload(self) -> None:
        self.native.webview.reload()

    def zoom(self, direction: int) -> None:
        view = self.native.webview
        view.setZoomFactor(next_zoom(view.zoomFactor(), direction))

    def change(self, how: str, *numbers: int) -> None:
        self.call(lambda: change(self.native, how, *numbers))

    def about(self, text: str) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self.native)
        box.setWindowTitle(f"About {self.owner.title}")
        box.setText(text)
        box.setIconPixmap(self.native.windowIcon().pixmap(64, 64))
        box.open()

    def ask(self, text: str, answers: Sequence[str], timeout: float | None) -> int:
        from desktop.windows.qt import dialogs

        question = dialogs.ask(self.thread, self.native, self.owner.title, text, answers)
        return int(question.answer(timeout))

    def ask_place(self, title: str, folder: Path, name: str, timeout: float | None) -> list[str]:
        from desktop.windows.qt import dialogs

        return paths(dialogs.save_file(self.thread, self.native, title, folder / name), timeout)

    def ask_folder(self, title: str, folder: Path, timeout: float | None) -> list[str]:
        from desktop.windows.qt import dialogs

        return paths(dialogs.choose_folder(self.thread, self.native, title, folder), timeout)

    def ask_files(
        self, title: str, filters: Sequence[str], multiple: bool, timeout: float | None
    ) -> list[str]:
        from desktop.windows.qt import dialogs

        question = dialogs.open_files(self.thread, self.native, title, filters, multiple)
        return paths(question, timeout)


def paths(question: "Question", timeout: float | None) -> list[str]:
    return list(question.answer(timeout))


def change(native: Any, how: str, *numbers: int) -> None:
    """Minimise it, and so on, as `desktop.window` names it. On Qt's thread."""
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
