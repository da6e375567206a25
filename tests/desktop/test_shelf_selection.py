"""Files of the shelf are selected, saved together, and removed, by mouse or keyboard."""

from __future__ import annotations

from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, expect

from tests.support.served import Served
from tests.support.shelf import EMPTY, TITLE, choose, link, payload, remove, stored, tiles

pytestmark = pytest.mark.browser


def test_a_file_is_removed_after_a_question(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("b.txt"))
    remove(page, "a.txt", "Keep")
    expect(tiles(page)).to_have_count(2)
    remove(page, "a.txt")
    expect(tiles(page)).to_have_count(1)
    expect(page.get_by_text("1 file · 7 bytes")).to_be_visible()
    assert stored(shelf) == {"b.txt": b"content"}
    remove(page, "b.txt")
    expect(page.get_by_text(EMPTY)).to_be_visible()


def test_several_files_are_selected_saved_as_zip_and_removed(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt", b"a"), payload("b.txt", b"b"), payload("c.txt", b"c"))
    page.get_by_label("Select a.txt").check()
    page.get_by_label("Select c.txt").check()
    expect(page.get_by_text("2 selected")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as ZIP").click()
    assert download.value.suggested_filename == "Satchel files.zip"
    with ZipFile(download.value.path()) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "a.txt": b"a",
            "c.txt": b"c",
        }
    page.get_by_role("button", name="Remove…").click()
    question = page.get_by_role("alertdialog")
    expect(question).to_contain_text("Remove 2 files?")
    question.get_by_role("button", name="Remove").click()
    expect(tiles(page)).to_have_count(1)
    assert stored(shelf) == {"b.txt": b"b"}


def test_all_are_selected_with_one_click(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("b.txt"))
    page.get_by_text("Select all").click()
    expect(page.get_by_text("2 selected")).to_be_visible()
    page.get_by_label("Select a.txt").uncheck()
    expect(page.get_by_text("1 selected")).to_be_visible()


def test_a_browser_is_not_offered_what_only_a_window_can(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"))
    expect(page.get_by_role("button", name="Open a.txt")).to_have_count(0)
    expect(page.get_by_role("button", name="Show in folder")).to_have_count(0)


def test_removing_a_missing_file_is_reported(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"))
    (shelf.sessions[0] / "a.txt").unlink()
    remove(page, "a.txt")
    expect(page.get_by_role("alert")).to_have_text("“a.txt” was already gone.")
    expect(tiles(page)).to_have_count(0)
    choose(page, payload("b.txt"))
    expect(page.get_by_role("alert")).to_have_count(0)


def test_it_can_be_used_by_keyboard_alone(shelf: Served, page: Page) -> None:
    page.on("filechooser", lambda chooser: None)  # Playwright catches them from now on
    choose(page, payload("a.txt"))
    expect(page.locator(TITLE)).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.get_by_label("Choose files")).to_be_focused()
    area = page.locator("label:has([type=file])")
    expect(area).to_have_css("outline-style", "solid")
    with page.expect_file_chooser():
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Save all as ZIP")).to_be_focused()
    page.keyboard.press("Tab")
    expect(link(page, "a.txt")).to_be_focused()
    expect(link(page, "a.txt")).to_have_css("outline-style", "solid")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Select a.txt")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alertdialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Keep")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(tiles(page)).to_have_count(0)
