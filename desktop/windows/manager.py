"""The windows of this process: they are opened, counted, found and closed together."""

import logging
import secrets
import signal
import threading
from collections.abc import Sequence
from types import FrameType

from core.language.texts import _
from core.live.protocol import WindowNews
from core.web.settings import Caller
from desktop.errors import TooManyWindows, WindowGone
from desktop.login import autostart
from desktop.system import browser
from desktop.system.errors import DesktopError
from desktop.system.threads import in_background
from desktop.windows.closing import Closing
from desktop.windows.native_window import Rules
from desktop.windows.setup import Setup
from desktop.windows.toolkit import Toolkit, TrayCommands
from desktop.windows.window import Window

log = logging.getLogger("satchel.desktop")

MAX_WINDOWS = 20  # each has a process of its own for its page


class Windows:
    """All windows, by name. Implements `window.Group`."""

    def __init__(self, setup: Setup, toolkit: Toolkit) -> None:
        self.setup, self.toolkit = setup, toolkit
        self.rules = Rules(
            origin=setup.origin,
            profile=setup.profile,
            open_window=self.open_unasked,
            open_link=browser.open_link,
            save=setup.save,
            keep=setup.keep,
            give=setup.give,
        )
        self.closing = Closing(setup.unfinished, self.close_all)
        self.shown: dict[str, Window] = {}  # oldest first
        self.coming = 0  # windows that are about to be shown
        self.counting = threading.Lock()
        self.refusals = browser.RateLimit()  # that are reported to pages

    @property
    def title(self) -> str:
        """The program's, for windows whose page has none."""
        return self.setup.look().title or self.setup.title

    @property
    def windows(self) -> Sequence[Window]:
        """Those that are open, oldest first."""
        return list(self.shown.values())

    def run(self) -> None:
        """Open the first window and serve the system's events until the last is closed.

        Raises:
            NoWindow: the system offers no web view.
        """
        self.toolkit.prepare()
        first = self.create("/")
        first.native.before_show(self.take_signals)
        if self.setup.look().tray:
            first.native.before_show(self.show_tray)
        self.toolkit.run(self.setup.look().icon, self.setup.profile)

    def show_tray(self) -> None:
        commands = TrayCommands(
            open=lambda: self.come_forward(""),
            toggle=lambda: in_background(self.toggle, ""),
            quit=self.quit_from_tray,
        )
        self.toolkit.show_tray(self.title, self.setup.look().icon, commands)

    def quit_from_tray(self) -> None:
        """Quit; questions about that are asked in a window that is seen."""
        if any(window.has_to_ask() for window in self.windows):
            self.come_forward("")
        self.quit()

    # Opening

    def create(self, path: str) -> Window:
        """Open a window on one of our pages. Any thread but the system's event thread."""
        name = secrets.token_urlsafe(9)
        url = self.setup.entry(f"{path}{'&' if '#' in path else '#'}satchel-window={name}")
        window = Window(self, name, lambda owner: self.toolkit.window(owner, url))
        self.shown[name] = window
        return window

    def open_soon(self, path: str) -> None:
        """Open a window on one of our pages. Any thread.

        Raises:
            TooManyWindows: as many as possible are open.
        """
        with self.counting:
            if len(self.shown) + self.coming >= MAX_WINDOWS:
                raise TooManyWindows(
                    _("{count} windows are already open. Close one first.", count=MAX_WINDOWS)
                )
            self.coming += 1
        in_background(self.create_counted, path)

    def create_counted(self, path: str) -> None:
        try:
            self.create(path)
        except DesktopError as error:  # the program is not responding, for example
            self.report_error(error)
        finally:
            with self.counting:
                self.coming -= 1

    def open_unasked(self, path: str) -> None:
        """Open a window for a page that waits for no answer; a refusal is shown in the page."""
        try:
            self.open_soon(path)
        except TooManyWindows as error:
            if self.refusals.take():  # a page may ask ten thousand times
                in_background(self.report_error, error)

    def report_error(self, error: DesktopError) -> None:
        log.warning("%s", error)
        self.setup.report(self.caller(), {"message": str(error)})

    # Finding

    def current(self) -> Window | None:
        """The window that the person works in, else the newest; None if all are closed."""
        active, windows = self.toolkit.active(), self.windows
        found = [window for window in windows if window.native.pywebview is active] or windows[-1:]
        return found[0] if found else None

    def of(self, caller: Caller) -> Window:
        """The window that a page is in.

        Raises:
            WindowGone: it is closed.
        """
        window = self.shown.get(caller.window) if caller.window else self.current()
        if window is None:
            raise WindowGone(_("The window was closed."))
        return window

    def caller(self) -> Caller:
        """The page of the window that the person works in."""
        window = self.current()
        return Caller(window.name if window else "", "")

    # Changing

    def renew(self) -> None:
        """Show other menus: the program was saved. Any thread."""
        for window in self.windows:
            window.native.show_menus()

    def keep_on_top(self, on: bool) -> None:
        """Keep all windows, and those to come, above those of other programs. Any thread."""
        self.setup.state.remember(on_top=on)
        for window in self.windows:
            window.native.set_on_top(on)
        self.renew()

    @property
    def at_login(self) -> bool | None:
        """Whether the program starts at login; None if that is not offered."""
        offered = autostart.is_offered() and self.setup.look().start_at_login
        return self.setup.autostart.is_on if offered else None

    def start_at_login(self) -> None:
        """Switch that on or off, and say in the page what was done. Any thread."""
        in_background(self.switch_start_at_login)

    def switch_start_at_login(self) -> None:
        entry = self.setup.autostart
        try:
            if entry.is_on:
                entry.turn_off()
                title, text = (
                    _("{program} no longer starts at login", program=self.title),
                    _("{path} is removed.", path=entry.path),
                )
            else:
                entry.turn_on()
                title, text = (
                    _("{program} starts at login", program=self.title),
                    _("{path} is written.", path=entry.path),
                )
        except DesktopError as error:
            self.report_error(error)
        else:
            news: WindowNews = {"notify": title, "text": text}
            self.setup.report(self.caller(), news)
        self.renew()

    def come_forward(self, activation: str) -> None:
        """Bring the window that the person works in to the front. Any thread.

        Args:
            activation: the desktop's permission, if it gave one.
        """
        if current := self.current():
            for window in self.windows:
                if window is not current:
                    window.native.show()
            current.native.come_forward(activation)

    def toggle(self, activation: str) -> bool:
        """Hide all windows if one of them is in front, else bring them there. Any thread.

        Returns:
            Whether they are in front now.
        """
        if self.toolkit.active() is None:
            self.come_forward(activation)
            return True
        for window in self.windows:
            window.native.hide()
        return False

    # Closing

    def closed(self, window: Window) -> None:
        self.shown.pop(window.name, None)

    def close_all(self) -> None:
        """Close every window without asking. Not on the event thread."""
        for window in self.windows:
            window.native.destroy()

    def quit(self) -> None:
        """Close one window after the other, until the person says no. Any thread."""
        # all() stops at the first that stays open.
        in_background(lambda: all(window.ask_to_close() for window in reversed(self.windows)))

    def take_signals(self) -> None:
        """Close the windows on Ctrl-C and SIGTERM. pywebview sets handlers before the first one."""

        def leave(_number: int, _frame: FrameType | None) -> None:
            in_background(self.closing.leave)

        signal.signal(signal.SIGINT, leave)
        signal.signal(signal.SIGTERM, leave)
