"""Locks: one request works with an upload at a time, and the newest one gets it.

A claim is another thing: it keeps a complete upload for a handler, or for its removal.
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import Any

from .errors import UnknownUpload, UploadRefused


def _is_cancelled() -> bool:
    """Whether the request itself is cancelled, and not only its receiving."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


class UploadLock:
    """One request's exclusive work with some uploads; a newer request ends it."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.over = asyncio.Event()
        self.superseded = False
        self.receiving: asyncio.Task[None] | None = None

    def end(self) -> None:
        """Stop receiving; what arrived is still written, and finishing is not interrupted."""
        self.superseded = True
        if self.receiving is not None:
            self.receiving.cancel()

    async def receive(self, work: Coroutine[Any, Any, None]) -> None:
        """Do the part of the work that a newer request may end."""
        self.receiving = asyncio.create_task(work)
        if self.superseded:
            self.receiving.cancel()
        try:
            await self.receiving
        except asyncio.CancelledError:
            if not self.superseded or _is_cancelled():
                raise
            message = "This transfer was ended. What arrived is kept: it can be continued."
            raise UploadRefused(409, message, {"Connection": "close"}) from None
        finally:
            self.receiving = None


class UploadLocks:
    """One request at a time per upload; the newest waits only until the older ones have ended."""

    def __init__(self) -> None:
        self._current: dict[str, UploadLock] = {}

    @property
    def receiving(self) -> int:
        """How many requests are receiving now."""
        return sum(lock.receiving is not None for lock in set(self._current.values()))

    def __contains__(self, upload_id: str) -> bool:
        return upload_id in self._current

    def __len__(self) -> int:
        """How many uploads are locked now."""
        return len(self._current)

    def is_receiving(self, upload_id: str) -> bool:
        """Whether bytes of an upload arrive now."""
        lock = self._current.get(upload_id)
        return lock is not None and lock.receiving is not None

    def end_all(self) -> None:
        """Stop all that is being received."""
        for lock in self._current.values():
            lock.end()

    @asynccontextmanager
    async def take(self, owner: str, *upload_ids: str) -> AsyncIterator[UploadLock]:
        """Lock these uploads; ends the older requests first (IETF draft, Concurrency)."""
        while older := self._older(upload_ids):
            if older.owner != owner:
                raise UnknownUpload
            older.end()
            await older.over.wait()
        lock = UploadLock(owner)
        self._current.update(dict.fromkeys(upload_ids, lock))
        try:
            yield lock
        finally:
            for upload_id in upload_ids:
                del self._current[upload_id]
            lock.over.set()

    def _older(self, upload_ids: Sequence[str]) -> UploadLock | None:
        locks = map(self._current.get, upload_ids)
        return next((lock for lock in locks if lock is not None), None)


class Claims:
    """The uploads that a handler, or their removal, works with now. Any thread may use it."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._changing = threading.Lock()

    def __contains__(self, upload_id: str) -> bool:
        return upload_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def take(self, *upload_ids: str) -> bool:
        """Claim all of these uploads, or, where one of them is claimed already, none."""
        with self._changing:
            is_free = self._ids.isdisjoint(upload_ids)
            if is_free:
                self._ids.update(upload_ids)
            return is_free

    def release(self, upload_ids: Iterable[str]) -> None:
        """End the claims on these uploads."""
        with self._changing:
            self._ids.difference_update(upload_ids)
