"""What macOS gets: pywebview's own code makes its menu bar, with a stand-in for AppKit."""

from __future__ import annotations

import plistlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest
import webview

from desktop.packing import collect
from desktop.packing.app_bundle import TYPES
from desktop.packing.recipe import EVERYDAY_TYPES, Recipe, default_app
from desktop.windows import menus
from desktop.windows.cocoa import menu_bar
from desktop.windows.cocoa.key_equivalents import COMMAND, CONTROL, OPTION, SHIFT, key_equivalent
from desktop.windows.cocoa.toolkit import CocoaToolkit
from desktop.windows.options import Look, MenuEntry
from desktop.windows.usual_menus import Commands, usual_menus
from tests.support import appkit

Shown = dict[str, list[appkit.Entry]]
Run = Callable[[str], None]


@pytest.fixture
def cocoa(monkeypatch: pytest.MonkeyPatch) -> Any:
    """pywebview's module, as the toolkit prepares it."""
    monkeypatch.setitem(webview.settings, "SHOW_DEFAULT_MENUS", True)
    found = appkit.stand_in(monkeypatch)
    CocoaToolkit().prepare()
    return found


def shown(cocoa: Any, run: Run) -> Shown:
    """The menus of the bar that a window of ours has, by title."""
    commands = Commands(
        open_files=lambda: run("open"),
        new_window=lambda: run("new"),
        quit=lambda: run("quit"),
        about=lambda: run("about"),
        on_top=True,
        keep_on_top=lambda: run("top"),
        at_login=None,
        start_at_login=lambda: run("login"),
    )
    usual = usual_menus("Mine", MagicMock(zooms=False), commands, debug=False)
    look = Look(menus=(("Tools", (MenuEntry("&Count", "Ctrl+Shift+E"),)),))
    all_menus = menus.joined(usual, menus.of_program(look, lambda number: None))
    view = cocoa.BrowserView.__new__(cocoa.BrowserView)
    view.localization = webview.localization.original_localization
    bar = view._recreate_menus(menu_bar.menus(all_menus))
    own, *others = [entry.submenu() for entry in bar.entries]
    return {"own": own.entries} | {menu.title: menu.entries for menu in others}


def keys(entry: appkit.Entry) -> tuple[str, int]:
    return entry.keyEquivalent(), entry.keyEquivalentModifierMask()


def test_the_bar_has_the_order_of_macos(cocoa: Any) -> None:
    bar = shown(cocoa, lambda name: None)
    assert list(bar) == ["own", "File", "Edit", "View", "Tools", "Window"]  # Help had About only
    file = ["" if entry.is_line else entry.title() for entry in bar["File"]]
    assert file == ["Open…", "", "New window", "Close window", "", "Print…"]


def test_keys_have_cmd_in_place_of_ctrl(cocoa: Any) -> None:
    bar = shown(cocoa, lambda name: None)
    by_title = {each.title(): each for entries in bar.values() for each in entries}
    assert keys(by_title["Open…"]) == ("o", COMMAND)
    assert keys(by_title["Count"]) == ("e", COMMAND | SHIFT)
    assert keys(by_title["Full screen"]) == ("f", COMMAND | CONTROL)
    assert key_equivalent("Ctrl+Alt+PageUp") == ("\uf72c", COMMAND | OPTION)
    assert key_equivalent("Ctrl++") == ("+", COMMAND)
    assert by_title["Always on top"].state() == 1


def test_the_menu_of_windows_is_that_of_the_system(cocoa: Any) -> None:
    entries = shown(cocoa, lambda name: None)["Window"]
    assert [
        (each.title(), each.action(), each.target()) for each in entries if not each.is_line
    ] == [
        ("Minimize", "performMiniaturize:", None),
        ("Zoom", "performZoom:", None),
        ("Bring All to Front", "arrangeInFront:", None),
    ]
    assert keys(entries[0]) == ("m", COMMAND)
    [menu] = cocoa.BrowserView.app.setWindowsMenu_.call_args.args
    assert menu.entries == entries


def test_help_is_the_last_menu() -> None:
    item = menus.Item("Manual", lambda: None)
    found = menu_bar.menus([menus.MenuList("Hilfe", [item], "Help")])
    assert [menu.title for menu in found] == [menu_bar.OWN, "Window", "Hilfe"]


