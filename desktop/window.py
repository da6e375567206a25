"""Native windows: opened, found, closed. pywebview does the work, each system its own way."""

import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, Protocol

from desktop import external, qt
from desktop.errors import NoWindow

WIDTH, HEIGHT = 1000, 720
MIN_SIZE = (360, 280)
QUESTION = "Files are still being transferred. Close the window and stop them?"


@dataclass(frozen=True)
class Setup:
    """What all windows of this process share."""

    title: str
    origin: str  # http://127.0.0.1:PORT
    profile: Path  # the web view's own folder
    entry: Callable[[str], str]  # the address that lets a window in and leads to a path
    busy: Callable[[], bool]  # whether closing now would break a transfer


class Downloads(Protocol):
    """Takes over what a web view begins to download by itself (the bridge does)."""

    def save_unasked(self, url: str, name: str) -> None: ...

    def keep_unasked(self, path: Path, name: str) -> None: ...


class Windows:
    """The native windows of this process. `run` blocks the main thread until the last closes."""

    def __init__(self, setup: Setup, downloads: Downloads) -> None:
        self.setup = setup
        self.rules = qt.Rules(
            origin=setup.origin,
            webview=setup.profile,
            open_window=self.open_soon,
            open_link=external.open_link,
            save=downloads.save_unasked,
            keep=downloads.keep_unasked,
        )
        self.leaving = False
        self.asking = threading.Lock()

    def run(self) -> None:
        """Open the first window and serve the system's events until the last is closed.

        Raises:
            NoWindow: the system offers no web view.
        """
        webview = prepared()
        self.create("/", first=True)
        start(webview, private_mode=False, storage_path=str(self.setup.profile))
        if uses_qt():
            qt.finish()

    def create(self, path: str, *, first: bool = False) -> None:
        import webview

        window: Any = webview.create_window(
            self.setup.title,
            self.setup.entry(path),
            width=WIDTH,
            height=HEIGHT,
            min_size=MIN_SIZE,
            text_select=True,
            zoomable=True,
            hidden=False,
        )
        window.events.closing += lambda: self.may_close(window)
        if uses_qt():
            window.events.before_show += lambda: qt.dress(window, self.rules)
            if first:
                window.events.initialized += lambda: qt.install(self.rules)
        if first:
            window.events.before_show += self.take_signals

    def open_soon(self, path: str) -> None:
        """Open a window on one of our pages. Any thread, the system's event thread included."""
        in_background(self.create, path)

    def current(self) -> Any:
        """The window that the person works in, else the newest; None where all are closed."""
        import webview

        try:
            active = webview.active_window()
        except AttributeError:  # Qt: the active window is a dialog, which pywebview did not make
            active = None
        return active or (webview.windows[-1] if webview.windows else None)

    def may_close(self, window: Any) -> bool:
        """Whether a window may close now. The last one asks first where files are under way.

        The question is asked from another thread, as its dialog needs this one.
        """
        import webview

        if self.leaving or len(webview.windows) > 1 or not self.setup.busy():
            return True
        if self.asking.acquire(blocking=False):
            in_background(self.ask_and_close, window)
        return False

    def ask_and_close(self, window: Any) -> None:
        try:
            if window.create_confirmation_dialog(self.setup.title, QUESTION):
                self.close_all()
        finally:
            self.asking.release()

    def close_all(self) -> None:
        """Close every window without asking. Not from the system's event thread."""
        import webview

        self.leaving = True
        for window in list(webview.windows):
            window.destroy()

    def take_signals(self) -> None:
        """Ctrl-C and SIGTERM close the windows. Here, as pywebview sets a handler of its own."""

        def leave(_number: int, _frame: FrameType | None) -> None:
            in_background(self.close_all)

        signal.signal(signal.SIGINT, leave)
        signal.signal(signal.SIGTERM, leave)


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
