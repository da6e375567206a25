"""Intake: how files of this machine get into the program without being sent.

Each way in ends here: a drop, a choice and a paste by `Vouching`, the command line, the file
manager and File > Open by `Openings`. It implements core.web.settings.LocalFiles.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from core.uploads.local_files import LocalFile
from desktop.files.opened_files import Openings
from desktop.files.vouching import Vouching
from desktop.system.threads import on_own_thread


class Intake:
    """The files that a person has given to the program.

    Attributes:
        tell: lets pages know that something was opened.
    """

    def __init__(self, session_id: str) -> None:
        self.session_id = session_id
        self.vouching = Vouching()
        self.openings = Openings(self.vouching.add)
        self.tell: Callable[[], None] = lambda: None
        self.offered: dict[str, Callable[..., Any]] = {
            "vouch": self.vouching.vouch,
            "opened": self.openings.take,
            "find": self.vouching.find,
            "used": self.vouching.used,
        }

    def give(self, paths: Sequence[Path]) -> None:
        """Files were dropped on the window, chosen in it, or pasted. Returns at once."""
        self.vouching.give(paths)

    def open(self, paths: Sequence[Path]) -> list[str]:
        """Open files with the program: they come into its form, as if they were chosen there.

        Blocks: it looks at them. Any thread but the system's event thread and the server's loop.

        Returns:
            A sentence for each one that cannot be opened; the page shows them, too.
        """
        problems = self.openings.open(paths)
        self.tell()
        return problems

    def ask(self, name: str, *arguments: Any) -> Any:
        """Call what `offered` has, for the process of the program (desktop/launch/child.py)."""
        return self.offered[name](*arguments)

    async def vouch(self, seen: dict[str, Any]) -> list[str | bool | None]:
        found: list[str | bool | None] = await on_own_thread(self.vouching.vouch, seen)
        return found

    async def opened(self, shown: list[int]) -> list[dict[str, Any]]:
        return self.openings.take(shown)

    async def find(self, handle: str) -> LocalFile | None:
        return self.vouching.find(handle)

    async def used(self, handle: str) -> None:
        self.vouching.used(handle)