def test_edit_acts_on_what_has_the_focus(cocoa: Any) -> None:
    edit = {each.title(): each for each in shown(cocoa, lambda name: None)["Edit"]}
    assert edit["Copy"].action() == "copy:" and edit["Copy"].target() is None
    assert keys(edit["Redo"]) == ("z", COMMAND | SHIFT)


def test_quit_and_about_of_the_own_menu_are_ours(cocoa: Any) -> None:
    """The system's Quit would end the process without a question, and without cleaning up."""
    chosen: list[str] = []
    called = threading.Event()

    def run(name: str) -> None:
        chosen.append(name)
        called.set()

    own = shown(cocoa, run)["own"]
    assert "terminate:" not in [entry.action() for entry in own]
    for entry in (own[0], own[-1]):
        called.clear()
        entry.target().handleMenuAction_(entry)
        assert called.wait(20)
    assert chosen == ["about", "quit"]
    assert own[-1].keyEquivalent() == "q"


def test_files_that_the_finder_opens_are_taken(cocoa: Any) -> None:
    taken: list[Path] = []
    CocoaToolkit().receive_files(taken.extend)
    application = MagicMock()
    cocoa.BrowserView.AppDelegate().application_openFiles_(application, ["/a b.txt", "/ä.txt"])
    assert taken == [Path("/a b.txt"), Path("/ä.txt")]
    application.replyToOpenOrPrint_.assert_called_once_with(0)


def info(recipe: Recipe, work: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The Info.plist that a build would write."""
    bundle = MagicMock()
    monkeypatch.setattr("PyInstaller.building.osx.BUNDLE", bundle)
    collect.bundle(recipe, MagicMock(), work)
    found: dict[str, Any] = plistlib.loads(plistlib.dumps(bundle.call_args.kwargs["info_plist"]))
    return found


def test_the_app_opens_the_documents_that_it_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [documents] = info(default_app(), tmp_path, monkeypatch)["CFBundleDocumentTypes"]
    assert documents["LSItemContentTypes"] == [TYPES[each] for each in EVERYDAY_TYPES]
    assert documents["CFBundleTypeRole"] == "Viewer"
    assert documents["LSHandlerRank"] == "Alternate"  # a preview stays what it is


def test_a_program_opens_what_it_names_and_else_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert info(Recipe(), tmp_path, monkeypatch)["CFBundleDocumentTypes"] == []
    own = Recipe(name="Mine", version="2.1", opens=("application/x-mine", "image/png"))
    found = info(own, tmp_path, monkeypatch)
    assert (found["CFBundleDisplayName"], found["CFBundleVersion"]) == ("Mine", "2.1")
    [known, others] = found["CFBundleDocumentTypes"]
    assert known["LSItemContentTypes"] == ["public.png"]
    assert others["CFBundleTypeMIMETypes"] == ["application/x-mine"]


APPLES = {
    **{"CFBundleDisplayName": str, "CFBundleVersion": str, "CFBundleDevelopmentRegion": str},
    **{"CFBundleLocalizations": list, "CFBundleDocumentTypes": list},
    **{"NSHighResolutionCapable": bool, "NSAppTransportSecurity": dict},
    **{"CFBundleTypeName": str, "CFBundleTypeRole": str, "LSHandlerRank": str},
    **{"LSItemContentTypes": list, "CFBundleTypeMIMETypes": list, "NSAllowsLocalNetworking": bool},
}
"""The keys of the Information Property List that we use, with Apple's types."""


def test_the_info_plist_has_keys_and_types_of_apple(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Recipe(opens=("application/x-mine", "image/png"))
    found = info(own, tmp_path, monkeypatch)
    parts = [found, found["NSAppTransportSecurity"], *found["CFBundleDocumentTypes"]]
    assert {key for part in parts for key in part} <= APPLES.keys()
    for key, value in (item for part in parts for item in part.items()):
        assert type(value) is APPLES[key], key


def test_pages_of_this_machine_and_dialogs_in_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = info(default_app(), tmp_path, monkeypatch)
    assert found["NSAppTransportSecurity"] == {"NSAllowsLocalNetworking": True}
    assert found["CFBundleLocalizations"] == ["en", "de", "es", "fr", "ja"]
