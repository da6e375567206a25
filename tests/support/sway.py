"""Wayland: sway without a screen, a virtual mouse, wtype as the keyboard.

sway refuses to run as root, so root starts it as `nobody`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Locator

from tests.support.display import SIZE, Display, Place, Point
from tests.support.native import SECONDS, display_environment, until
from tests.support.wayland_client import VirtualMouse
from tests.support.xvfb import started

CONFIGURATION = """
output HEADLESS-1 mode {width}x{height} position 0 0 scale {scale}
default_border none
default_floating_border none
focus_follows_mouse no
focus_on_window_activation focus
input * repeat_rate 0
for_window [title=".*"] floating enable
no_focus [title="^peer "]
xwayland disable
exec echo "$SWAYSOCK"
"""
NOBODY = ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"]
HEADLESS = {
    "WLR_BACKENDS": "headless",
    "WLR_RENDERER": "pixman",
    "WLR_LIBINPUT_NO_DEVICES": "1",
}
PAUSE = 0.01  # seconds between two moves of the mouse
WHEEL_UP = 4
RUN_COMMAND, GET_OUTPUTS, GET_TREE = 0, 3, 4
HEAD = struct.Struct("=6sII")  # of the messages of sway's IPC
MODIFIERS = {"Control_L": "ctrl", "Shift_L": "shift", "Alt_L": "alt"}


class Sway(Display):
    """A screen of Wayland.

    Args:
        size: in logical pixels, in which all places are.
        scale: pixels of the screen for one of them.
    """

    def __init__(self, size: tuple[int, int] = SIZE, scale: float = 1) -> None:
        self.size, self.scale = size, scale
        self.reach = size  # of the mouse, over all screens
        self.folder = Path(tempfile.mkdtemp(prefix="sway-"))
        server = self.start_sway()
        self.mouse = VirtualMouse(self.name)
        self.environment = os.environ | display_environment(self.name)
        self.environment |= {"XDG_RUNTIME_DIR": str(self.folder), "GDK_BACKEND": "wayland"}
        # Without one that stays, there would be no keyboard between two keys.
        keyboard = subprocess.Popen(
            ["wtype", "-s", "1000000000", "-k", "Shift_L"], env=self.environment, text=True
        )
        self.programs = [keyboard, server]
        self.held: list[subprocess.Popen[str]] = []

    def start_sway(self) -> subprocess.Popen[str]:
        """Start it, and connect to it."""
        width, height = (round(each * self.scale) for each in self.size)
        text = CONFIGURATION.format(width=width, height=height, scale=self.scale)
        (self.folder / "config").write_text(text)
        is_root = os.geteuid() == 0
        if is_root:
            shutil.chown(self.folder, "nobody")
        server, address = started(
            [*(NOBODY if is_root else []), "sway", "-c", str(self.folder / "config")],
            os.environ | HEADLESS | {"XDG_RUNTIME_DIR": str(self.folder)},
        )
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(address.strip())
        self.messages = self.socket.makefile("rb")
        self.name = str(next(self.folder.glob("wayland-?")))
        return server

    def close(self) -> None:
        self.mouse.close()
        super().close()
        self.socket.close()
        shutil.rmtree(self.folder)

    def plug(self, scale: float) -> None:
        width, height = (round(each * scale) for each in self.size)
        if "HEADLESS-2" not in str(self.ask(GET_OUTPUTS)):
            self.do("create_output")
        place = f"enable position {self.size[0]} 0 scale {scale}"
        self.do(f"output HEADLESS-2 mode {width}x{height} {place}")
        self.reach = self.size[0] * 2, self.size[1]

    def unplug(self) -> None:
        raise NotImplementedError("sway 1.7 keeps the outputs that it made")

    def ask(self, kind: int, text: str = "") -> Any:
        """Send a message to sway; its answer."""
        content = text.encode()
        self.socket.sendall(HEAD.pack(b"i3-ipc", len(content), kind) + content)
        _magic, length, _kind = HEAD.unpack(self.messages.read(HEAD.size))
        return json.loads(self.messages.read(length))

    def do(self, command: str) -> None:
        """Run commands of sway, separated by `;`."""
        for each in self.ask(RUN_COMMAND, command):
            assert each["success"], f"{command}: {each}"

    def windows(self) -> list[dict[str, Any]]:
        """All windows as sway describes them, the oldest first."""
        return sorted(windows_in(self.ask(GET_TREE)), key=lambda window: int(window["id"]))

    def newest(self, title: str) -> dict[str, Any] | None:
        found = [each for each in self.windows() if re.search(title, each["name"] or "")]
        return found[-1] if found else None

    def find(self, title: str) -> list[str]:
        return [
            str(each["id"])
            for each in self.windows()
            if re.search(title, each["name"] or "") and each["visible"]
        ]

    def active(self) -> str:
        return next((str(each["id"]) for each in self.windows() if each["focused"]), "")

    def activate(self, window: str) -> None:
        self.do(f"[con_id={window}] focus")
        until(lambda: self.active() == window, "the window has the keyboard")

    def place(self, title: str) -> Place | None:
        found = self.newest(title)
        return Place(**found["rect"]) if found else None

    def resize(self, title: str, width: int, height: int) -> None:
        self.do(f"[con_id={self.window(title)}] resize set {width} px {height} px")

    def put(self, title: str, x: int, y: int) -> None:
        self.do(f"[con_id={self.window(title)}] move absolute position {x} {y}")

    def minimise(self, title: str) -> None:
        raise NotImplementedError("sway cannot minimise windows")

    def ask_to_close(self, title: str) -> None:
        self.do(f"[con_id={self.window(title)}] kill")

    def is_on_top(self, title: str) -> bool:
        raise NotImplementedError("Wayland has no windows that stay above others")

    def press(self, *keys: str) -> None:
        words: list[str] = []
        for key in keys:
            *held, name = key.split("+")
            words += [word for each in held for word in ("-M", each)]
            words += ["-k", name]
            words += [word for each in reversed(held) for word in ("-m", each)]
        self.run("wtype", *words)

    def type(self, text: str) -> None:
        self.run("wtype", "-d", "5", "--", text)

    def hold(self, *keys: str) -> None:
        words = [word for key in keys for word in ("-M", MODIFIERS[key])]
        command = ["wtype", *words, "-s", "1000000000"]
        self.held.append(subprocess.Popen(command, env=self.environment, text=True))

    def let_go(self, *keys: str) -> None:
        for each in self.held:
            each.kill()
            each.wait()
        self.held.clear()

    def point(self, *points: Point) -> None:
        for x, y in points:
            self.mouse.move(x, y, *self.reach)
            time.sleep(PAUSE)

    def press_mouse(self) -> None:
        self.mouse.press(1, True)

    def release_mouse(self) -> None:
        self.mouse.press(1, False)

    def click(self, button: int = 1, times: int = 1) -> None:
        for _ in range(times):
            if button == WHEEL_UP:
                self.mouse.scroll_up()
            else:
                self.mouse.press(button, True)
                self.mouse.press(button, False)

    def clipboard(self, *formats: str) -> dict[str, str]:
        return {each: self.run("wl-paste", "-n", "-t", each).decode() for each in formats}

    def copying(self, *arguments: str) -> subprocess.Popen[str]:
        is_picture = arguments[0] == "--image"
        kind = "image/png" if is_picture else "text/uri-list"
        content = (
            Path(arguments[1]).read_bytes()
            if is_picture
            else "".join(f"{Path(each).as_uri()}\r\n" for each in arguments).encode()
        )
        source = subprocess.Popen(
            ["wl-copy", "--foreground", "-t", kind], env=self.environment, stdin=subprocess.PIPE
        )
        assert source.stdin is not None
        source.stdin.write(content)
        source.stdin.close()

        def is_there() -> bool:
            listed = subprocess.run(["wl-paste", "-l"], env=self.environment, capture_output=True)
            return kind in listed.stdout.decode()  # it fails while there is nothing

        until(is_there, "it is on the clipboard")
        return source

    def picture(self, left: int, top: int, width: int, height: int) -> Image.Image:
        return Image.open(BytesIO(self.run("grim", "-g", f"{left},{top} {width}x{height}", "-")))

    def corner(self, element: Locator, title: str) -> Point:
        self.window(title)
        window = self.place(title)
        assert window is not None
        return window.x, window.y + window.height - element.page.evaluate("innerHeight")

    def peer(self, kind: str, place: Point, *arguments: str) -> subprocess.Popen[str]:
        process = super().peer(kind, place, *arguments)
        self.put_peer(f"^peer {kind}$", place)
        return process

    def peers(self, kind: str) -> list[str]:
        return ["/usr/bin/python3", "-m", "tests.support.gtk_drags", kind]

    def put_peer(self, title: str, place: Point) -> None:
        """Wayland's programs cannot place their windows themselves."""
        until(lambda: self.has_window(title), "the other program is there")
        self.do(f'[title="{title}"] move absolute position {place[0]} {place[1]}')

        def is_there() -> bool:
            found = self.place(title)
            return found is not None and (found.x, found.y) == place

        until(is_there, "the other program is at its place")

    def run(self, *command: str) -> bytes:
        done = subprocess.run(command, env=self.environment, capture_output=True, timeout=SECONDS)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout


def windows_in(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The windows below a node of sway's tree."""
    if node.get("pid"):
        yield node
    for each in node["nodes"] + node["floating_nodes"]:
        yield from windows_in(each)
