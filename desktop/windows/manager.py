"""The native windows of this process. pywebview makes them, each system its own way."""

import logging
import secrets
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, Protocol

import assets
from core.web.settings import Caller, Report
from desktop.errors import TooManyWindows, WindowGone
from desktop.system import browser, packaged
from desktop.system.errors import DesktopError, NoWindow
from desktop.system.threads import in_background
from desktop.windows.native_window import OpenFiles, Window, uses_qt
from desktop.windows.options import HEIGHT, LEAST, WIDTH, Look
from desktop.windows.placement import Placement
from desktop.windows.qt import pywebview

log = logging.getLogger("satchel.desktop")

MAX_WINDOWS = 20  # each has a process of its own for its page

ICON = Path(assets.__file__).parent / "icons" / "satchel.svg"


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
    look: Callable[[], Look]  # what the program wants, now
    act: Callable[[str, int], bool]  # call a function of the program, for a window
    debug: bool = False  # whether the program's author is looking


class Downloads(Protocol):
    """Takes over what a web view begins to download by itself (the bridge does)."""

    def save_unasked(self, url: str, name: str) -> None: ...

    def keep_unasked(self, path: Path, name: str) -> None: ...


class Windows:
    """All windows. `run` blocks the main thread until the last closes.

    Attributes:
        open_files: what File > Open does, called on the system's event thread; None leaves it out.
        dialogs: the system's; set before `run`.
        tell: shows a message in the page of a window; set before `run`.
    """

    dialogs: Any
    tell: Report

    def __init__(self, setup: Setup, downloads: Downloads) -> None:
        self.setup = setup
        self.rules = pywebview.Rules(
            origin=setup.origin,
            webview=setup.profile,
            open_window=self.open_unasked,
            open_link=browser.open_link,
            save=downloads.save_unasked,
            keep=downloads.keep_unasked,
            give=setup.give,
        )
        self.open_files: OpenFiles | None = None
        self.shown: dict[str, Window] = {}  # by name, oldest first
        self.coming = 0  # windows that are about to be shown
        self.counting = threading.Lock()
        self.refusals = browser.Seldom()  # that pages are told of
        self.leaving = False
        self.finishing = threading.Event()  # they close when the transfers are done

    @property
    def title(self) -> str:
        """The program's, for windows whose page has none."""
        return self.setup.look().title or self.setup.title

    def run(self) -> None:
        """Open the first window and serve the system's events until the last is closed.

        Raises:
            NoWindow: the system offers no web view.
        """
        webview = prepared()
        self.create("/")
        profile = str(self.setup.profile)
        start(webview, self.setup.look().icon, private_mode=False, storage_path=profile)
        if uses_qt():
            pywebview.finish()

    def create(self, path: str) -> None:
        """Open a window on one of our pages; any thread but the system's event thread."""
        import webview

        look, name = self.setup.look(), secrets.token_urlsafe(9)
        size: dict[str, Any] = {"width": look.width, "height": look.height}
        if not uses_qt() and not self.shown:
            size |= self.setup.placement.frame()
        native: Any = webview.create_window(
            self.title,
            self.setup.entry(f"{path}{'&' if '#' in path else '#'}satchel-window={name}"),
            **size,
            min_size=LEAST,
            text_select=True,
            zoomable=True,
        )
        window = Window(self, native, name)
        if not uses_qt():
            native.menu = window.pywebview_menus()
        first = not self.shown
        self.shown[name] = window
        native.events.closing += window.may_close
        native.events.closed += lambda: self.shown.pop(name, None)
        if uses_qt():
            native.events.before_show += window.dress
            if first:
                native.events.initialized += lambda: pywebview.install(self.rules)
        if first:
            native.events.before_show += self.take_signals

    def open_soon(self, path: str) -> None:
        """Open a window on one of our pages. Any thread, the system's event thread included.

        Raises:
            TooManyWindows: as many as there may be are open.
        """
        with self.counting:
            if len(self.shown) + self.coming >= MAX_WINDOWS:
                raise TooManyWindows(
                    f"{MAX_WINDOWS} windows are open already. Close one of them first."
                )
            self.coming += 1
        in_background(self.create_counted, path)

    def create_counted(self, path: str) -> None:
        try:
            self.create(path)
        except DesktopError as error:  # as where the program does not answer
            self.tell_error(error)
        finally:
            with self.counting:
                self.coming -= 1

    def open_unasked(self, path: str) -> None:
        """The same where nobody waits for an answer: the page is told why no window opens."""
        try:
            self.open_soon(path)
        except TooManyWindows as error:
            if self.refusals.take():  # a page may ask ten thousand times
                in_background(self.tell_error, error)

    def tell_error(self, error: DesktopError) -> None:
        log.warning("%s", error)
        self.tell(self.caller(), {"message": str(error)})

    def current(self) -> Window | None:
        """The window that the person works in, else the newest; None where all are closed."""
        import webview

        try:
            active = webview.active_window()
        except AttributeError:  # Qt: the active window is a dialog, which pywebview did not make
            active = None
        windows = list(self.shown.values())
        found = [window for window in windows if window.native is active] or windows[-1:]
        return found[0] if found else None

    def of(self, caller: Caller) -> Window:
        """The window that a page is in.

        Raises:
            WindowGone: it is closed.
        """
        window = self.shown.get(caller.window) if caller.window else self.current()
        if window is None:
            raise WindowGone("The window was closed before it could do that.")
        return window

    def caller(self) -> Caller:
        """The page of the window that the person works in."""
        window = self.current()
        return Caller(window.name if window else "", "")

    def renew(self) -> None:
        """The program was saved, and may want its windows otherwise. Any thread."""
        for window in list(self.shown.values()):
            window.on_qt(window.add_menus)

    def come_forward(self, activation: str) -> None:
        """Let the window that the person works in come to the front. Any thread.

        Args:
            activation: the desktop's leave to do so, if it gave one.
        """
        if window := self.current():
            window.come_forward(activation)

    # Closing

    def close_all(self) -> None:
        """Close every window without asking. Not from the system's event thread."""
        self.leaving = True
        for window in list(self.shown.values()):
            window.native.destroy()

    def quit(self) -> None:
        """Close one window after the other, until the person says no. Any thread."""

        def close() -> None:
            for window in reversed(list(self.shown.values())):
                if not window.ask_to_close():
                    return

        in_background(close)

    def close_when_done(self, window: Window) -> None:
        """Close all windows as soon as no file is on its way any more, unless asked again."""
        if self.finishing.is_set():
            return
        self.finishing.set()
        in_background(self.finish)
        self.tell(window.caller, {"message": "The window closes when all files have arrived."})

    def finish(self) -> None:
        """Wait until it stays quiet: between a file and its handler there is a short moment."""
        never, quiet = threading.Event(), 0
        while self.finishing.is_set() and quiet < 5:
            quiet = 0 if self.setup.busy() else quiet + 1
            never.wait(0.2)
        if self.finishing.is_set():
            self.close_all()

    def take_signals(self) -> None:
        """Ctrl-C and SIGTERM close the windows. Here, as pywebview sets a handler of its own."""

        def leave(_number: int, _frame: FrameType | None) -> None:
            in_background(self.close_all)

        signal.signal(signal.SIGINT, leave)
        signal.signal(signal.SIGTERM, leave)


def prepared() -> Any:
    """pywebview, ready for this system."""
    if uses_qt():
        pywebview.prepare()
    import webview

    webview.settings["ALLOW_FILE_URLS"] = False
    return webview


def start(webview: Any, icon: str | None = None, **options: Any) -> None:
    if uses_qt():
        options |= {"gui": "qt", "icon": icon or str(packaged.icon() or ICON)}
    try:
        webview.start(**options)
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
    window = webview.create_window(title, html=html, width=WIDTH, height=HEIGHT, text_select=True)
    if uses_qt():
        window.events.before_show += lambda: pywebview.avoid_flash(window)
    start(webview)
