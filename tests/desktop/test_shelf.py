"""The default app, as its users meet it: files in, thumbnails, files out, removed, kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from core.files.entries import Entry
from core.files.errors import FileError
from desktop.shelf import wording
from tests.conftest import Serve
from tests.support.dragging import drag, drop
from tests.support.served import Served
from tests.support.uploading import Network, keep_panels

pytestmark = pytest.mark.browser

EMPTY = "Nothing here yet"
TITLE = ".satchel-title"


@pytest.fixture
def shelf(serve: Serve, page: Page) -> Served:
    """The default app, open in the page."""
    served = serve(None)
    page.goto(served.url)
    expect(page.get_by_text(EMPTY)).to_be_visible()
    return served


def payload(name: str, content: bytes = b"content") -> FilePayload:
    return {"name": name, "mimeType": "", "buffer": content}


def choose(page: Page, *files: FilePayload) -> None:
    """Choose files, and wait until they are on the shelf."""
    before = tiles(page).count()
    page.set_input_files("input[type=file]", list(files))
    expect(tiles(page)).to_have_count(before + len(files))


def tiles(page: Page) -> Locator:
    return page.get_by_role("list", name="Files").get_by_role("listitem")


def link(page: Page, name: str) -> Locator:
    return page.get_by_role("list", name="Files").get_by_title(name, exact=True)


def saved(page: Page, name: str) -> bytes:
    """What a click on the tile saves; its name is the file's."""
    with page.expect_download() as download:
        link(page, name).click()
    assert download.value.suggested_filename == name
    return download.value.path().read_bytes()


def stored(served: Served) -> dict[str, bytes]:
    """The files of the only session."""
    (session,) = served.sessions
    return {unicodedata.normalize("NFC", p.name): p.read_bytes() for p in session.iterdir()}


def decoded_width(image: Locator) -> int:
    image.scroll_into_view_if_needed()
    width: int = image.evaluate("image => image.decode().then(() => image.naturalWidth)")
    return width


@contextmanager
def slow_network(page: Page) -> Iterator[None]:
    """Uploads take minutes until the context ends."""
    network = Network(page)
    network.limit(100_000)
    yield
    network.limit(-1)


# --- in ---


def test_chosen_pictures_become_tiles(shelf: Served, page: Page, pictures: list[Path]) -> None:
    keep_panels(page)
    page.set_input_files("input[type=file]", pictures)
    expect(page.locator(TITLE)).to_have_text("3 files done")
    expect(tiles(page)).to_have_count(3)
    expect(page.get_by_text(EMPTY)).to_have_count(0)
    expect(page.get_by_text(re.compile("^3 files · "))).to_be_visible()
    for image in page.get_by_role("list", name="Files").locator("img").all():
        assert decoded_width(image) == 256  # of 300: a thumbnail, not the original
    assert stored(shelf) == {path.name: path.read_bytes() for path in pictures}
    assert shelf.uploads == []


def test_the_whole_page_takes_a_drop(shelf: Served, page: Page, pictures: list[Path]) -> None:
    drag(page, "dragEnter", "h1", *pictures)
    drag(page, "dragOver", "h1", *pictures)
    expect(page.locator("form")).to_have_class(re.compile("satchel-dropping"))
    drag(page, "drop", "h1", *pictures)
    expect(tiles(page)).to_have_count(3)
    drop(page, "li >> nth=0", pictures[0])
    expect(tiles(page)).to_have_count(4)


def test_other_files_get_an_icon_of_their_type(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt"), payload("a.mp3"), payload("a.bin"), payload("broken.png"))
    for name, icon in {
        "a.txt": "text",
        "a.mp3": "audio",
        "a.bin": "file",
        "broken.png": "image",
    }.items():
        image = link(page, name).locator("img")
        assert decoded_width(image) == 72
        source = image.get_attribute("src")
        assert source is not None
        assert page.request.get(shelf.origin + source).url.endswith(f"/{icon}.svg")


ODD_NAMES = {
    "a #1 100%.png": "a #1 100%.png",
    "a b&c+d?e.txt": "a b&c+d_e.txt",
    "日本.txt": "日本.txt",
    "%41.txt": "%41.txt",
    "A.txt": "A.txt",
    "n" * 200 + ".txt": "n" * 200 + ".txt",
    "<img src=x onerror=alert(1)>.png": "_img src=x onerror=alert(1)_.png",
    "\"quoted\" & 'so'.txt": "_quoted_ & 'so'.txt",
    ".htaccess": "_.htaccess",
    "con": "_con",
}


def test_odd_names_are_shown_saved_and_removed(shelf: Served, page: Page) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"A name ran as a script: {dialog.message}"))
    choose(page, *(payload(sent, kept.encode()) for sent, kept in ODD_NAMES.items()))
    assert stored(shelf) == {kept: kept.encode() for kept in ODD_NAMES.values()}
    for kept in ODD_NAMES.values():
        expect(link(page, kept)).to_contain_text(kept)
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
    expect(link(page, "empty.txt")).to_contain_text("0 bytes")
    expect(page.get_by_text("1 file · 0 bytes")).to_be_visible()
    assert saved(page, "empty.txt") == b""


