"""The shelf by keyboard: the focus goes as people see things, and is never lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.file_tiles import names, tile, tiles
from tests.support.served import Served
from tests.support.shelf import choose, payload
from tests.support.shelves import entry, make

pytestmark = pytest.mark.browser

SEND_HALF = """(name) => fetch('/uploads', {
  method: 'POST',
  headers: {
    'Tus-Resumable': '1.0.0',
    'Upload-Length': '2000',
    'Upload-Metadata': `filename ${btoa(name)},lastModified ${btoa('1000')}`,
    'Content-Type': 'application/offset+octet-stream',
  },
  body: 'x'.repeat(1000),
})"""

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


@shows("Files.take_focus")
def test_after_the_last_stopped_transfer_the_files_have_the_focus(
    shelf: Served, page: Page
) -> None:
    for name in ("a.bin", "b.bin", "c.bin"):
        page.evaluate(SEND_HALF, name)
    page.goto(shelf.url)
    row = page.get_by_role("region", name="Stopped transfers")
    row.get_by_role("button").last.press("Enter")
    for left in (2, 1):
        expect(row.get_by_role("button")).to_have_count(left)
        expect(row.get_by_role("button").last).to_be_focused()
        page.keyboard.press("Enter")
    expect(row).to_be_hidden()
    expect(page.get_by_label("Choose files")).to_be_focused()  # there are no files
    choose(page, payload("first.txt"))
    page.evaluate(SEND_HALF, "a.bin")
    page.goto(shelf.url)
    row.get_by_role("button", name="Discard").press("Enter")
    expect(row).to_be_hidden()
    expect(page.get_by_role("listbox", name="Files")).to_be_focused()


def test_the_focus_follows_a_shelf_that_is_archived_and_removed(shelf: Served, page: Page) -> None:
    make(page, "Work")
    make(page, "Other")
    page.reload()

    work = page.get_by_role("link", name="Work")  # in the list, or among the archived ones

    def do_with_work(command: str) -> None:
        work.press("Shift+F10")
        page.get_by_role("menuitem", name=command).press("Enter")

    do_with_work("Archive")
    archive = page.locator("summary", has_text="Archived (1)")
    expect(archive).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(work).to_be_focused()
    do_with_work("Bring back")
    expect(archive).to_be_hidden()
    expect(work).to_be_focused()
    do_with_work("Remove shelf")
    expect(page.get_by_label("Choose files")).to_be_focused()
