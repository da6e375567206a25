"""Native windows: opened, found, closed. pywebview does the work, each system its own way."""

import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, Protocol

import assets
from desktop import __version__, external, menus, qt
from desktop.errors import NoWindow
from desktop.placement import Placement, next_zoom

ICON = Path(assets.__file__).parent / "icons" / "satchel.svg"
WIDTH, HEIGHT = 1000, 720
MIN_SIZE = (360, 280)
QUESTION = "Files are still being transferred. Close the window and stop them?"

OpenFiles = Callable[["Window"], None]


@dataclass(frozen=True)
class Setup:
    """What all windows of this process share."""

    title: str
    origin: str  # http://127.0.0.1:PORT
    profile: Path  # the web view's own folder
    placement: Placement  # what the window looked like last
    entry: Callable[[str], str]  # the address that lets a window in and leads to a path
    busy: Callable[[], bool]  # whether closing now would break a transfer
    give: Callable[[Sequence[Path]], None]  # what was dropped on a window, or chosen in it
    debug: bool = False  # whether the program's author is looking


class Downloads(Protocol):
    """Takes over what a web view begins to download by itself (the bridge does)."""

    def save_unasked(self, url: str, name: str) -> None: ...

    def keep_unasked(self, path: Path, name: str) -> None: ...


class Windows:
    """The native windows of this process. `run` blocks the main thread until the last closes.

    Attributes:
        open_files: what File > Open does, called on the system's event thread; None leaves it out.
    """

    def __init__(self, setup: Setup, downloads: Downloads) -> None:
        self.setup = setup
        self.rules = qt.Rules(
            origin=setup.origin,
            webview=setup.profile,
            open_window=self.open_soon,
            open_link=external.open_link,
            save=downloads.save_unasked,
            keep=downloads.keep_unasked,
            give=setup.give,
        )
        self.open_files: OpenFiles | None = None
        self.shown: dict[str, Window] = {}  # by the name that pywebview gave it, oldest first
        self.leaving = False
        self.asking = threading.Lock()

    def run(self) -> None:
        """Open the first window and serve the system's events until the last is closed.

        Raises:
            NoWindow: the system offers no web view.
        """
        webview = prepared()
        self.create("/")
        icon = str(ICON) if uses_qt() else None
        start(webview, private_mode=False, storage_path=str(self.setup.profile), icon=icon)
        if uses_qt():
            qt.finish()

    def create(self, path: str) -> None:
        """Open a window on one of our pages; any thread but the system's event thread."""
        import webview

        native: Any = webview.create_window(
            self.setup.title,
            self.setup.entry(path),
            width=WIDTH,
            height=HEIGHT,
            min_size=MIN_SIZE,
            text_select=True,
            zoomable=True,
        )
        window = Window(self, native)
        first = not self.shown
        self.shown[native.uid] = window
        native.events.closing += window.may_close
        native.events.closed += lambda: self.shown.pop(native.uid, None)
        if uses_qt():
            native.events.before_show += window.dress
            if first:
                native.events.initialized += lambda: qt.install(self.rules)
        if first:
            native.events.before_show += self.take_signals

    def open_soon(self, path: str) -> None:
        """Open a window on one of our pages. Any thread, the system's event thread included."""
        in_background(self.create, path)

    def current(self) -> "Window | None":
        """The window that the person works in, else the newest; None where all are closed."""
        import webview

        try:
            active = webview.active_window()
        except AttributeError:  # Qt: the active window is a dialog, which pywebview did not make
            active = None
        found = self.shown.get(active.uid) if active else None
        return found or next(reversed(list(self.shown.values())), None)

    def come_forward(self, activation: str) -> None:
        """Let the window that the person works in come to the front. Any thread.

        Args:
            activation: the desktop's leave to do so, if it gave one.
        """
        if window := self.current():
            window.come_forward(activation)

    def close_all(self) -> None:
        """Close every window without asking. Not from the system's event thread."""
        self.leaving = True
        for window in list(self.shown.values()):
            window.native.destroy()

    def quit(self) -> None:
        """Close every window, where the person does not say no. Any thread."""
        in_background(self.ask_and_close, None)

    def ask_and_close(self, window: "Window | None") -> None:
        if not self.asking.acquire(blocking=False):
            return
        try:
            asked = window or self.current()
            if asked is None or not self.setup.busy() or asked.confirm(QUESTION):
                self.close_all()
        finally:
            self.asking.release()

    def take_signals(self) -> None:
        """Ctrl-C and SIGTERM close the windows. Here, as pywebview sets a handler of its own."""

        def leave(_number: int, _frame: FrameType | None) -> None:
            in_background(self.close_all)

        signal.signal(signal.SIGINT, leave)
        signal.signal(signal.SIGTERM, leave)


