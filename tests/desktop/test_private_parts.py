"""What Satchel patches in pywebview is as it was when the patches were written."""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="patches are for Qt, on Linux")

# Of webview/platforms/qt.py in pywebview 6.2.1.
DIGEST = "0d78b132be416e9df3c562645e958d1be83e11e4518a19a861a2c573d4b0b61c"

PATCHED = """
from desktop.windows.qt.pywebview import imports
imports.pywebview()
from webview.platforms import qt
for name in (
    "QWebEngineProfile",
    "_profile_storage_path",
    "BrowserView.NavigationHandler",
    "BrowserView.instances",
    "BrowserView.on_load_finished",
    "BrowserView.WebPage.chooseFiles",
    "BrowserView.WebPage.createWindow",
    "BrowserView.WebPage.onFeaturePermissionRequested",
    "BrowserView.WebView.contextMenuEvent",
    "BrowserView.WebView.dragEnterEvent",
    "BrowserView.WebView.dropEvent",
):
    found = qt
    for part in name.split("."):
        assert hasattr(found, part), name
        found = getattr(found, part)
"""


def test_the_patched_file_is_the_one_the_patches_were_written_for() -> None:
    package = importlib.util.find_spec("webview")
    assert package is not None and package.origin is not None
    backend = Path(package.origin).with_name("platforms") / "qt.py"
    digest = hashlib.sha256(backend.read_bytes()).hexdigest()
    assert digest == DIGEST, (
        f"pywebview {metadata.version('pywebview')} has another Qt backend: review "
        "desktop/windows/qt/pywebview, then update the digest here"
    )


def test_every_patched_part_exists() -> None:
    done = subprocess.run([sys.executable, "-c", PATCHED], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
