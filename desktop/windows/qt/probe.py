"""Why no window can be opened here. Checked first, because Qt aborts instead of raising an error.

Takes 0 to 200 ms and starts no process. The likeliest reasons are checked first.
"""

import ctypes
import importlib
import importlib.util
import os
from pathlib import Path

from desktop.system.display import platform, why_no_display
from desktop.windows.qt.pywebview import imports
from desktop.windows.toolkit import INSTALL_PYWEBVIEW

QT_LIBRARIES = (
    "libegl1 libgl1 libxcomposite1 libxdamage1 libxrandr2 libxtst6 libasound2 libfontconfig1 "
    "libglib2.0-0 libnss3 libxkbfile1 libdbus-1-3 fonts-dejavu-core"
)
PLATFORM_LIBRARIES = {  # what its plugin needs beside those
    "xcb": "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0",
    "wayland": "libwayland-cursor0 libwayland-egl1",
}


def why_no_window() -> str | None:
    """The reason why no window can be opened, with what to do about it; None if one can."""
    return why_no_display() or why_no_qt() or why_no_font() or why_no_pywebview()


def why_no_qt() -> str | None:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return "Qt is not installed: python -m pip install PySide6_WebEngine"
    try:
        importlib.import_module("PySide6.QtWebEngineWidgets")
        load_platform(Path(spec.origin).parent)
    except (ImportError, OSError) as error:
        return f"Qt cannot be loaded: {error}. {install()}"
    return None


def install() -> str:
    """What to do where libraries are missing: only those that this session needs."""
    libraries = f"{QT_LIBRARIES} {PLATFORM_LIBRARIES.get(platform(), '')}".strip()
    return f"On Debian or Ubuntu: sudo apt-get install {libraries}"


def load_platform(pyside: Path) -> None:
    """Load Qt's plugin for this session: libraries that it misses would make Qt abort later.

    Raises:
        OSError: one is missing; the message names it.
    """
    plugin = pyside / "Qt" / "plugins" / "platforms" / f"libq{platform()}.so"
    if plugin.exists():
        ctypes.CDLL(str(plugin))


class FontSet(ctypes.Structure):
    _fields_ = [("count", ctypes.c_int)]


def why_no_font() -> str | None:
    """Without any font Chromium never finishes a page."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError as error:
        return f"Qt cannot be loaded: {error}. {install()}"
    fontconfig.FcConfigGetFonts.restype = ctypes.POINTER(FontSet)
    fontconfig.FcConfigGetFonts.argtypes = [ctypes.c_void_p, ctypes.c_int]
    fontconfig.FcInit()
    fonts = fontconfig.FcConfigGetFonts(None, 0)
    if fonts and fonts.contents.count:
        return None
    return "No font is installed. On Debian or Ubuntu: sudo apt-get install fonts-dejavu-core"


def why_no_pywebview() -> str | None:
    try:
        imports.pywebview()
    except ImportError as error:
        return f"pywebview cannot be loaded: {error}. {INSTALL_PYWEBVIEW}"
    return None


def why_no_profile(folder: Path) -> str | None:
    """Why Qt cannot keep a profile in a folder; None if it can."""
    try:
        str(folder).encode()
    except UnicodeEncodeError:
        return (
            f"The name of the data folder {os.fsencode(folder.parent)!r} is not UTF-8, which Qt "
            "cannot open. Rename it, or name another one with --data-dir DIR."
        )
    return None
