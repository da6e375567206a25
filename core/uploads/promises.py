"""Promises: the room that uploads were told they have, while their bytes are still to come."""

import time
from collections import Counter, OrderedDict
from typing import NamedTuple

LASTS = 120.0
"""Seconds after an upload was begun or sent a byte: then its promise is over, not the upload."""


class _Promise(NamedTuple):
    owner: str
    size: int
    until: float


class Promises:
    """Sums over promises; none of it costs more where there are many. Not for several threads."""

    def __init__(self) -> None:
        self._promises: OrderedDict[str, _Promise] = OrderedDict()  # the oldest first
        self._of: Counter[str] = Counter()
        self._total = 0

    def make(self, upload_id: str, owner: str, size: int) -> None:
        """Promise so many bytes, in place of what was promised to the upload before."""
        self.end(upload_id)
        self._promises[upload_id] = _Promise(owner, size, time.monotonic() + LASTS)
        self._add(owner, size)

    def end(self, upload_id: str) -> None:
        """The bytes are here, or will not come."""
        if (promise := self._promises.pop(upload_id, None)) is not None:
            self._add(promise.owner, -promise.size)

    def sums(self, owner: str) -> tuple[int, int]:
        """How many bytes are promised to a session, and to all others."""
        now = time.monotonic()
        while self._promises and next(iter(self._promises.values())).until < now:
            self.end(next(iter(self._promises)))
        return self._of[owner], self._total - self._of[owner]

    def _add(self, owner: str, size: int) -> None:
        self._total += size
        self._of[owner] += size
        if not self._of[owner]:
            del self._of[owner]
