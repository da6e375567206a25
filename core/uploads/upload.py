"""Upload: an upload that somebody works with, as one object with its lock, its claim and its state.

A request locks an upload; the newest request gets it. A handler claims a complete upload, and so
does whoever removes one. Uploads that nobody works with are on the disk only (`store`).
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Coroutine, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

from ..language.texts import _
from .errors import UnknownUpload, UploadRefused
from .state import State


class UploadLock:
    """One request's exclusive work with some uploads; a newer request ends it.

    Attributes:
        owner: the session of the request.
        was_in_use: whether somebody worked with the uploads when the request came.
        over: is set once the request has ended.
    """

    def __init__(self, owner: str, was_in_use: bool) -> None:
        self.owner = owner
        self.was_in_use = was_in_use
        self.over = asyncio.Event()
        self.superseded = False
        self.receiving: asyncio.Task[None] | None = None
        self._is_stopping = False

    def end(self, *, is_stopping: bool = False) -> None:
        """Stop receiving; what arrived is still written, and finishing is not interrupted.

        Args:
            is_stopping: the server stops, and waits for no client to read why.
        """
        self.superseded = True
        self._is_stopping = is_stopping
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
            message = _("This transfer was ended. What arrived is kept: it can be continued.")
            headers = {"Connection": "close"} if self._is_stopping else {}
            raise UploadRefused(409, message, headers) from None
        finally:
            self.receiving = None


def _is_cancelled() -> bool:
    """Whether the request itself is cancelled, and not only its receiving."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


@dataclass
class Upload:
    """An upload that a request, a handler or its removal works with.

    Attributes:
        lock: of the request that works with its bytes; the event loop owns it.
        is_claimed: whether a handler has it, or its removal.
    """

    lock: UploadLock | None = None
    is_claimed: bool = False

    @property
    def state(self) -> State | None:
        """What it is while somebody works with it; None if only its files say that."""
        if self.is_claimed:
            return State.CLAIMED
        is_receiving = self.lock is not None and self.lock.receiving is not None
        return State.RECEIVING if is_receiving else None


class UploadsInUse:
    """The uploads that somebody works with, by id. Locks belong to the event loop; any thread may
    claim.
    """

    def __init__(self) -> None:
        self._uploads: dict[str, Upload] = {}
        self._changing = threading.Lock()

    def __contains__(self, upload_id: str) -> bool:
        return upload_id in self._uploads

    def __len__(self) -> int:
        return len(self._uploads)

    def state(self, upload_id: str) -> State | None:
        """What an upload is while somebody works with it; None if only its files say that."""
        upload = self._uploads.get(upload_id)
        return upload.state if upload else None

    @property
    def receiving(self) -> int:
        """How many requests are receiving now."""
        return sum(lock.receiving is not None for lock in self._locks())

    def received(self) -> list[str]:
        """The ids of the uploads that requests are receiving now."""
        with self._changing:
            locked = [(each, upload.lock) for each, upload in self._uploads.items()]
        return [each for each, lock in locked if lock is not None and lock.receiving is not None]

    def end_all(self) -> None:
        """Stop all that is being received."""
        for lock in self._locks():
            lock.end(is_stopping=True)

    @asynccontextmanager
    async def lock(self, owner: str, *upload_ids: str) -> AsyncIterator[UploadLock]:
        """Lock these uploads; ends the older requests first (IETF draft, Concurrency)."""
        was_in_use = any(each in self for each in upload_ids)
        while older := self._older(upload_ids):
            if older.owner != owner:
                raise UnknownUpload
            older.end()
            await older.over.wait()
        lock = UploadLock(owner, was_in_use)
        with self._changing:
            for upload_id in upload_ids:
                self._use(upload_id).lock = lock
        try:
            yield lock
        finally:
            with self._changing:
                for upload_id in upload_ids:
                    self._uploads[upload_id].lock = None
                    self._drop_unused(upload_id)
            lock.over.set()

    def claim(self, *upload_ids: str) -> bool:
        """Claim all of these uploads, or none if one of them is claimed already."""
        with self._changing:
            if any(self.state(each) is State.CLAIMED for each in upload_ids):
                return False
            for upload_id in upload_ids:
                self._use(upload_id).is_claimed = True
            return True

    def release(self, upload_ids: Iterable[str]) -> None:
        """End the claims on these uploads."""
        with self._changing:
            for upload_id in upload_ids:
                if upload_id in self._uploads:
                    self._uploads[upload_id].is_claimed = False
                    self._drop_unused(upload_id)

    @contextmanager
    def claimed(self, upload_id: str) -> Iterator[bool]:
        """Claim an upload within a `with` block, which learns whether that was possible."""
        is_ours = self.claim(upload_id)
        try:
            yield is_ours
        finally:
            if is_ours:
                self.release([upload_id])

    def _locks(self) -> set[UploadLock]:
        with self._changing:
            return {upload.lock for upload in self._uploads.values() if upload.lock is not None}

    def _older(self, upload_ids: Iterable[str]) -> UploadLock | None:
        uploads = map(self._uploads.get, upload_ids)
        return next((upload.lock for upload in uploads if upload and upload.lock), None)

    def _use(self, upload_id: str) -> Upload:
        return self._uploads.setdefault(upload_id, Upload())

    def _drop_unused(self, upload_id: str) -> None:
        upload = self._uploads[upload_id]
        if upload.lock is None and not upload.is_claimed:
            del self._uploads[upload_id]
