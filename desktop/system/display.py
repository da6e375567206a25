"""Whether this is a graphical session: a display server that answers.

Qt aborts the process without one, so this is checked first. No process is started.
"""

import ctypes
import os
import socket
import sys
from pathlib import Path

# Platforms of Qt that draw into memory, or on the console's screen, without a display server.
WITHOUT_SERVER = ("offscreen", "minimal", "eglfs", "linuxfb", "vnc")


def has_display() -> bool:
    """Whether this is a graphical session at all."""
    return sys.platform != "linux" or why_no_display() is None


def platform() -> str:
    """The platform that Qt takes here: "wayland", "xcb" (X11), or one of `WITHOUT_SERVER`."""
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    if wanted.startswith(("xcb", *WITHOUT_SERVER)):
        return wanted.partition(":")[0].partition(";")[0]
    return "wayland" if wayland_answers() else "xcb"


def why_no_display() -> str | None:
    if platform() != "xcb":
        return None
    display = os.environ.get("DISPLAY")
    if not display:
        return "There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set."
    return None if x_server_answers() else f"The display {display} (DISPLAY) does not answer."


def wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name or sys.platform == "win32":
        return False
    # An absolute name stands for itself, in joinpath as in the Wayland library.
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/")).joinpath(name)
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(path)) == 0


def x_server_answers() -> bool:
    """Ask with the library that Qt uses; `why_no_qt` reports a missing one."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
