"""Server: an application on a socket of its own."""

from __future__ import annotations

import _thread
import asyncio
import contextlib
import ctypes
import gc
import logging
import os
import socket
import sys
import threading
from collections.abc import Callable

import uvicorn

from ..app import Application
from .http_protocol import BODY_SECONDS, HEAD_SECONDS, limited_http

logger = logging.getLogger(__name__)

# Seconds that handlers get to end when the server stops.
STOP_SECONDS = 1

# Of malloc.h.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3


class StartError(Exception):
    """The server could not be started; the message says why and what to do."""


class Server:
    """One application on a socket of its own.

    The socket is bound at once, so the address is known before the server runs.

    Args:
        port: 0 lets the system choose.
        head_seconds: for which a client may take over the head of a request.
        body_seconds: over which the speed of a body is measured (`Settings.body_rate`).

    Raises:
        StartError: the port is taken, or the address is not one of this machine.
    """

    def __init__(
        self,
        app: Application,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        head_seconds: float = HEAD_SECONDS,
        body_seconds: float = BODY_SECONDS,
    ) -> None:
        self.lost: Callable[[], None] = _thread.interrupt_main  # as Ctrl-C: nobody is served now
        self._socket = bind(host, port)
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://{f'[{host}]' if ':' in host else host}:{self.port}"
        self._started = threading.Event()
        self._app = app
        http = limited_http(head_seconds, app.settings.body_rate, body_seconds)
        self._uvicorn = _Uvicorn(app, config(app, http), self._started.set)
        self._thread = threading.Thread(target=self._serve, name="satchel-server", daemon=True)

    def start(self) -> None:
        """Serve in a thread; returns when the server answers.

        Raises:
            StartError: the application's startup failed.
        """
        self._thread.start()
        self._started.wait()
        if not self._uvicorn.started:
            raise StartError(self._why_not()) from self._app.startup_error

    def run(self, ready: Callable[[], None]) -> None:
        """Serve in this thread until Ctrl-C or SIGTERM.

        Args:
            ready: called when the server answers.

        Raises:
            StartError: the application's startup failed.
        """
        self._uvicorn.ready = ready
        self.lost = lambda: None  # this returns then
        with contextlib.suppress(KeyboardInterrupt):
            self._serve()
        if not self._uvicorn.started:
            raise StartError(self._why_not()) from self._app.startup_error

    def stop(self) -> None:
        """Stop serving: streams end, handlers get a second, then the thread ends."""
        self._uvicorn.should_exit = True
        if self._thread.is_alive():
            self._thread.join(STOP_SECONDS + 4)
            self._uvicorn.force_exit = True
            self._thread.join(STOP_SECONDS)
        if self._thread.is_alive():
            logger.error("The server does not end: a handler holds up its loop, or a disk hangs.")
        self._socket.close()

    def _serve(self) -> None:
        _collect_less_often()
        _keep_freed_memory()
        try:
            self._uvicorn.run(sockets=[self._socket])
        except SystemExit as error:
            if not self._uvicorn.started:  # uvicorn's way to say so; it has logged why
                logger.debug("The server did not start.")
                return
            logger.error("sys.exit() in a task has ended the server.", exc_info=error)
            self.lost()
        finally:
            self._socket.close()
            self._started.set()

    def _why_not(self) -> str:
        error = self._app.startup_error
        reason = f"{type(error).__name__}: {error}" if error else "see the log"
        return f"The program's startup function failed, so nothing is served ({reason})."


class _Uvicorn(uvicorn.Server):
    """uvicorn that tells when it is ready, and ends our streams before it waits for them."""

    def __init__(self, app: Application, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self.ready = ready
        self._app = app

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self.ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._app.close_streams()
        await super().shutdown(sockets=sockets)


def _collect_less_often() -> None:
    """Let garbage wait until it is worth a look at all objects.

    With Python's own threshold of 700 new objects a third of the time in which a page of 10,000
    components is made goes into looking for cycles among them; with this one a tenth.
    """
    young, middle, old = gc.get_threshold()
    if young:  # 0 is a program's wish
        gc.set_threshold(max(young, 10_000), max(middle, 20), old)


def _keep_freed_memory() -> None:
    """Let glibc keep what was freed for the next block of a file, instead of giving it back.

    What is received or read, 256 KiB or 1 MiB at a time, would be memory that the system has to
    clear each time: a sixth of the processor time of an upload.
    """
    if sys.platform == "linux" and (mallopt := getattr(ctypes.CDLL(None), "mallopt", None)):
        mallopt(_M_TRIM_THRESHOLD, 4 << 20)
        mallopt(_M_MMAP_THRESHOLD, 2 << 20)


def config(app: Application, http: type[asyncio.Protocol]) -> uvicorn.Config:
    """The settings of uvicorn (measured: docs/architecture.md)."""
    return uvicorn.Config(
        app,
        interface="asgi3",
        proxy_headers=False,  # nobody stands between us and the browser
        loop="asyncio",
        http=http,
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
        bound.listen()  # else two programs could bind the port, and one of them fail later
    except (OSError, OverflowError) as error:
        bound.close()
        reason = error.strerror if isinstance(error, OSError) else error
        raise StartError(
            f"Port {port} on {host} cannot be used: {reason}. Choose another port, or "
            "end the program that uses it."
        ) from error
    return bound
