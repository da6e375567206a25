"""Sizes of session folders, cached so that uploads need not walk through them."""

import threading
import time
from collections.abc import Callable
from typing import NamedTuple

LASTS = 5.0
"""Seconds for which a size is cached. Before it refuses a file, the size is measured again."""

MOST = 1000
"""Sizes that are cached."""


class _Size(NamedTuple):
    """A number of bytes, and until when it is valid (time.monotonic)."""

    size: int = 0
    until: float = 0.0


class FolderSizes:
    """The sizes of the folders of sessions.

    Args:
        measure: the size of a session's folder, in bytes. Blocks.
    """

    def __init__(self, measure: Callable[[str], int]) -> None:
        self._measure = measure
        self._sizes: dict[str, _Size] = {}
        self._changing = threading.Lock()

    def known(self, owner: str) -> int | None:
        """The cached size; None if there is none."""
        with self._changing:
            known = self._sizes.get(owner, _Size())
        return known.size if known.until > time.monotonic() else None

    def fresh(self, owner: str) -> int:
        """The size, measured now; not cached if the folder changed meanwhile. Blocks."""
        measuring = _Size()
        with self._changing:
            self._sizes.pop(owner, None)
            self._sizes[owner] = measuring
            if len(self._sizes) > MOST:
                del self._sizes[next(iter(self._sizes))]
        size = self._measure(owner)
        with self._changing:
            if self._sizes.get(owner) is measuring:
                self._sizes[owner] = _Size(size, time.monotonic() + LASTS)
        return size

    def forget(self, owner: str) -> None:
        """Drop the cached size: something changed in the folder."""
        with self._changing:
            self._sizes.pop(owner, None)
