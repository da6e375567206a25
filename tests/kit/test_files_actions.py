"""kit.Files: its menu and actions, search by name and kind, sizes of tiles, and one that fills."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core import kit
from tests.support.api import shows
from tests.support.file_tiles import chosen, names, open_menu, selected, tile, tiles, wait_for

pytestmark = pytest.mark.browser

Live = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> jp.SessionFolder:
    folder = jp.SessionFolder(tmp_path / "holiday").made()
    for name in ("a.txt", "b.jpg", "c.pdf"):
        (folder.folder / name).write_text(name)
    return folder


@shows("kit.FileAction")
def test_actions_of_a_program(live: Live, page: Page, folder: Any) -> None:
    done: list[tuple[str, list[str]]] = []

    def note(what: str) -> Callable[[], None]:
        return lambda: done.append((what, chosen(files)))

    files = kit.Files(
        folder,
        actions=[
            kit.FileAction("Print", note("print"), "printer", for_one=True),
            kit.FileAction("Save", note("save"), "save"),
            kit.FileAction("Hash", note("hash"), menu_only=True),
        ],
    )
    files.menu.item("Import", note("import"))
    live(files)
    tile(page, "a.txt").click()
    page.get_by_role("button", name="Print").click()
    wait_for(page, lambda: done == [("print", ["a.txt"])])
    tile(page, "b.jpg").click(modifiers=["Control"])
    expect(page.get_by_role("button", name="Print")).to_have_count(0)
    expect(page.get_by_role("button", name="Hash")).to_have_count(0)
    page.get_by_role("button", name="Save").click()
    tile(page, "b.jpg").click(button="right")  # one of several: they stay selected
    menu = page.get_by_role("menu", name="Files")
    expect(menu.get_by_role("menuitem", name="Print")).to_be_disabled()
    texts = menu.get_by_role("menuitem").all_text_contents()
    assert texts[:4] == ["Preview", "Save", "Print", "Hash"]
    assert texts[4:] == ["Rename", "Remove", "Details", "Select all", "Import"]
    menu.get_by_role("menuitem", name="Hash").click()
    both = ["a.txt", "b.jpg"]
    wait_for(page, lambda: done[1:] == [("save", both), ("hash", both)])


def test_the_menu_renames_and_text_fields_have_none(live: Live, page: Page, folder: Any) -> None:
    live(kit.Files(folder))
    open_menu(page, "a.txt").get_by_role("menuitem", name="Rename").click()
    editor = page.get_by_role("textbox", name="New name of a.txt")
    expect(editor).to_be_focused()
    editor.click(button="right")
    expect(editor).to_be_focused()
    expect(page.get_by_role("menu")).to_have_count(0)


def test_keys_without_a_focus_are_for_the_only_list(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder, search=True)
    live(files)
    expect(tiles(page)).to_have_count(3)
    page.locator(".kit-files-listbox").evaluate("list => list.ownerDocument.activeElement.blur()")
    page.keyboard.press("Control+a")
    wait_for(page, lambda: chosen(files) == ["a.txt", "b.jpg", "c.pdf"])
    page.get_by_role("button", name="Save").focus()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+f")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("b")
    expect(tiles(page)).to_have_count(1)
    page.keyboard.press("Control+a")  # of the field
    page.keyboard.press("Delete")
    expect(tiles(page)).to_have_count(3)


def test_files_of_a_kind(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder, search=True)
    shown = live(files)
    page.get_by_label("Kind").select_option("Pictures")
    expect(tiles(page)).to_have_count(1)
    assert names(page) == ["b.jpg"] and files.kind == "pictures"
    shown.do(lambda: setattr(files, "kind", "archives") or True)
    expect(page.get_by_text("There is nothing among the archives.")).to_be_visible()
    expect(page.get_by_label("Kind")).to_have_value("archives")
    with pytest.raises(ValueError, match="only pictures, documents"):
        files.kind = "picture"  # type: ignore[assignment]


def test_tiles_of_three_sizes(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder, size="large")
    live(files)
    large = tile(page, "a.txt").bounding_box()
    page.get_by_role("button", name="View").click()
    item = page.get_by_role("menuitemcheckbox", name="Small tiles")
    expect(item).not_to_be_checked()
    item.click()
    wait_for(page, lambda: files.size == "small")
    expect(page.locator(".kit-files-view")).to_have_attribute("data-size", "small")
    small = tile(page, "a.txt").bounding_box()
    assert large is not None and small is not None and small["width"] < large["width"] / 2
    tile(page, "a.txt").click()
    page.keyboard.press("ArrowRight")
    wait_for(page, lambda: selected(page) == ["b.jpg"])


def test_the_line_above_stays_where_it_is(live: Live, page: Page, folder: Any) -> None:
    for number in range(200):
        (folder.folder / f"more {number}.txt").touch()
    room = jp.Div(classes="h-96 flex flex-col").add(kit.Files(folder, fill=True))
    live(room)
    tile(page, "a.txt").click()
    page.keyboard.press("End")
    expect(tile(page, "more 199.txt")).to_be_in_viewport()
    expect(page.get_by_role("status").first).to_be_in_viewport()
    assert tiles(page).count() < 80
    assert page.evaluate("scrollY") == 0


def test_a_component_for_nothing(live: Live, page: Page, folder: Any, tmp_path: Path) -> None:
    files = kit.Files(tmp_path / "none", empty=kit.Empty("Nothing", "Drop something."))
    shown = live(files)
    expect(page.get_by_text("Drop something.")).to_be_visible()
    shown.do(lambda: setattr(files, "source", folder) or True)
    expect(tiles(page)).to_have_count(3)
    expect(page.get_by_text("Drop something.")).to_have_count(0)
