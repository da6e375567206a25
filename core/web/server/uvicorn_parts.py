"""Everything that reaches into private parts of uvicorn, written for `UVICORN`.

uvicorn has no limits, nor settings for them, for the time that a stranger may stay, the size of a
head and of trailers, and the speed of a body. Without them, a client keeps a connection for ever by
sending half a request (Slowloris, CWE-400), or fills the memory with one header. A proxy in front
of a desktop app is not an option. pyproject.toml pins the version; `tests/web/test_uvicorn.py`
fails if these parts of the installed version differ.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import socket
from collections.abc import Callable
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from ..access import peers
from ..access.request_head import CONNECTION, HEAD_BYTES, HEAD_FIELDS
from .connection_limits import ConnectionLimits, Strangers, max_strangers, reset
from .transfer_watch import BodyWatch, ReaderWatch, Timer

UVICORN = "0.54.0"

BODY_BUFFER = 512 << 10
"""Bytes of a body that may wait for the program.

uvicorn stops reading at 64 KiB, which is after each chunk that asyncio reads. With this limit, an
upload needs a fifth less processor time. 1 MiB is not faster, and ten uploads at once take 60 MiB
instead of 36.
"""

HANDSHAKE_LINE = 8192
"""Bytes of one header that the websockets package accepts. With more, uvicorn waits for ever."""

_TOO_LARGE = "The request's head is larger than this server accepts."
_NO_HANDSHAKE = "A websocket is opened by GET, HTTP/1.1, without a body (RFC 6455, section 4.1)."

logger = logging.getLogger(__name__)


class UvicornServer(uvicorn.Server):
    """uvicorn with hooks for its start and stop.

    Args:
        ready: called when it accepts requests.
        stopping: called before it waits for open connections.
    """

    def __init__(
        self,
        config: uvicorn.Config,
        ready: Callable[[], object],
        stopping: Callable[[], object],
    ) -> None:
        super().__init__(config)
        self._ready = ready
        self._stopping = stopping

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._stopping()
        await super().shutdown(sockets=sockets)

    @property
    def connections(self) -> int:
        """How many are open."""
        return len(self.server_state.connections)


def limited_http(limits: ConnectionLimits) -> type[asyncio.Protocol]:
    """uvicorn's HTTP, within these limits, for one server."""
    attributes = {"limits": limits, "strangers": Strangers(max_strangers())}
    return type("LimitedHttp", (_LimitedHttp,), attributes)


class WebsocketProtocol(asyncio.Protocol):
    """Stands for uvicorn's, which loads thirty modules: it is loaded with the first websocket."""

    def __new__(cls, **arguments: Any) -> Any:
        """One of uvicorn's, as it calls it."""
        from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

        return WebSocketsSansIOProtocol(**arguments)


