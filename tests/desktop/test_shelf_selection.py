"""Files of the shelf are selected, looked at, saved together, renamed and removed."""

from __future__ import annotations

import os
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests.support.file_tiles import names, selected, tile, tiles, wait_for
from tests.support.served import Served, trash_home
from tests.support.shelf import EMPTY, TITLE, choose, do, payload, remove, stored

pytestmark = pytest.mark.browser


def test_a_file_is_removed_and_comes_back(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("b.txt"))
    remove(page, "a.txt")
    notice = page.locator(".satchel-notice", has_text="Moved")
    expect(notice).to_contain_text("Moved “a.txt” to the trash. Only the copy here: originals are")
    expect(page.get_by_text("1 file · 7 bytes")).to_be_visible()
    assert stored(shelf) == {"b.txt": b"content"}
    trash = trash_home(shelf.data) / "Trash"
    assert (trash / "files" / "a.txt").read_bytes() == b"content"
    page.get_by_role("button", name="Undo").click()
    expect(tiles(page)).to_have_count(2)
    assert stored(shelf) == {"a.txt": b"content", "b.txt": b"content"}
    page.get_by_role("listbox").focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    expect(page.get_by_text(EMPTY)).to_be_visible()
    assert shelf.stop() == 0
    assert sorted(os.listdir(trash / "files")) == ["a.txt", "b.txt"]


def test_several_files_are_selected_saved_as_zip_and_removed(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt", b"a"), payload("b.txt", b"b"), payload("c.txt", b"c"))
    tile(page, "a.txt").click()
    tile(page, "c.txt").click(modifiers=["Control"])
    expect(page.get_by_text("2 of 3 files selected")).to_be_visible()
    with page.expect_download() as download:
        do(page, "Save as ZIP")
    assert download.value.suggested_filename == "Satchel files.zip"
    with ZipFile(download.value.path()) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "a.txt": b"a",
            "c.txt": b"c",
        }
    do(page, "Remove")
    expect(tiles(page)).to_have_count(1)
    assert stored(shelf) == {"b.txt": b"b"}


def test_all_are_selected_wherever_the_focus_is(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("b.txt"))
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Control+a")
    expect(page.get_by_text("2 of 2 files selected")).to_be_visible()
    assert page.evaluate("getSelection().toString()") == ""
    tile(page, "a.txt").click(modifiers=["Control"])
    expect(page.get_by_text("1 of 2 files selected")).to_be_visible()


def test_the_right_button_opens_a_menu_of_our_own(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("b.txt"))
    tile(page, "a.txt").click(button="right")
    menu = page.get_by_role("menu", name="Files")
    expect(menu).to_be_visible()
    wait_for(page, lambda: selected(page) == ["a.txt"])
    texts = menu.get_by_role("menuitem").all_text_contents()
    assert texts[:4] == ["Preview", "Save", "Save as ZIP", "Actions"]
    assert texts[4:] == ["Move to shelf…", "Rename", "Remove", "Details", "Select all"]
    menu.get_by_role("menuitem", name="Remove").click()
    expect(tiles(page)).to_have_count(1)
    page.locator(".kit-files-view").click(button="right", position={"x": 700, "y": 300})
    expect(menu.get_by_role("menuitem", name="Save", exact=True)).to_be_disabled()
    menu.get_by_role("menuitem", name="Select all").click()
    wait_for(page, lambda: selected(page) == ["b.txt"])


def test_a_double_click_looks_at_a_file(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt", b"one"), payload("b.txt", b"two"))
    page.get_by_label("Sort by").select_option("Name")
    tile(page, "a.txt").dblclick()
    expect(page.get_by_role("dialog", name="a.txt").get_by_text("one")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("dialog", name="b.txt").get_by_text("two")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("dialog")).to_have_count(0)
    wait_for(page, lambda: selected(page) == ["b.txt"])


def test_a_browser_is_not_offered_what_only_a_window_can(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"))
    tile(page, "a.txt").click()
    expect(page.get_by_role("button", name="Preview")).to_be_visible()
    expect(page.get_by_role("button", name="Open", exact=True)).to_have_count(0)
    expect(page.get_by_role("button", name="Show in folder")).to_have_count(0)


def test_a_file_that_others_removed_leaves(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("b.txt"))
    (shelf.sessions[0] / "a.txt").unlink()
    expect(tiles(page)).to_have_count(1)
    choose(page, payload("c.txt"))
    assert set(names(page)) == {"b.txt", "c.txt"}


def test_it_can_be_used_by_keyboard_alone(shelf: Served, page: Page) -> None:
    page.on("filechooser", lambda chooser: None)  # Playwright catches them from now on
    choose(page, payload("a.txt"), payload("b.txt"))
    expect(page.locator(TITLE)).to_have_count(0)
    page.get_by_label("Choose files").focus()
    expect(page.locator("label:has([type=file])")).to_have_css("outline-style", "solid")
    with page.expect_file_chooser():
        page.keyboard.press("Enter")
    heading = ("This shelf", "Colours")
    for name in (*heading, "Search by name", "Kind", "Sort by", "View", "New folder"):
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_accessible_name(name)
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_focused()
    page.keyboard.press("ArrowRight")
    wait_for(page, lambda: len(selected(page)) == 1)
    [chosen] = selected(page)
    page.keyboard.press("F2")
    editor = page.get_by_role("textbox", name=f"New name of {chosen}")
    expect(editor).to_be_focused()
    page.keyboard.type("new")
    page.keyboard.press("Enter")
    expect(tile(page, "new.txt")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Shift+F10")
    expect(page.get_by_role("menuitem", name="Preview")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_focused()
    page.keyboard.press("Delete")
    expect(tiles(page)).to_have_count(1)
