"""--debug: the process that runs the program. Each saved change starts another one.

The window and the address in the terminal belong to the supervisor, which outlives it.
"""

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from core.language.chosen import chosen_by_program
from core.live.trace import Failure, failure
from core.serving import App, Server, StartError
from core.web.pages.error_pages import failure_page
from desktop.launch import source_files
from desktop.launch.launcher import Launcher
from desktop.launch.link import Connection, Link
from desktop.launch.remote_window import RemoteFiles, RemoteWindow
from desktop.start import load_errors
from desktop.start.commandline import Options
from desktop.start.plan import Plan
from desktop.system.errors import DesktopError, NothingToShow, ProgramFailed, StartupFailed
from desktop.system.exit import end_soon, leave

log = logging.getLogger("satchel.desktop")

# Errors that the program's author can fix; others concern the system or the command line.
FIXABLE = (ProgramFailed, NothingToShow, StartupFailed)

REMEDY = "Save it to start it again."


def main(options: Options, token: str, has_window: bool, connection: Connection) -> None:
    """Run the program until the supervisor ends it.

    Args:
        token: the launch token, which arrives by a pipe: an environment would be inherited.
    """
    # For pdb: multiprocessing has replaced it.
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    signal.signal(signal.SIGINT, lambda *_: None)  # Ctrl-C goes to the supervisor, too
    try:
        Child(options, token, has_window, connection).run()
    finally:
        end_soon(0)


class Child:
    """The program, which the supervisor calls over the link."""

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
            "transfers": lambda: self.served.transfers(),
            "stop_transfers": lambda: self.served.stop_transfers(),
            "work": lambda: self.served.work(),
            "announce_opened": lambda: self.served.announce_opened(),
            "files": lambda: source_files.of_program(self.plan.source.watched),
            "show_failure": self.show_failure,
            "stop": self.stop,
            "act": lambda window, number: self.served.act(window, number),
            "report": lambda to, news: self.window.report(to, news),
        }
        # Without the supervisor there is nothing to serve.
        self.link = Link(connection, offered, lost=partial(leave, 1))

    def run(self) -> None:
        self.link.start()
        try:
            self.plan = Plan.of(self.options, self.token)
            self.window = RemoteWindow(self.plan.identity.session_id, self.has_window, self.link)
            local = RemoteFiles(self.plan.identity.session_id, self.link)
            self.launch = Successor(self.plan, self.window, local, self.show, self.link)
            self.launch.run()
        except FIXABLE as error:
            self.failed(error)
        except DesktopError as error:
            self.link.call("refuse", error)

    def show(self, launch: Launcher) -> None:
        """Serve until the supervisor calls `stop`."""
        self.link.call("served", launch.url, replace(launch.look, language=chosen_by_program()))
        self.stopped.wait()

    def failed(self, error: DesktopError) -> None:
        """Show why the program does not run: in open pages, else in a page of its own."""
        message = str(error).replace(load_errors.REMEDY, REMEDY)
        log.error("%s%s", error.details, message)
        cause = program_error(error)
        failed = failure(message, cause)
        files = source_files.of_error(cause, self.plan.source.watched)
        if self.stopped.is_set() or self.link.call("failed", failed, files):
            return
        self.served.serve(App(lambda: failure_page(failed)))

    @property
    def served(self) -> "Successor":
        assert self.launch is not None, "the supervisor calls only a child that serves"
        return self.launch

    def entry(self, path: str, has_window: bool) -> str:
        self.window.note(has_window)
        return self.served.entry(path)

    def show_failure(self, failed: Failure) -> None:
        """Show in all pages that the newer program failed."""
        application = self.served.application
        if application.loop is not None:
            application.loop.call_soon_threadsafe(application.failures.show, failed)

    def stop(self) -> None:
        self.stopped.set()
        if self.launch is None or not self.launch.is_served:
            leave(0)  # still loading, and a newer program was saved


class Successor(Launcher):
    """Serves on the port of the previous process, once that has ended."""

    def __init__(
        self,
        plan: Plan,
        host: RemoteWindow,
        local: RemoteFiles,
        show: Callable[[Launcher], None],
        link: Link,
    ) -> None:
        super().__init__(plan, host, local, show)
        self.link = link
        self.is_served = False

    def serve(self, app: App) -> None:
        self.port = self.link.call("loaded", source_files.of_program(self.plan.source.watched))
        self.is_served = True
        super().serve(app)

    def bound(self) -> Server:
        return super().bound() if self.port is None else self.server_on(self.port)

    def server_lost(self) -> None:
        leave(1)  # the supervisor reports it and waits for a saved change


def program_error(error: BaseException) -> BaseException:
    """The exception that the program raised, below those of ours that it caused."""
    while error.__cause__ is not None and isinstance(error, (*FIXABLE, StartError)):
        error = error.__cause__
    return error
