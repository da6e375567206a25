"""A mouse for Wayland (wlr-virtual-pointer-unstable-v1), and permissions to come to the front.

In Wayland's own protocol. sway's commands for the mouse are not enough: they move nothing while a
button is down. Permissions (xdg-activation-v1) are what menus and file managers hand to programs.
"""

from __future__ import annotations

import socket
import struct
import time
from collections.abc import Iterator

MOUSE, ACTIVATION = "zwlr_virtual_pointer_manager_v1", "xdg_activation_v1"  # interfaces
DISPLAY_ID, REGISTRY_ID, MANAGER_ID, MADE_ID = 1, 2, 3, 4
GET_REGISTRY, BIND, CREATE_POINTER = 1, 0, 0  # requests
GET_TOKEN, COMMIT, DONE = 1, 3, 0  # those of xdg-activation, and an event of the token
MOVE, PRESS, SCROLL, FRAME = 1, 2, 3, 4  # those of the pointer
BUTTONS = {1: 272, 3: 273}  # as the kernel numbers them
NOTCH = 15  # of the wheel, in pixels
GLOBAL = 0  # an event of the registry
HEAD = struct.Struct("=IHH")  # object, request or event, size of all


class Client:
    """A program that uses one interface of the compositor, the object MANAGER_ID."""

    def __init__(self, display: str, interface: str) -> None:
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(display)
        self.received = self.socket.makefile("rb")
        self.send(DISPLAY_ID, GET_REGISTRY, number(REGISTRY_ID))
        name = next(name for name, offered in self.globals() if offered == interface)
        what = number(name) + string(interface) + number(1) + number(MANAGER_ID)
        self.send(REGISTRY_ID, BIND, what)

    def send(self, thing: int, request: int, content: bytes) -> None:
        self.socket.sendall(HEAD.pack(thing, request, HEAD.size + len(content)) + content)

    def events(self, wanted: tuple[int, int]) -> Iterator[bytes]:
        """The content of each event of this kind: an object and a number."""
        while True:
            thing, event, size = HEAD.unpack(self.received.read(HEAD.size))
            content = self.received.read(size - HEAD.size)
            if (thing, event) == wanted:
                yield content

    def globals(self) -> Iterator[tuple[int, str]]:
        """What the compositor offers: a number and an interface each."""
        for content in self.events((REGISTRY_ID, GLOBAL)):
            yield struct.unpack_from("=I", content)[0], text_in(content[4:])

    def close(self) -> None:
        self.received.close()
        self.socket.close()


def permission(display: str) -> str:
    """A token that lets a window come to the front (XDG_ACTIVATION_TOKEN)."""
    client = Client(display, ACTIVATION)
    client.send(MANAGER_ID, GET_TOKEN, number(MADE_ID))
    client.send(MADE_ID, COMMIT, b"")
    token = text_in(next(client.events((MADE_ID, DONE))))
    client.close()
    return token


class VirtualMouse(Client):
    """A mouse that is plugged in until `close`."""

    def __init__(self, display: str) -> None:
        super().__init__(display, MOUSE)
        self.send(MANAGER_ID, CREATE_POINTER, number(0) + number(MADE_ID))

    def move(self, x: int, y: int, width: int, height: int) -> None:
        """To a point of a screen of this size."""
        self.do(MOVE, x, y, width, height)

    def press(self, button: int, is_down: bool) -> None:
        self.do(PRESS, BUTTONS[button], is_down)

    def scroll_up(self) -> None:
        self.do(SCROLL, 0, -NOTCH * 256 % (1 << 32))

    def do(self, request: int, *values: int) -> None:
        now = int(time.monotonic() * 1000)
        self.send(MADE_ID, request, struct.pack(f"={len(values) + 1}I", now, *values))
        self.send(MADE_ID, FRAME, b"")


def number(value: int) -> bytes:
    return struct.pack("=I", value)


def text_in(content: bytes) -> str:
    """The text at the beginning: its length, then itself with a zero."""
    (length,) = struct.unpack_from("=I", content)
    return content[4 : 4 + length - 1].decode()


def string(text: str) -> bytes:
    """As Wayland sends it: with its length and a zero, filled up to four bytes."""
    content = text.encode() + b"\0"
    return number(len(content)) + content.ljust(-(-len(content) // 4) * 4, b"\0")
