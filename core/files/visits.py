"""Visits: when each session was last used, recorded for all programs that share its folder."""

import logging
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from ..executors import DATA_FOLDER
from . import disk

log = logging.getLogger(__name__)

EVERY = 3600.0
"""Seconds after which another visit of a session is recorded."""


class Visits:
    """An empty file for each session; its modification time is the last visit."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._noted: dict[str, float] = {}

    async def note(self, session_id: str) -> None:
        """Record a visit of a session. Called on the event loop."""
        now = time.monotonic()
        if now - self._noted.get(session_id, -EVERY) < EVERY:
            return
        self._noted[session_id] = now
        await DATA_FOLDER.run(self.mark, session_id)

    def refresh(self, session_ids: Iterable[str]) -> None:
        """Record that these sessions are still here, and forget old notes of others. Blocks."""
        before = time.monotonic() - EVERY
        for session_id, noted in list(self._noted.items()):
            if noted < before:
                self._noted.pop(session_id, None)
        for session_id in session_ids:
            self.mark(session_id)

    def mark(self, session_id: str) -> None:
        """Record a visit. Blocks."""
        try:
            mark = disk.private_folder(self._folder) / session_id
            os.close(os.open(mark, os.O_WRONLY | os.O_CREAT | disk.NO_FOLLOW, 0o600))
            now = time.time()
            os.utime(mark, (now, now))
        except OSError as error:
            log.warning("Could not record a visit of session %s: %s", session_id, error)

    def last(self, session_id: str) -> float | None:
        """The last visit of the session, in seconds since 1970; None if unknown. Blocks."""
        try:
            return (self._folder / session_id).stat().st_mtime
        except OSError:
            return None

    def forget(self, session_id: str) -> None:
        """Remove the record of a session, whose folder is gone. Blocks."""
        with suppress(OSError):
            disk.unlink(self._folder / session_id)
