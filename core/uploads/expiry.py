"""Expiry: removes uploads that nobody continued, claimed or asked for, and logs that."""

import logging
import time
from collections.abc import Iterator
from contextlib import suppress

from ..files.clock import Clock
from .errors import UnknownUpload
from .info import UploadInfo
from .limits import UploadLimits
from .state import State
from .store import Store
from .upload import UploadsInUse

log = logging.getLogger(__name__)

RESTING = 900.0
"""Seconds after its last byte: a client that lost its connection tries again before that."""

UNSEEN = 6 * 3600.0
"""The most seconds that count of a pause between two rounds of `remove_expired` (hourly)."""


class Expiry:
    """Removes expired uploads, never one that is being received or used.

    Args:
        in_use: the uploads that somebody works with now.
        clock: the age of files, of which a pause counts as `UNSEEN` at most.
    """

    def __init__(
        self, store: Store, limits: UploadLimits, in_use: UploadsInUse, clock: Clock
    ) -> None:
        self._store = store
        self._limits = limits
        self._keep = {
            State.CREATED: limits.keep_unfinished,
            State.COMPLETE: limits.keep_finished,
            State.DELIVERED: limits.keep_delivered,
        }
        self._in_use = in_use
        self._clock = clock

    def expires(self, upload: UploadInfo) -> float | None:
        """When an unfinished upload expires, in seconds since 1970; None for a complete one."""
        state, last = self._store.last_change(upload)
        if state is not State.CREATED:
            return None
        return last + self._limits.keep_unfinished + self._clock.unseen(last, time.time())

    def is_expired(self, upload: UploadInfo) -> bool:
        """Whether the time of the upload is over."""
        state, last = self._store.last_change(upload)
        return self._clock.age(last) > self._keep[state]

    def remove_expired(self) -> int:
        """Remove expired uploads and what crashes left; how many uploads those were. Blocks."""
        self._store.prepare()
        self._clock.look()
        over = sum(self._remove_if_expired(upload) for upload in list(self._store.all()))
        over += self._remove_over_quota()
        for path in self._store.orphans(self._is_left):
            log.info("Removed %s, which belongs to no upload.", path)
            self._store.discard(path)
        return over

    def _remove_if_expired(self, upload: UploadInfo) -> bool:
        try:
            is_expired = upload.id not in self._in_use and self.is_expired(upload)
        except (OSError, TypeError, ValueError) as error:  # the others are looked at all the same
            log.error("The upload %r cannot be looked at: %s", upload.id, error)
            return False
        return is_expired and self._remove(upload, "nobody continued or took it in time")

    def _is_left(self, changed: float) -> bool:
        """Whether what belongs to no upload, and changed then, can be none that just begins."""
        return self._clock.age(changed) > self._limits.keep_unfinished

    def _remove_over_quota(self) -> int:
        """Remove the oldest parts that nobody is sending, until the others are few enough."""
        if self._limits.unfinished_bytes is None:
            return 0
        parts = sorted(self._resting())
        excess = sum(size for _, size, _ in parts) - self._limits.unfinished_bytes
        removed = 0
        for _, size, upload_id in parts:
            if excess <= 0:
                break
            upload = self._store.find(upload_id)
            reason = "unfinished uploads took too much of the disk"
            if upload and upload.id not in self._in_use and self._remove(upload, reason):
                removed += 1
                excess -= size
        return removed

    def _resting(self) -> Iterator[tuple[float, int, str]]:
        """When each part that nobody is sending got its last byte, its size, and its id."""
        for upload in self._store.index.unfinished():
            state, last = self._store.last_change(upload)
            is_resting = state is State.CREATED and upload.id not in self._in_use
            if is_resting and self._clock.age(last) > RESTING:
                with suppress(UnknownUpload):  # removed just now
                    yield last, self._store.offset(upload), upload.id

    def _remove(self, upload: UploadInfo, reason: str) -> bool:
        with self._in_use.claimed(upload.id) as is_ours:
            if not is_ours:  # a handler claimed it just now
                return False
            try:
                offset, state = self._store.offset(upload), self._store.state(upload)
                self._store.remove(upload)
            except (OSError, UnknownUpload) as error:
                log.error("The upload %s could not be removed: %s", upload.id, error)
                return False
        if state is not State.DELIVERED:
            facts = upload.id, upload.name, offset, upload.size, reason
            log.info("Removed the upload %s (%r, %d of %s bytes): %s.", *facts)
        return True
