"""Every call that a page may make of the window, with its checks.

Calls arrive on the page's own channel, so core has already checked that the page belongs to the
window's session. Nothing else in them is trusted. `desktop.bridge.program_calls` has the calls that
only the program may make.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.language.texts import _
from core.live.errors import HostError
from core.live.protocol import WindowNews
from core.web.settings import Caller, Report
from desktop.bridge.page_menus import read_menus
from desktop.bridge.program_calls import ProgramCalls
from desktop.files import opener
from desktop.files.save import Saves
from desktop.system.browser import RateLimit
from desktop.system.errors import DesktopError
from desktop.system.threads import in_background, on_own_thread
from desktop.windows.manager import Windows

log = logging.getLogger("satchel.desktop")

Arguments = dict[str, Any]


class Bridge:
    """Implements core.web.settings.WindowHost. Refuses every call until `connect`.

    Attributes:
        for_pages: the calls that pages may make, by name.
        for_program: the calls that only the program may make.
    """

    def __init__(self, session_id: str) -> None:
        self.session_id = session_id
        self.for_pages: dict[str, Callable[[Arguments, Caller], Any]] = {}
        self.shown = RateLimit()
        self.subscriber: Report | None = None  # the application, or its process's supervisor
        self.for_program: dict[str, Callable[[Arguments, Caller], Any]] = {}

    @property
    def drags(self) -> bool:
        """Whether files can be dragged out of the windows."""
        return self.available and self.windows.toolkit.drags

    @property
    def available(self) -> bool:
        """Whether there is a window to ask."""
        return bool(self.for_pages)

    def subscribe(self, report: Report) -> None:
        """Send reports to this function from now on."""
        self.subscriber = report

    def report(self, to: Caller, news: WindowNews) -> None:
        """Send a page the progress of what it asked the window for. Any thread."""
        if self.subscriber is not None:
            self.subscriber(to, news)

    def writing(self) -> bool:
        """Whether a file is being saved."""
        return self.available and bool(self.saves.writing)

    def connect(self, windows: Windows, saves: Saves) -> None:
        """Serve calls from now on: there are windows."""
        self.windows, self.saves = windows, saves
        self.for_program = ProgramCalls(windows, saves.dialogs, saves).offered
        self.for_pages = {
            "save": self.save,
            "open": self.open,
            "cancel": self.cancel,
            "show": self.show,
            "menus": self.menus,
        }

    async def call(self, name: str, arguments: Arguments, caller: Caller) -> Any:
        """Answer a call of a page.

        Raises:
            HostError: refused or failed; the message is for the person.
        """
        return await on_own_thread(self.ask, name, arguments, caller)

    def ask(self, name: str, arguments: Arguments, caller: Caller) -> Any:
        """The same, blocking."""
        if name not in self.for_pages:
            raise HostError(f"The window does not offer {name!r}.")
        try:
            return self.for_pages[name](arguments, caller)
        except DesktopError as error:
            raise HostError(str(error)) from error

    async def do(self, name: str, arguments: Arguments, caller: Caller) -> Any:
        """Answer a call of the program.

        Raises:
            DesktopError: it could not be done.
        """
        return await on_own_thread(self.obey, name, arguments, caller)

    def obey(self, name: str, arguments: Arguments, caller: Caller) -> Any:
        """The same, blocking."""
        return self.for_program[name](arguments, caller)

    # Calls of pages

    def save(self, arguments: Arguments, caller: Caller) -> bool:
        """{url, name}: save an address of ours. True once it is saved, False if cancelled."""
        url, name = texts(arguments, "url", "name")
        return self.saves.save(url, name, caller) is not None

    def open(self, arguments: Arguments, caller: Caller) -> bool:
        """{url}: show a page of ours in a window of its own; the web view would not."""
        (url,) = texts(arguments, "url")
        self.windows.open_soon(self.saves.server.path(url))
        return True

    def cancel(self, arguments: Arguments, caller: Caller) -> None:
        """{save}: stop a save that is being written."""
        self.saves.cancel(number(arguments, "save"))

    def show(self, arguments: Arguments, caller: Caller) -> None:
        """{save}: show a file in its folder; only files that were just saved."""
        if place := self.saves.saved.get(number(arguments, "save")):
            if not self.shown.take():
                raise HostError(
                    _("The file manager was opened many times just now. Wait a moment.")
                )
            opener.show_in_folder(place)

    def menus(self, arguments: Arguments, caller: Caller) -> bool:
        """{menus}: show the page's menus. False if the window cannot; the page shows them then."""

        def choose(command: str) -> None:
            in_background(self.report, caller, {"menu": command})

        menus = read_menus(arguments.get("menus"), choose)
        # A browser that shows the window's session has menus in its pages.
        return bool(caller.window) and self.windows.of(caller).show_menus(menus)

    # Downloads of the web view itself

    def save_unasked(self, url: str, name: str) -> None:
        """Save a download that the web view began."""
        to = self.windows.caller()
        in_background(self.report_errors, lambda: self.saves.save(url, name, to), to)

    def keep_unasked(self, path: Path, name: str) -> None:
        """Save a file that the web view wrote into our cache."""
        to = self.windows.caller()
        in_background(self.report_errors, lambda: self.saves.keep(path, name, to), to)

    def report_errors(self, action: Callable[[], object], to: Caller) -> None:
        """Show errors in the page of the window: no page waits for an answer."""
        try:
            action()
        except DesktopError as error:
            log.warning("%s", error)
            self.report(to, {"message": str(error)})


def texts(arguments: Arguments, *wanted: str) -> list[str]:
    found = [arguments.get(name, "") for name in wanted]
    if not all(isinstance(value, str) for value in found):
        raise HostError(f"The window expects text for {' and '.join(wanted)}.")
    return found


def number(arguments: Arguments, wanted: str) -> int:
    found = arguments.get(wanted)
    if not isinstance(found, int) or isinstance(found, bool):
        raise HostError(f"The window expects a number for {wanted}.")
    return found
