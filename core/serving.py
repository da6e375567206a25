"""Serve a program: one of its own with ``jp.serve()``, the default one with ``jp.justpy()``."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any, TypeVar

from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.types import Receive, Scope, Send

from .files.disk import private_folder
from .files.named_folders import NamedFolders
from .files.session_folder import SessionFolder
from .jobs.registry import Jobs
from .jobs.worker.program import end_loading
from .language.program import ProgramLanguage
from .launching import current_launch, launched_by
from .live.context import current_session
from .web.app import Application, current, running
from .web.pages.program import Program
from .web.pages.request_functions import RequestFunction, check_function
from .web.program_limits import Limits
from .web.server.child_processes import is_worker, watch
from .web.server.server import Server, StartError
from .web.server.standalone import serve_here
from .web.settings import Settings
from .web.tasks import needs_server
from .web.unfinished_uploads import UnfinishedUpload

__all__ = [
    "App",
    "Program",
    "Server",
    "StartError",
    "current_launch",
    "justpy",
    "launched_by",
    "serve",
]

logger = logging.getLogger(__name__)

watch()  # in a program, and in the processes that it starts, before they do anything

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class App(ProgramLanguage):
    """A program: its routes, and the function for all other addresses. ``jp.app`` is the default.

        app = jp.App()

        @app.route("/")
        def home(request):
            return jp.WebPage(title="Home")

        jp.serve(app)

    It is also an ASGI application: ``uvicorn program:app`` serves it with all files in the working
    directory, as `serve` does.

    Args:
        function: answers ``/`` and every address without a route.

    Attributes:
        program: its declarations: routes, middleware, startup.
        allowed_hosts: host names of the server, besides localhost.
        limits: how much of users' files is accepted and kept.
    """

    def __init__(self, function: RequestFunction | None = None) -> None:
        self.program = Program()
        self.program.function = function
        self.allowed_hosts: frozenset[str] = frozenset()
        self.limits = Limits()
        self._application: Application | None = None

    def build(self, settings: Settings) -> Application:
        """Build the application, once the program has declared its routes."""
        self._application = Application(self.program, self.limits.applied_to(settings))
        return self._application

    def session_folder(self, session_id: str) -> SessionFolder:
        """The files of a session; RuntimeError if the program is not served yet."""
        return self._serving("session_folder()").session_folder(session_id)

    def named_folders(self, session_id: str) -> NamedFolders:
        """The folders of a session besides its own, each with a name that people gave it."""
        return NamedFolders(self._serving("named_folders()").settings.shelves / session_id)

    def unfinished_uploads(self, session_id: str) -> list[UnfinishedUpload]:
        """The files of a session whose transfer was interrupted. It blocks.

        Transfers of pages that are open are not among them, also if they are paused.
        """
        return self._serving("unfinished_uploads()").unfinished.of(session_id)

    @property
    def data_folder(self) -> Path:
        """A folder for the program's own data, such as settings and a database.

        Pages cannot load files from it. Under ``python -m desktop`` it is in the data folder, one
        for each program; otherwise it is ``.satchel/data`` in the working directory.

        Raises:
            RuntimeError: the program is not served yet.
        """
        return private_folder(self._serving("data_folder").settings.data)

    @property
    def jobs(self) -> Jobs:
        """The work on many things for sessions; RuntimeError if the program is not served yet."""
        return self._serving("jobs").jobs

    @property
    def session_id(self) -> str:
        """The session whose request or event is being handled; else RuntimeError."""
        if (found := current_session.get()) is None:
            raise RuntimeError("app.session_id is known in page functions, handlers and tasks.")
        return found

    def run_task(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Run a coroutine on the server's loop; may be called from any thread.

        Raises:
            RuntimeError: no server runs yet.
            TypeError: it is not a coroutine but, for example, the function that makes one.
        """
        if not inspect.isawaitable(coroutine):
            raise TypeError(
                f"run_task() takes the coroutine of an async function, not {coroutine!r}. Call the "
                "function: run_task(work())."
            )
        try:
            self._serving("run_task()").run_task(coroutine)
        except RuntimeError:
            coroutine.close()
            raise

    def _serving(self, wanted: str) -> Application:
        """The application whose handler is running; otherwise this one, or the only one running.

        A thread that the program started has no handler, and ``jp.run_task()`` may belong to a
        program that serves an `App` of its own, after ``jp.app`` was served and stopped.
        """
        application = current.get(self._application)
        if application not in running and len(running) == 1:
            (application,) = running
        if application is None:
            raise RuntimeError(needs_server(wanted))
        return application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._application is None:
            self.build(Settings.here(allowed_hosts=self.allowed_hosts))
        assert self._application is not None
        await self._application(scope, receive, send)

    def add_jproute(self, path: str, function: RequestFunction, name: str | None = None) -> None:
        """Let a request function answer a path."""
        self.program.add_route(path, function, name)

    def jproute(self, path: str, name: str | None = None) -> Callable[[Decorated], Decorated]:
        """Decorator: let the request function answer a path."""
        return self.route(path, name=name)

    def route(
        self, path: str, methods: Sequence[str] | None = None, name: str | None = None
    ) -> Callable[[Decorated], Decorated]:
        """Decorator: let the request function answer a path for some methods, by default GET."""

        def add(function: Decorated) -> Decorated:
            self.program.add_route(path, function, name, methods)
            return function

        return add

    def middleware(self, kind: str) -> Callable[[Decorated], Decorated]:
        """Decorator: let ``await function(request, call_next)`` see all requests and answers.

        Raises:
            ValueError: the kind is not "http".
        """
        if kind != "http":
            raise ValueError(f"Middleware of kind {kind!r} is not supported, only 'http'.")

        def wrap(function: Decorated) -> Decorated:
            self.program.middleware.insert(0, Middleware(BaseHTTPMiddleware, dispatch=function))
            return function

        return wrap


