"""Limits of connections: their speed, and the number of unknown clients."""

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
"""Connections of strangers at a time, if the system allows as many. A browser opens six."""

# Rounds of the event loop until a connection is accepted, its first bytes are read, and the guard
# has checked them.
_ROUNDS = 4

# struct linger: on, for no time (RFC 9293, section 3.10.5: ABORT).
_NO_LINGER = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


@dataclass(frozen=True)
class ConnectionLimits:
    """Limits of the connections to one server.

    Attributes:
        head_seconds: for the head of a request. Browsers need a few milliseconds.
        body_rate: bytes per second, over `body_seconds`, below which a body is cut off.
        read_intervals: how many `body_seconds` a client may read less of a response; by default an
            hour. People pause downloads, or take time to choose where to save them, and a generated
            download cannot be requested again.
    """

    head_seconds: float = 10.0
    body_rate: int = 1024
    body_seconds: float = 30.0
    read_intervals: int = 120

    @property
    def body_least(self) -> float:
        """The least bytes in each `body_seconds`."""
        return self.body_rate * self.body_seconds


class Stranger(Protocol):
    """A connection on which the guard has not let in a request yet."""

    def give_up(self) -> None:
        """Close it, and remove it from `Strangers`."""


class Strangers:
    """The connections of unknown clients; the oldest are closed if there are too many."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._connections: dict[Stranger, None] = {}

    def add(self, connection: Stranger, loop: asyncio.AbstractEventLoop) -> None:
        """Add the connection of a new client."""
        self._connections[connection] = None
        if len(self._connections) == self.most + 1:
            self._make_room(loop, _ROUNDS)

    def remove(self, connection: Stranger) -> None:
        """Remove the connection of a client that is known, or has left."""
        self._connections.pop(connection, None)

    def _make_room(self, loop: asyncio.AbstractEventLoop, rounds: int) -> None:
        """Close the oldest, after reading those whose requests have already arrived."""
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
    """End a connection at once, and discard what the client has not read.

    Otherwise the system would keep the data, and the client might never notice the end.
    """
    link = transport.get_extra_info("socket")
    with contextlib.suppress(OSError):  # it has ended already
        if link is not None and (transport.get_write_buffer_size() or _has_unread(link)):
            link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
    transport.abort()


def _has_unread(link: socket.socket) -> bool:
    """Whether the client has not received everything; False if the system cannot say."""
    if sys.platform != "win32":
        return any(fcntl.ioctl(link.fileno(), termios.TIOCOUTQ, bytes(4)))
    return False
