"""Reservations: disk space for bytes of uploads that have not arrived yet."""

import time
from collections import Counter, OrderedDict
from typing import NamedTuple

LASTS = 120.0
"""Seconds after the last byte until the reservation of an upload ends (the upload stays)."""


class _Reservation(NamedTuple):
    owner: str
    size: int
    until: float


class Reservations:
    """Sums over reservations, at the same cost however many there are. Not thread-safe."""

    def __init__(self) -> None:
        self._reservations: OrderedDict[str, _Reservation] = OrderedDict()  # the oldest first
        self._of: Counter[str] = Counter()
        self._total = 0

    def make(self, upload_id: str, owner: str, size: int) -> None:
        """Reserve so many bytes, in place of what was reserved for the upload before."""
        self.end(upload_id)
        self._reservations[upload_id] = _Reservation(owner, size, time.monotonic() + LASTS)
        self._add(owner, size)

    def end(self, upload_id: str) -> None:
        """The bytes are here, or will not come."""
        if (reservation := self._reservations.pop(upload_id, None)) is not None:
            self._add(reservation.owner, -reservation.size)

    def sums(self, owner: str) -> tuple[int, int]:
        """How many bytes are reserved for a session, and for all others."""
        now = time.monotonic()
        while self._reservations and next(iter(self._reservations.values())).until < now:
            self.end(next(iter(self._reservations)))
        return self._of[owner], self._total - self._of[owner]

    def _add(self, owner: str, size: int) -> None:
        self._total += size
        self._of[owner] += size
        if not self._of[owner]:
            del self._of[owner]
