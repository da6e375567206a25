"""--debug: the process that runs the program; each saved change of it begins another one.

Its window, and the address in the terminal, belong to the supervisor, which outlives it.
"""

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from core.live.protocol import WindowNews
from core.live.trace import Failure, failure
from core.serving import App, Server, StartError
from core.uploads.local_files import LocalFile, Opened
from core.web.pages.error_pages import failure_page
from core.web.settings import Caller, Report
from desktop.launch import sources
from desktop.launch.launcher import Launcher
from desktop.launch.link import Connection, Link
from desktop.start import program
from desktop.start.commandline import Options
from desktop.start.plan import Plan
from desktop.system.errors import DesktopError, NothingToShow, ProgramFailed, StartupFailed
from desktop.system.exit import end_soon, leave
from desktop.system.threads import on_own_thread

log = logging.getLogger("satchel.desktop")

# Those that the program's author mends; the others are of the system or the command line.
MENDABLE = (ProgramFailed, NothingToShow, StartupFailed)

REMEDY = "It starts anew when you save it."


def main(options: Options, token: str, has_window: bool, connection: Connection) -> None:
    """Run the program until the supervisor says stop.

    Args:
        token: the launch's. It comes by a pipe, not in the environment, which others inherit.
    """
    sys.stdin = os.fdopen(
        0, encoding="utf-8", closefd=False
    )  # for pdb: multiprocessing took it away
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C goes to the supervisor, too
    try:
        Child(options, token, has_window, connection).run()
    finally:
        end_soon(0)


class Child:
    """What the supervisor may ask of the program, and what it is told."""

    plan: Plan
    launch: "Successor | None" = None

    def __init__(
        self, options: Options, token: str, has_window: bool, connection: Connection
    ) -> None:
        self.options = options
        self.token = token
        self.has_window = has_window
        self.stopped = threading.Event()
        offered: dict[str, Callable[..., Any]] = {
            "entry": self.entry,
            "transfers": self.transfers,
            "tell_opened": self.tell_opened,
            "files": self.files,
            "tell": self.tell,
            "stop": self.stop,
            "act": self.act,
            "report": self.report,
        }
        # Nobody is left to serve for once the supervisor has gone.
        self.link = Link(connection, offered, lost=partial(leave, 1))

    def run(self) -> None:
        self.link.start()
        try:
            self.plan = Plan.of(self.options, self.token)
            self.window = Window(self.plan.identity.session_id, self.has_window, self.link)
            local = Local(self.plan.identity.session_id, self.link)
            self.launch = Successor(self.plan, self.window, local, self.show, self.link)
            self.launch.run()
        except MENDABLE as error:
            self.failed(error)
        except DesktopError as error:
            self.link.call("refuse", error)

    def show(self, launch: Launcher) -> None:
        """Serve until the supervisor has had enough."""
        self.link.call("served", launch.url, launch.look)
        self.stopped.wait()

    def failed(self, error: DesktopError) -> None:
        """Say why the program does not run: in the pages that there are, else in one of our own."""
        told = str(error).replace(program.REMEDY, REMEDY)
        log.error("%s%s", error.details, told)
        cause = mendable(error)
        failed = failure(told, cause)
        files = sources.of_error(cause, self.plan.source.watched)
        if self.stopped.is_set() or self.link.call("failed", failed, files):
            return
        self.served.serve(App(lambda: failure_page(failed)))

    @property
    def served(self) -> "Successor":
        assert self.launch is not None, "nothing is asked before it is said to be served"
        return self.launch

    def entry(self, path: str, has_window: bool) -> str:
        self.window.available = has_window
        return self.served.entry(path)

    def act(self, window: str, number: int) -> bool:
        return self.served.act(window, number)

    def report(self, whom: Caller, news: WindowNews) -> None:
        self.window.report(whom, news)

    def transfers(self) -> int:
        return self.served.transfers()

    def tell_opened(self) -> None:
        self.served.tell_opened()

    def files(self) -> set[str]:
        return sources.of_program(self.plan.source.watched)

    def tell(self, failed: Failure) -> None:
        """Show in all pages that the newer program, which was to take over, failed."""
        application = self.served.application
        if application.loop is not None:
            application.loop.call_soon_threadsafe(application.failures.show, failed)

    def stop(self) -> None:
        self.stopped.set()
        if self.launch is None or not self.launch.is_served:
            leave(0)  # it is still being loaded, and something newer was saved meanwhile


class Successor(Launcher):
    """Serves on the port of the process before it, once that one has made room."""

    def __init__(
        self,
        plan: Plan,
        host: "Window",
        local: "Local",
        show: Callable[[Launcher], None],
        link: Link,
    ) -> None:
        super().__init__(plan, host, local, show)
        self.link = link
        self.is_served = False

    def serve(self, app: App) -> None:
        self.port = self.link.call("loaded", sources.of_program(self.plan.source.watched))
        self.is_served = True
        super().serve(app)

    def bound(self) -> Server:
        return super().bound() if self.port is None else self.server_on(self.port)

    def server_lost(self) -> None:
        leave(1)  # the supervisor reports it, and waits until a file of the program is saved


class Window:
    """The window, asked by way of the supervisor (core.web.settings.WindowHost)."""

    def __init__(self, session_id: str, available: bool, link: Link) -> None:
        self.session_id = session_id
        self.available = available
        self.link = link
        self.subscriber: Report | None = None

    def subscribe(self, report: Report) -> None:
        """Send reports to this function from now on."""
        self.subscriber = report

    def report(self, whom: Caller, news: WindowNews) -> None:
        """Pass a report of the window on."""
        if self.subscriber is not None:
            self.subscriber(whom, news)

    async def call(self, name: str, arguments: dict[str, Any], caller: Caller) -> Any:
        return await on_own_thread(self.link.call, "window", name, arguments, caller)

    async def do(self, name: str, arguments: dict[str, Any], caller: Caller) -> Any:
        return await on_own_thread(self.link.call, "do", name, arguments, caller)


class Local:
    """What was given to the window, asked by way of the supervisor: LocalFiles."""

    def __init__(self, session_id: str, link: Link) -> None:
        self.session_id = session_id
        self.link = link

    async def vouch(self, seen: dict[str, Any]) -> list[LocalFile | bool | None]:
        found: list[LocalFile | bool | None] = await on_own_thread(self.link.call, "vouch", seen)
        return found

    async def opened(self, shown: list[int]) -> list[Opened]:
        found: list[Opened] = await on_own_thread(self.link.call, "opened", shown)
        return found


def mendable(error: BaseException) -> BaseException:
    """The exception of the program itself, below those that say what it led to."""
    while error.__cause__ is not None and isinstance(error, (*MENDABLE, StartError)):
        error = error.__cause__
    return error
