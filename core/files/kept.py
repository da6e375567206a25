"""Kept: how many bytes sessions have in their folders, without a walk through them per upload."""

import threading
import time
from collections.abc import Callable

LASTS = 5.0
"""Seconds for which a size is believed; who would be refused because of it is measured anew."""

MOST = 1000
"""Sizes that are remembered."""


class Kept:
    """The sizes of folders of sessions.

    Attributes:
        measure: adds up what lies in the folder of a session. Blocks.
    """

    def __init__(self) -> None:
        self.measure: Callable[[str], int] = lambda owner: 0
        self._sizes: dict[str, tuple[int, float]] = {}
        self._changing = threading.Lock()

    def known(self, owner: str) -> int | None:
        """The size that was measured a moment ago."""
        with self._changing:
            size, until = self._sizes.get(owner, (0, 0.0))
        return size if until > time.monotonic() else None

    def fresh(self, owner: str) -> int:
        """The size now. Blocks."""
        size = self.measure(owner)
        with self._changing:
            self._sizes.pop(owner, None)
            self._sizes[owner] = size, time.monotonic() + LASTS
            if len(self._sizes) > MOST:
                del self._sizes[next(iter(self._sizes))]
        return size

    def forget(self, owner: str) -> None:
        """Something changed in the folder."""
        with self._changing:
            self._sizes.pop(owner, None)
