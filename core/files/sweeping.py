"""Sweeping: what nobody continued, took or asked for is removed, with a line in the log."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from . import disk
from .claims import Claims
from .errors import UnknownUpload
from .limits import UploadLimits
from .storage import Storage
from .upload import Upload

log = logging.getLogger(__name__)

RESTING = 900.0
"""Seconds after its last byte: a client that lost its connection tries again before that."""


class Sweeper:
    """Removes uploads whose time is over, never one that is being received or used.

    Args:
        is_open: whether somebody works with the upload now.
        claims: keeps what is being removed from handlers, and what they have from us.
    """

    def __init__(
        self,
        storage: Storage,
        limits: UploadLimits,
        is_open: Callable[[Upload], bool],
        claims: Claims,
    ) -> None:
        self._storage = storage
        self._limits = limits
        self._is_open = is_open
        self._claims = claims

    def expires(self, upload: Upload) -> float | None:
        """When an unfinished upload is over, in seconds since 1970; None for a complete one."""
        try:
            last = self._storage.part(upload).stat().st_mtime
        except FileNotFoundError:
            return None
        return last + self._limits.keep_unfinished

    def is_over(self, upload: Upload) -> bool:
        """Whether the time of the upload is over."""
        end = self.expires(upload)
        if end is None:
            try:
                found = self._storage.done(upload).stat()
                # Linux: when it got its name. Windows: when it was begun, maybe days before.
                end = max(found.st_ctime, found.st_mtime) + self._limits.keep_finished
            except FileNotFoundError:
                end = self._storage.described(upload) + self._limits.keep_delivered
        return end < time.time()

    def sweep(self) -> int:
        """Remove what is over; how many uploads that were. Blocks."""
        self._storage.prepare()
        over = [u for u in self._storage.all() if not self._is_open(u) and self.is_over(u)]
        for upload in over:
            self._remove(upload, "nobody continued or took it in time")
        over += self._sweep_quota()
        for path in self._storage.orphans(older_than=time.time() - self._limits.keep_unfinished):
            log.info("Removed %s, which belongs to no upload.", path)
            disk.remove(path)
        return len(over)

    def _sweep_quota(self) -> list[Upload]:
        """Remove the oldest parts that nobody is sending, until the others are few enough."""
        limit = self._limits.unfinished_bytes
        parts = sorted(self._resting()) if limit is not None else []
        room = (limit or 0) - sum(size for _, size, _ in parts)
        removed = []
        for _, size, upload_id in parts:
            if room >= 0:
                break
            upload = self._storage.find(upload_id)
            if upload is not None and not self._is_open(upload):
                self._remove(upload, "unfinished uploads took too much of the disk")
                removed.append(upload)
                room += size
        return removed

    def _resting(self) -> Iterator[tuple[float, int, str]]:
        """When each part that nobody is sending got its last byte, its size, and its id."""
        for upload in self._storage.ledger.unfinished():
            with suppress(FileNotFoundError):  # finished just now
                found = self._storage.part(upload).stat()
                if not self._is_open(upload) and found.st_mtime < time.time() - RESTING:
                    yield found.st_mtime, found.st_size, upload.id

    def _remove(self, upload: Upload, reason: str) -> None:
        if not self._claims.take(upload.id):  # by a handler, just now
            return
        try:
            offset, delivered = self._storage.offset(upload), self._storage.delivered(upload)
            self._storage.remove(upload)
        except (OSError, UnknownUpload) as error:
            log.error("The upload %s could not be removed: %s", upload.id, error)
            return
        finally:
            self._claims.release([upload.id])
        if not delivered:
            log.info(
                "Removed the upload %s (%r, %d of %s bytes): %s.",
                upload.id,
                upload.name,
                offset,
                upload.size,
                reason,
            )
