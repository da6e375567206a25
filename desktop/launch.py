"""Put the parts together: folders, program, server thread, window or what stands in for it."""

import os
import signal
import sys
import threading
from types import FrameType
from urllib.parse import urlencode

import core.serving
from core.web.app import Settings
from core.web.sessions import Sessions
from desktop import external, logs, probe, program
from desktop.bridge import Bridge
from desktop.commandline import Options, View
from desktop.dialogs import Dialogs
from desktop.errors import DesktopError, NoWindow, PortError
from desktop.executable import WORKER_OPTION
from desktop.fetch import Loopback
from desktop.folders import Folders
from desktop.identity import Identity
from desktop.saves import Saves
from desktop.window import Setup, Windows, in_background

HOST = "127.0.0.1"


def run(options: Options) -> None:
    """Do what the command line says; returns when the last window is closed.

    Raises:
        DesktopError: it could not be done.
    """
    folders = Folders.under(options.data_dir) if options.data_dir else Folders.of_user()
    folders.make()
    logs.start(folders.state, debug=options.debug)
    source = program.find(options.program)
    launch = Launch(options, folders, source)
    core.serving.launcher = launch
    source.run()
    if not launch.launched:
        raise program.nothing_to_show(options.program or source.title)


class Launch:
    """What jp.justpy() and jp.serve() do under `python -m desktop`: it opens the window."""

    def __init__(self, options: Options, folders: Folders, source: program.Source) -> None:
        self.options = options
        self.folders = folders
        self.source = source
        self.launched = False
        self.identity = Identity.of(folders, source.identity)
        self.bridge = Bridge(self.identity.session_id)

    def __call__(self, app: core.serving.App) -> None:
        """Serve the program and show it; returns when the last window is closed."""
        if threading.current_thread() is not threading.main_thread():
            raise DesktopError(
                "jp.justpy() and jp.serve() open the window: call them from the main thread."
            )
        self.launched = True
        self.application = app.build(self.settings(app.allowed_hosts))
        self.server = self.bound()
        if not self.options.here:
            os.chdir(self.folders.sessions)
        try:
            self.server.start()
        except core.serving.StartError as error:
            raise DesktopError(str(error)) from error
        try:
            self.identity.remember_port(self.server.port)
            self.show()
        finally:
            self.server.stop()

    def settings(self, allowed_hosts: frozenset[str]) -> Settings:
        folders, identity = self.folders, self.identity
        return Settings(
            secret=identity.secret,
            token=identity.token,
            sessions=folders.sessions,
            uploads=folders.uploads,
            cache=folders.cache,
            static=self.source.folders,
            private=(folders.data, folders.cache, folders.state),
            cookie_name=identity.cookie_name,
            allowed_hosts=allowed_hosts,
            debug=self.options.debug,
            thumbnail_command=worker_command(),
            host=self.bridge,
        )

    def bound(self) -> core.serving.Server:
        """The server on the port asked for, else on that of the last launch, else on any."""
        wanted = self.options.port
        try:
            return self.server_on(self.identity.last_port() if wanted is None else wanted)
        except core.serving.StartError as error:
            if wanted is not None:
                raise PortError(str(error)) from error
            return self.server_on(0)

    def server_on(self, port: int) -> core.serving.Server:
        return core.serving.Server(self.application, host=HOST, port=port)

    def show(self) -> None:
        view = self.options.view
        if view is View.WINDOW:
            try:
                return self.open_windows()
            except NoWindow as reason:
                print(f"No window can be opened. {reason}", flush=True)
                view = View.BROWSER if browser_may_open() else View.NONE
        self.serve(view)

    def open_windows(self) -> None:
        if reason := probe.why_no_window():
            raise NoWindow(reason)
        print(f"Satchel ready to go on {self.server.url}", flush=True)
        setup = Setup(
            self.source.title, self.server.url, self.folders.webview, self.entry, self.busy
        )
        windows = Windows(setup, self.bridge)
        dialogs = Dialogs(windows.current, self.folders.state / "save-folder")
        self.bridge.connect(Saves(self.loopback(), dialogs), windows.open_soon)
        windows.run()

    def serve(self, view: View) -> None:
        """Serve until Ctrl-C or SIGTERM; the address is on a line of its own."""
        ended = stop_signals()
        print("Satchel ready to go. Ctrl-C ends it. The page is at")
        print(f"{self.server.url}/?token={self.identity.token}", flush=True)
        if view is View.BROWSER:
            in_background(external.open_browser, self.entry("/"))
        while not ended.wait(1):  # without a limit, Windows would not notice Ctrl-C
            pass

    def entry(self, path: str) -> str:
        """An address that works once, gives the window's session and leads to a path."""
        ticket = self.application.mint_ticket(self.identity.session_id)
        return f"{self.server.url}/_satchel/enter?{urlencode({'ticket': ticket, 'next': path})}"

    def busy(self) -> bool:
        """Whether ending now would break a transfer."""
        return self.bridge.writing() or self.application.transfers() > 0

    def loopback(self) -> Loopback:
        sessions = Sessions(self.identity.secret, self.identity.cookie_name)
        return Loopback(HOST, self.server.port, sessions.cookie(self.identity.session_id))


def browser_may_open() -> bool:
    """Without a display only a browser that was named: else a text browser takes the terminal."""
    return probe.has_display() or "BROWSER" in os.environ


def stop_signals() -> threading.Event:
    """Set by Ctrl-C and SIGTERM."""
    ended = threading.Event()

    def end(_number: int, _frame: FrameType | None) -> None:
        ended.set()

    signal.signal(signal.SIGINT, end)
    signal.signal(signal.SIGTERM, end)
    return ended


def worker_command() -> tuple[str, ...] | None:
    """What starts the thumbnail worker. The executable is no Python: it is its own worker."""
    return (sys.executable, WORKER_OPTION) if getattr(sys, "frozen", False) else None
