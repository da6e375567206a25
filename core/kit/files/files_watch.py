"""Follows what file lists show, as long as a browser shows them.

The system says what changes in their folders. Where it does not, on network disks and of lists of
files, the times of folders and of the files in sight are compared twice a second: this costs the
same for ten thousand files.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import weakref
from pathlib import Path
from typing import Any, Protocol

from core.files.folder_watch import FolderChanges, NotWatched

log = logging.getLogger(__name__)

INTERVAL = 0.5
"""Seconds between two looks at what the system does not watch."""

CHECK = 1.0
"""Seconds after which it is asked whether a page still shows the list, and its folder is there."""

GATHER = 0.03
"""Seconds in which the changes that belong together are gathered."""

BUSY = 0.2
"""Seconds between two updates of a list whose folder changes all the time."""


class Watched(Protocol):
    """What `watch` needs of a file list."""

    @property
    def followed(self) -> Path | None:
        """The folder that it shows; None if there is none."""

    def pages(self) -> set[Any]:
        """The pages that it is on."""

    def look(self) -> bool:
        """Show what has changed; whether something has. Blocks."""

    def refresh(self, changed: set[str] | None) -> bool:
        """Show what has changed among these paths, or anywhere; whether something has. Blocks."""

    async def update(self) -> Any:
        """Send the changes to the browsers."""


async def watch(reference: weakref.ref[Watched]) -> None:
    """Watch for as long as a page shows the list."""
    follower = _Follower()
    try:
        while (watched := reference()) is not None:
            if all(page.view is None for page in watched.pages()):
                return
            if await asyncio.to_thread(follower.look, watched):
                await watched.update()
            del watched
            await follower.wait()
    finally:
        asyncio.get_running_loop().run_in_executor(None, follower.close)


class _Follower:
    """Follows one list."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._reported = asyncio.Event()
        self._changes: FolderChanges | None = None
        self._unwatched: Path | None = None  # cannot be watched: not tried again
        self._looked = 0.0
        self._lock = threading.Lock()  # a look may go on while its list is left
        self._is_closed = False

    def look(self, watched: Watched) -> bool:
        """Show what has changed; whether something has. Blocks."""
        with self._lock:
            return not self._is_closed and self._look(watched)

    def _look(self, watched: Watched) -> bool:
        folder, changes = watched.followed, self._changes
        if changes is not None and (changes.folder != folder or changes.are_over()):
            self._end()
            if changes.failure:
                self._poll(changes.folder, changes.failure)
        if self._changes is not None:
            changed = self._changes.take()
            return changed != set() and watched.refresh(changed)
        if folder is not None and folder != self._unwatched:
            self._begin(folder)
        return watched.look()

    async def wait(self) -> None:
        """Wait until something may have changed."""
        if self._changes is None:
            await asyncio.sleep(INTERVAL)
            return
        self._looked = self._loop.time()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._reported.wait(), CHECK)
            self._reported.clear()
            await asyncio.sleep(max(GATHER, self._looked + BUSY - self._loop.time()))

    def close(self) -> None:
        """Stop following. Blocks."""
        with self._lock:
            self._is_closed = True
            self._end()

    def _end(self) -> None:
        if self._changes is not None:
            self._changes.close()
            self._changes = None

    def _begin(self, folder: Path) -> None:
        try:
            self._changes = FolderChanges(folder, self._tell)
        except NotWatched as error:
            self._poll(folder, str(error))
        except FileNotFoundError:
            pass  # somebody may make it

    def _poll(self, folder: Path, reason: str) -> None:
        self._unwatched = folder
        log.warning("Changes in %s are looked for twice a second. %s", folder, reason)

    def _tell(self) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(self._reported.set)
