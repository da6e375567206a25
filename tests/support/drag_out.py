"""Files dragged out of a window, onto the window of another program."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from playwright.sync_api import Locator

from tests.support.display import Display
from tests.support.native import SECONDS, until

PLACE = (1120, 10)  # of the other program's window, which is above all others
MIDDLE = (1180, 50)


class DropTarget:
    """Another program, which copies what is dropped on it into a folder.

    Attributes:
        folder: what it has.
    """

    def __init__(self, display: Display, folder: Path) -> None:
        self.display, self.folder = display, folder
        folder.mkdir(exist_ok=True)
        self.process = display.peer("drop_target", PLACE, str(folder))
        self.lines: Queue[str] = Queue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def line(self) -> str:
        """What it says next."""
        return self.lines.get(timeout=SECONDS)

    def drag(
        self,
        start: tuple[int, int],
        *keys: str,
        until_over: bool = True,
        meanwhile: Callable[[], object] = lambda: None,
    ) -> None:
        """Drag from a place on the screen onto it, with keys held down over it, and let go.

        Args:
            meanwhile: what happens while it is over the other program.
        """
        display = self.display
        display.point(start)
        display.press_mouse()
        display.move(start, MIDDLE, steps=15)

        def is_over() -> bool:
            display.nudge(MIDDLE)
            return not self.lines.empty()

        if until_over:
            until(is_over, "files come over the other program")
        meanwhile()
        display.hold(*keys)
        # It learns with the next moves what the keys mean.
        for _ in range(3 * bool(keys)):
            display.nudge(MIDDLE, steps=5)
        display.release_mouse()
        display.let_go(*keys)

    def dropped(self) -> dict[str, Any]:
        """What was dropped on it: the action, and the names of files."""
        assert self.line() == "over"
        found: dict[str, Any] = json.loads(self.line())
        return found

    def has_nothing(self) -> bool:
        """Whether nothing came, and nothing is there."""
        try:
            return not self.lines.get_nowait()
        except Empty:
            return not list(self.folder.iterdir())

    def close(self) -> None:
        self.process.kill()
        self.process.wait(SECONDS)


def drag_within(display: Display, title: str, dragged: Locator, taker: Locator, *keys: str) -> None:
    """Drag one element in a window onto another in it, with keys held down."""
    start, end = display.middle(dragged, title), display.middle(taker, title)
    display.point(start)
    display.press_mouse()
    display.move(start, end, steps=15)

    def is_over() -> bool:
        display.nudge(end)
        return "satchel-dropping" in (taker.get_attribute("class") or "")

    until(is_over, "files come over the element")
    display.hold(*keys)
    for _ in range(3 * bool(keys)):
        display.nudge(end, steps=5)
    display.release_mouse()
    display.let_go(*keys)
