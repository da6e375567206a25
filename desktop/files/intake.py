"""Intake: how files of this computer reach the program without being sent.

`Vouching` takes drops, choices and pastes; `Openings` takes files from the command line, the file
manager and File > Open. Implements core.web.settings.LocalFiles.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.uploads.local_files import LocalFile, Opened
from desktop.files.opened_files import Openings
from desktop.files.vouching import Vouching
from desktop.system.threads import on_own_thread


class Intake:
    """The files that a person has given to the program."""

    def __init__(self, session_id: str) -> None:
        self.session_id = session_id
        self.vouching = Vouching()
        self.openings = Openings()

    def give(self, paths: Sequence[Path]) -> None:
        """Files were dropped on the window, chosen in it, or pasted. Returns at once."""
        self.vouching.give(paths)

    def open(self, paths: Sequence[Path], destination: str = "") -> list[str]:
        """Open files with the program: they join its form, as if they were chosen there.

        Args:
            destination: `msg.destination` of them; "" leaves it to the page.

        Blocks while it checks them: not on the system's event thread, nor on the server's loop.

        Returns:
            A sentence for each file that cannot be opened; the page shows them, too.
        """
        return self.openings.open(paths, destination)

    async def vouch(self, seen: dict[str, Any]) -> list[LocalFile | bool | None]:
        found: list[LocalFile | bool | None] = await on_own_thread(self.vouching.vouch, seen)
        return found

    async def opened(self, shown: list[int]) -> list[Opened]:
        return self.openings.take(shown)
