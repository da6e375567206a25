"""Limits of connections: how long they may take, and how many unknown clients there may be."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import sys
from dataclasses import dataclass
from typing import Protocol

if sys.platform != "win32":
    import fcntl
    import resource
    import termios

MAX_STRANGERS = 256
"""Connections of strangers at a time, where the system has enough: a browser has six."""

# Rounds of the event loop in which a connection is accepted, its first bytes are read, and the
# guard looks at them.
_ROUNDS = 4

# struct linger: on, for no time (RFC 9293, section 3.10.5: ABORT).
_NO_LINGER = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


@dataclass(frozen=True)
class ConnectionLimits:
    """Limits of the connections to one server.

    Attributes:
        head_seconds: for the head of a request. Browsers need a few milliseconds.
        body_rate: bytes per second, over `body_seconds`, below which a body is cut off.
        read_intervals: of `body_seconds`, for a client that takes less of an answer: an hour by
            default. People pause downloads, or think about where to save them, and a generated
            download cannot be requested again.
    """

    head_seconds: float = 10.0
    body_rate: int = 1024
    body_seconds: float = 30.0
    read_intervals: int = 120

    @property
    def body_least(self) -> float:
        """Bytes in each interval of `body_seconds`."""
        return self.body_rate * self.body_seconds


class Stranger(Protocol):
    """A connection on which the guard has let in no request yet."""

    def give_up(self) -> None:
        """Close it, and remove it from `Strangers`."""


class Strangers:
    """The connections of unknown clients, oldest first; the oldest have to go if there are many."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._connections: dict[Stranger, None] = {}

    def add(self, connection: Stranger, loop: asyncio.AbstractEventLoop) -> None:
        """A client has connected."""
        self._connections[connection] = None
        if len(self._connections) == self.most + 1:
            self._make_room(loop, _ROUNDS)

    def remove(self, connection: Stranger) -> None:
        """The client is known, or has left."""
        self._connections.pop(connection, None)

    def _make_room(self, loop: asyncio.AbstractEventLoop, rounds: int) -> None:
        """Close the oldest, but none whose request is in the socket and not read yet."""
        if rounds:
            loop.call_soon(self._make_room, loop, rounds - 1)
            return
        while len(self._connections) > self.most:
            next(iter(self._connections)).give_up()


def max_strangers() -> int:
    """`MAX_STRANGERS`, but at most a quarter of the files that this process may open."""
    if sys.platform != "win32":
        limit, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        if limit >= 0:
            return min(MAX_STRANGERS, limit // 4)
    return MAX_STRANGERS


def reset(transport: asyncio.Transport) -> None:
    """End a connection at once, and discard data in system buffers that the client does not read.

    Otherwise the system would keep it, and the client might never learn of the end.
    """
    link = transport.get_extra_info("socket")
    with contextlib.suppress(OSError):  # it has ended already
        if link is not None and (transport.get_write_buffer_size() or _has_unread(link)):
            link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    transport.abort()


def _has_unread(link: socket.socket) -> bool:
    """Whether the client has not received all that was sent; False if the system cannot say."""
    if sys.platform != "win32":
        return any(fcntl.ioctl(link.fileno(), termios.TIOCOUTQ, bytes(4)))
    return False
