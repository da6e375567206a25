"""Start and stop a server, and the default program that ``jp.justpy()`` serves."""

from __future__ import annotations

import functools
import logging
import os
import socket
import threading
from collections.abc import Callable, Coroutine, Sequence
from typing import Any

import uvicorn
from starlette.types import Receive, Scope, Send

from .files.folders import SessionFolder
from .web.app import Application, Program
from .web.guard import LOOPBACK
from .web.routes import RequestFunction
from .web.settings import Settings

__all__ = ["App", "Program", "Server", "StartError", "justpy", "launcher"]

logger = logging.getLogger(__name__)

# Seconds that handlers get to end when the server stops.
STOP_SECONDS = 1


class StartError(Exception):
    """The server could not be started; the message says why and what to do."""


class Server:
    """One application on a socket of its own, in a thread of its own.

    The socket is bound at once, so the address is known before the server runs.

    Args:
        port: 0 lets the system choose.

    Raises:
        StartError: the port is taken, or the address is not one of this machine.
    """

    def __init__(self, app: Application, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self.app = app
        self._socket = bind(host, port)
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://{host}:{self.port}"
        self._started = threading.Event()
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="satchel-server", daemon=True)
        self._uvicorn = _Uvicorn(config(app), self._started)

    def start(self) -> None:
        """Start serving; returns when the server answers.

        Raises:
            StartError: the application's startup failed.
        """
        self._thread.start()
        self._started.wait()
        if self._error is not None or not self._uvicorn.started:
            raise StartError(
                "The server did not start: the program's startup function failed, see the log."
            ) from self._error

    def stop(self) -> None:
        """Stop serving: streams end, handlers get a second, then the thread ends."""
        self.app.close_streams()
        self._uvicorn.should_exit = True
        self._thread.join(STOP_SECONDS + 4)
        if self._thread.is_alive():
            self._uvicorn.force_exit = True
            self._thread.join(STOP_SECONDS)

    def _run(self) -> None:
        try:
            self._uvicorn.run(sockets=[self._socket])
        except BaseException as error:  # uvicorn exits with SystemExit when it cannot start
            self._error = error
        finally:
            self._started.set()


class _Uvicorn(uvicorn.Server):
    """uvicorn that tells when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._ready.set()


def config(app: Any) -> uvicorn.Config:
    """The settings of uvicorn (measured: docs/architecture.md)."""
    return uvicorn.Config(
        app,
        interface="asgi3",
        proxy_headers=False,  # nobody stands between us and the browser
        http="httptools",
        ws="websockets-sansio",
        ws_per_message_deflate=False,
        ws_max_size=1024 * 1024,
        timeout_graceful_shutdown=STOP_SECONDS,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="on",
    )


def bind(host: str, port: int) -> socket.socket:
    """A bound TCP socket.

    Raises:
        StartError: the port is taken, or the address is not one of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's algorithm off (44 ms per event) only where the protocol is named.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name != "nt":  # on Windows this option would let two programs share one port
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise StartError(
            f"Port {port} on {host} cannot be used: {error.strerror}. Choose another port, or "
            "end the program that uses it."
        ) from error
    return bound


class App:
    """The default program as an ASGI application: ``jp.app``.

    Serving it oneself (``uvicorn program:jp.app``) builds it with all files in the working
    directory, as `justpy` does.
    """

    def __init__(self) -> None:
        self.program = Program()
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
        if self._application is None:
            raise RuntimeError("session_folder() needs a running server: call it from a handler.")
        return SessionFolder(self._application.settings.sessions / session_id)

    def run_task(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Run a coroutine on the server's loop; may be called from any thread."""
        if self._application is None:
            coroutine.close()
            raise RuntimeError("run_task() needs a running server: call it from a handler.")
        self._application.run_task(coroutine)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._application is None:
            self.build(Settings.here())
        assert self._application is not None
        await self._application(scope, receive, send)

    def add_jproute(self, path: str, function: RequestFunction, name: str | None = None) -> None:
        """Let a request function answer a path."""
        self.program.add_route(path, function, name)

    def jproute(self, path: str, name: str | None = None) -> Callable[[Any], Any]:
        """Decorator: let the request function answer a path."""

        def decorate(function: RequestFunction) -> RequestFunction:
            self.program.add_route(path, function, name)
            return function

        return decorate


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
    if launcher is not None:
        launcher(program)
    elif start_server:
        host = host or os.environ.get("HOST", "127.0.0.1")
        port = int(os.environ.get("PORT", "8000")) if port is None else port
        _block(host, port, frozenset(allowed_hosts))
    return app


def _block(host: str, port: int, allowed_hosts: frozenset[str]) -> None:
    if host not in LOOPBACK and not allowed_hosts:
        raise StartError(
            f"{host} can be reached from other machines: name the hosts that they use, as in "
            "jp.justpy(..., allowed_hosts=['files.example.org'])."
        )
    logging.basicConfig(format="%(levelname)s: %(message)s", level=logging.INFO)
    application = app.build(Settings.here(allowed_hosts=allowed_hosts))
    bound = bind(host, port)
    print(f"Satchel ready to go on http://{host}:{bound.getsockname()[1]}", flush=True)
    uvicorn.Server(config(application)).run(sockets=[bound])


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
    return functools.partial(_decorate, path, name)


def _decorate(path: str, name: str | None, function: RequestFunction) -> RequestFunction:
    app.program.add_route(path, function, name)
    return function
