"""pywebview is imported without what it does not use, and nothing of that stays behind."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Qt is the window on Linux only")


def run(source: str) -> str:
    """What a program prints that is run in a process of its own."""
    command = [sys.executable, "-c", source]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_neither_qtpy_nor_a_web_server_is_loaded() -> None:
    loaded = run(
        "import sys; from desktop.windows.qt.pywebview import imports; imports.pywebview();"
        "print(sorted({'bottle', 'qtpy', 'wsgiref'} & {*sys.modules}));"
        "print(sys.modules['webview.platforms.qt'].renderer)"
    )
    assert loaded.splitlines() == ["[]", "qtwebengine"]


def test_a_program_may_use_qtpy_itself() -> None:
    """Before or after, with pywebview imported or not."""
    qtpy = "import os; os.environ['QT_API'] = 'pyside6'; from qtpy.QtWidgets import QAction, QMenu;"
    ours = "from desktop.windows.qt.pywebview import imports; imports.pywebview();"
    import_webview = "import webview;"
    named = "print(QMenu.__name__, QAction.__name__)"
    for order in (ours + qtpy, qtpy + ours, import_webview + ours + qtpy):
        assert run(order + named) == "QMenu QAction"
