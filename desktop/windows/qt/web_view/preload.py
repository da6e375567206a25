"""Loads the libraries of Qt on another core, while Python still imports the program.

Python holds its lock while it loads a module's library, but not while a function of C runs. Most of
what is mapped here, 200 MB, is Chromium. Where it cannot be loaded, `probe` says why, later.
"""

import ctypes
import importlib.util
import os
import sys
from pathlib import Path
from threading import Thread

LIBRARY = "libQt6WebEngineWidgets.so.6"  # it needs all others


def begin() -> None:
    """Begin to load them; returns at once."""
    Thread(target=_load, daemon=True).start()


def _load() -> None:
    if sys.platform != "linux":
        return
    package = importlib.util.find_spec("PySide6")
    if package is not None and package.origin is not None:
        load = ctypes.CDLL(None).dlopen
        load.argtypes, load.restype = [ctypes.c_char_p, ctypes.c_int], ctypes.c_void_p
        load(os.fsencode(Path(package.origin).parent / "Qt" / "lib" / LIBRARY), os.RTLD_LAZY)