class Window:
    """One native window, and what its menus do (desktop.menus.Commands).

    Attributes:
        native: pywebview's.
    """

    def __init__(self, windows: Windows, native: Any) -> None:
        self.windows = windows
        self.native = native
        self.title = windows.setup.title
        self.debug = windows.setup.debug
        self.front: Any = None  # on Qt, once it is made

    def dress(self) -> None:
        """Qt only: give the window its menus, place and rules, before it is shown."""
        from desktop import qt_front, qt_shell

        others = [other for other in self.windows.shown.values() if other is not self]
        view, placement = self.native.native, self.windows.setup.placement
        process = qt_shell.WebProcess(view, self.title, self.load)
        qt.dress(self.native, self.windows.rules, process)
        qt_shell.add_menu_bar(view, menus.usual(self))
        qt_shell.place(view, placement, others[-1].native.native if others else None)
        qt_shell.keep_zoom(view, placement)
        self.front = qt_front.Front(view)

    def come_forward(self, activation: str) -> None:
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

    def may_close(self) -> bool:
        """Whether the window may close now. The last one asks first where files are under way.

        The question is asked from another thread, as its dialog needs this one.
        """
        windows = self.windows
        if windows.leaving or len(windows.shown) > 1 or not windows.setup.busy():
            self.remember_place()
            return True
        in_background(windows.ask_and_close, self)
        return False

    def remember_place(self) -> None:
        if uses_qt():
            from desktop import qt_shell

            geometry = qt_shell.geometry(self.native.native)
            self.windows.setup.placement.remember(geometry=geometry)

    def confirm(self, question: str) -> bool:
        """Ask; not on the system's event thread."""
        return bool(self.native.create_confirmation_dialog(self.title, question))

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
        self.windows.open_soon("/")

    def close(self) -> None:
        """File > Close window."""
        self.native.native.close()

    def quit(self) -> None:
        """File > Quit."""
        self.windows.quit()

    def zoom(self, direction: int) -> None:
        """View > Zoom in, out, and back."""
        view = self.native.native.webview
        view.setZoomFactor(next_zoom(view.zoomFactor(), direction))

    def fullscreen(self) -> None:
        """View > Full screen."""
        in_background(self.native.toggle_fullscreen)

    def reload(self) -> None:
        """View > Reload."""
        self.native.native.webview.reload()

    def about(self) -> None:
        """Help > About."""
        from desktop import qt_shell

        made = f"Made with Satchel {__version__}."
        text = f"Satchel {__version__}" if self.title == "Satchel" else f"{self.title}\n\n{made}"
        qt_shell.about(self.native.native, self.title, text)


def in_background(function: Callable[..., object], *arguments: object) -> None:
    """Run on a thread that does not keep the process alive."""
    threading.Thread(target=function, args=arguments, daemon=True).start()


def uses_qt() -> bool:
    """On Linux only. Elsewhere the system has a web view that pywebview finds by itself."""
    return sys.platform == "linux"


def prepared() -> Any:
    """pywebview, ready for this system."""
    if uses_qt():
        qt.prepare()
    import webview

    webview.settings["ALLOW_FILE_URLS"] = False
    return webview


def start(webview: Any, **options: Any) -> None:
    try:
        webview.start(gui="qt" if uses_qt() else None, **options)
    except webview.WebViewException as error:
        raise NoWindow(str(error)) from error


def was_open() -> bool:
    """Whether this process has had a window: a system's event loop runs only once."""
    webview = sys.modules.get("webview")
    return webview is not None and webview.renderer is not None


def show_page(title: str, html: str) -> None:
    """Show a page that needs no server until its window is closed.

    Raises:
        NoWindow: the system offers no web view.
    """
    webview = prepared()
    webview.create_window(title, html=html, width=WIDTH, height=HEIGHT, text_select=True)
    start(webview)
