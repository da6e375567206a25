"""X11: Xvfb as the screen, openbox as the window manager, xdotool as mouse and keyboard."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence

from PIL import Image, ImageGrab
from playwright.sync_api import Locator

from tests.support.display import SIZE, Display, Place, Point
from tests.support.native import ROOT, SECONDS

PAUSE = "0.03"  # seconds between two moves of the mouse


class Xvfb(Display):
    """A screen of X11, or the first of several beside each other."""

    def __init__(self, size: tuple[int, int] = SIZE, screens: int = 1) -> None:
        self.size = size
        screen = f"{size[0] * screens}x{size[1]}x24"
        self.server, number = started(
            ["Xvfb", "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp"]
        )
        self.name = f":{number.strip()}"
        self.environment = os.environ | {"DISPLAY": self.name}
        manager, said = started(
            ["openbox", "--sm-disable", "--startup", "echo ready"], self.environment
        )
        assert manager.stdout is not None
        assert said == "ready\n" or "ready\n" in iter(manager.stdout.readline, "")
        self.programs = [manager, self.server]
        if screens > 1:
            self.put_monitor("LEFT", 0, "screen")

    def plug(self, scale: float) -> None:
        """There is no scale of a screen: each program has its own (QT_SCREEN_SCALE_FACTORS)."""
        self.put_monitor("RIGHT", self.size[0], "none")

    def unplug(self) -> None:
        if b"RIGHT" in self.xrandr("--listmonitors"):
            self.xrandr("--delmonitor", "RIGHT")

    def put_monitor(self, name: str, left: int, output: str) -> None:
        """Call a part of the server's one screen a monitor."""
        width, height = self.size
        self.xrandr("--setmonitor", name, f"{width}/340x{height}/240+{left}+0", output)

    def xrandr(self, *words: str) -> bytes:
        done = subprocess.run(["xrandr", *words], env=self.environment, capture_output=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

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
        # Its exit code says little: it fails when any window, of whatever program, just closed.
        search = ["xdotool", "search", "--onlyvisible", "--name", title]
        done = subprocess.run(search, env=self.environment, capture_output=True, timeout=SECONDS)
        return done.stdout.decode().split()

    def active(self) -> str:
        return self.do("getactivewindow")

    def activate(self, window: str) -> None:
        self.do("windowactivate", "--sync", window)

    def place(self, title: str) -> Place | None:
        found = self.find(title)
        if not found:
            return None
        shown = self.do("getwindowgeometry", "--shell", found[-1])
        facts = dict(line.split("=") for line in shown.splitlines())
        return Place(*(int(facts[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))

    def resize(self, title: str, width: int, height: int) -> None:
        self.do("windowsize", "--sync", self.window(title), str(width), str(height))

    def put(self, title: str, x: int, y: int) -> None:
        self.do("windowmove", "--sync", self.window(title), str(x), str(y))

    def minimise(self, title: str) -> None:
        self.do("windowminimize", "--sync", self.window(title))

    def ask_to_close(self, title: str) -> None:
        self.press("alt+F4")

    def is_on_top(self, title: str) -> bool:
        words = ["xprop", "-id", self.find(title)[-1], "_NET_WM_STATE"]
        return b"ABOVE" in subprocess.check_output(words, env=self.environment)

    def press(self, *keys: str) -> None:
        self.do("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self.do("type", "--delay", "5", text)

    def hold(self, *keys: str) -> None:
        for key in keys:
            self.do("keydown", key)

    def let_go(self, *keys: str) -> None:
        for key in keys:
            self.do("keyup", key)

    def point(self, *points: Point) -> None:
        self.do(
            *(word for x, y in points for word in ("mousemove", str(x), str(y), "sleep", PAUSE))
        )

    def press_mouse(self) -> None:
        self.do("mousedown", "1")

    def release_mouse(self) -> None:
        self.do("mouseup", "1")

    def click(self, button: int = 1, times: int = 1) -> None:
        self.do("click", "--repeat", str(times), str(button))

    def clipboard(self, *formats: str) -> dict[str, str]:
        script = str(ROOT / "tests" / "support" / "clip_reader.py")
        output = subprocess.check_output(
            [sys.executable, script, *formats],
            env=self.environment,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
        )
        found: dict[str, str] = json.loads(output)
        return found

    def copying(self, *arguments: str) -> subprocess.Popen[str]:
        script = str(ROOT / "tests" / "support" / "clip_source.py")
        source, said = started([sys.executable, script, *arguments], self.environment)
        assert said == "ready\n"
        return source

    def picture(self, left: int, top: int, width: int, height: int) -> Image.Image:
        return ImageGrab.grab((left, top, left + width, top + height), xdisplay=self.name)

    def corner(self, element: Locator, title: str) -> Point:
        self.window(title)
        window = self.place(title)
        assert window is not None
        # xdotool counts the window manager's frame twice.
        words = ["xwininfo", "-id", self.find(title)[-1]]
        shown = subprocess.check_output(words, env=self.environment, text=True)
        left, top = (int(each) for each in re.findall(r"Absolute upper-left [XY]: *(-?\d+)", shown))
        bar = window.height - element.page.evaluate("innerHeight") * self.pixels  # the menus
        return left, int(top + bar)


def started(
    command: Sequence[str], environment: dict[str, str] | None = None
) -> tuple[subprocess.Popen[str], str]:
    """A program that runs, and the first line that it said."""
    process = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    return process, process.stdout.readline()
