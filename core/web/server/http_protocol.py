"""HTTP as uvicorn reads it, with the limits that uvicorn leaves open: how long a stranger may stay,
the size of a head and of trailers, and how slow a body may be.

Without them a client holds a connection for ever by sending half a request (Slowloris, CWE-400),
or fills the memory with one header.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import socket
import struct
import sys
from typing import Any

if sys.platform != "win32":
    import fcntl
    import resource
    import termios

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from ..access import peers
from ..access.guard import CONNECTION, HEAD_BYTES, HEAD_FIELDS

# What a browser needs a few milliseconds for.
HEAD_SECONDS = 10.0

# Over which the speed of a body is measured.
BODY_SECONDS = 30.0

# Bytes of a body that may wait for the program. uvicorn stops reading at 64 KiB, and so after each
# chunk that asyncio reads: with this, an upload needs a fifth less processor time. 1 MiB is no
# faster, and ten uploads at once then take 60 MiB instead of 36.
BODY_BUFFER = 512 << 10

# Intervals of that kind for a reader: an hour. People pause downloads, or think about where to save
# them, and what a program generates cannot be asked for again.
READ_INTERVALS = 120

logger = logging.getLogger(__name__)

# Connections of strangers at a time, where the system has enough: a browser has six.
MOST_STRANGERS = 256

# Rounds of the event loop in which a connection is accepted, its first bytes are read, and the
# guard looks at them.
_ROUNDS = 4

# struct linger: on, for no time (RFC 9293, section 3.10.5: ABORT).
_NO_LINGER = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)

# What the websockets package takes of a handshake; beyond it, uvicorn would wait for ever.
HANDSHAKE_LINE = 8192

_TOO_LARGE = "The request's head is larger than this server takes."
_NO_HANDSHAKE = "A websocket is opened by GET, HTTP/1.1, without a body (RFC 6455, section 4.1)."


def limited_http(
    head_seconds: float, body_rate: int, body_seconds: float = BODY_SECONDS
) -> type[asyncio.Protocol]:
    """uvicorn's HTTP for connections that get so many seconds for the head of a request.

    Args:
        body_rate: bytes per second, over `body_seconds`, below which a body is cut off.
    """
    limits = {
        "head_seconds": head_seconds,
        "body_seconds": body_seconds,
        "body_least": body_rate * body_seconds,
        "strangers": {},
        "most_strangers": most_strangers(),
    }
    return type("LimitedHttp", (_LimitedHttp,), limits)


def most_strangers() -> int:
    """How many strangers there may be: a quarter of the files that this process may open."""
    if sys.platform != "win32":
        limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        if limit >= 0:
            return min(MOST_STRANGERS, limit // 4)
    return MOST_STRANGERS


class _LimitedHttp(HttpToolsProtocol):
    """Closes connections that do not show in time who they are, whatever else they say.

    A connection is a stranger's until the guard lets in a request that came on it. Strangers have
    one clock, which nothing winds up again. Where there are too many of them, those that came
    first have to go: the system gives us only so many connections. After that the clock runs
    while no request is being answered. (Between an answer and the first byte after it, uvicorn's
    own clock runs: ``timeout_keep_alive``.)

    While a body is awaited, another clock closes the connection after each interval in which less
    than `body_least` bytes came, unless it was we who held the client up. Uploads keep what came.

    While an answer waits to be read, also when it is the last one, a third clock closes the
    connection after `READ_INTERVALS` of these in which less was taken.
    """

    head_seconds: float
    body_seconds: float
    body_least: float
    strangers: dict[_LimitedHttp, None]  # of all connections, oldest first
    most_strangers: int
    _body_clock: asyncio.TimerHandle | None = None
    _body_bytes = 0  # received in this interval
    _held_up = False  # in this interval we did not read all that came
    _read_clock: asyncio.TimerHandle | None = None
    _unread = 0  # bytes that wait, when this interval began
    _clock: asyncio.TimerHandle | None = None
    _is_let_in = False
    _in_head = False
    _in_message = False
    _head_bytes = 0  # received since the chunk that it began in, or since the last of a body
    _is_done = False  # refused, or handed over to the websocket

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._start_clock()
        self.strangers[self] = None
        if len(self.strangers) == self.most_strangers + 1:
            self._make_room(_ROUNDS)

    @functools.cached_property
    def user(self) -> int | None:
        """Of this machine, whose process is at the other end (`guard.Connection`)."""
        return peers.user_of(self.client, self.server)

    def let_in(self) -> None:
        """The guard knows who sends the request that is being answered."""
        self._is_let_in = True
        self.strangers.pop(self, None)
        self._stop_clock()

    def _make_room(self, rounds: int) -> None:
        """Close the oldest connections, but none whose request lies in the socket, not yet read."""
        if rounds:
            self.loop.call_soon(self._make_room, rounds - 1)
            return
        while len(self.strangers) > self.most_strangers:
            next(iter(self.strangers))._give_up()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_clock()
        self.strangers.pop(self, None)
        if self._body_clock is not None:
            self._body_clock.cancel()
        self._stop_read_clock()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._watch_reader()

    def resume_writing(self) -> None:
        self._stop_read_clock()
        super().resume_writing()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.transport.get_write_buffer_size():
            self._watch_reader()

    def _watch_reader(self) -> None:
        self._stop_read_clock()
        self._unread = self.transport.get_write_buffer_size()
        seconds = READ_INTERVALS * self.body_seconds
        self._read_clock = self.loop.call_later(seconds, self._measure_reader)

    def _measure_reader(self) -> None:
        self._read_clock = None
        if not (self.flow.write_paused or self.transport.is_closing()):
            return
        if self._unread - self.transport.get_write_buffer_size() >= self.body_least:
            self._watch_reader()
            return
        path = ascii(self.cycle.scope["path"]) if self.cycle is not None else "a request"
        logger.info("Cut off the answer to %s: its reader has stopped.", path)
        self._reset()  # nobody would read what `close` waits for

    def _stop_read_clock(self) -> None:
        if self._read_clock is not None:
            self._read_clock.cancel()
            self._read_clock = None

    def data_received(self, data: bytes) -> None:
        if self._is_done:
            return
        self._head_bytes += len(data)
        super().data_received(data)
        if self._in_message and self._head_bytes > HEAD_BYTES:
            self._refuse_fields()
        if self._is_idle():
            self._start_clock()
        self._body_bytes += len(data)
        self._held_up = self._held_up or self._awaits_body() and self.flow.read_paused
        if self._body_clock is None and self._awaits_body():
            self._watch_body()

    def _awaits_body(self) -> bool:
        return self.cycle is not None and self.cycle.more_body and not self.transport.is_closing()

    def _watch_body(self) -> None:
        self._body_bytes, self._held_up = 0, self.flow.read_paused
        self._body_clock = self.loop.call_later(self.body_seconds, self._measure_body)

    def _measure_body(self) -> None:
        self._body_clock = None
        if not self._awaits_body():
            return
        if self._body_bytes >= self.body_least or self._held_up:
            self._watch_body()
            return
        path = ascii(self.cycle.scope["path"])
        logger.info("Cut off the body sent to %s: %d bytes came in time.", path, self._body_bytes)
        self.transport.close()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {CONNECTION: self}  # type: ignore[dict-item]
        self._in_head = self._in_message = True
        self._head_bytes = 0

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._in_head:  # what comes after the body would change a request already let in
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        if self._is_let_in:
            self._stop_clock()
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
            self._reset()
            return
        self._is_done = True
        super().handle_websocket_upgrade()
        self._stop_clock()
        self._stop_read_clock()
        self.strangers.pop(self, None)
        handshake: Any = self.transport.get_protocol()
        if not handshake.handshake_initiated:  # uvicorn would wait for ever
            self._answer("400 Bad Request", _NO_HANDSHAKE)
            self.transport.close()

    def _is_idle(self) -> bool:
        return not self._is_done and (self.cycle is None or self.cycle.response_complete)

    def _start_clock(self) -> None:
        if self._clock is None and not self.transport.is_closing():
            self._clock = self.loop.call_later(self.head_seconds, self._give_up)

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _give_up(self) -> None:
        """Close the connection, even if its client does not read what we have answered."""
        self._stop_clock()
        self.strangers.pop(self, None)
        self._reset()

    def _reset(self) -> None:
        """End the connection, with what a client that does not read leaves in the system's buffers.

        The system would hold on to that, and the client might never learn that it is over.
        """
        link = self.transport.get_extra_info("socket")
        with contextlib.suppress(OSError):  # it has ended already
            if link is not None and (self.transport.get_write_buffer_size() or _unread(link)):
                link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self.transport.abort()

    def _refuse_fields(self) -> None:
        """The head has no end; or the trailers, or what stands beside the size of a chunk."""
        if self._in_head:
            self._refuse("431 Request Header Fields Too Large", _TOO_LARGE)
        else:
            self._reset()

    def _refuse(self, status: str, text: str) -> None:
        """Answer, and drop what else comes until the client leaves or the clock strikes.

        Closing at once would reset the connection, and the client never see the answer.
        """
        if not self._is_idle():  # it is the middle of another answer
            self.transport.close()
            return
        self._is_done = True
        self._start_clock()
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


def _unread(link: socket.socket) -> bool:
    """Whether the other end has not taken all that was sent; False where no system tells."""
    if sys.platform != "win32":
        return any(fcntl.ioctl(link.fileno(), termios.TIOCOUTQ, bytes(4)))
    return False
