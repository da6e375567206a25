"""--debug: run the program in a process of its own, and replace that when the program is saved.

Window, port and session stay; modules, threads and state are new. The newer process loads the
program while the older one still serves, then takes its place. If loading fails, the older one
continues, and its pages show why.
"""

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from core.language.chosen import choose
from core.live.protocol import WindowNews
from core.live.trace import Failure
from core.web.settings import Caller
from desktop.bridge.page_calls import Bridge
from desktop.files.intake import Intake
from desktop.launch import views
from desktop.launch.child_process import ANSWER, STOP, ChildProcess
from desktop.launch.link import LinkLost
from desktop.launch.source_files import Watch
from desktop.start.instance import Instance
from desktop.start.plan import Plan
from desktop.system.errors import DesktopError
from desktop.windows.options import Look

log = logging.getLogger("satchel.desktop")

PAUSE = 0.2  # seconds between two checks of the files


class Supervisor:
    """Starts, replaces and ends the processes that run the program. Implements `views.Serving`."""

    def __init__(self, plan: Plan, bridge: Bridge, intake: Intake, instance: Instance) -> None:
        self.plan = plan
        self.bridge = bridge
        self.intake = intake
        self.instance = instance
        self.url = ""
        self.watch = Watch()
        self.taking_over = threading.Lock()
        self.newest: ChildProcess | None = None
        self.serving: ChildProcess | None = None  # has the port, or is about to
        self.settled = threading.Event()  # the first one serves, or cannot
        self.refused: BaseException | None = None
        self.leaving = False
        self.look = Look()
        bridge.subscribe(self.report)

    def run(self) -> None:
        """Show the program; returns when the last window is closed.

        Raises:
            DesktopError: it cannot be served, whatever its author saves.
        """
        try:
            self.begin()
            while not self.settled.wait(1):  # without a limit, Windows would not notice Ctrl-C
                pass
            if self.refused:
                raise self.refused
            threading.Thread(target=self.reload_on_save, daemon=True).start()
            views.show(self.plan, self, self.bridge, self.intake, self.instance)
        finally:
            self.leaving = True
            self.end()

    def begin(self) -> None:
        offered: dict[str, Callable[..., Any]] = {
            "loaded": self.loaded,
            "served": self.served,
            "failed": self.failed,
            "refuse": self.refuse,
            "window": lambda _child, *asked: self.bridge.ask(*asked),
            "do": lambda _child, *asked: self.bridge.obey(*asked),
            "vouch": lambda _child, seen: self.intake.vouching.vouch(seen),
            "opened": lambda _child, shown: self.intake.openings.take(shown),
        }
        self.newest = ChildProcess(self.plan, self.bridge.available, offered, self.lost)
        self.newest.start()

    def end(self) -> None:
        for each in {self.newest, self.serving}:
            if each is not None:
                each.stop()

    def reload_on_save(self) -> None:
        while not self.leaving:
            time.sleep(PAUSE)
            self.watch.add(self.files())
            if not self.watch.changed():
                continue
            while self.watch.changed():  # several files are being saved
                time.sleep(PAUSE)
            if self.newest is not None and self.newest is not self.serving:
                self.newest.stop()
            log.info("The program was saved and starts again")
            self.begin()

    # For the views; see `views.Serving`

    def entry(self, path: str) -> str:
        return str(self.ask("entry", path, self.bridge.available))

    def act(self, window: str, number: int) -> bool:
        serving = self.serving
        try:
            return serving is None or serving.link.call("act", window, number) is not False
        except LinkLost:
            return True

    def report(self, to: Caller, news: WindowNews) -> None:
        """Send a page the progress of what it asked the window for."""
        with contextlib.suppress(DesktopError):
            self.ask("report", to, news)

    def transfers(self) -> int:
        with contextlib.suppress(DesktopError):
            return int(self.ask("transfers"))
        return 0

    def stop_transfers(self) -> None:
        with contextlib.suppress(DesktopError):
            self.ask("stop_transfers")

    def work(self) -> tuple[int, int]:
        with contextlib.suppress(DesktopError):
            done, tasks = self.ask("work")
            return done, tasks
        return 0, 0

    def announce_opened(self) -> None:
        # Pages that miss this ask when they load.
        with contextlib.suppress(DesktopError):
            self.ask("announce_opened")

    def files(self) -> set[str]:
        with contextlib.suppress(DesktopError):
            return set(self.ask("files"))
        return set()

    def ask(self, name: str, *arguments: Any) -> Any:
        serving = self.serving
        try:
            if serving is not None:
                return serving.link.call(name, *arguments, timeout=ANSWER)
        except (LinkLost, TimeoutError):
            pass
        raise DesktopError("The program is not responding. Save it to start it again.")

    # Called by the child processes

    def loaded(self, newer: ChildProcess, files: set[str]) -> int | None:
        """A program is ready to be served: end the older one. Returns the port, if it is known."""
        self.watch.add(files)
        with self.taking_over:
            older, self.serving = self.serving, newer
            if older is not None and older is not newer:
                older.stop()
        return self.port

    def served(self, _child: ChildProcess, url: str, look: Look) -> None:
        self.url, self.look = url, look
        choose(look.language)
        if self.bridge.available:
            self.bridge.windows.renew()
        self.settled.set()

    def failed(self, newer: ChildProcess, failed: Failure, files: set[str]) -> bool:
        """A program could not be run. Returns whether an older one shows why."""
        self.watch.add(files)
        older = self.serving
        if older is None or older is newer or older.is_stand_in or older.stopping:
            newer.stand_in()
            return False
        with contextlib.suppress(LinkLost, TimeoutError):
            older.link.call("show_failure", failed, timeout=ANSWER)
        return True

    def refuse(self, _child: ChildProcess, error: DesktopError) -> None:
        """It cannot be served at all: the port is taken, for example."""
        self.refused = error
        if self.settled.is_set():
            log.error("%s", error)
        self.settled.set()

    def lost(self, which: ChildProcess) -> None:
        """A child has ended."""
        if which.stopping:
            return
        which.process.join(STOP)
        code = which.process.exitcode
        if self.serving is which:
            self.serving = None
            log.error("The program ended with code %s. Save it to start it again.", code)
        if not self.settled.is_set():
            self.refused = SystemExit(code)
            self.settled.set()

    @property
    def port(self) -> int | None:
        """The port of all children; None before the first one is served."""
        return int(self.url.rpartition(":")[2]) if self.url else None
