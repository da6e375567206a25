"""Runs the program in this process; `jp.justpy()` and `jp.serve()` in it call the launcher."""

import _thread
import asyncio
import os
import sys
import threading
from collections.abc import Callable
from urllib.parse import urlencode

import core.serving
from core.elements import keywords
from core.serving import App
from core.web.settings import LocalFiles, Settings, WindowHost
from desktop.launch import abandoned_uploads
from desktop.start.load_errors import nothing_to_show
from desktop.start.plan import HOST, Plan
from desktop.system.errors import DesktopError, PortError, StartupFailed
from desktop.system.packaged import JOB_WORKER_OPTION, WORKER_OPTION, is_executable
from desktop.system.threads import in_background
from desktop.windows.options import ON_CLOSE, Functions, Look


class Launcher:
    """The program, run in this process. Implements `views.Serving`.

    Args:
        host: the window around the pages.
        local: the files of this computer that a person has given to the program.
        show: shows the pages; the server stops when it returns.

    Attributes:
        look, functions: the arguments of `desktop.run`; see `configure`.
    """

    def __init__(
        self,
        plan: Plan,
        host: WindowHost,
        local: LocalFiles,
        show: Callable[["Launcher"], None],
    ) -> None:
        self.plan = plan
        self.host = host
        self.local = local
        self.show = show
        self.launched = False
        self.look = Look()
        self.functions = Functions()

    def configure(self, look: Look, functions: Functions) -> None:
        """Set how the program wants its window, before it is served."""
        self.look, self.functions = look, functions

    def run(self) -> None:
        """Run the program.

        Raises:
            DesktopError: it could not be run, or shows nothing.
        """
        if self.plan.options.debug:
            keywords.watch()
        with core.serving.launched_by(self):
            self.plan.source.run()
        if not self.launched:
            raise nothing_to_show(self.plan.options.program or self.plan.source.title)

    def __call__(self, app: App) -> None:
        """Serve the program and show it; returns when the last window is closed."""
        if threading.current_thread() is not threading.main_thread():
            raise DesktopError(
                "jp.justpy() and jp.serve() open the window: call them from the main thread."
            )
        self.launched = True
        self.serve(app)

    def serve(self, app: App) -> None:
        self.application = app.build(self.settings(app.allowed_hosts))
        self.server = self.bound()
        if not self.plan.options.here:
            os.chdir(self.plan.folders.sessions)
        try:
            self.server.start()
        except core.serving.StartError as error:
            raise StartupFailed(str(error)) from error
        in_background(abandoned_uploads.sweep, self.plan)
        try:
            self.plan.identity.remember_port(self.server.port)
            self.show(self)
        finally:
            self.server.stop()

    def settings(self, allowed_hosts: frozenset[str]) -> Settings:
        folders, identity = self.plan.folders, self.plan.identity
        return Settings(
            secret=identity.secret,
            token=identity.token,
            sessions=folders.sessions,
            named_folders=folders.shelves,
            visits=folders.data / "visits",
            uploads=folders.uploads / identity.mark,  # its own: see Uploads
            cache=folders.cache,
            jobs=folders.data / "jobs" / identity.mark,
            data=folders.data / "data" / f"{self.plan.source.title}-{identity.mark}",
            static=self.plan.source.folders,
            private=(folders.data, folders.cache, folders.state),
            cookie_name=identity.cookie_name,
            allowed_hosts=allowed_hosts,
            debug=self.plan.options.debug,
            worker_command=command(WORKER_OPTION),
            job_command=command(JOB_WORKER_OPTION),
            host=self.host,
            local=self.local,
        )

    def bound(self) -> core.serving.Server:
        """The server on the requested port, else on that of the last launch, else on any."""
        wanted = self.plan.options.port
        try:
            return self.server_on(self.plan.identity.last_port() if wanted is None else wanted)
        except core.serving.StartError as error:
            if wanted is not None:
                raise PortError(str(error)) from error
            return self.server_on(0)

    def server_on(self, port: int) -> core.serving.Server:
        return core.serving.Server(self.application, host=HOST, port=port, lost=self.server_lost)

    def server_lost(self) -> None:
        """The server ended unexpectedly: end as Ctrl-C would. Called on the server's thread."""
        _thread.interrupt_main()

    # For the views; see `views.Serving`

    @property
    def url(self) -> str:
        return self.server.url

    def entry(self, path: str) -> str:
        ticket = self.application.mint_ticket(self.plan.identity.session_id)
        return f"{self.url}/_satchel/enter?{urlencode({'ticket': ticket, 'next': path})}"

    def act(self, window: str, number: int) -> bool:
        function, loop = self.functions.get(number), self.application.loop
        if function is None or loop is None:
            return True
        name = "on_close" if number == ON_CLOSE else "menu"
        action = self.application.act(window, name, function)
        # Not the result itself, which could perhaps not be pickled.
        return asyncio.run_coroutine_threadsafe(action, loop).result() is not False

    def transfers(self) -> int:
        return self.application.transfers()

    def stop_transfers(self) -> None:
        if (loop := self.application.loop) is not None:
            ended = self.application.unfinished.stop_for_good()
            asyncio.run_coroutine_threadsafe(ended, loop).result()

    def work(self) -> tuple[int, int]:
        return self.application.jobs.unfinished()

    def announce_opened(self) -> None:
        self.application.announce_opened()


def command(option: str) -> tuple[str, ...] | None:
    """The command that starts a worker: an executable is its own; else None."""
    return (sys.executable, option) if is_executable() else None
