"""Watches over the transfers of a connection: slow bodies, and clients that stop reading."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from .connection_limits import ConnectionLimits


class Timer:
    """Calls a function once on the loop, unless it is stopped first."""

    def __init__(self, loop: asyncio.AbstractEventLoop, function: Callable[[], object]) -> None:
        self._loop = loop
        self._function = function
        self._handle: asyncio.TimerHandle | None = None

    @property
    def is_running(self) -> bool:
        """Whether it will call the function."""
        return self._handle is not None

    def start(self, seconds: float) -> None:
        """Start, or start again."""
        self.stop()
        self._handle = self._loop.call_later(seconds, self._call)

    def stop(self) -> None:
        """Cancel the call."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _call(self) -> None:
        self._handle = None
        self._function()


class BodyWatch:
    """Notices a request body that arrives too slowly, unless the server itself pauses it.

    Args:
        is_expected: whether more of a body must arrive now.
        is_paused: whether the server is not reading now.
        too_slow: called with the number of bytes that arrived in `ConnectionLimits.body_seconds`.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        limits: ConnectionLimits,
        is_expected: Callable[[], bool],
        is_paused: Callable[[], bool],
        too_slow: Callable[[int], object],
    ) -> None:
        self._limits = limits
        self._is_expected, self._is_paused, self._too_slow = is_expected, is_paused, too_slow
        self._timer = Timer(loop, self._measure)
        self._received, self._was_paused = 0, False

    def received(self, count: int) -> None:
        """Count bytes that arrived, of a body or of something else."""
        if not self._is_expected():
            self.stop()
        elif self._timer.is_running:
            self._received += count
            self._was_paused = self._was_paused or self._is_paused()
        else:
            self._begin()

    def stop(self) -> None:
        """Stop: the body or the connection has ended."""
        self._timer.stop()

    def _begin(self) -> None:
        self._received, self._was_paused = 0, self._is_paused()
        self._timer.start(self._limits.body_seconds)

    def _measure(self) -> None:
        if not self._is_expected():
            return
        if self._was_paused or self._received >= self._limits.body_least:
            self._begin()
        else:
            self._too_slow(self._received)


class ReaderWatch:
    """Notices a client that stopped reading a response.

    Args:
        unsent: the number of bytes that wait to be sent.
        is_waiting: whether the response waits for the client.
        stopped: called when the client reads too little.
    """

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        limits: ConnectionLimits,
        unsent: Callable[[], int],
        is_waiting: Callable[[], bool],
        stopped: Callable[[], object],
    ) -> None:
        self._limits = limits
        self._unsent, self._is_waiting, self._stopped = unsent, is_waiting, stopped
        self._timer = Timer(loop, self._measure)
        self._before = 0

    def begin(self) -> None:
        """Start: the response waits for the client."""
        self._before = self._unsent()
        self._timer.start(self._limits.read_intervals * self._limits.body_seconds)

    def stop(self) -> None:
        """Stop: the client reads, or the connection has ended."""
        self._timer.stop()

    def _measure(self) -> None:
        if not self._is_waiting():
            return
        if self._before - self._unsent() >= self._limits.body_least:
            self.begin()
        else:
            self._stopped()
