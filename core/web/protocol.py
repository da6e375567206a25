"""HTTP as uvicorn reads it, with the limits that uvicorn leaves open: time and size of a head, and
how slow a body may be.

Without them a client holds a connection for ever by sending half a request (Slowloris, CWE-400),
or fills the memory with one header.
"""

from __future__ import annotations

import asyncio
import logging

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from .guard import HEAD_BYTES, HEAD_FIELDS

# What a browser needs a few milliseconds for.
HEAD_SECONDS = 10.0

# Over which the speed of a body is measured.
BODY_SECONDS = 30.0

# Bytes of a body that may wait for the program. uvicorn stops reading at 64 KiB, and so after each
# chunk that asyncio reads: with this, an upload needs a fifth less processor time. 1 MiB is no
# faster, and ten uploads at once then take 60 MiB instead of 36.
BODY_BUFFER = 512 << 10

logger = logging.getLogger(__name__)

# Connections that may be silent, or in the middle of a head, at a time: a browser has six.
MOST_WAITING = 256

# What the websockets package takes of a handshake; beyond it, uvicorn would wait for ever.
HANDSHAKE_LINE = 8192

_TOO_LARGE = b"The request's head is larger than this server takes."


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
        "waiting": {},
    }
    return type("LimitedHttp", (_LimitedHttp,), limits)


class _LimitedHttp(HttpToolsProtocol):
    """Closes connections that do not send the whole head of a request in time.

    The clock runs while no request is being answered on the connection. (Between an answer and
    the first byte after it, uvicorn's own clock runs: ``timeout_keep_alive``.) Where too many
    connections wait, the one that has waited longest is closed: the system gives us only so many.

    While a body is awaited, another clock closes the connection after each interval in which less
    than `body_least` bytes came, unless it was we who held the client up. Uploads keep what came.
    """

    head_seconds: float
    body_seconds: float
    body_least: float
    waiting: dict[_LimitedHttp, None]  # those whose clock runs, of all connections, oldest first
    _body_clock: asyncio.TimerHandle | None = None
    _body_bytes = 0  # received in this interval
    _held_up = False  # in this interval we did not read all that came
    _clock: asyncio.TimerHandle | None = None
    _in_head = False
    _head_bytes = 0  # received since the chunk that it began in
    _is_done = False  # refused, or handed over to the websocket

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._start_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_clock()
        if self._body_clock is not None:
            self._body_clock.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._is_done:
            return
        self._head_bytes += len(data)
        super().data_received(data)
        if self._in_head and self._head_bytes > HEAD_BYTES:
            self._refuse()
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
        self._in_head, self._head_bytes = True, 0

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._in_head:  # what comes after the body would change a request already let in
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._stop_clock()
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        is_usual = not self.parser.should_upgrade() and not self.cycle.response_complete
        if is_usual and len(self.cycle.body) + len(body) <= BODY_BUFFER:
            self.cycle.body += body
            self.cycle.message_event.set()
        else:
            super().on_body(body)  # which stops reading

    def handle_websocket_upgrade(self) -> None:
        lines = [len(name) + len(value) + 4 for name, value in self.headers]
        if len(lines) > HEAD_FIELDS or max(lines) > HANDSHAKE_LINE:
            self._refuse()
            return
        self._is_done = True
        super().handle_websocket_upgrade()

    def _is_idle(self) -> bool:
        return not self._is_done and (self.cycle is None or self.cycle.response_complete)

    def _start_clock(self) -> None:
        if self._clock is None and not self.transport.is_closing():
            self._clock = self.loop.call_later(self.head_seconds, self.transport.close)
            self.waiting[self] = None
            if len(self.waiting) > MOST_WAITING:
                next(iter(self.waiting))._give_up()

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None
            self.waiting.pop(self, None)

    def _give_up(self) -> None:
        self._stop_clock()
        self.transport.close()

    def _refuse(self) -> None:
        """Answer 431, and drop what else comes until the client leaves or the clock strikes.

        Closing at once would reset the connection, and the client never see the answer.
        """
        if not self._is_idle():  # it is the middle of another answer
            self.transport.close()
            return
        self._is_done = True
        self._start_clock()
        head = (
            "HTTP/1.1 431 Request Header Fields Too Large\r\nConnection: close\r\n"
            "Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n"
            f"Content-Length: {len(_TOO_LARGE)}\r\n\r\n"
        )
        self.transport.write(head.encode("ascii") + _TOO_LARGE)
        self.transport.write_eof()
