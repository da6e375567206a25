"""Upkeep: what nobody needs any more is removed from the disk, now and then."""

from __future__ import annotations

import asyncio
import logging

from ..files.retiring import retire, tidy
from ..files.thumbnails import Thumbnails
from ..files.uploads import Uploads
from ..live.pages import Pages
from .settings import Settings

log = logging.getLogger(__name__)

INTERVAL = 3600.0
"""Seconds between two rounds."""


class Upkeep:
    """Removes uploads that nobody continued or took, old thumbnails, what crashes left and, where a
    setting says so, old sessions.
    """

    def __init__(
        self, settings: Settings, uploads: Uploads, thumbnails: Thumbnails, pages: Pages
    ) -> None:
        self._settings = settings
        self._uploads = uploads
        self._thumbnails = thumbnails
        self._pages = pages

    async def run(self) -> None:
        """A round at once, and then one each `INTERVAL`; never ends."""
        while True:
            await asyncio.to_thread(self.round)
            await asyncio.sleep(INTERVAL)

    def round(self) -> None:
        """Remove what is over. Blocks."""
        try:
            self._uploads.sweeper.sweep()
            self._thumbnails.sweep()
            tidy(self._settings.sessions)
            if (days := self._settings.remove_old_sessions) is not None:
                retire(self._settings.sessions, days, self._is_used)
        except OSError as error:
            log.error("What nobody needs any more could not be removed: %s", error)

    def _is_used(self, session_id: str) -> bool:
        return self._pages.has_session(session_id) or self._uploads.has_owner(session_id)
