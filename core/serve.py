"""Start and stop a server, and the default program that ``jp.justpy()`` serves."""

from __future__ import annotations

import functools
import ipaddress
import logging
import os
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.types import Receive, Scope, Send

from .files.folders import SessionFolder
from .web.app import Application, Program, current
from .web.routes import RequestFunction
from .web.server import Server, StartError
from .web.settings import Settings

__all__ = ["App", "Program", "Server", "StartError", "justpy", "launcher"]

logger = logging.getLogger(__name__)


class App:
    """The default program as an ASGI application: ``jp.app``.

    Serving it oneself (``uvicorn program:jp.app``) builds it with all files in the working
    directory, as `justpy` does.
    """

    def __init__(self) -> None:
        self.program = Program()
        self.allowed_hosts: frozenset[str] = frozenset()
        self._application: Application | None = None

    def build(self, settings: Settings) -> Application:
        """Build the application, once the program has declared its routes."""
        self._application = self.program.build(settings)
        return self._application

    def session_folder(self, session_id: str) -> SessionFolder:
        """The files of a session, wherever this program keeps them.

        Raises:
            RuntimeError: the program is not served yet.
        """
        return self._serving("session_folder").session_folder(session_id)

    def run_task(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Run a coroutine on the server's loop; may be called from any thread."""
        try:
            self._serving("run_task").run_task(coroutine)
        except RuntimeError:
            coroutine.close()
            raise

    def _serving(self, wanted: str) -> Application:
        """The application whose handler is running, or the default one outside of handlers."""
        application = current.get(self._application)
        if application is None:
            raise RuntimeError(f"{wanted}() needs a running server: call it from a handler.")
        return application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._application is None:
            self.build(Settings.here(allowed_hosts=self.allowed_hosts))
        assert self._application is not None
        await self._application(scope, receive, send)

    def add_jproute(self, path: str, function: RequestFunction, name: str | None = None) -> None:
        """Let a request function answer a path."""
        self.program.add_route(path, function, name)

    def jproute(self, path: str, name: str | None = None) -> Callable[[Any], Any]:
        """Decorator: let the request function answer a path."""
        return functools.partial(_decorate, self.program, path, name)

    route = jproute

    def middleware(self, kind: str) -> Callable[[Any], Any]:
        """Decorator: let ``await function(request, call_next)`` see all requests and answers.

        Raises:
            ValueError: the kind is not "http".
        """
        if kind != "http":
            raise ValueError(f"There is no middleware of kind {kind!r}: only 'http'.")
        return functools.partial(_wrap, self.program)


def _wrap(program: Program, function: Any) -> Any:
    program.middleware.insert(0, Middleware(BaseHTTPMiddleware, dispatch=function))
    return function


app = App()

# Set by `desktop`: what `justpy` does instead of blocking a terminal.
launcher: Callable[[Program], None] | None = None


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
    """
    for name in options:
        logger.warning("justpy() has no option %r here; it is ignored.", name)
    program = app.program
    program.function = func or program.function
    program.websockets, program.startup = websockets, startup
    app.allowed_hosts = frozenset(name.lower() for name in allowed_hosts)
    if launcher is not None:
        launcher(program)
    elif start_server:
        _block(host or os.environ.get("HOST", "127.0.0.1"), _port() if port is None else port)
    return app


def _port() -> int:
    text = os.environ.get("PORT", "8000")
    if not text.isdecimal():
        raise StartError(f"The environment variable PORT is {text!r}: it must be a number.")
    return int(text)


def _block(host: str, port: int) -> None:
    if not _is_loopback(host) and not app.allowed_hosts:
        raise StartError(
            f"{host} can be reached from other machines: name the hosts that they use, as in "
            "jp.justpy(..., allowed_hosts=['files.example.org'])."
        )
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.INFO)
    try:
        application = app.build(Settings.here(allowed_hosts=app.allowed_hosts))
    except OSError as error:
        raise StartError(
            f"{error.filename} cannot be used: {error.strerror}. Start the program in a folder "
            "that you may write to."
        ) from error
    server = Server(application, host=host, port=port)
    server.run(lambda: print(f"Satchel ready to go on {server.url}", flush=True))


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def add_route(
    path: str,
    func: RequestFunction,
    name: str | None = None,
    methods: Sequence[str] | None = None,
) -> None:
    """Let a request function answer a path, in Starlette's syntax; the first one added wins."""
    app.program.add_route(path, func, name, methods)


def set_route(path: str, name: str | None = None) -> Callable[[Any], Any]:
    """Decorator: let the request function answer a path."""
    return functools.partial(_decorate, app.program, path, name)


def _decorate(
    program: Program, path: str, name: str | None, function: RequestFunction
) -> RequestFunction:
    program.add_route(path, function, name)
    return function
