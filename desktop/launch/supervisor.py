"""--debug: run the program in a process of its own, and run it anew when it is saved.

The window, the port and the session stay; all else of the program is new: modules, threads, state.
The newer process loads the program while the older one still serves, and takes its place once that
went well. Where it failed, the older one goes on, and its pages show why.
"""

import contextlib
import logging
import multiprocessing
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from core.live.protocol import WindowNews
from core.live.trace import Failure
from core.web.settings import Caller
from desktop.bridge.page_calls import Bridge
from desktop.files.intake import Intake
from desktop.launch import child, views
from desktop.launch.link import Link, LinkLost
from desktop.launch.sources import Watch
from desktop.start.instance import Instance
from desktop.start.plan import Plan
from desktop.system.errors import DesktopError
from desktop.windows.options import Look

log = logging.getLogger("satchel.desktop")

LOOK = 0.2  # seconds between two looks at the files
ANSWER = 5.0  # seconds in which a child answers
STOP = 8.0  # seconds that a child gets to end by itself


class Supervisor:
    """Starts, replaces and ends the processes that run the program. It is what the views show."""

    def __init__(self, plan: Plan, bridge: Bridge, intake: Intake, instance: Instance) -> None:
        self.plan = plan
        self.bridge = bridge
        self.intake = intake
        self.instance = instance
        self.url = ""
        self.watch = Watch()
        self.taking_over = threading.Lock()
        self.newest: Child | None = None
        self.serving: Child | None = None  # the one that has, or is about to have, the port
        self.settled = threading.Event()  # it is known what became of the first one
        self.refused: BaseException | None = None
        self.leaving = False
        self.wanted = Look()
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
        self.newest = Child(self)
        self.newest.start()

    def end(self) -> None:
        for each in {self.newest, self.serving}:
            if each is not None:
                each.stop()

    def reload_on_save(self) -> None:
        while not self.leaving:
            time.sleep(LOOK)
            self.watch.add(self.files())
            if not self.watch.changed():
                continue
            while self.watch.changed():  # several files are being saved
                time.sleep(LOOK)
            if self.newest is not None and self.newest is not self.serving:
                self.newest.stop()
            log.info("The program was saved: it starts anew")
            self.begin()

    # What the views ask

    def entry(self, path: str) -> str:
        """An address that works once, gives the window's session and leads to a path."""
        return str(self.ask("entry", path, self.bridge.available))

    @property
    def look(self) -> Look:
        """How the program wants its window."""
        return self.wanted

    def act(self, window: str, number: int) -> bool:
        """Call a function of the program's menus for the page in a window; False if it says so."""
        serving = self.serving
        try:
            return serving is None or serving.link.call("act", window, number) is not False
        except LinkLost:
            return True

    def report(self, whom: Caller, news: WindowNews) -> None:
        """Tell a page how far the window is with what it asked for."""
        with contextlib.suppress(DesktopError):
            self.ask("report", whom, news)

    def transfers(self) -> int:
        """How many uploads are in flight."""
        with contextlib.suppress(DesktopError):
            return int(self.ask("transfers"))
        return 0

    def tell_opened(self) -> None:
        """Let pages know that something was opened; one that does not answer asks by itself."""
        with contextlib.suppress(DesktopError):
            self.ask("tell_opened")

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
        raise DesktopError("The program does not answer. Save it to start it anew.")

    # What a child tells

    def loaded(self, newer: "Child", files: set[str]) -> int | None:
        """A program is ready to be served: the older one makes room. Returns the port, if any."""
        self.watch.add(files)
        with self.taking_over:
            older, self.serving = self.serving, newer
            if older is not None and older is not newer:
                older.stop()
        return self.port

    def served(self, url: str, look: Look) -> None:
        self.url, self.wanted = url, look
        if self.bridge.available:
            self.bridge.windows.renew()
        self.settled.set()

    def failed(self, newer: "Child", failed: Failure, files: set[str]) -> bool:
        """A program could not be run. Returns whether an older one goes on and has told so."""
        self.watch.add(files)
        older = self.serving
        if older is None or older is newer or older.is_stand_in:
            newer.is_stand_in = True
            return False
        with contextlib.suppress(LinkLost, TimeoutError):
            older.link.call("tell", failed, timeout=ANSWER)
        return True

    def refuse(self, error: DesktopError) -> None:
        """It cannot be served at all, as where the port is taken."""
        self.refused = error
        if self.settled.is_set():
            log.error("%s", error)
        self.settled.set()

    def lost(self, which: "Child") -> None:
        """A child has ended."""
        if which.stopping:
            return
        which.process.join(STOP)
        code = which.process.exitcode
        if self.serving is which:
            self.serving = None
            log.error("The program ended with code %s. It starts anew when saved.", code)
        if not self.settled.is_set():
            self.refused = SystemExit(code)
            self.settled.set()

    @property
    def port(self) -> int | None:
        """The port of all children; None before the first one has found it."""
        return int(self.url.rpartition(":")[2]) if self.url else None


class Child:
    """A process that runs the program, seen from here."""

    def __init__(self, supervisor: Supervisor) -> None:
        # Not forked: a new Python, without the window's libraries.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self.theirs = theirs
        self.stopping = False
        self.is_stand_in = False  # it only shows why the program cannot be run
        plan, bridge = supervisor.plan, supervisor.bridge
        arguments = (plan.options, plan.identity.token, bridge.available, theirs)
        self.process = context.Process(target=child.main, args=arguments)
        offered: dict[str, Callable[..., Any]] = {
            "loaded": partial(supervisor.loaded, self),
            "served": supervisor.served,
            "failed": partial(supervisor.failed, self),
            "refuse": supervisor.refuse,
            "window": bridge.ask,
            "vouch": supervisor.intake.vouching.vouch,
            "opened": supervisor.intake.openings.take,
            "do": bridge.obey,
        }
        self.link = Link(ours, offered, lost=lambda: supervisor.lost(self))

    def start(self) -> None:
        self.process.start()
        self.theirs.close()
        self.link.start()

    def stop(self) -> None:
        """End it: as Ctrl-C would, and if that does not help, at once."""
        self.stopping = True
        with contextlib.suppress(LinkLost, TimeoutError):
            self.link.call("stop", timeout=ANSWER)
        self.process.join(STOP)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