def test_a_name_that_is_taken_gets_a_number(shelf: Served, page: Page) -> None:
    choose(page, payload("a.txt", b"1"), payload("A.TXT", b"2"))
    choose(page, payload("a.txt", b"3"))
    assert stored(shelf) == {"a.txt": b"1", "A (2).TXT": b"2", "a (3).txt": b"3"}
    assert saved(page, "a (3).txt") == b"3"


def test_the_newest_files_come_first(shelf: Served, page: Page) -> None:
    choose(page, payload("b.txt"))
    choose(page, payload("c.txt"), payload("a.txt"))
    names = [tile.get_by_role("link").get_attribute("title") for tile in tiles(page).all()]
    assert set(names[:2]) == {"a.txt", "c.txt"}
    assert names[2] == "b.txt"


# --- on the way ---


def test_cancel_leaves_nothing_behind(shelf: Served, page: Page) -> None:
    keep_panels(page)
    with slow_network(page):
        page.set_input_files("input[type=file]", [payload("big.bin", bytes(5_000_000))])
        expect(page.locator(".satchel-state")).to_have_text(re.compile("[1-9]%"))
        page.get_by_role("button", name="Cancel").click()
        expect(page.locator(TITLE)).to_have_text("Cancelled. Nothing was kept.")
    expect(page.get_by_text(EMPTY)).to_be_visible()
    assert shelf.uploads == []
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


# --- removing ---


def remove(page: Page, name: str, answer: str = "Remove") -> None:
    page.get_by_role("button", name=f"Remove {name}", exact=True).click()
    question = page.locator(":popover-open")
    expect(question).to_contain_text(f"Remove “{name}”?")
    question.get_by_role("button", name=answer).click()
    expect(question).to_have_count(0)


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
    question = page.locator(":popover-open")
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


def test_removing_what_is_gone_is_told(shelf: Served, page: Page) -> None:
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
    expect(page.locator(":popover-open")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(":popover-open")).to_have_count(0)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")  # to Keep
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(tiles(page)).to_have_count(0)


# --- kept ---


def test_the_same_files_are_there_after_a_restart(
    serve: Serve, shelf: Served, page: Page, pictures: list[Path]
) -> None:
    page.set_input_files("input[type=file]", pictures)
    expect(tiles(page)).to_have_count(3)
    assert shelf.stop() == 0
    page.goto("about:blank")  # the page that was open would load itself anew meanwhile
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
    expect(other.locator(":popover-open")).to_have_count(0)  # each window asks for itself
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


# --- when something fails ---


def test_a_folder_that_cannot_be_used_is_told(shelf: Served, page: Page) -> None:
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


# --- looks ---


@pytest.mark.parametrize("width", [400, 1200])
def test_nothing_sticks_out_of_the_window(shelf: Served, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    choose(page, payload("n" * 240), payload("tall.txt"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = {tile.evaluate("tile => tile.offsetHeight") for tile in tiles(page).all()}
    assert len(heights) == 1


def test_it_follows_the_system_into_the_dark(shelf: Served, page: Page) -> None:
    def color() -> str:
        script = "body => getComputedStyle(body).backgroundColor"
        return str(page.locator("#components").evaluate(script))

    page.emulate_media(color_scheme="light")
    light = color()
    page.emulate_media(color_scheme="dark")
    assert color() != light


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
    tile.get_by_role("button", name="Remove", exact=True).click()
    expect(tiles(page)).to_have_count(1)
    assert [path.name for path in session.iterdir()] == ["top.txt"]
