"""The window of systems without Qt, as far as it can be tested here: before it is shown."""

from __future__ import annotations

import importlib
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import webview
import webview.util

from desktop.login.autostart import Autostart
from desktop.windows.closing import Unfinished
from desktop.windows.dialogs import Dialogs
from desktop.windows.manager import Windows
from desktop.windows.options import Look, MenuEntry
from desktop.windows.setup import Setup
from desktop.windows.toolkit import Toolkit
from desktop.windows.window_state import WindowState

GUILIB = importlib.import_module("webview.guilib")  # webview.guilib is what it has found


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    look = Look(menus=(("Tools", (MenuEntry("&Count", "Ctrl+E"),)),))
    setup = Setup(
        title="Mine",
        origin="http://127.0.0.1:1",
        profile=tmp_path,
        state=WindowState(tmp_path / "window"),
        dialogs=Dialogs(tmp_path / "last"),
        save=lambda url, name: None,
        keep=lambda path, name: None,
        entry=lambda path: f"http://127.0.0.1:1{path}",
        unfinished=lambda: Unfinished(False),
        stop_transfers=lambda: None,
        give=lambda paths: None,
        open_files=lambda window: None,
        report=lambda to, news: None,
        look=lambda: look,
        act=lambda window, number: True,
        autostart=Autostart("mine", "Mine", ("mine",), tmp_path),
    )
    yield Windows(setup, Toolkit())
    webview.windows.clear()


def test_a_window_has_its_menus_from_the_start(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once it runs, pywebview shows a window before `create_window` returns.

    Edit is left out: the system or the web view has those entries.
    """
    made: list[webview.Window] = []
    create = webview.create_window

    def create_window(*arguments: Any, **options: Any) -> Any:
        window = create(*arguments, **options)
        assert window is not None
        made.append(window)
        assert [menu.title for menu in window.menu] == ["File", "View", "Tools", "Help"]
        return window

    monkeypatch.setattr(webview, "create_window", create_window)
    assert windows.create("/").native.pywebview is made[0]
    items = made[0].menu[1].items
    assert "Zoom in" not in [item.title for item in items if hasattr(item, "title")]


def test_dialogs_are_pywebviews(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = windows.create("/")
    asked: list[tuple[int, dict[str, Any]]] = []
    chosen = str(tmp_path / "chosen.txt")

    def create_file_dialog(kind: int, **options: Any) -> list[str]:
        asked.append((kind, options))
        return [chosen]

    monkeypatch.setattr(window.native.pywebview, "create_file_dialog", create_file_dialog)
    dialogs = windows.setup.dialogs
    assert dialogs.open_files(window, ".png,.pdf", multiple=False) == [Path(chosen)]
    assert dialogs.save_as(window, "a.txt") == Path(chosen)
    assert dialogs.choose_folder(window) == Path(chosen)
    kinds = webview.FileDialog
    assert [kind for kind, _ in asked] == [kinds.OPEN, kinds.SAVE, kinds.FOLDER]
    [to_open, to_save, _] = [options for _, options in asked]
    for file_type in to_open["file_types"]:
        webview.util.parse_file_type(file_type)  # raises if it is none
    assert to_open["file_types"][0] == "Files (*.png;*.pdf)" and not to_open["allow_multiple"]
    assert to_save["save_filename"] == "a.txt"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (RuntimeError("Failed to create a .NET runtime\n  using coreclr"), "a .NET runtime using"),
        (webview.WebViewException("You must have pythonnet installed."), "pythonnet installed"),
        (UnboundLocalError("net_key"), "net_key"),  # pywebview where .NET is not in the registry
    ],
)
def test_a_web_view_that_is_missing_is_said(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    said: str,
) -> None:
    """By a stand-in for what pywebview does on Windows without .NET."""

    def initialize() -> Any:
        try:
            raise error
        finally:
            logging.getLogger("pywebview").error("a traceback")

    monkeypatch.setattr(GUILIB, "initialize", initialize)
    monkeypatch.setattr(sys, "platform", "win32")
    reason = str(Toolkit().why_no_window())
    assert said in reason and "WebView2 runtime (https://" in reason and "\n" not in reason
    assert caplog.text == "" and not logging.getLogger("pywebview").disabled


@pytest.mark.parametrize(("renderer", "can"), [("mshtml", False), ("edgechromium", True)])
def test_internet_explorer_is_no_web_view(
    monkeypatch: pytest.MonkeyPatch, renderer: str, can: bool
) -> None:
    found = SimpleNamespace(renderer=renderer)
    monkeypatch.setattr(GUILIB, "initialize", lambda: found)
    assert (Toolkit().why_no_window() is None) is can
