"""A display with a window manager, a mouse and a keyboard."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Locator

from tests.support.native import ROOT, SECONDS, until


class Display:
    """A separate screen with a window manager, and xdotool as mouse and keyboard."""

    def __init__(self, size: str = "1280x900") -> None:
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.server.stdout is not None
        self.name = f":{self.server.stdout.readline().strip()}"
        self.environment = os.environ | {"DISPLAY": self.name}
        self.manager = subprocess.Popen(
            ["openbox", "--sm-disable", "--startup", "echo ready"],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.manager.stdout is not None
        self.programs = [self.manager, self.server]
        self.source: subprocess.Popen[str] | None = None  # the source of the last drag
        assert "ready\n" in iter(self.manager.stdout.readline, "")

    def close(self) -> None:
        for process in self.programs:
            process.terminate()
            process.wait(SECONDS)

    def do(self, *words: str) -> str:
        """Run xdotool; return its output."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            text=True,
            capture_output=True,
            timeout=SECONDS,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def find(self, title: str) -> list[str]:
        """The ids of the windows whose title matches this expression, now."""
        # Its exit code says little: it fails when any window, of whatever program, just closed.
        search = ["xdotool", "search", "--onlyvisible", "--name", title]
        done = subprocess.run(search, env=self.environment, capture_output=True, timeout=SECONDS)
        return done.stdout.decode().split()

    def window(self, title: str) -> str:
        """The id of a window, once it exists and has the focus."""
        until(lambda: bool(self.find(title)), f"a window {title!r} opens")
        found = self.find(title)[-1]
        self.do("windowactivate", "--sync", found)
        return found

    def has_window(self, title: str) -> bool:
        return bool(self.find(title))

    def is_on_top(self, title: str) -> bool:
        """Whether a window stays above others, as its window manager sees it."""
        words = ["xprop", "-id", self.find(title)[-1], "_NET_WM_STATE"]
        return b"ABOVE" in subprocess.check_output(words, env=self.environment)

    def wait_until_gone(self, title: str) -> None:
        until(lambda: not self.find(title), f"the window {title!r} closes")

    def press(self, *keys: str) -> None:
        self.do("key", "--clearmodifiers", *keys)

    def close_window(self, title: str) -> None:
        """Close it through the window manager; return when it is gone or asks something."""
        self.window(title)
        before = self.find(title)

        def closed() -> bool:
            if self.find(title) != before:
                return True
            # A key that is pressed while a window is still being drawn may be lost.
            self.press("alt+F4")
            return False

        until(closed, f"the window {title!r} closes")

    def answer_file_dialog(self, title: str, path: Path) -> None:
        """Type a path into a file dialog and confirm it."""
        self.window(title)
        self.press("ctrl+a")
        self.do("type", "--delay", "5", str(path))
        self.press("Return")

    def drop_files(
        self,
        files: Sequence[Path | str],
        onto: tuple[int, int],
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
        script = str(ROOT / "tests" / "support" / "drag_source.py")
        source = subprocess.Popen(
            [sys.executable, script, "20", "20", *map(str, files)],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        # It is asked for the data after the drop, so it has to live on.
        self.programs.insert(0, source)
        self.source = source
        assert source.stdout is not None
        assert source.stdout.readline() == "ready\n"
        self.do("mousemove", "--sync", "60", "40", "mousedown", "1")
        self.move((60, 40), onto)

        def is_seen() -> bool:
            self.move((onto[0] - 3, onto[1]), onto, steps=3)
            return seen is None or seen()

        until(is_seen, "the page notices the files that are dragged")
        # The source learns with the next move that they may be dropped here.
        self.move((onto[0] - 3, onto[1]), onto, steps=3)
        self.do("mouseup", "1")
        return source.stdout.readline().strip()

    def clipboard(self, *formats: str) -> dict[str, str]:
        """What another program finds on the clipboard, by format."""
        script = str(ROOT / "tests" / "support" / "clip_reader.py")
        command = [sys.executable, script, *formats]
        found: dict[str, str] = json.loads(
            subprocess.check_output(
                command, env=self.environment, stderr=subprocess.DEVNULL, timeout=SECONDS
            )
        )
        return found

    def middle(self, element: Locator, title: str) -> tuple[int, int]:
        """Where the middle of an element of the page in this window is on the screen."""
        place = self.do("getwindowgeometry", "--shell", self.window(title))
        window = dict(line.split("=") for line in place.splitlines())
        box = element.bounding_box()
        assert box is not None
        left, top, height = element.page.evaluate("[screenX, screenY, innerHeight]")
        bar = int(window["HEIGHT"]) - height  # the menus above the page
        # xdotool counts the window manager's frame twice, the page not at all.
        x = (int(window["X"]) + left) / 2 + box["x"] + box["width"] / 2
        y = (int(window["Y"]) + top) / 2 + bar + box["y"] + box["height"] / 2
        return int(x), int(y)

    def move(self, start: tuple[int, int], end: tuple[int, int], steps: int = 30) -> None:
        """Move the mouse as a hand does: a drag consists of messages, which take a moment."""
        words: list[str] = []
        for step in range(1, steps + 1):
            x = start[0] + (end[0] - start[0]) * step // steps
            y = start[1] + (end[1] - start[1]) * step // steps
            words += ["mousemove", str(x), str(y), "sleep", "0.03"]
        self.do(*words)
