"""The latest patches of a page, by number."""

from __future__ import annotations

import json

from .protocol import Operation, PatchMessage

# A browser that is further behind gets the whole page instead.
MOST_PATCHES = 256
MOST_BYTES = 4 * 1024 * 1024


class PatchLog:
    """Numbered patches, encoded once for all browsers. One thread at a time writes, any reads.

    Attributes:
        number: of the last patch.
    """

    def __init__(self) -> None:
        self.number = 0
        # Replaced, never changed: the event loop reads it while other threads make patches.
        self._patches: tuple[tuple[int, str], ...] = ()
        self._size = 0

    def append(self, operations: list[Operation]) -> None:
        """Add a patch."""
        patch: PatchMessage = {"seq": self.number + 1, "ops": operations}
        text = json.dumps(patch, default=str)
        self._size += len(text)
        patches = *self._patches, (patch["seq"], text)
        while len(patches) > MOST_PATCHES or self._size > MOST_BYTES:
            self._size -= len(patches[0][1])
            patches = patches[1:]
        self._patches = patches
        self.number = patch["seq"]

    def clear(self) -> None:
        """Forget all patches, so that browsers get the whole page."""
        self._patches = ()
        self._size = 0
        self.number += 1

    def after(self, number: int) -> tuple[tuple[int, str], ...] | None:
        """The patches after a number; None if the log does not reach back so far."""
        patches = self._patches
        count = (patches[-1][0] if patches else self.number) - number
        return patches[len(patches) - count :] if 0 <= count <= len(patches) else None
