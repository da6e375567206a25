"""The progress of a save, sent to the page that shows it, and its cancellation."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from core.language.texts import _
from core.live.protocol import SaveState, WindowNews
from desktop.errors import SaveCancelled

INTERVAL = 0.2  # seconds between two reports
QUICK = 0.4  # seconds; shorter saves are reported at their end only


class SaveProgress:
    """The progress of one save.

    Args:
        number: identifies it to pages.
        name: of the file.
        size: in bytes; None if unknown.
        report: sends progress to the page.

    Attributes:
        place: the target.
        cancelled: set when the person cancels it.
    """

    place: Path

    def __init__(
        self, number: int, name: str, size: int | None, report: Callable[[WindowNews], None]
    ) -> None:
        self.number, self.name, self.size, self.report = number, name, size, report
        self.cancelled = threading.Event()
        self.done = 0
        self.next_report = time.monotonic() + QUICK

    def counted(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """The chunks.

        Raises:
            SaveCancelled: the person cancelled it.
        """
        for chunk in chunks:
            if self.cancelled.is_set():
                raise SaveCancelled(_("“{name}” was not saved: you cancelled it.", name=self.name))
            yield chunk
            self.done += len(chunk)
            if time.monotonic() >= self.next_report:
                self.send("writing")
                self.next_report = time.monotonic() + INTERVAL

    def ended(self, state: SaveState) -> None:
        self.send(state)

    def send(self, state: SaveState) -> None:
        self.report(
            {
                "save": self.number,
                "name": self.name,
                "done": self.done,
                "size": self.size,
                "state": state,
                "folder": self.place.parent.name if state == "saved" else "",
            }
        )
