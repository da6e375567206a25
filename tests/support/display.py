"""A screen of its own with a mouse and a keyboard: X11's, or Wayland's if the environment says so.

`SATCHEL_TEST_DISPLAY=wayland` (scripts/test_platforms wayland) runs the tests of the window under
sway instead of Xvfb.
"""

from __future__ import annotations

import os
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from PIL import Image
from playwright.sync_api import Locator

from tests.support.native import ROOT, SECONDS, until

Point = tuple[int, int]
Colour = tuple[int, int, int]

SIZE = (1280, 900)
SOURCE_PLACE, SOURCE_MIDDLE = (20, 20), (60, 40)  # of the window that files are dragged from
ON_WAYLAND = os.environ.get("SATCHEL_TEST_DISPLAY") == "wayland"


def not_on_wayland(reason: str) -> pytest.MarkDecorator:
    """Marks a test that cannot pass under Wayland, or under sway."""
    return pytest.mark.skipif(ON_WAYLAND, reason=f"Wayland: {reason}")


only_on_wayland = pytest.mark.skipif(not ON_WAYLAND, reason="there is no such thing on X11")


def open_display(size: tuple[int, int] = SIZE, screens: int = 1) -> Display:
    """A new screen of the kind that is tested, with room for as many."""
    from tests.support.sway import Sway
    from tests.support.xvfb import Xvfb

    return Sway(size) if ON_WAYLAND else Xvfb(size, screens)


@dataclass(frozen=True)
class Place:
    """Where a window is on the screen, without its frame."""

    x: int
    y: int
    width: int
    height: int

    @property
    def size(self) -> tuple[int, int]:
        return self.width, self.height


