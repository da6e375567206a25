"""Watches what file lists show, as long as a browser shows them.

Twice a second the times of the folders are compared, and those of the files in sight: this costs
the same for ten thousand files, and works on network disks, which report no changes.
"""

from __future__ import annotations

import asyncio
import weakref
from typing import Any, Protocol

INTERVAL = 0.5
"""Seconds between two looks."""


class Watched(Protocol):
    """What `watch` needs of a file list."""

    def pages(self) -> set[Any]:
        """The pages that it is on."""

    def look(self) -> bool:
        """Show what has changed; whether something has. Blocks."""

    async def update(self) -> Any:
        """Send the changes to the browsers."""


async def watch(reference: weakref.ref[Watched]) -> None:
    """Watch for as long as a page shows the list."""
    while True:
        await asyncio.sleep(INTERVAL)
        watched = reference()
        if watched is None or all(page.view is None for page in watched.pages()):
            return
        if await asyncio.to_thread(watched.look):
            await watched.update()
        del watched
