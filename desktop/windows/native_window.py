"""One native window: its place, its menus, what they do, and how it closes."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.web.settings import Caller
from desktop.system import packaged
from desktop.system.errors import DesktopError
from desktop.system.threads import in_background
from desktop.windows import menus
from desktop.windows.options import ON_CLOSE
from desktop.windows.placement import next_zoom
from desktop.windows.qt import pywebview

if TYPE_CHECKING:
    from desktop.windows.manager import Windows

log = logging.getLogger("satchel.desktop")

OpenFiles = Callable[["Window"], None]

BUSY = (
    "Files are still being transferred.\n\nWhat is stopped now has to be sent or saved again; "
    "what has arrived is kept."
)
FINISH, STOP, KEEP_OPEN = "Finish, then close", "Stop and close", "Keep open"


class Window:
    """Implements `menus.Commands`, and is what a dialog belongs to (`dialogs.Parent`).

    Attributes:
        name: unguessable; the page in the window tells it.
        native: pywebview's.
        qt_thread: where Qt is called; None on other systems.
        one_dialog: held while a dialog is open.
    """

    def __init__(self, windows: Windows, native: Any, name: str) -> None:
        self.windows, self.native, self.name = windows, native, name
        self.debug = windows.setup.debug
        self.qt_thread: Any = None
        self.front: Any = None  # on Qt, once it is made
        self.printing: Any = None
        self.one_dialog = threading.Lock()
        self.asking = threading.Lock()
        self.agreed = False  # that it closes
        self.program_decides = False  # its on_close runs

    @property
    def title(self) -> str:
        """The program's."""
        return self.windows.title

    @property
    def caller(self) -> Caller:
        """Whom to tell what is about this window."""
        return Caller(self.name, "")

    def dress(self) -> None:
        """Qt only: give the window its menus, place and rules, before it is shown."""
        from desktop.windows.qt import foreground, printing, shell
        from desktop.windows.qt.dialogs import Thread

        others = [other for other in self.windows.shown.values() if other is not self]
        view, placement = self.native.native, self.windows.setup.placement
        self.qt_thread, self.front = Thread(view), foreground.Front(view)
        self.printing = printing.Printing(view)
        process = shell.WebProcess(view, self.title, self.load)
        pywebview.dress(self.native, self.windows.rules, process)
        self.add_menus()
        shell.place(view, placement, others[-1].native.native if others else None)
        shell.keep_zoom(view, placement)

    def add_menus(self) -> None:
        """Qt only: show the menus, in place of those that were there."""
        from desktop.windows.qt import shell

        own = menus.of_program(self.windows.setup.look(), self.act)
        shell.add_menu_bar(self.native.native, menus.joined(menus.usual(self), own))

    def pywebview_menus(self) -> list[Any]:
        """The menus for the systems where pywebview shows them."""
        own = menus.of_program(self.windows.setup.look(), self.act)
        return menus.for_pywebview(menus.joined(menus.usual(self), own))

    def on_qt(self, call: Callable[[], object]) -> None:
        """Do something on Qt's thread, soon. Any thread."""
        if self.qt_thread is not None:
            self.qt_thread.wanted.emit(call)

    def act(self, number: int) -> None:
        """Call a function of the program's menus. Any thread."""
        in_background(self.windows.setup.act, self.name, number)

    def come_forward(self, activation: str = "") -> None:
        """Come to the front. Any thread."""
        if self.front is not None:
            self.front.wanted.emit(activation)
        else:
            self.native.restore()
            self.native.show()

    def load(self, address: str) -> None:
        """Show one of our addresses, as a new window would. Any thread."""
        setup = self.windows.setup
        path = address.removeprefix(setup.origin) or "/"
        in_background(lambda: self.native.load_url(setup.entry(path)))

    # Closing

    def may_close(self) -> bool:
        """Whether the window may close now, on the system's event thread.

        Questions are asked from another thread, as their dialogs need this one. Who closes a
        window again while the program still decides about it, closes it.
        """
        if self.agreed or self.windows.leaving or self.program_decides or not self.has_to_ask():
            self.agreed = True
            self.remember_place()
            return True
        in_background(self.ask_to_close)
        return False

    def has_to_ask(self) -> bool:
        return self.windows.setup.look().asks_to_close or self.would_break_transfers()

    def would_break_transfers(self) -> bool:
        """Whether it is the last window, and files are on their way."""
        windows = list(self.windows.shown.values())
        others = [window for window in windows if window is not self and not window.agreed]
        return not others and self.windows.setup.busy()

    def ask_to_close(self) -> bool:
        """Close the window, if the program and the person agree. On a thread that can wait."""
        if not self.asking.acquire(blocking=False):
            return False
        try:
            if not self.program_agrees() or not self.person_agrees():
                return False
        finally:
            self.asking.release()
        self.agreed = True
        self.native.destroy()
        return True

    def program_agrees(self) -> bool:
        if not self.windows.setup.look().asks_to_close:
            return True
        self.program_decides = True
        try:
            return self.windows.setup.act(self.name, ON_CLOSE)
        except DesktopError as error:
            log.warning("The window closes without on_close: %s", error)
            return True
        finally:
            self.program_decides = False

    def person_agrees(self) -> bool:
        self.windows.finishing.clear()
        if not self.would_break_transfers():
            return True
        asked = self.windows.dialogs.ask(self, BUSY, [FINISH, STOP, KEEP_OPEN])
        if asked == 0:
            self.windows.close_when_done(self)
        return bool(asked == 1)

    def remember_place(self) -> None:
        placement = self.windows.setup.placement
        if uses_qt():
            from desktop.windows.qt import shell

            placement.remember(geometry=shell.geometry(self.native.native))
        else:
            native = self.native
            placement.remember(frame=[native.x, native.y, native.width, native.height])

    # What menus and programs do to it

    @property
    def takes_files(self) -> bool:
        """Whether File > Open is offered."""
        return self.windows.open_files is not None

    def open_files(self) -> None:
        """File > Open."""
        if self.windows.open_files:
            self.windows.open_files(self)

    def new_window(self) -> None:
        """File > New window."""
        self.windows.open_unasked("/")

    def print(self) -> None:
        """File > Print."""
        if self.printing is not None:
            self.printing.ask()
        else:
            in_background(self.native.run_js, "print()")

    def close(self) -> None:
        """File > Close window."""
        if self.qt_thread is not None:
            self.native.native.close()
        else:
            in_background(self.ask_to_close)

    def quit(self) -> None:
        """File > Quit."""
        self.windows.quit()

    @property
    def zooms(self) -> bool:
        """Whether zooming is ours to do; other web views do it by their own keys."""
        return uses_qt()

    def zoom(self, direction: int) -> None:
        """View > Zoom in, out, and back."""
        view = self.native.native.webview
        view.setZoomFactor(next_zoom(view.zoomFactor(), direction))

    def fullscreen(self) -> None:
        """View > Full screen."""
        in_background(self.native.toggle_fullscreen)

    def reload(self) -> None:
        """View > Reload."""
        if self.qt_thread is not None:
            self.native.native.webview.reload()
        else:
            in_background(self.native.run_js, "location.reload()")

    def about(self) -> None:
        """Help > About."""
        from desktop.windows.qt import shell

        satchel = f"Satchel {packaged.version()}"
        made = f"Made with {satchel}."
        text = satchel if self.title == "Satchel" else f"{self.title}\n\n{made}"
        if self.qt_thread is not None:
            shell.about(self.native.native, self.title, text)
        else:
            in_background(self.windows.dialogs.tell, self, text)

    def change(self, how: str, *numbers: int) -> None:
        """minimize, maximize, restore, fullscreen, raise, resize or move. Not on Qt's thread."""
        if how == "raise":
            self.come_forward()
            return
        if self.qt_thread is None:
            native = self.native
            calls: dict[str, Callable[..., None]] = {
                "minimize": native.minimize,
                "maximize": native.maximize,
                "restore": native.restore,
                "fullscreen": native.toggle_fullscreen,
                "resize": native.resize,
                "move": native.move,
            }
            calls[how](*numbers)
            return
        from desktop.windows.qt import shell

        view = self.native.native
        self.on_qt(lambda: shell.change(view, how, *numbers))


def uses_qt() -> bool:
    """On Linux only. Elsewhere the system has a web view that pywebview finds by itself."""
    return sys.platform == "linux"
