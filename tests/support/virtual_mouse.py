"""A mouse for Wayland (wlr-virtual-pointer-unstable-v1), in Wayland's own protocol.

sway's commands for the mouse are not enough: they move nothing while a button is down.
"""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator

MANAGER = "zwlr_virtual_pointer_manager_v1"
DISPLAY_ID, REGISTRY_ID, MANAGER_ID, POINTER_ID = 1, 2, 3, 4
GET_REGISTRY, BIND, CREATE_POINTER = 1, 0, 0  # requests
MOVE, PRESS, SCROLL, FRAME = 1, 2, 3, 4  # those of the pointer
BUTTONS = {1: 272, 3: 273}  # as the kernel numbers them
NOTCH = 15  # of the wheel, in pixels
GLOBAL = 0  # an event of the registry
HEAD = struct.Struct("=IHH")  # object, request or event, size of all


class VirtualMouse:
    """A mouse that is plugged in until `close`."""

    def __init__(self, display: str) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(display)
        self.send(DISPLAY_ID, GET_REGISTRY, number(REGISTRY_ID))
        name = next(name for name, interface in self.globals() if interface == MANAGER)
        what = number(name) + string(MANAGER) + number(1) + number(MANAGER_ID)
        self.send(REGISTRY_ID, BIND, what)
        self.send(MANAGER_ID, CREATE_POINTER, number(0) + number(POINTER_ID))

    def send(self, thing: int, request: int, content: bytes) -> None:
        self.socket.sendall(HEAD.pack(thing, request, HEAD.size + len(content)) + content)

    def globals(self) -> Iterator[tuple[int, str]]:
        """What sway offers: a number and an interface each."""
        events = self.socket.makefile("rb")
        while True:
            thing, event, size = HEAD.unpack(events.read(HEAD.size))
            content = events.read(size - HEAD.size)
            if (thing, event) == (REGISTRY_ID, GLOBAL):
                name, length = struct.unpack_from("=II", content)
                yield name, content[8 : 8 + length - 1].decode()

    def move(self, x: int, y: int, width: int, height: int) -> None:
        """To a point of a screen of this size."""
        self.do(MOVE, x, y, width, height)

    def press(self, button: int, is_down: bool) -> None:
        self.do(PRESS, BUTTONS[button], is_down)

    def scroll_up(self) -> None:
        self.do(SCROLL, 0, -NOTCH * 256 % (1 << 32))

    def do(self, request: int, *values: int) -> None:
        now = int(time.monotonic() * 1000)
        self.send(POINTER_ID, request, struct.pack(f"={len(values) + 1}I", now, *values))
        self.send(POINTER_ID, FRAME, b"")

    def close(self) -> None:
        self.socket.close()


def number(value: int) -> bytes:
    return struct.pack("=I", value)


def string(text: str) -> bytes:
    """As Wayland sends it: with its length and a zero, filled up to four bytes."""
    content = text.encode() + b"\0"
    return number(len(content)) + content.ljust(-(-len(content) // 4) * 4, b"\0")
