"""Files go from one shelf to another: dragged to its entry, or by the menu, and back by Undo."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.files.session_folder import SessionFolder
from tests.support.api import shows
from tests.support.dragging import drag, drop
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


def test_what_arrived_is_undone(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"))
    choose(page, payload("b.txt", b"other"))
    page.get_by_role("listbox").press("Control+z")
    expect(page.get_by_text("Moved “b.txt” to the trash.")).to_be_visible()
    assert stored(shelf) == {"a.txt": b"content"}
    page.get_by_role("button", name="Undo").click()
    expect(tiles(page)).to_have_count(2)
    page.get_by_role("listbox").press("Control+z")
    expect(tile(page, "a.txt")).to_have_count(0)
    assert stored(shelf) == {"b.txt": b"other"}


def test_files_are_moved_by_keys(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("b.txt"))
    make(page, "Work")
    make(page, "Play")
    entry(page, "Your files").click()
    expect(tiles(page)).to_have_count(2)
    other = page.context.new_page()
    other.goto(shelf.url)
    open_menu(page, "a.txt").get_by_text("Move to shelf…").press("Enter")
    dialog = page.get_by_role("dialog", name="Move to shelf")
    dialog.get_by_label("Shelf").select_option("Work")
    (shelf.sessions[0] / "c.txt").touch()
    expect(tiles(other)).to_have_count(3)
    expect(other.get_by_role("dialog")).to_have_count(0)  # it asks where it was asked for
    dialog.get_by_role("button", name="Move there").press("Enter")
    expect(tiles(page)).to_have_count(2)
    assert sorted(names(page)) == ["b.txt", "c.txt"]
    assert folders(shelf) == {"Work": ["a.txt"], "Play": []}


@shows("Files(destination)", "msg.destination")
def test_files_from_outside_go_where_they_are_dropped(
    shelf: Served, page: Page, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("tile.txt", "crumb.txt", "entry.txt", "page.txt")]
    for path in paths:
        path.touch()
    make(page, "Work")
    [session] = (shelf.data / "shelves").iterdir()
    (session / "Work" / "holiday").mkdir()
    drag(page, "dragEnter", ".kit-files-tile", paths[0])
    drag(page, "dragOver", ".kit-files-tile", paths[0])
    expect(tile(page, "holiday")).to_have_class(re.compile("satchel-dropping"))
    expect(page.locator("form")).not_to_have_class(re.compile("satchel-dropping"))
    drag(page, "drop", ".kit-files-tile", paths[0])
    tile(page, "holiday").dblclick()
    expect(tiles(page)).to_have_count(1)
    drop(page, ".kit-files-crumb", paths[1])
    drop(page, ".kit-shell-entry:has-text('Your files')", paths[2])
    expect(page.get_by_text("Copied “entry.txt” to “Your files”.")).to_be_visible()
    drop(page, "h1", paths[3])
    expect(tiles(page)).to_have_count(2)
    files = {entry.path for entry in SessionFolder(session / "Work").list()}
    assert files == {"holiday/tile.txt", "crumb.txt", "holiday/page.txt"}
    assert stored(shelf) == {"entry.txt": b""}
