"""Changes: what has changed, for those who look on, at most ten times a second."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Sequence
from contextvars import Context

from .task import Task

log = logging.getLogger(__name__)

INTERVAL = 0.1
"""Seconds between two calls of a watcher, and between two reports that a job hears."""

Watcher = Callable[[Sequence[Task]], None]


class Changes:
    """The tasks that have changed since the watchers were called. The event loop owns it."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._changed: dict[Task, None] = {}
        self._watchers: dict[object, Watcher] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._last = float("-inf")

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Call this from now on, until the returned function is called. Any thread."""
        key = object()
        self._watchers[key] = watcher

        def unwatch() -> None:
            self._watchers.pop(key, None)

        return unwatch

    def add(self, *tasks: Task) -> None:
        """These have changed; with none, the job has."""
        self._changed.update(dict.fromkeys(tasks))
        if self._timer is None:
            at = max(self._last + INTERVAL, self._loop.time())
            self._timer = self._loop.call_at(at, self._send, context=Context())

    def _send(self) -> None:
        self._timer, self._last = None, self._loop.time()
        tasks, self._changed = tuple(self._changed), {}
        for watcher in tuple(self._watchers.values()):
            try:
                watcher(tasks)
            except Exception:
                log.exception("A watcher of a job failed.")


class Reports:
    """What one running function reports, however often, for the event loop. Any thread.

    Args:
        deliver: gets the latest progress and text, on the loop.
    """

    def __init__(
        self, loop: asyncio.AbstractEventLoop, deliver: Callable[[float | None, str], None]
    ) -> None:
        self._loop, self._deliver = loop, deliver
        self._lock = threading.Lock()
        self._progress: float | None = None
        self._text = ""
        self._is_new = self._is_scheduled = self._is_closed = False

    def add(self, progress: float | None, text: str) -> None:
        """Keep what is reported, and deliver it soon."""
        with self._lock:
            if self._is_closed:
                return
            self._is_new = True
            self._progress = self._progress if progress is None else progress
            self._text = text or self._text
            if self._is_scheduled:
                return
            self._is_scheduled = True
        with contextlib.suppress(RuntimeError):  # the loop is closed: the program ends
            self._loop.call_soon_threadsafe(self._schedule, context=Context())

    def flush(self) -> None:
        """Deliver now what was not delivered yet. On the loop."""
        with self._lock:
            is_new, self._is_new, self._is_scheduled = self._is_new, False, False
            latest = self._progress, self._text
        if is_new:
            self._deliver(*latest)

    def close(self) -> None:
        """Deliver the last ones; later ones are of no interest. On the loop."""
        self.flush()
        with self._lock:
            self._is_closed = True

    def _schedule(self) -> None:
        self._loop.call_later(INTERVAL, self.flush)
