"""How files get onto the shelf: chosen, dropped, with odd names, slowly, or not after all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.dragging import drag, drop
from tests.support.file_tiles import names, tile, tiles, wait_for
from tests.support.native import until
from tests.support.served import Served
from tests.support.shelf import (
    EMPTY,
    TITLE,
    choose,
    decoded_width,
    payload,
    remove,
    saved,
    slow_network,
    stored,
)
from tests.support.uploading import keep_panels

pytestmark = pytest.mark.browser


def test_chosen_pictures_become_tiles(shelf: Served, page: Page, pictures: list[Path]) -> None:
    keep_panels(page)
    page.set_input_files("input[type=file]", pictures)
    expect(page.locator(TITLE)).to_have_text("3 files done")
    expect(tiles(page)).to_have_count(3)
    expect(page.get_by_text(EMPTY)).to_have_count(0)
    expect(page.get_by_text(re.compile("^3 files · "))).to_be_visible()
    for image in tiles(page).locator("img").all():
        assert decoded_width(image) == 256  # of 300: a thumbnail, not the original
    assert stored(shelf) == {path.name: path.read_bytes() for path in pictures}
    assert shelf.uploads == []


def test_the_whole_page_takes_a_drop(shelf: Served, page: Page, pictures: list[Path]) -> None:
    drag(page, "dragEnter", "h1", *pictures)
    drag(page, "dragOver", "h1", *pictures)
    expect(page.locator("form")).to_have_class(re.compile("satchel-dropping"))
    drag(page, "drop", "h1", *pictures)
    expect(tiles(page)).to_have_count(3)
    drop(page, ".kit-files-tile >> nth=0", pictures[0])
    expect(tiles(page)).to_have_count(4)


def test_other_files_get_an_icon_of_their_type(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("a.mp3"), payload("a.bin"), payload("broken.png"))
    for name, icon in {
        "a.txt": "text",
        "a.mp3": "audio",
        "a.bin": "file",
        "broken.png": "image",
    }.items():
        image = tile(page, name).locator("img")
        assert decoded_width(image) == 72
        source = image.get_attribute("src")
        assert source is not None
        assert page.request.get(shelf.origin + source).url.endswith(f"/{icon}.svg")


ODD_NAMES = {
    "a #1 100%.png": "a #1 100%.png",
    "a b&c+d?e.txt": "a b&c+d?e.txt",
    "日本.txt": "日本.txt",
    "%41.txt": "%41.txt",
    "A.txt": "A.txt",
    "n" * 200 + ".txt": "n" * 200 + ".txt",
    "<img src=x onerror=alert(1)>.png": "<img src=x onerror=alert(1)>.png",
    "\"quoted\" & 'so'.txt": "\"quoted\" & 'so'.txt",
    ".htaccess": ".htaccess",
    "con": "con",
}


def test_odd_names_are_shown_saved_and_removed(shelf: Served, page: Page) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"A name ran as a script: {dialog.message}"))
    choose(page, *(payload(sent, kept.encode()) for sent, kept in ODD_NAMES.items()))
    assert stored(shelf) == {kept: kept.encode() for kept in ODD_NAMES.values()}
    for kept in ODD_NAMES.values():
        expect(tile(page, kept)).to_be_visible()
        assert saved(page, kept) == kept.encode()
    for kept in ODD_NAMES.values():
        remove(page, kept)
    expect(page.get_by_text(EMPTY)).to_be_visible()
    assert stored(shelf) == {}


def test_a_link_leads_to_its_own_file_and_no_other(shelf: Served, page: Page) -> None:
    choose(page, payload("a b.txt", b"space"), payload("a%20b.txt", b"percent"))
    assert saved(page, "a b.txt") == b"space"
    assert saved(page, "a%20b.txt") == b"percent"


def test_an_empty_file_is_a_file(shelf: Served, page: Page) -> None:
    choose(page, payload("empty.txt", b""))
    expect(tile(page, "empty.txt")).to_contain_text("0 bytes")
    expect(page.get_by_text("1 file · 0 bytes")).to_be_visible()
    assert saved(page, "empty.txt") == b""


def test_a_name_that_is_taken_gets_a_number(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt", b"1"), payload("A.TXT", b"2"))
    choose(page, payload("a.txt", b"3"))
    assert stored(shelf) == {"a.txt": b"1", "A (2).TXT": b"2", "a (3).txt": b"3"}
    assert saved(page, "a (3).txt") == b"3"


def test_a_file_that_is_there_already_is_pointed_out(shelf: Served, page: Page) -> None:
    choose(page, payload("a.jpg", b"picture"))
    choose(page, payload("<b>.jpg", b"picture"))
    text = "“<b>.jpg” is already here as “a.jpg”. Both are kept."
    expect(page.get_by_text(text, exact=True).last).to_be_visible()
    page.get_by_role("button", name="Keep one").click()
    expect(tile(page, "<b>.jpg")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(tile(page, "<b>.jpg")).to_have_count(1)
    assert stored(shelf) == {"a.jpg": b"picture", "<b>.jpg": b"picture"}


def test_the_newest_files_come_first(shelf: Served, page: Page) -> None:
    choose(page, payload("b.txt"))
    choose(page, payload("c.txt"), payload("a.txt"))
    wait_for(page, lambda: sorted(names(page)[:2]) == ["a.txt", "c.txt"])
    assert names(page)[2:] == ["b.txt"]


def test_cancel_leaves_nothing_behind(shelf: Served, page: Page) -> None:
    keep_panels(page)
    with slow_network(page):
        page.set_input_files("input[type=file]", [payload("big.bin", bytes(5_000_000))])
        expect(page.locator(".satchel-state")).to_have_text(re.compile("[1-9]%"))
        page.get_by_role("button", name="Cancel").click()
        expect(page.locator(TITLE)).to_have_text("Cancelled. Nothing was kept.")
    expect(page.get_by_text(EMPTY)).to_be_visible()
    until(lambda: shelf.uploads == [], "what has arrived is removed")
    choose(page, payload("big.bin", b"again"))
    assert stored(shelf) == {"big.bin": b"again"}


def test_more_files_may_be_added_while_some_are_sent(
    shelf: Served, page: Page, tmp_path: Path
) -> None:
    small = tmp_path / "small.txt"
    small.write_text("small")
    keep_panels(page)
    with slow_network(page):
        page.set_input_files("input[type=file]", [payload("big.bin", bytes(2_000_000))])
        expect(page.locator(".satchel-state")).to_have_text(re.compile("[1-9]%"))
        drop(page, "h1", small)
        expect(page.locator(TITLE)).to_have_count(2)
    expect(tiles(page)).to_have_count(2)
    assert stored(shelf) == {"big.bin": bytes(2_000_000), "small.txt": b"small"}


def test_progress_moves_nothing(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("b.txt"))
    expect(page.locator(TITLE)).to_have_count(0)
    before = tile(page, "b.txt").bounding_box()
    with slow_network(page):
        page.set_input_files("input[type=file]", [payload("big.bin", bytes(2_000_000))])
        expect(page.locator(".satchel-state")).to_have_text(re.compile("[1-9]%"))
        assert tile(page, "b.txt").bounding_box() == before
        expect(page.locator(TITLE)).to_be_in_viewport()
