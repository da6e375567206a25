"""A file on its way out: how far it is, told to the page that shows it, and whether to go on."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from core.live.protocol import SaveState, WindowNews
from desktop.errors import SaveCancelled

NEWS = 0.2  # seconds between two that are told
QUICK = 0.4  # seconds; what takes no longer is told at its end only


class Transfer:
    """One save.

    Args:
        number: by which pages name it.
        name: what is saved.
        size: in bytes; None where that is not known.
        tell: sends news to the page.

    Attributes:
        place: where it goes.
        cancelled: set where the person wants no more of it.
    """

    place: Path

    def __init__(
        self, number: int, name: str, size: int | None, tell: Callable[[WindowNews], None]
    ) -> None:
        self.number, self.name, self.size, self.tell = number, name, size, tell
        self.cancelled = threading.Event()
        self.done = 0
        self.next_news = time.monotonic() + QUICK

    def counted(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """The chunks.

        Raises:
            SaveCancelled: the person wants no more of them.
        """
        for chunk in chunks:
            if self.cancelled.is_set():
                raise SaveCancelled(f"{self.name} was not saved: you cancelled it.")
            yield chunk
            self.done += len(chunk)
            if time.monotonic() >= self.next_news:
                self.news("writing")
                self.next_news = time.monotonic() + NEWS

    def ended(self, state: SaveState) -> None:
        self.news(state)

    def news(self, state: SaveState) -> None:
        self.tell(
            {
                "save": self.number,
                "name": self.name,
                "done": self.done,
                "size": self.size,
                "state": state,
                "folder": self.place.parent.name if state == "saved" else "",
            }
        )
