"""What the shelf shows: the files of a session, in all of its windows, after a restart, and why
one is missing."""

from __future__ import annotations

import re
from errno import ENOSPC
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.files.errors import FileError
from core.files.session_folder import SessionFolder
from desktop.shelf import wording
from tests.conftest import Serve
from tests.support.api import shows
from tests.support.file_tiles import names, tile, tiles
from tests.support.served import Served
from tests.support.shelf import EMPTY, choose, decoded_width, payload, remove, saved, stored

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
        assert decoded_width(tile(page, path.name).locator("img")) == 256
        assert saved(page, path.name) == path.read_bytes()


def test_an_empty_shelf_explains_itself(shelf: Served, page: Page) -> None:
    picture = page.locator(".kit-empty > svg")
    box, words = picture.bounding_box(), page.get_by_text(EMPTY).bounding_box()
    assert box is not None and words is not None
    assert box["width"] > 100 and box["y"] + box["height"] <= words["y"]
    expect(page.get_by_text("Drop files or folders anywhere in this window")).to_be_visible()


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
    remove(other, "a.txt")
    expect(page.get_by_text(EMPTY)).to_be_visible()


def test_files_put_into_the_folder_by_others_are_seen(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"))
    (shelf.sessions[0] / "b.txt").write_bytes(b"from elsewhere")
    expect(tiles(page)).to_have_count(2)
    assert saved(page, "b.txt") == b"from elsewhere"


def test_another_session_has_a_shelf_of_its_own(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"))
    assert page.context.browser is not None
    stranger = page.context.browser.new_context()
    try:
        theirs = stranger.new_page()
        theirs.goto(shelf.url)
        expect(theirs.get_by_text(EMPTY)).to_be_visible()
        address = tile(page, "a.txt").locator("img").get_attribute("src")
        assert page.request.get(f"{shelf.origin}{address}").status == 200
        assert theirs.request.get(f"{shelf.origin}{address}").status == 404
    finally:
        stranger.close()


def test_folders_are_opened_and_take_what_is_sent(shelf: Served, page: Page) -> None:
    choose(page, payload("top.txt"))
    [session] = shelf.sessions
    beach = session / "holiday" / "beach #1"
    beach.mkdir(parents=True)
    (beach / "sea.txt").write_bytes(b"waves")
    tile(page, "holiday").dblclick()
    tile(page, "beach #1").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save", exact=True).click()
    assert download.value.suggested_filename == "beach #1.zip"
    tile(page, "beach #1").dblclick()
    tile(page, "sea.txt").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save", exact=True).click()
    assert download.value.path().read_bytes() == b"waves"
    page.set_input_files("input[type=file]", [payload("new.txt")])
    expect(tile(page, "new.txt")).to_be_visible()
    remove(page, "sea.txt")
    assert names(page) == ["new.txt"]
    files = SessionFolder(session).list()
    assert [entry.path for entry in files] == ["holiday/beach #1/new.txt", "top.txt"]
    page.reload()
    expect(tile(page, "new.txt")).to_be_visible()  # the folder is open still


def test_a_folder_that_cannot_be_used_is_reported(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"))
    (session,) = shelf.sessions
    session.rename(session.with_name("away"))
    session.write_text("in the way")
    expect(page.get_by_text("The folder cannot be read: Not a directory.")).to_be_visible()
    page.set_input_files("input[type=file]", [payload("b.txt")])
    problem = page.locator(".satchel-notice[data-kind=bad]")
    expect(problem).to_contain_text("“b.txt” could not be kept")
    session.unlink()
    session.with_name("away").rename(session)
    expect(tiles(page)).to_have_count(1)
    expect(problem).to_be_visible()  # until somebody has read it
    problem.get_by_role("button", name="Close message").click()
    expect(problem).to_have_count(0)


def test_what_went_wrong_is_one_sentence() -> None:
    full = FileError("“a.txt” was not saved as “/home/me/x/a.txt”: No space left on device.")
    full.__cause__ = OSError(ENOSPC, "No space left on device")
    sentence = wording.not_kept("a.txt", full)
    assert sentence == "“a.txt” could not be kept: No space left on device."
    assert wording.together([sentence], 3) == sentence
    assert wording.together([sentence] * 2, 3) == f"2 of 3 files could not be kept. {sentence}"


def test_a_name_that_the_disk_cannot_hold_is_said() -> None:
    pairs = [("a.tar.gz", "a.tar.gz"), ("b.txt", "b (2).txt"), ("c:d.txt", "c_d.txt")]
    assert wording.saved_as(pairs[:2]) == ""
    sentence = wording.saved_as(pairs)
    assert sentence == "“c:d.txt” was saved as “c_d.txt”: this disk cannot hold its name."


@pytest.mark.parametrize("width", [280, 480, 1200])
def test_nothing_sticks_out_of_the_window(shelf: Served, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    choose(page, payload("n" * 240), payload("tall.txt", b"of another content"))
    tile(page, "tall.txt").click()
    expect(page.get_by_role("button", name="Rename")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.scrollHeight") <= 800
    heights = {each.evaluate("tile => tile.offsetHeight") for each in tiles(page).all()}
    assert len(heights) == 1
    for button in page.get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width


def test_a_long_name_keeps_its_extension(shelf: Served, page: Page) -> None:
    choose(page, payload("a very long name of a report on all that happened in the year.pdf"))
    lines = page.locator(".kit-files-line")
    expect(lines).to_have_text([re.compile("^a very long"), re.compile(r"^[^…]+…year\.pdf$")])
    assert all(lines.evaluate_all("all => all.map(each => each.scrollWidth <= each.clientWidth)"))


def test_it_follows_the_system_into_the_dark(shelf: Served, page: Page) -> None:
    body = page.locator("#components")
    page.emulate_media(color_scheme="light")
    light = body.evaluate("body => getComputedStyle(body).backgroundColor")
    page.emulate_media(color_scheme="dark")
    expect(body).not_to_have_css("background-color", light)


def test_the_choice_of_colours_is_kept(serve: Serve, shelf: Served, page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="Colours").click()
    page.get_by_role("menuitemcheckbox", name="Dark").click()
    expect(page.locator("html")).to_have_class("dark")
    page.wait_for_function("localStorage.getItem('satchel-theme')")
    page.reload()
    expect(page.locator("html")).to_have_class("dark")


@shows("Files(arrangement)")
def test_how_files_are_shown_is_kept_over_a_restart(
    serve: Serve, shelf: Served, page: Page
) -> None:
    choose(page, payload("a.txt"), payload("b.txt"))
    expect(tiles(page)).to_have_count(2)
    page.get_by_label("Sort by").select_option("Name")
    page.get_by_role("button", name="View").click()
    page.get_by_role("menuitemcheckbox", name="Large tiles").click()
    view = page.locator(".kit-files-view")
    expect(view).to_have_attribute("data-size", "large")
    assert shelf.stop() == 0
    page.goto("about:blank")  # the page that was open would reload itself meanwhile
    page.goto(serve(None, data=shelf.data).url)
    expect(view).to_have_attribute("data-size", "large")
    expect(page.get_by_label("Sort by")).to_have_value("name")


def test_it_is_searched_and_filtered_by_kind(shelf: Served, page: Page) -> None:
    choose(page, payload("song 10.mp3"), payload("song 2.mp3"), payload("letter.txt"))
    page.get_by_label("Sort by").select_option("Name")
    expect(tiles(page).first).to_have_attribute("title", "letter.txt")
    assert names(page) == ["letter.txt", "song 2.mp3", "song 10.mp3"]
    page.keyboard.press("Control+f")
    page.keyboard.type("song 1")
    expect(tiles(page)).to_have_count(1)
    page.get_by_role("searchbox").fill("")
    expect(tiles(page)).to_have_count(3)
    page.get_by_label("Kind", exact=True).select_option("Documents")
    expect(tiles(page)).to_have_count(1)
    assert names(page) == ["letter.txt"]
    page.get_by_role("searchbox").fill("zzz")
    expect(page.get_by_text("No file among the documents has “zzz” in its name.")).to_be_visible()


def test_in_a_narrow_window_nearly_all_height_is_for_files(shelf: Served, page: Page) -> None:
    page.set_viewport_size({"width": 280, "height": 520})
    choose(page, payload("a.txt"), payload("b.txt", b"of another content"))
    box = page.locator(".kit-files-view").bounding_box()
    assert box is not None and box["height"] > 520 * 0.8
    before = tile(page, "a.txt").bounding_box()
    search = page.get_by_role("searchbox", name="Search by name")
    expect(search).to_have_count(0)
    page.keyboard.press("Control+f")
    expect(search).to_be_focused()
    expect(page.get_by_role("combobox", name="Sort by")).to_be_visible()
    assert tile(page, "a.txt").bounding_box() == before
    page.keyboard.type("b.")
    expect(tiles(page)).to_have_count(1)
    page.get_by_role("button", name="Search and view").click()
    expect(tiles(page)).to_have_count(2)
    expect(search).to_have_count(0)
