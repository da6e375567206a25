"""Sweeping: what nobody continued, took or asked for is removed, with a line in the log."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

from ..files.clock import Clock
from ..files.errors import UnknownUpload
from .claims import Claims
from .limits import UploadLimits
from .store import Storage
from .upload import Upload

log = logging.getLogger(__name__)

RESTING = 900.0
"""Seconds after its last byte: a client that lost its connection tries again before that."""

UNSEEN = 6 * 3600.0
"""Seconds that count of a time without a sweep; there is one every hour."""


class Sweeper:
    """Removes uploads whose time is over, never one that is being received or used.

    Args:
        is_open: whether somebody works with the upload now.
        claims: keeps what is being removed from handlers, and what they have from us.
        clock: counts `UNSEEN` of a time that nobody saw.
    """

    def __init__(
        self,
        storage: Storage,
        limits: UploadLimits,
        is_open: Callable[[Upload], bool],
        claims: Claims,
        clock: Clock,
    ) -> None:
        self._storage = storage
        self._limits = limits
        self._is_open = is_open
        self._claims = claims
        self._clock = clock

    def expires(self, upload: Upload) -> float | None:
        """When an unfinished upload is over, in seconds since 1970; None for a complete one."""
        try:
            last = self._storage.part(upload).stat().st_mtime
        except FileNotFoundError:
            return None
        return last + self._limits.keep_unfinished + self._clock.unseen(last, time.time())

    def is_over(self, upload: Upload) -> bool:
        """Whether the time of the upload is over."""
        last, keep = self._last(upload)
        return self._clock.age(last) > keep

    def _last(self, upload: Upload) -> tuple[float, float]:
        """When something of the upload changed last, and how long it is kept after that."""
        with suppress(FileNotFoundError):
            return self._storage.part(upload).stat().st_mtime, self._limits.keep_unfinished
        with suppress(FileNotFoundError):
            found = self._storage.done(upload).stat()
            # Linux: when it got its name. Windows: when it was begun, maybe days before.
            return max(found.st_ctime, found.st_mtime), self._limits.keep_finished
        return self._storage.described(upload), self._limits.keep_delivered

    def sweep(self) -> int:
        """Remove what is over; how many uploads that were. Blocks."""
        self._storage.prepare()
        self._clock.look()
        over = sum(self._sweep_one(upload) for upload in list(self._storage.all()))
        over += len(self._sweep_quota())
        for path in self._storage.orphans(self._is_left):
            log.info("Removed %s, which belongs to no upload.", path)
            self._storage.leftovers.remove(path)
        return over

    def _sweep_one(self, upload: Upload) -> bool:
        try:
            is_over = not self._is_open(upload) and self.is_over(upload)
        except (OSError, TypeError, ValueError) as error:  # the others are swept all the same
            log.error("The upload %r cannot be looked at: %s", upload.id, error)
            return False
        return is_over and self._remove(upload, "nobody continued or took it in time")

    def _is_left(self, changed: float) -> bool:
        """Whether what belongs to no upload, and changed then, can be none that just begins."""
        return self._clock.age(changed) > self._limits.keep_unfinished

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
            reason = "unfinished uploads took too much of the disk"
            if upload is not None and not self._is_open(upload) and self._remove(upload, reason):
                removed.append(upload)
                room += size
        return removed

    def _resting(self) -> Iterator[tuple[float, int, str]]:
        """When each part that nobody is sending got its last byte, its size, and its id."""
        for upload in self._storage.ledger.unfinished():
            with suppress(FileNotFoundError):  # finished just now
                found = self._storage.part(upload).stat()
                if not self._is_open(upload) and self._clock.age(found.st_mtime) > RESTING:
                    yield found.st_mtime, found.st_size, upload.id

    def _remove(self, upload: Upload, reason: str) -> bool:
        if not self._claims.take(upload.id):  # by a handler, just now
            return False
        try:
            offset, delivered = self._storage.offset(upload), self._storage.delivered(upload)
            self._storage.remove(upload)
        except (OSError, UnknownUpload) as error:
            log.error("The upload %s could not be removed: %s", upload.id, error)
            return False
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
        return True
