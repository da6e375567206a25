"""What the shelf shows: the files of a session, in all of its windows, after a restart, and why
one is missing."""

from __future__ import annotations

from errno import ENOSPC
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.files.entries import Entry
from core.files.errors import FileError
from desktop.shelf import wording
from tests.conftest import Serve
from tests.support.served import Served
from tests.support.shelf import (
    EMPTY,
    choose,
    decoded_width,
    link,
    payload,
    remove,
    saved,
    stored,
    tiles,
)

pytestmark = pytest.mark.browser


def test_the_same_files_are_there_after_a_restart(
    serve: Serve, shelf: Served, page: Page, pictures: list[Path]
) -> None:
    page.set_input_files("input[type=file]", pictures)
    expect(tiles(page)).to_have_count(3)
    assert shelf.stop() == 0
    page.goto("about:blank")  # the page that was open would reload itself meanwhile
    page.goto(serve(None, data=shelf.data).url)
    expect(tiles(page)).to_have_count(3)
    for path in pictures:
        assert decoded_width(link(page, path.name).locator("img")) == 256
        assert saved(page, path.name) == path.read_bytes()


def test_it_works_with_another_working_directory(serve: Serve, page: Page) -> None:
    here = serve(None, "--here")
    page.goto(here.url)
    choose(page, payload("a.txt"))
    assert stored(here) == {"a.txt": b"content"}
    assert saved(page, "a.txt") == b"content"


def test_two_windows_of_a_session_agree(shelf: Served, page: Page) -> None:
    other = page.context.new_page()
    other.goto(shelf.url)
    choose(page, payload("a.txt"))
    expect(tiles(other)).to_have_count(1)
    page.get_by_role("button", name="Remove a.txt").click()
    expect(other.get_by_role("alertdialog")).to_have_count(0)  # each window asks for itself
    page.keyboard.press("Escape")
    remove(other, "a.txt")
    expect(page.get_by_text(EMPTY)).to_be_visible()


def test_files_put_into_the_folder_by_others_are_seen(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"))
    (shelf.sessions[0] / "b.txt").write_bytes(b"from elsewhere")
    page.reload()
    assert saved(page, "b.txt") == b"from elsewhere"


def test_another_session_has_a_shelf_of_its_own(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"))
    assert page.context.browser is not None
    stranger = page.context.browser.new_context()
    try:
        theirs = stranger.new_page()
        theirs.goto(shelf.url)
        expect(theirs.get_by_text(EMPTY)).to_be_visible()
        address = link(page, "a.txt").get_attribute("href")
        assert theirs.request.get(f"{shelf.origin}{address}").status == 404
    finally:
        stranger.close()


def test_files_in_folders_say_where_they_lie(shelf: Served, page: Page) -> None:
    choose(page, payload("top.txt"))
    [session] = shelf.sessions
    beach = session / "holiday" / "beach #1"
    beach.mkdir(parents=True)
    (beach / "sea.txt").write_bytes(b"waves")
    page.reload()
    tile = tiles(page).filter(has_text="sea.txt")
    expect(tile).to_contain_text("in holiday/beach #1")
    with page.expect_download() as download:
        tile.get_by_role("link").click()
    assert download.value.suggested_filename == "sea.txt"
    assert download.value.path().read_bytes() == b"waves"
    tile.get_by_role("button", name="Remove sea.txt").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Remove").click()
    expect(tiles(page)).to_have_count(1)
    assert [path.name for path in session.iterdir()] == ["top.txt"]


def test_a_folder_that_cannot_be_used_is_reported(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"))
    (session,) = shelf.sessions
    session.rename(session.with_name("away"))
    session.write_text("in the way")
    page.set_input_files("input[type=file]", [payload("b.txt")])
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("The folder of your files cannot be read: Not a directory.")
    session.unlink()
    session.with_name("away").rename(session)
    page.reload()
    expect(tiles(page)).to_have_count(1)


def test_what_went_wrong_is_one_sentence() -> None:
    full = FileError("'a.txt' was not saved as '/home/me/x/a.txt': No space left on device.")
    full.__cause__ = OSError(ENOSPC, "No space left on device")
    sentence = wording.not_kept("a.txt", full)
    assert sentence == "“a.txt” could not be kept: No space left on device."
    assert wording.together([], 3) == ""
    assert wording.together([sentence], 3) == sentence
    assert wording.together([sentence] * 2, 3) == f"2 of 3 files could not be kept. {sentence}"


def test_the_total_counts_files_and_bytes() -> None:
    entry = Entry("a", 600, "text/plain", 0.0)
    assert wording.total([]) == ""
    assert wording.total([entry]) == "1 file · 600 bytes"
    assert wording.total([entry] * 1500) == "1,500 files · 900 kB"


@pytest.mark.parametrize("width", [400, 1200])
def test_nothing_sticks_out_of_the_window(shelf: Served, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    choose(page, payload("n" * 240), payload("tall.txt"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = {tile.evaluate("tile => tile.offsetHeight") for tile in tiles(page).all()}
    assert len(heights) == 1


def test_it_follows_the_system_into_the_dark(shelf: Served, page: Page) -> None:
    body = page.locator("#components")
    page.emulate_media(color_scheme="light")
    light = body.evaluate("body => getComputedStyle(body).backgroundColor")
    page.emulate_media(color_scheme="dark")
    expect(body).not_to_have_css("background-color", light)
