"""The shelf by keyboard: the focus goes as people see things, and is never lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.file_tiles import names, tile, tiles
from tests.support.served import Served
from tests.support.shelf import choose, payload
from tests.support.shelves import entry, make

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement.ariaLabel ?? document.activeElement.innerText"


def focused(page: Page, *keys: str) -> list[str]:
    """What has the focus after each of these keys."""
    found = []
    for key in keys:
        page.keyboard.press(key)
        found.append(str(page.evaluate(FOCUSED)))
    return found


def test_in_a_narrow_window_keys_go_from_the_files_to_the_bar_below(
    shelf: Served, page: Page
) -> None:
    page.set_viewport_size({"width": 280, "height": 520})
    choose(page, payload("first.txt"), payload("second.txt"))
    page.get_by_role("button", name="This shelf").focus()
    assert focused(page, "Tab", "Tab", "Shift+Tab") == ["Files", "Search and view", "Files"]
    page.set_viewport_size({"width": 1000, "height": 520})
    expect(page.get_by_label("Search by name")).to_be_visible()
    assert focused(page, "Shift+Tab", "Shift+Tab") == ["New folder", "View"]


def test_the_focus_comes_back_from_menus_in_the_drawer(shelf: Served, page: Page) -> None:
    page.set_viewport_size({"width": 280, "height": 520})
    opener = page.get_by_role("button", name="Navigation")
    opener.press("Enter")
    entry(page, "Your files").press("Shift+F10")
    expect(page.get_by_role("menuitem", name="Rename shelf…")).to_be_visible()
    page.keyboard.press("Escape")
    expect(entry(page, "Your files")).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    opener.press("Enter")
    page.locator(".kit-shell-side").get_by_role("button", name="Colours").focus()
    page.keyboard.press("Tab")
    expect(entry(page, "Your files")).to_be_hidden()


def test_after_commands_the_files_have_the_focus(shelf: Served, page: Page) -> None:
    choose(page, payload("first.txt"), payload("second.txt"))
    files = page.get_by_role("listbox", name="Files")
    tile(page, "first.txt").click()
    page.get_by_role("button", name="Remove").press("Enter")
    expect(tiles(page)).to_have_count(1)
    expect(files).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    expect(tiles(page)).to_have_count(0)
    page.keyboard.press("F8")
    page.keyboard.press("Enter")
    expect(tile(page, "second.txt")).to_be_visible()
    expect(files).to_be_focused()


def test_what_changes_out_of_sight_is_said(shelf: Served, page: Page) -> None:
    choose(page, payload("first.txt"), payload("second.txt"))
    page.get_by_label("Search by name").fill("nowhere")
    expect(page.get_by_role("status").filter(has_text="0 files")).to_be_visible()
    page.get_by_label("Search by name").fill("")
    expect(tiles(page)).to_have_count(2)
    one, other = names(page)
    tile(page, one).click()
    page.keyboard.press("Space")
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("[aria-live=polite]")).to_have_text(one)
    page.keyboard.press("ArrowRight")
    expect(dialog.locator("[aria-live=polite]")).to_have_text(other)
    page.keyboard.press("Escape")
    make(page, "Work")
    expect(page.locator("[aria-live=assertive]")).to_have_text("Work")
