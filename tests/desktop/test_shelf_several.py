"""Several shelves: made, renamed, coloured, archived, removed, in all windows of a session."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.file_tiles import names, tiles
from tests.support.served import Served
from tests.support.shelf import TITLE, choose, payload, slow_network, stored
from tests.support.shelves import do_with_shelf, entry, folders, make

pytestmark = pytest.mark.browser


@shows("Shell.side", "Navigation.arrange")
def test_each_shelf_has_its_files_in_a_folder_of_its_name(shelf: Served, page: Page) -> None:
    choose(page, payload("first.txt"))
    make(page, "Work")
    expect(tiles(page)).to_have_count(0)
    choose(page, payload("plan.txt"), payload("list.txt"))
    assert stored(shelf) == {"first.txt": b"content"}
    assert folders(shelf) == {"Work": ["list.txt", "plan.txt"]}
    expect(entry(page, "Work")).to_have_attribute("aria-current", "page")
    expect(entry(page, "Work")).to_have_text("Work2files")
    entry(page, "Your files").click()
    expect(page).to_have_title("Satchel")
    expect(tiles(page)).to_have_count(1)
    assert names(page) == ["first.txt"]
    (session,) = (shelf.data / "shelves").iterdir()
    (session / "Made by hand").mkdir()
    (session / "Made by hand" / "a.txt").touch()
    expect(entry(page, "Made by hand")).to_have_text("Made by hand1file")
    do_with_shelf(page, "New shelf…")
    page.get_by_role("textbox", name="Name").fill("work ")
    page.keyboard.press("Enter")
    expect(page.get_by_text("There is a shelf “work” already")).to_be_visible()


@shows("popstate", "msg.address")
def test_files_on_their_way_arrive_on_the_shelf_that_was_shown(shelf: Served, page: Page) -> None:
    make(page, "Work")
    with slow_network(page):
        page.set_input_files("input[type=file]", [payload("big.bin", bytes(2_000_000))])
        expect(page.locator(".satchel-state")).to_have_text(re.compile("[1-9]%"))
        entry(page, "Your files").click()
        expect(page).to_have_title("Satchel")
        expect(page.locator(TITLE)).to_be_in_viewport()
        page.go_back()
        expect(page).to_have_title("Work")
        do_with_shelf(page, "Rename shelf…")
        page.get_by_role("textbox", name="Name").fill("Play")
        page.keyboard.press("Enter")
        expect(page).to_have_title("Play")
        entry(page, "Your files").click()
        expect(page).to_have_title("Satchel")
        expect(page.locator(".satchel-state")).to_have_text(re.compile("[1-9]%"))
    expect(entry(page, "Play")).to_have_text("Play1file")
    expect(page.get_by_text("Copied “big.bin” to “Play”.")).to_be_visible()
    expect(tiles(page)).to_have_count(0)
    assert folders(shelf) == {"Play": ["big.bin"]}
    page.goto(f"{shelf.origin}/?shelf=Work")  # as it was called
    expect(page).to_have_url(f"{shelf.origin}/?shelf=Play")
    expect(page).to_have_title("Play")


def test_windows_agree_on_names_and_colours(shelf: Served, page: Page) -> None:
    make(page, "Work")
    choose(page, payload("plan.txt"))
    other = page.context.new_page()
    other.goto(shelf.url)
    entry(other, "Work").click()
    expect(tiles(other)).to_have_count(1)
    do_with_shelf(page, "Green")
    expect(entry(other, "Work").locator(".kit-shell-dot")).to_be_visible()
    do_with_shelf(page, "Rename shelf…")
    page.get_by_role("textbox", name="Name").fill("Büro #1")
    page.keyboard.press("Enter")
    expect(other).to_have_title("Büro #1")
    expect(entry(other, "Büro #1").locator(".kit-shell-dot")).to_be_visible()
    assert folders(shelf) == {"Büro #1": ["plan.txt"]}
    choose(other, payload("after.txt"))
    expect(tiles(page)).to_have_count(2)
    page.reload()
    expect(page).to_have_title("Büro #1")
    expect(tiles(page)).to_have_count(2)
    marks = next((shelf.data / "data").glob("*/shelves/*.json"))
    assert json.loads(marks.read_text())["shelves"]["Büro #1"] == {"color": "green"}
    marks.write_text("{damaged")
    page.reload()
    expect(entry(page, "Büro #1")).to_be_visible()
    expect(page.locator(".kit-shell-dot")).to_have_count(0)
    expect(tiles(page)).to_have_count(2)


@shows("Navigation.make_sortable", "Navigation.links")
def test_shelves_are_sorted_by_hand(shelf: Served, page: Page) -> None:
    make(page, "Play")
    make(page, "Work")
    links = page.get_by_role("navigation").get_by_role("link")
    expect(links).to_have_text(["Your files0files", "Play0files", "Work0files"])
    page.get_by_role("button", name="Move Work").press("Alt+ArrowUp")
    expect(links).to_have_text(["Your files0files", "Work0files", "Play0files"])
    handle = page.get_by_role("button", name="Move Your files")
    handle.hover()
    page.mouse.down()
    entry(page, "Play").hover(position={"x": 20, "y": 30})
    page.mouse.up()
    sorted_links = ["Work0files", "Play0files", "Your files0files"]
    expect(links).to_have_text(sorted_links)
    do_with_shelf(page, "Rename shelf…")
    page.get_by_role("textbox", name="Name").fill("Büro")
    page.keyboard.press("Enter")
    expect(links).to_have_text(["Büro0files", *sorted_links[1:]])
    page.goto(shelf.origin)
    expect(page).to_have_title("Satchel")
    expect(links).to_have_text(["Büro0files", *sorted_links[1:]])


def test_an_archived_shelf_is_out_of_the_way_and_comes_back(shelf: Served, page: Page) -> None:
    make(page, "Old")
    do_with_shelf(page, "Archive")
    expect(entry(page, "Old")).to_have_count(0)
    page.goto(shelf.origin)
    page.get_by_text("Archived (1)").click()
    page.get_by_role("link", name="Old").click()
    expect(page).to_have_title("Old")
    do_with_shelf(page, "Bring back")
    expect(entry(page, "Old")).to_be_visible()
    expect(page.get_by_text("Archived (")).to_have_count(0)


@shows("Files.offer_undo")
def test_a_removed_shelf_is_in_the_trash_until_that_is_undone(shelf: Served, page: Page) -> None:
    choose(page, payload("first.txt"))
    make(page, "Work")
    choose(page, payload("plan.txt"))
    do_with_shelf(page, "Remove shelf")
    expect(page).to_have_title("Satchel")
    expect(entry(page, "Work")).to_have_count(0)
    expect(page.get_by_text("Moved the shelf “Work” with 1 file to the trash.")).to_be_visible()
    assert folders(shelf) == {}
    page.get_by_role("button", name="Undo").click()
    expect(entry(page, "Work")).to_have_text("Work1file")
    assert folders(shelf) == {"Work": ["plan.txt"]}
    entry(page, "Work").click()
    expect(page).to_have_title("Work")
    (session,) = (shelf.data / "shelves").iterdir()
    shutil.rmtree(session / "Work")  # as a file manager does
    expect(page.get_by_text("The shelf “Work” no longer exists")).to_be_visible()
    expect(page).to_have_title("Satchel")
    expect(tiles(page)).to_have_count(1)
    page.goto(f"{shelf.origin}/?shelf=Work")
    page.get_by_role("link", name="Show the other shelves").click()
    expect(tiles(page)).to_have_count(1)


def test_the_first_shelf_is_renamed_and_removed_like_others(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"))
    do_with_shelf(page, "Rename shelf…")
    page.get_by_role("textbox", name="Name").fill("Mine")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Mine")
    expect(entry(page, "Your files")).to_have_count(0)
    expect(tiles(page)).to_have_count(1)
    assert folders(shelf) == {"Mine": ["a.txt"]}
    page.goto(shelf.origin)
    expect(page).to_have_title("Mine")
    page.get_by_role("button", name="This shelf").click()
    expect(page.get_by_role("menuitem", name="Remove shelf").first).to_be_disabled()


def test_other_sessions_do_not_see_them(shelf: Served, page: Page) -> None:
    make(page, "Secret")
    choose(page, payload("a.txt"))
    address = tiles(page).locator("img").get_attribute("src")
    assert page.request.get(f"{shelf.origin}{address}").status == 200
    assert page.context.browser is not None
    stranger = page.context.browser.new_context()
    theirs = stranger.new_page()
    theirs.goto(shelf.url)
    expect(entry(theirs, "Your files")).to_be_visible()
    theirs.goto(f"{shelf.origin}/?shelf=Secret")
    expect(theirs.get_by_text("The shelf “Secret” no longer exists")).to_be_visible()
    expect(entry(theirs, "Secret")).to_have_count(0)
    assert theirs.request.get(f"{shelf.origin}{address}").status == 404
    for name in ("../Secret", "..", "/etc", "%00"):
        theirs.goto(f"{shelf.origin}/?shelf={name}")
        expect(theirs).to_have_title("Satchel")
    stranger.close()
    assert Path(shelf.data / "shelves").stat().st_mode & 0o077 == 0
