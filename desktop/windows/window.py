"""One window of the program: what its menus do, and how it closes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Protocol

from core.language.texts import N_, _
from core.web.settings import Caller
from desktop.system import packaged
from desktop.system.errors import DesktopError
from desktop.system.threads import in_background
from desktop.windows import menus
from desktop.windows.closing import Closing, Unfinished
from desktop.windows.menus import MenuList
from desktop.windows.native_window import NativeWindow, Rules
from desktop.windows.options import ON_CLOSE, Look
from desktop.windows.setup import Setup
from desktop.windows.usual_menus import Commands, usual_menus

log = logging.getLogger("satchel.desktop")

ANSWERS = (N_("Finish, then close"), N_("Stop and close"), N_("Keep open"))


class Group(Protocol):
    """All windows, as one of them knows them."""

    setup: Setup
    rules: Rules
    closing: Closing

    @property
    def title(self) -> str: ...

    @property
    def windows(self) -> Sequence[Window]: ...

    def open_unasked(self, path: str) -> None: ...

    def quit(self) -> None: ...

    def keep_on_top(self, on: bool) -> None: ...

    @property
    def at_login(self) -> bool | None: ...

    def start_at_login(self) -> None: ...

    def closed(self, window: Window) -> None: ...


class Window:
    """Implements `native_window.Owner` and `dialogs.Parent`.

    Args:
        show: makes the native window.
        name: unguessable; the page in the window reports it.
    """

    def __init__(self, group: Group, name: str, show: Callable[[Window], NativeWindow]) -> None:
        self.group, self.name = group, name
        self.setup, self.rules = group.setup, group.rules
        self.state = group.setup.state
        self.asking = threading.Lock()
        self.agreed = False  # that it closes
        self.program_decides = False  # its on_close runs
        self.page_menus: list[MenuList] = []
        self.native = show(self)

    @property
    def title(self) -> str:
        """The program's."""
        return self.group.title

    @property
    def look(self) -> Look:
        return self.setup.look()

    @property
    def beside(self) -> NativeWindow | None:
        others = [window for window in self.group.windows if window is not self]
        return others[-1].native if others else None

    @property
    def caller(self) -> Caller:
        """The recipient of reports about this window."""
        return Caller(self.name, "")

    def menus(self, native: NativeWindow) -> list[MenuList]:
        usual = usual_menus(self.title, native, self.commands(native), debug=self.setup.debug)
        own = menus.joined(usual, menus.of_program(self.look, self.act))
        return menus.joined(own, self.page_menus)

    def show_menus(self, of_page: list[MenuList]) -> bool:
        """Show the menus of the page, too; False if this window's menus cannot change."""
        if self.native.renews_menus:
            self.page_menus = of_page
            self.native.show_menus()
        return self.native.renews_menus

    def left(self) -> None:
        if self.page_menus:
            self.show_menus([])

    def commands(self, native: NativeWindow) -> Commands:
        return Commands(
            open_files=lambda: self.setup.open_files(self),
            new_window=lambda: self.group.open_unasked("/"),
            quit=self.group.quit,
            about=lambda: native.about(self.about(), packaged.licences()),
            at_login=self.group.at_login,
            start_at_login=self.group.start_at_login,
            on_top=self.state.on_top,
            keep_on_top=lambda: self.group.keep_on_top(not self.state.on_top),
        )

    def about(self) -> str:
        """The text of Help > About."""
        satchel = f"Satchel {packaged.version()}"
        made = _("Made with {program}.", program=satchel)
        return satchel if self.title == "Satchel" else f"{self.title}\n\n{made}"

    def act(self, number: int) -> None:
        """Call a function of the program's menus. Any thread."""
        in_background(self.setup.act, self.name, number)

    def load(self, address: str) -> None:
        """Show one of our addresses, as a new window would. Any thread."""
        path = address.removeprefix(self.setup.origin) or "/"
        in_background(lambda: self.native.load(self.setup.entry(path)))

    # Closing

    def may_close(self) -> bool:
        """Whether the window may close now. Called on the event thread.

        Dialogs need that thread, so the questions are asked from another one. Closing a window
        again while the program still decides closes it.
        """
        leaving = self.agreed or self.group.closing.leaving or self.program_decides
        if leaving or not self.has_to_ask():
            self.agreed = True
            self.native.remember_place()
            return True
        in_background(self.ask_to_close)
        return False

    def closed(self) -> None:
        self.group.closed(self)

    def has_to_ask(self) -> bool:
        return self.look.asks_to_close or bool(self.would_break())

    def would_break(self) -> Unfinished | None:
        """What closing this window would interrupt, because it is the last one."""
        others = [each for each in self.group.windows if each is not self and not each.agreed]
        return None if others else self.setup.unfinished()

    def ask_to_close(self) -> bool:
        """Close the window, if the program and the person agree. Blocks."""
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
        if not self.look.asks_to_close:
            return True
        self.program_decides = True
        try:
            return self.setup.act(self.name, ON_CLOSE)
        except DesktopError as error:
            log.warning("The window closes without on_close: %s", error)
            return True
        finally:
            self.program_decides = False

    def person_agrees(self) -> bool:
        self.group.closing.keep_open()
        if not (unfinished := self.would_break()):
            return True
        asked = self.setup.dialogs.ask(self, unfinished.question, [_(answer) for answer in ANSWERS])
        if asked == 0 and self.group.closing.begin_to_finish():
            self.setup.report(self.caller, {"message": unfinished.finishing})
        if asked == 1 and self.would_break():  # no other window was opened meanwhile
            self.setup.stop_transfers()
        return asked == 1
