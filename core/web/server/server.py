"""Server: an application on a socket of its own."""

from __future__ import annotations

import _thread
import asyncio
import contextlib
import logging
import os
import socket
import threading
from collections.abc import Callable
from typing import Protocol

import uvicorn
from starlette.types import Receive, Scope, Send

from ..settings import Settings
from .connection_limits import ConnectionLimits
from .process_memory import collect_less_often, keep_freed_memory
from .uvicorn_parts import UvicornServer, WebsocketProtocol, limited_http

logger = logging.getLogger(__name__)

STOP_SECONDS = 1
"""For handlers to end when the server stops."""


class Served(Protocol):
    """An application that can be served (`core.web.app`)."""

    settings: Settings

    @property
    def startup_error(self) -> Exception | None: ...

    def close_streams(self) -> None:
        """On the loop: end streams, which would keep the server from stopping."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...


class StartError(Exception):
    """The server could not be started; the message says why and what to do."""


class Server:
    """One application on a socket of its own.

    The socket is bound at once, so the address is known before the server runs.

    Args:
        port: 0 lets the system choose.
        head_seconds: the time that a client has to send the head of a request.
        body_seconds: the time over which the speed of a body is measured (`Settings.body_rate`).
        lost: called if the server ends by itself; by default like Ctrl-C, in the main thread.

    Raises:
        StartError: the port is in use, or the address is not one of this machine.
    """

    def __init__(
        self,
        app: Served,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        head_seconds: float = ConnectionLimits.head_seconds,
        body_seconds: float = ConnectionLimits.body_seconds,
        lost: Callable[[], None] = _thread.interrupt_main,
    ) -> None:
        self._socket = bind(host, port)
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.port}"
        self._app = app
        self._lost = lost
        self._ready: Callable[[], None] = lambda: None
        self._started = threading.Event()
        limits = ConnectionLimits(head_seconds, app.settings.body_rate, body_seconds)
        self._uvicorn = UvicornServer(
            config(app, limited_http(limits)), self._has_started, app.close_streams
        )
        self._thread = threading.Thread(target=self._serve, name="satchel-server", daemon=True)

    @property
    def connections(self) -> int:
        """How many connections are open."""
        return self._uvicorn.connections

    def start(self) -> None:
        """Serve in a thread; returns when the server accepts requests.

        Raises:
            StartError: the application's startup failed.
        """
        self._thread.start()
        self._started.wait()
        self._check_started()

    def run(self, ready: Callable[[], None]) -> None:
        """Serve in this thread until Ctrl-C or SIGTERM.

        Args:
            ready: called when the server accepts requests.

        Raises:
            StartError: the application's startup failed.
        """
        self._ready = ready
        self._lost = lambda: None  # this method returns anyway
        with contextlib.suppress(KeyboardInterrupt):
            self._serve()
        self._check_started()

    def stop(self) -> None:
        """Stop serving: streams end, handlers get a second, then the thread ends."""
        self._uvicorn.should_exit = True
        if self._thread.is_alive():
            self._thread.join(STOP_SECONDS + 4)
            self._uvicorn.force_exit = True
            self._thread.join(STOP_SECONDS)
        if self._thread.is_alive():
            logger.error("The server does not stop: a handler blocks its loop, or a disk hangs.")
        self._socket.close()

    def _serve(self) -> None:
        collect_less_often()
        keep_freed_memory()
        try:
            self._uvicorn.run(sockets=[self._socket])
        except SystemExit as error:
            if not self._uvicorn.started:  # so uvicorn reports that; it has logged the reason
                logger.debug("The server did not start.")
                return
            logger.error("sys.exit() in a task has ended the server.", exc_info=error)
            self._lost()
        finally:
            self._socket.close()
            self._started.set()

    def _has_started(self) -> None:
        self._started.set()
        self._ready()

    def _check_started(self) -> None:
        if self._uvicorn.started:
            return
        error = self._app.startup_error
        reason = f"{type(error).__name__}: {error}" if error else "see the log"
        raise StartError(
            f"The program's startup function failed, so nothing is served ({reason})."
        ) from error


def config(app: Served, http: type[asyncio.Protocol]) -> uvicorn.Config:
    """The settings of uvicorn (measured: docs/architecture.md)."""
    return uvicorn.Config(
        app,
        interface="asgi3",
        proxy_headers=False,  # there is no proxy between browsers and this server
        loop="asyncio",
        http=http,
        ws=WebsocketProtocol,
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
        StartError: the port is in use, or the address is not one of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio turns Nagle's algorithm off (44 ms per event) only if the protocol is named.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name != "nt":  # on Windows this option would let two programs share one port
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen()  # otherwise two programs could bind the port, and one would fail later
    except (OSError, OverflowError) as error:
        bound.close()
        reason = error.strerror if isinstance(error, OSError) else error
        raise StartError(
            f"Port {port} on {host} cannot be used: {reason}. Choose another port, or "
            "end the program that uses it."
        ) from error
    return bound