class Display(ABC):
    """A separate screen with a window manager.

    Titles are regular expressions; of several windows that match, the newest counts.

    Attributes:
        name: what programs find it by: a number as in DISPLAY, or the path of Wayland's socket.
        environment: of programs that are to open windows here.
        programs: what `close` ends, in that order.
        pixels: in which the mouse moves, for one of the window's.
    """

    name: str
    environment: dict[str, str]
    programs: list[subprocess.Popen[str]]
    pixels: float = 1
    source: subprocess.Popen[str] | None = None  # the source of the last drag

    def close(self) -> None:
        for process in self.programs:
            process.terminate()
            process.wait(SECONDS)

    @abstractmethod
    def find(self, title: str) -> list[str]:
        """The ids of the windows whose title matches this expression, now."""

    @abstractmethod
    def active(self) -> str:
        """The id of the window that has the keyboard."""

    @abstractmethod
    def activate(self, window: str) -> None:
        """Bring the window with this id to the front, and return when it has the keyboard."""

    @abstractmethod
    def place(self, title: str) -> Place | None:
        """Where a window is; None while there is none."""

    @abstractmethod
    def resize(self, title: str, width: int, height: int) -> None: ...

    @abstractmethod
    def put(self, title: str, x: int, y: int) -> None:
        """Move a window."""

    @abstractmethod
    def minimise(self, title: str) -> None: ...

    @abstractmethod
    def ask_to_close(self, title: str) -> None:
        """Ask a window once to close, as the window manager does."""

    @abstractmethod
    def is_on_top(self, title: str) -> bool:
        """Whether a window stays above others, as its window manager sees it."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one after the other: "a", "ctrl+shift+s", "Return"."""

    @abstractmethod
    def type(self, text: str) -> None: ...

    @abstractmethod
    def hold(self, *keys: str) -> None:
        """Hold modifiers down ("Control_L", "Shift_L") until `let_go`."""

    @abstractmethod
    def let_go(self, *keys: str) -> None: ...

    @abstractmethod
    def point(self, *points: Point) -> None:
        """Move the mouse from point to point, with a moment between them."""

    @abstractmethod
    def press_mouse(self) -> None: ...

    @abstractmethod
    def release_mouse(self) -> None: ...

    @abstractmethod
    def click(self, button: int = 1, times: int = 1) -> None:
        """Click with a button: 3 is the right one, 4 the wheel upwards."""

    @abstractmethod
    def clipboard(self, *formats: str) -> dict[str, str]:
        """What another program finds on the clipboard, by format."""

    @abstractmethod
    def copying(self, *arguments: str) -> subprocess.Popen[str]:
        """Another program, which has copied files, or with `--image FILE` a picture."""

    @abstractmethod
    def picture(self, left: int, top: int, width: int, height: int) -> Image.Image:
        """What is in a part of the screen."""

    @abstractmethod
    def corner(self, element: Locator, title: str) -> Point:
        """Where the upper left corner of the page in this window is on the screen."""

    @abstractmethod
    def plug(self, scale: float) -> None:
        """Add a second screen of the same size, right of the first one."""

    @abstractmethod
    def unplug(self) -> None:
        """Take it away."""

    def window(self, title: str) -> str:
        """The id of a window, once it exists and has the focus."""
        until(lambda: bool(self.find(title)), f"a window {title!r} opens")
        found = self.find(title)[-1]
        self.activate(found)
        return found

    def has_window(self, title: str) -> bool:
        return bool(self.find(title))

    def in_front(self, title: str) -> bool:
        """Whether there is one such window, and it has the keyboard."""
        return self.find(title) == [self.active()]

    def wait_until_gone(self, title: str) -> None:
        until(lambda: not self.find(title), f"the window {title!r} closes")

    def close_window(self, title: str) -> None:
        """Close it through the window manager; return when it is gone or asks something."""
        self.window(title)
        before = self.find(title)

        def closed() -> bool:
            if self.find(title) != before:
                return True
            # A key that is pressed while a window is still being drawn may be lost.
            self.ask_to_close(title)
            return False

        until(closed, f"the window {title!r} closes")

    def answer_file_dialog(self, title: str, path: Path) -> None:
        """Type a path into a file dialog and confirm it."""
        self.window(title)
        self.press("ctrl+a")
        self.type(str(path))
        self.press("Return")

    def peer(self, kind: str, place: Point, *arguments: str) -> subprocess.Popen[str]:
        """Another program, "drag_source" or "drop_target", whose window is at a place.

        Its window is above those beside it, and does not take the keyboard.
        """
        process = subprocess.Popen(
            [*self.peers(kind), *map(str, place), *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    def peers(self, kind: str) -> list[str]:
        """The command that starts such a program."""
        return [sys.executable, "-m", f"tests.support.{kind}"]

    def drop_files(
        self,
        files: Sequence[Path | str],
        onto: Point,
        seen: Callable[[], bool] | None = None,
    ) -> str:
        """Drag files from another program to a point on the screen, and drop them.

        `seen` returns whether the page has noticed them; the mouse moves until then. Returns what
        the other program learns: "CopyAction", or "IgnoreAction" if the drop was refused.
        """
        if self.source:  # a window in the way of the next one
            self.programs.remove(self.source)
            self.source.kill()
            self.source.communicate()
            self.source = None
        source = self.peer("drag_source", SOURCE_PLACE, *map(str, files))
        # It is asked for the data after the drop, so it has to live on.
        self.programs.insert(0, source)
        self.source = source
        assert source.stdout is not None
        self.point(SOURCE_MIDDLE)
        self.press_mouse()
        self.move(SOURCE_MIDDLE, onto)

        def is_seen() -> bool:
            self.nudge(onto)
            return seen is None or seen()

        until(is_seen, "the page notices the files that are dragged")
        self.nudge(onto)  # the source learns with the next move that they may be dropped here
        self.release_mouse()
        return source.stdout.readline().strip()

    def middle(self, element: Locator, title: str) -> Point:
        """Where the middle of an element of the page in this window is on the screen."""
        x, y = self.corner(element, title)
        box = element.bounding_box()
        assert box is not None
        across, down = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        return int(x + across * self.pixels), int(y + down * self.pixels)

    def move(self, start: Point, end: Point, steps: int = 30) -> None:
        """Move the mouse as a hand does: a drag consists of messages, which take a moment."""
        across, down = end[0] - start[0], end[1] - start[1]
        numbers = range(1, steps + 1)
        self.point(
            *((start[0] + across * n // steps, start[1] + down * n // steps) for n in numbers)
        )

    def nudge(self, point: Point, steps: int = 3) -> None:
        """Move the mouse a little, so that programs are told again where it is."""
        self.move((point[0] - 3, point[1]), point, steps)

    def colour(self, point: Point) -> Colour:
        return cast(Colour, self.picture(*point, 1, 1).convert("RGB").getpixel((0, 0)))

    @contextmanager
    def copied(self, *arguments: str) -> Iterator[None]:
        """Something is on the clipboard, as in `copying`."""
        source = self.copying(*arguments)
        try:
            yield
        finally:
            source.kill()
            source.communicate()
