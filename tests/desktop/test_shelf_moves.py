"""Files go from one shelf to another: dragged to its entry, or by the menu, and back by Undo."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.file_tiles import names, open_menu, tile, tiles
from tests.support.served import Served
from tests.support.shelf import choose, payload, stored
from tests.support.shelves import entry, folders, make

pytestmark = pytest.mark.browser


def test_tiles_are_dragged_to_a_shelf_and_come_back(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("b.txt"), payload("c.txt"))
    make(page, "Work")
    choose(page, payload("A.txt", b"other"))
    entry(page, "Your files").click()
    expect(tiles(page)).to_have_count(3)
    tile(page, "a.txt").click()
    tile(page, "b.txt").click(modifiers=["Control"])
    tile(page, "b.txt").drag_to(entry(page, "Work"))
    expect(tiles(page)).to_have_count(1)
    expect(page.get_by_text("Moved 2 files to “Work”.")).to_be_visible()
    expect(entry(page, "Work")).to_have_text("Work3files")
    assert stored(shelf) == {"c.txt": b"content"}
    assert folders(shelf) == {"Work": ["A.txt", "a (2).txt", "b.txt"]}
    page.get_by_role("listbox").press("Control+z")
    expect(tiles(page)).to_have_count(3)
    assert folders(shelf) == {"Work": ["A.txt"]}
    tile(page, "c.txt").hover()
    page.mouse.down()
    entry(page, "Work").hover()
    page.keyboard.down("Control")
    entry(page, "Work").hover()
    page.mouse.up()
    page.keyboard.up("Control")
    expect(page.get_by_text("Copied “c.txt” to “Work”.")).to_be_visible()
    assert folders(shelf) == {"Work": ["A.txt", "c.txt"]}
    page.get_by_role("listbox").press("Control+z")
    expect(entry(page, "Work")).to_have_text("Work1file")
    assert folders(shelf) == {"Work": ["A.txt"]}
    # From a shelf that has a name, to the first one.
    entry(page, "Work").click()
    expect(page).to_have_title("Work")
    tile(page, "A.txt").drag_to(entry(page, "Your files"))
    expect(tiles(page)).to_have_count(0)
    assert stored(shelf)["A (2).txt"] == b"other"


def test_files_are_moved_by_keys(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("b.txt"))
    make(page, "Work")
    make(page, "Play")
    entry(page, "Your files").click()
    expect(tiles(page)).to_have_count(2)
    open_menu(page, "a.txt").get_by_text("Move to shelf…").press("Enter")
    dialog = page.get_by_role("dialog", name="Move to shelf")
    dialog.get_by_label("Shelf").select_option("Work")
    dialog.get_by_role("button", name="Move there").press("Enter")
    expect(tiles(page)).to_have_count(1)
    assert names(page) == ["b.txt"]
    assert folders(shelf) == {"Work": ["a.txt"], "Play": []}
