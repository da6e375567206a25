"""Upkeep: removes expired uploads, old thumbnails and, if a setting says so, old sessions."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from functools import partial

from ..downloads.dragged import SecondNames
from ..downloads.offers import Offers
from ..files.cleanup import remove_leftovers, remove_unvisited
from ..files.clock import DAY, Clock
from ..files.visits import Visits
from ..jobs.registry import Jobs
from ..live.pages import Pages
from ..thumbnails.cache import Thumbnails
from ..uploads.engine import Uploads
from .settings import Settings

log = logging.getLogger(__name__)

INTERVAL = 3600.0
"""Seconds between two rounds."""

OFFERS_INTERVAL = 60.0
"""Seconds between two rounds for downloads that handlers offered, which are in memory."""


class Upkeep:
    """Cleans up after uploads, thumbnails, crashes and sessions."""

    def __init__(
        self,
        settings: Settings,
        uploads: Uploads,
        thumbnails: Thumbnails,
        pages: Pages,
        visits: Visits,
        offers: Offers,
        jobs: Jobs,
    ) -> None:
        self._settings = settings
        self._uploads = uploads
        self._thumbnails = thumbnails
        self._pages = pages
        self._visits = visits
        self._offers = offers
        self._jobs = jobs
        self._second_names = SecondNames(settings.drag_folder)
        self._clock = Clock(settings.notes / "sessions.clock", DAY)

    async def run(self) -> None:
        """Run a round now and then every `INTERVAL`; never returns."""
        while True:
            await asyncio.to_thread(self.round)
            await asyncio.sleep(INTERVAL)

    async def expire_offers(self) -> None:
        """Drop downloads that were offered too long ago; never returns."""
        while True:
            await asyncio.sleep(OFFERS_INTERVAL)
            self._offers.sweep()

    def round(self) -> None:
        """Run all jobs, even if one fails. Blocks."""
        for job in (
            self._jobs.remove_leftovers,
            self._uploads.expiry.remove_expired,
            self._thumbnails.sweep,
            self._second_names.sweep,
            self._tidy,
        ):
            self._do(job)

    def _do(self, job: Callable[[], object]) -> None:
        try:
            job()
        except OSError as error:
            log.error("Cleanup failed: %s", error)
        except Exception:
            log.exception("Cleanup failed.")

    def _tidy(self) -> None:
        """Clean up the folders of sessions."""
        self._clock.look()
        self._jobs.expire(self._pages.has_session)
        self._do(lambda: self._visits.refresh(self._pages.sessions()))
        roots = (self._settings.sessions, self._settings.shelves)
        for root in roots:
            self._do(partial(remove_leftovers, root, self._clock))
        if (days := self._settings.remove_old_sessions) is not None:
            remove_unvisited(roots, days, self._is_used, self._visits, self._clock)

    def _is_used(self, session_id: str) -> bool:
        return (
            self._pages.has_session(session_id)
            or self._uploads.has_owner(session_id)
            or bool(self._jobs.running(session_id))
        )
