"""Can a window be opened here? Asked before, as Qt does not fail without a display: it aborts.

Without starting a process: 0 to 200 ms. The order is that of what is missing most often.
"""

import ctypes
import importlib
import importlib.util
import os
import socket
import sys
from pathlib import Path

from desktop.windows.qt import imports

QT_LIBRARIES = (
    "libegl1 libgl1 libxcomposite1 libxdamage1 libxrandr2 libxtst6 libasound2 libfontconfig1 "
    "libglib2.0-0 libnss3 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 "
    "libxkbcommon-x11-0 libxkbfile1 libdbus-1-3 fonts-dejavu-core"
)
INSTALL = f"On Debian or Ubuntu: sudo apt-get install {QT_LIBRARIES}"
# Platforms of Qt that draw into memory, or on the console's screen: no display server is asked.
WITHOUT_SERVER = ("offscreen", "minimal", "eglfs", "linuxfb", "vnc")


def why_no_window() -> str | None:
    """The reason why no window can be opened, with what to do about it; None where one can."""
    if sys.platform == "linux":
        return why_no_display() or why_no_qt() or why_no_font() or why_no_pywebview()
    return why_no_pywebview()


def has_display() -> bool:
    """Whether this is a graphical session at all, window or not."""
    return sys.platform != "linux" or why_no_display() is None


def why_no_display() -> str | None:
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith(WITHOUT_SERVER):
        return None
    if wayland_answers() and not platform.startswith("xcb"):
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
    """Ask with the library that Qt asks with; a missing one is reported by why_no_qt."""
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


def why_no_qt() -> str | None:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return "Qt is not installed: python -m pip install PySide6_WebEngine"
    try:
        importlib.import_module("PySide6.QtWebEngineWidgets")
        load_platform(Path(spec.origin).parent)
    except (ImportError, OSError) as error:
        return f"Qt cannot be loaded: {error}. {INSTALL}"
    return None


def load_platform(pyside: Path) -> None:
    """Load Qt's X11 plugin: its missing libraries would make Qt abort later.

    Raises:
        OSError: one is missing; the message names it.
    """
    plugin = pyside / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if os.environ.get("QT_QPA_PLATFORM", "xcb").startswith("xcb") and plugin.exists():
        ctypes.CDLL(str(plugin))


class FontSet(ctypes.Structure):
    _fields_ = [("count", ctypes.c_int)]


def why_no_font() -> str | None:
    """Chromium never finishes a page where there is no font at all."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError as error:
        return f"Qt cannot be loaded: {error}. {INSTALL}"
    fontconfig.FcConfigGetFonts.restype = ctypes.POINTER(FontSet)
    fontconfig.FcConfigGetFonts.argtypes = [ctypes.c_void_p, ctypes.c_int]
    fontconfig.FcInit()
    fonts = fontconfig.FcConfigGetFonts(None, 0)
    if fonts and fonts.contents.count:
        return None
    return "No font is installed. On Debian or Ubuntu: sudo apt-get install fonts-dejavu-core"


def why_no_pywebview() -> str | None:
    try:
        if sys.platform == "linux":
            imports.pywebview()
        else:
            importlib.import_module("webview")
    except ImportError as error:
        return f"pywebview cannot be loaded: {error}. python -m pip install pywebview==6.2.1"
    return None


def why_no_profile(folder: Path) -> str | None:
    """Why a web view cannot keep its profile in a folder; None where it can."""
    if str(folder).isascii() or sys.platform != "linux":
        return None
    try:
        str(folder).encode()
    except UnicodeEncodeError:
        return (
            f"The name of the data folder {os.fsencode(folder.parent)!r} is not UTF-8, which Qt "
            "cannot open. Rename it, or name another one with --data-dir DIR."
        )
    return None