app = App()


def serve(
    app_or_func: App | RequestFunction,
    *,
    host: str | None = None,
    port: int | None = None,
    websockets: bool = True,
    startup: Callable[[], Any] | None = None,
    allowed_hosts: Sequence[str] = (),
) -> App:
    """Serve a program other than the default ``jp.app``; returns when it ends.

    Under ``python -m desktop`` this opens the window. Otherwise it serves on ``host`` and ``port``
    (default: the environment's HOST and PORT, then 127.0.0.1 and 8000), with the session folders
    in the working directory.

    Args:
        app_or_func: an `App`, or a request function that answers every address.
        websockets: False uses POST and server-sent events instead.
        startup: called on the event loop before the first request; async or plain.
        allowed_hosts: names by which the server is reached; required unless it is localhost.

    Raises:
        StartError: the port is taken, or the host needs ``allowed_hosts``.
        TypeError: neither an `App` nor a function.
    """
    check_function(app_or_func, "serve(home)")
    served = app_or_func if isinstance(app_or_func, App) else App(app_or_func)
    served.program.websockets = websockets
    served.program.startup = startup or served.program.startup
    served.allowed_hosts = frozenset(name.lower() for name in allowed_hosts)
    _run(served, host, port)
    return served


def justpy(
    func: RequestFunction | None = None,
    *,
    host: str | None = None,
    port: int | None = None,
    websockets: bool = True,
    startup: Callable[[], Any] | None = None,
    start_server: bool = True,
    allowed_hosts: Sequence[str] = (),
    **options: Any,
) -> App:
    """Serve the program; returns when it ends.

    Under ``python -m desktop`` this opens the window. Otherwise it serves on ``host`` and ``port``
    (default: the environment's HOST and PORT, then 127.0.0.1 and 8000), with the session folders
    in the working directory.

    Args:
        func: answers ``/`` and every address without a route: ``func()`` or ``func(request)``.
        websockets: False uses POST and server-sent events instead.
        startup: called on the event loop before the first request; async or plain.
        start_server: False returns at once; serve ``jp.app`` yourself.
        allowed_hosts: names by which the server is reached; required unless it is localhost.

    Raises:
        StartError: the port is taken, or the host needs ``allowed_hosts``.
        TypeError: not a function.
    """
    if func is not None:
        check_function(func, "justpy(home)")
    for name in options:
        logger.warning("justpy() has no option %r here; it is ignored.", name)
    app.program.function = func or app.program.function
    app.program.websockets, app.program.startup = websockets, startup
    app.allowed_hosts = frozenset(name.lower() for name in allowed_hosts)
    if start_server or current_launch() is not None:
        _run(app, host, port)
    return app


def _run(served: App, host: str | None, port: int | None) -> None:
    end_loading()
    if is_worker():
        return
    if (launch := current_launch()) is not None:
        launch(served)
    else:
        serve_here(served.build, served.allowed_hosts, host, port)


def add_route(
    path: str,
    func: RequestFunction,
    name: str | None = None,
    methods: Sequence[str] | None = None,
) -> None:
    """Let a request function answer a path, in Starlette's syntax; the first one added wins."""
    app.program.add_route(path, func, name, methods)


def set_route(path: str, name: str | None = None) -> Callable[[Decorated], Decorated]:
    """Decorator: let the request function answer a path of ``jp.app``."""
    return app.route(path, name=name)
