"""Claims: who works with a complete upload now: one handler, its removal, or nobody."""

import threading
from collections.abc import Iterable


class Claims:
    """The uploads that somebody works with, by their ids; any thread may ask."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._changing = threading.Lock()

    def __contains__(self, upload_id: str) -> bool:
        return upload_id in self._ids

    def take(self, *upload_ids: str) -> bool:
        """Claim all of these uploads, or, where one of them is claimed already, none."""
        with self._changing:
            is_free = self._ids.isdisjoint(upload_ids)
            if is_free:
                self._ids.update(upload_ids)
            return is_free

    def release(self, upload_ids: Iterable[str]) -> None:
        """Nobody works with these uploads any more."""
        with self._changing:
            self._ids.difference_update(upload_ids)