class _LimitedHttp(HttpToolsProtocol):
    """Closes connections of clients that do not identify themselves in time.

    A connection is a stranger's until the guard lets in one of its requests. A stranger has one
    timer, which nothing restarts; if there are too many, the oldest are closed. Afterwards the
    timer runs while no request is being answered. (Between a response and the first byte after it,
    uvicorn's own runs: ``timeout_keep_alive``.)

    Two watches limit slow bodies, of which uploads keep what arrived, and clients that stop reading
    a response, even the last one of a connection.
    """

    limits: ConnectionLimits
    strangers: Strangers

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._timer = Timer(self.loop, self.give_up)
        self._body = BodyWatch(
            self.loop, self.limits, self._expects_body, lambda: self.flow.read_paused, self._cut_off
        )
        self._reader = ReaderWatch(
            self.loop,
            self.limits,
            lambda: self.transport.get_write_buffer_size(),
            lambda: self.flow.write_paused or self.transport.is_closing(),
            self._reader_stopped,
        )
        self._is_let_in = False
        self._in_head = False
        self._in_message = False
        self._head_bytes = 0  # received since the chunk that it began in, or the last of a body
        self._is_done = False  # refused, or handed over to the websocket

    # For the guard (`access.request_head.Connection`)

    @functools.cached_property
    def user(self) -> int | None:
        """The user of this machine whose process is at the other end."""
        return peers.user_of(self.client, self.server)

    def let_in(self) -> None:
        """Note that the guard has let in the current request."""
        self._is_let_in = True
        self.strangers.remove(self)
        self._timer.stop()

    # The connection

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._start_timer()
        self.strangers.add(self, self.loop)

    def connection_lost(self, exc: Exception | None) -> None:
        self.strangers.remove(self)
        for watch in (self._timer, self._body, self._reader):
            watch.stop()
        super().connection_lost(exc)

    def give_up(self) -> None:
        """Close the connection, even if its client does not read the response."""
        self._timer.stop()
        self.strangers.remove(self)
        reset(self.transport)

    def _start_timer(self) -> None:
        if not self._timer.is_running and not self.transport.is_closing():
            self._timer.start(self.limits.head_seconds)

    def _is_idle(self) -> bool:
        return not self._is_done and (self.cycle is None or self.cycle.response_complete)

    def _path(self) -> str:
        return "a request" if self.cycle is None else ascii(self.cycle.scope["path"])

    # Answers

    def pause_writing(self) -> None:
        super().pause_writing()
        self._reader.begin()

    def resume_writing(self) -> None:
        self._reader.stop()
        super().resume_writing()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.transport.get_write_buffer_size():
            self._reader.begin()

    def _reader_stopped(self) -> None:
        logger.info("Cut off the answer to %s: the client stopped reading.", self._path())
        reset(self.transport)  # `close` would wait for the client

    # Requests

    def data_received(self, data: bytes) -> None:
        if self._is_done:
            return
        self._head_bytes += len(data)
        super().data_received(data)
        if self._in_message and self._head_bytes > HEAD_BYTES:
            self._refuse_fields()
        if self._is_idle():
            self._start_timer()
        self._body.received(len(data))

    def _expects_body(self) -> bool:
        return self.cycle is not None and self.cycle.more_body and not self.transport.is_closing()

    def _cut_off(self, received: int) -> None:
        logger.info("Cut off the body sent to %s: only %d bytes in time.", self._path(), received)
        self.transport.close()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {CONNECTION: self}  # type: ignore[dict-item]
        self._in_head = self._in_message = True
        self._head_bytes = 0

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._in_head:  # trailers would change a request that was let in already
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        if self._is_let_in:
            self._timer.stop()
        super().on_headers_complete()
        if self.parser.should_upgrade() and self._should_upgrade() and not self._is_handshake():
            self._refuse("400 Bad Request", _NO_HANDSHAKE)

    def on_body(self, body: bytes) -> None:
        self._head_bytes = 0
        is_usual = not self.parser.should_upgrade() and not self.cycle.response_complete
        if is_usual and len(self.cycle.body) + len(body) <= BODY_BUFFER:
            self.cycle.body += body
            self.cycle.message_event.set()
        else:
            super().on_body(body)  # which stops reading

    def on_message_complete(self) -> None:
        self._in_message = False
        super().on_message_complete()

    # Websockets

    def _is_handshake(self) -> bool:
        names = {name for name, _ in self.headers}
        is_get = self.scope["method"] == "GET" and self.scope["http_version"] == "1.1"
        return is_get and names.isdisjoint((b"content-length", b"transfer-encoding"))

    def handle_websocket_upgrade(self) -> None:
        if self._is_done:
            return
        lines = [len(name) + len(value) + 4 for name, value in self.headers]
        if len(lines) > HEAD_FIELDS or max(lines) > HANDSHAKE_LINE:
            self._refuse("431 Request Header Fields Too Large", _TOO_LARGE)
            return
        if not self._is_idle():  # two answers would be mixed up
            reset(self.transport)
            return
        self._is_done = True
        super().handle_websocket_upgrade()
        self._timer.stop()
        self._reader.stop()
        self.strangers.remove(self)
        handshake: Any = self.transport.get_protocol()
        if not handshake.handshake_initiated:  # uvicorn would wait for ever
            self._answer("400 Bad Request", _NO_HANDSHAKE)
            self.transport.close()

    # Refusals

    def _refuse_fields(self) -> None:
        """Refuse a head without an end, or such trailers or extensions of a chunk."""
        if self._in_head:
            self._refuse("431 Request Header Fields Too Large", _TOO_LARGE)
        else:
            reset(self.transport)

    def _refuse(self, status: str, text: str) -> None:
        """Answer, and drop everything else until the client leaves or the timer ends.

        Closing at once would reset the connection, and the client would never see the answer.
        """
        if not self._is_idle():  # in the middle of another answer
            self.transport.close()
            return
        self._is_done = True
        self._start_timer()
        self._answer(status, text)
        with contextlib.suppress(OSError):  # the client has left
            self.transport.write_eof()

    def _answer(self, status: str, text: str) -> None:
        head = (
            f"HTTP/1.1 {status}\r\nConnection: close\r\n"
            "Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n"
            f"Content-Length: {len(text)}\r\n\r\n"
        )
        self.transport.write((head + text).encode("ascii"))
