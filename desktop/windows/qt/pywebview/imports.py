"""Imports pywebview 6.2.1 without those of its imports that cost time and are not used.

QtPy wraps every class of Qt by its star imports (0.28 s of processor time at each start, measured),
and pywebview's web server imports bottle and wsgiref (0.07 s). The stand-ins have the names that
pywebview uses, and are removed again: a program may import QtPy itself.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType, SimpleNamespace
from typing import Any

# QtPy's modules, and those of PySide6 whose names they have.
QT = {
    "QtCore": ["QtCore"],
    "QtGui": ["QtGui"],
    "QtWidgets": ["QtWidgets", "QtGui"],
    "QtNetwork": ["QtNetwork"],
    "QtWebChannel": ["QtWebChannel"],
    "QtWebEngineCore": ["QtWebEngineCore"],
    "QtWebEngineWidgets": ["QtWebEngineWidgets", "QtWebEngineCore"],
}


def pywebview() -> None:
    """Import pywebview and its Qt backend.

    Raises:
        ImportError: it is not installed, or Qt cannot be loaded.
    """
    with standing_in(qtpy() | web_server()):
        importlib.import_module("webview.platforms.qt")


@contextmanager
def standing_in(modules: dict[str, Any]) -> Iterator[None]:
    """Let modules be imported in place of those with the same names."""
    before = {name: sys.modules.get(name) for name in modules}
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name, module in before.items():
            del sys.modules[name]
            if module is not None:
                sys.modules[name] = module


def qtpy() -> dict[str, Any]:
    """QtPy's modules, which look up each name in PySide6 when it is used."""
    modules = {name: Names(f"qtpy.{name}", homes) for name, homes in QT.items()}
    package: Any = ModuleType("qtpy")
    package.__path__ = []
    package.PYSIDE6, package.PYQT6 = True, False
    package.QtCore = modules["QtCore"]
    return {"qtpy": package} | {module.__name__: module for module in modules.values()}


class Names(ModuleType):
    """A module with the names of several."""

    def __init__(self, name: str, homes: list[str]) -> None:
        super().__init__(name)
        self.homes = homes

    def __getattr__(self, name: str) -> Any:
        for home in self.homes:
            module = importlib.import_module(f"PySide6.{home}")
            if hasattr(module, name):
                return getattr(module, name)
        raise AttributeError(f"{self.__name__} has no {name}")


def web_server() -> dict[str, Any]:
    """pywebview's server of local files, which it starts only for addresses without a scheme."""
    if "webview" in sys.modules:  # the program has imported it
        return {}
    return {"webview.http": SimpleNamespace(BottleServer=None, global_server=None)}
