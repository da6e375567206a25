"""One plain handler of a page runs at a time."""

from __future__ import annotations

import asyncio
from typing import Any


class HandlerLock:
    """Held while a plain handler of a page runs on its thread. The event loop owns it."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._waiting: set[asyncio.Task[Any]] = set()

    async def acquire(self, outlives: bool = False) -> None:
        """Wait for the lock. If the page ends first, the waiting task is cancelled.

        Args:
            outlives: continue to wait when the page ends.
        """
        task = None if outlives or not self._lock.locked() else asyncio.current_task()
        if task is not None:
            self._waiting.add(task)
        try:
            await self._lock.acquire()
        finally:
            if task is not None:
                self._waiting.discard(task)

    def release(self) -> None:
        """Pass it to the next one that waits."""
        self._lock.release()

    def end(self) -> None:
        """The page ends: cancel the tasks that wait. A running handler continues."""
        for task in tuple(self._waiting):
            task.cancel()
