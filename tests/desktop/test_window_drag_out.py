"""Files dragged out of the window with a mouse, onto the window of another program."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.support.api import shows
from tests.support.display import Display, not_on_wayland
from tests.support.drag_out import DropTarget, drag_within
from tests.support.file_tiles import tile, tiles
from tests.support.native import NativeApp, until

pytestmark = [pytest.mark.native, pytest.mark.twice]

ODD = "caf\udce9 100% #1?.txt"
"""A name that is not UTF-8, and that addresses have to quote."""

PROGRAM = """
import os
import time
from pathlib import Path
import core as jp
from core import kit

FILES = Path(__file__).parent / "files"

def rows():
    for number in range(3):
        yield f"{number}\\n"

@jp.SetRoute("/rows.csv")
def rows_csv():
    return jp.StreamingResponse(rows(), media_type="text/csv")

@jp.SetRoute("/failing")
def failing():
    raise RuntimeError("no rows")

gate = Path(__file__).parent / "gate"

@jp.SetRoute("/slow")
def slow():
    while not gate.exists():
        time.sleep(0.05)
    return jp.PlainTextResponse("slow")

def same_names(msg):
    return [FILES / "a.txt", FILES / "below" / "a.txt", ("photo: 1.txt", FILES / "a.txt")]

async def copy(msg):
    await jp.copy_files([FILES / "a.txt", FILES / "below"])

async def copy_vanished(msg):
    await jp.copy_files(FILES / "gone.txt")

def taken(self, msg):
    self.text = f"{[each.name for each in msg.files]} {'copied' if msg.copies else 'moved'}"

def page(request):
    wp = jp.WebPage(title="Drags")
    row = jp.Div(classes="flex flex-wrap", a=wp)
    look = "p-6 m-2 bg-blue-100"
    jp.Div(text="One", drag_files=FILES / "a.txt", classes=look, a=row)
    jp.Div(text="Several", drag_files=same_names, classes=look, a=row)
    jp.Div(text="Folder", drag_files=FILES, classes=look, a=row)
    odd = FILES.parent / os.fsdecode(b"caf\\xe9 100% #1?.txt")
    jp.Div(text="Odd", drag_files=[odd], classes=look, a=row)
    jp.Div(text="Vanished", drag_files=FILES / "gone.txt", classes=look, a=row)
    jp.A(text="Rows", href="/rows.csv", download="Größe.csv", classes=look, a=row)
    jp.A(text="Failing", href="/failing", download="x.csv", classes=look, a=row)
    jp.A(text="Slow", href="/slow", download="slow.txt", classes=look, a=row)
    jp.Button(text="Copy files", click=copy, classes=look, a=row)
    jp.Button(text="Copy what is gone", click=copy_vanished, classes=look, a=row)
    folder = jp.app.session_folder(request.session_id)
    for number in range(3):
        (folder.folder / f"photo {number}.txt").write_text(f"photo {number}" * 1000)
    first = folder.list()[0]
    jp.A(text="Stored", href=first.address, download=first.name, classes=look, a=row)
    kit.Upload(lambda msg: [file.save(folder) for file in msg.files] and None, anywhere=True, a=wp)
    kit.Files(folder, a=wp)
    jp.Div(text="Taker", files_dropped=taken, classes=look, a=row)
    return wp

jp.justpy(page)
"""


@pytest.fixture(scope="module")
def window(
    playwright: Playwright, display: Display, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[NativeApp]:
    """The window of that program, for all tests of this module."""
    folder = tmp_path_factory.mktemp("drags")
    (folder / "files" / "below").mkdir(parents=True)
    (folder / "files" / "a.txt").write_bytes(os.urandom(300_000))
    (folder / "files" / "below" / "a.txt").write_bytes(b"another")
    (folder / ODD).write_bytes(b"as old disks have it")
    program = folder / "drags.py"
    program.write_text(PROGRAM)
    app = NativeApp(playwright, [str(program)], folder / "data", display=display.name)
    try:
        yield app
    finally:
        app.kill()


@pytest.fixture(scope="module")
def page(window: NativeApp) -> Page:
    return window.page()


@pytest.fixture
def files(window: NativeApp) -> Path:
    return window.data.parent / "files"


@pytest.fixture
def target(display: Display, tmp_path: Path) -> Iterator[DropTarget]:
    target = DropTarget(display, tmp_path / "taken")
    try:
        yield target
    finally:
        target.close()


def wait_for_script(page: Page) -> None:
    """Wait until the page knows what can be dragged."""
    expect(page.get_by_text("One", exact=True)).to_have_js_property("draggable", True)


def drag(element: Locator, target: DropTarget, *keys: str) -> None:
    """Drag an element."""
    wait_for_script(element.page)
    expect(element).to_be_visible()
    target.drag(target.display.middle(element, "Drags"), *keys)


@shows("Component.drag_files")
def test_a_file_a_folder_and_files_of_one_name_are_dragged_out(
    page: Page, target: DropTarget, files: Path
) -> None:
    drag(page.get_by_text("One", exact=True), target)
    assert target.dropped()["names"] == ["a.txt"]
    assert (target.folder / "a.txt").read_bytes() == (files / "a.txt").read_bytes()
    (target.folder / "a.txt").unlink()

    drag(page.get_by_text("Several"), target)
    names = target.dropped()["names"]
    assert names == ["a.txt", "a (2).txt", "photo: 1.txt"]
    contents = [(target.folder / name).read_bytes() for name in names]
    a = (files / "a.txt").read_bytes()
    assert contents == [a, b"another", a]

    drag(page.get_by_text("Odd"), target)
    assert target.dropped()["names"] == [ODD]
    assert (target.folder / ODD).read_bytes() == b"as old disks have it"

    drag(page.get_by_text("Folder"), target)
    assert target.dropped()["names"] == ["files"]
    assert (target.folder / "files" / "below" / "a.txt").read_bytes() == b"another"
    assert (target.folder / "files" / "a.txt").read_bytes() == a


def test_links_that_save_are_dragged_as_the_files_that_they_save(
    window: NativeApp, page: Page, target: DropTarget
) -> None:
    drag(page.get_by_role("link", name="Stored"), target)
    assert target.dropped()["names"] == ["photo 0.txt"]
    stored = (window.session / "photo 0.txt").read_bytes()
    assert (target.folder / "photo 0.txt").read_bytes() == stored
    drag(page.get_by_role("link", name="Rows"), target)
    assert target.dropped()["names"] == ["Größe.csv"]
    assert (target.folder / "Größe.csv").read_text() == "0\n1\n2\n"


def test_a_selection_is_dragged_and_a_tile_beside_it_alone(page: Page, target: DropTarget) -> None:
    expect(tiles(page)).to_have_count(3)
    tile(page, "photo 0.txt").click()
    tile(page, "photo 1.txt").click(modifiers=["Control"])
    drag(tile(page, "photo 1.txt"), target)
    dropped = target.dropped()
    assert dropped["names"] == ["photo 0.txt", "photo 1.txt"]
    assert dropped["action"] == "CopyAction"
    drag(tile(page, "photo 2.txt"), target)
    assert target.dropped()["names"] == ["photo 2.txt"]
    expect(tiles(page)).to_have_count(3)


@not_on_wayland("programs learn of no keys while something is dragged")
@shows("Component.drag_moves")
def test_shift_moves_files_out(window: NativeApp, page: Page, target: DropTarget) -> None:
    expect(tiles(page)).to_have_count(3)
    content = (window.session / "photo 2.txt").read_bytes()
    drag(tile(page, "photo 2.txt"), target, "Shift_L")
    assert target.dropped()["action"] == "MoveAction"
    assert (target.folder / "photo 2.txt").read_bytes() == content
    expect(tile(page, "photo 2.txt")).to_have_count(0)
    assert not (window.session / "photo 2.txt").exists()
    # Where the program does not allow that, the same keys copy.
    drag(page.get_by_text("One", exact=True), target, "Shift_L")
    assert target.dropped()["action"] == "CopyAction"


def test_what_cannot_be_dragged_ends_in_words(
    page: Page, display: Display, target: DropTarget
) -> None:
    wait_for_script(page)
    vanished = page.get_by_text("Vanished")
    target.drag(display.middle(vanished, "Drags"), until_over=False)
    page.get_by_text("“gone.txt” is no longer there. Nothing was dragged.").wait_for()
    failing = page.get_by_role("link", name="Failing")
    target.drag(display.middle(failing, "Drags"), until_over=False)
    page.get_by_text("“x.csv” cannot be dragged: the program answered 500.").wait_for()
    assert target.has_nothing()


def test_what_takes_too_long_is_ready_the_next_time(
    window: NativeApp, page: Page, display: Display, target: DropTarget
) -> None:
    wait_for_script(page)
    slow = page.get_by_role("link", name="Slow")
    target.drag(display.middle(slow, "Drags"), until_over=False)
    page.get_by_text("The files are being made ready.").wait_for()
    gate = window.data.parent / "gate"
    gate.touch()
    page.get_by_text("The files are ready now. Drag them again.").wait_for()
    gate.unlink()  # they are not made a second time
    drag(slow, target)
    assert target.dropped()["names"] == ["slow.txt"]
    assert (target.folder / "slow.txt").read_text() == "slow"


def test_files_that_come_back_to_their_page_are_left_alone(
    page: Page, display: Display, target: DropTarget
) -> None:
    wait_for_script(page)
    expect(tile(page, "photo 0.txt")).to_be_visible()
    before = tiles(page).count()
    start = display.middle(page.get_by_text("Odd"), "Drags")
    display.point(start)
    display.press_mouse()
    display.move(start, (start[0] + 100, start[1] + 200))
    display.release_mouse()
    # The page, which takes files from elsewhere, still works, and drags again: from another place,
    # as a second press at the same one may be a double click, by which Chromium drags nothing.
    drag(page.get_by_text("One", exact=True), target)
    assert target.dropped()["names"] == ["a.txt"]
    expect(tiles(page)).to_have_count(before)


@shows("files_dropped")
def test_a_component_of_the_page_takes_files_that_are_dragged_within_it(
    page: Page, display: Display
) -> None:
    """They are recognized as the program's own, and not added once more."""
    wait_for_script(page)
    tile(page, "photo 0.txt").click()
    before = tiles(page).count()
    tile(page, "photo 1.txt").click(modifiers=["Control"])
    taker = page.get_by_text("Taker")
    drag_within(display, "Drags", tile(page, "photo 1.txt"), taker)
    taker = page.get_by_text("['photo 0.txt', 'photo 1.txt'] moved")
    expect(taker).to_be_visible()
    expect(tiles(page)).to_have_count(before)


@not_on_wayland("programs learn of no keys while something is dragged")
def test_a_component_learns_that_files_are_to_be_copied(page: Page, display: Display) -> None:
    wait_for_script(page)
    one, taker = page.get_by_text("One", exact=True), page.get_by_text(re.compile("Taker|moved"))
    drag_within(display, "Drags", one, taker, "Control_L")
    page.get_by_text("['a.txt'] copied").wait_for()


URIS, GNOME, KDE = "text/uri-list", "x-special/gnome-copied-files", "application/x-kde-cutselection"


@shows("copy_files")
def test_files_are_copied_for_other_programs(
    window: NativeApp, page: Page, display: Display, files: Path
) -> None:
    page.get_by_role("button", name="Copy files").click()
    addresses = [path.as_uri() for path in (files / "a.txt", files / "below")]
    until(lambda: display.clipboard(URIS)[URIS].split() == addresses, "the files are copied")
    found = display.clipboard(GNOME, KDE)
    assert found == {GNOME: "\n".join(["copy", *addresses]), KDE: "0"}
    page.get_by_role("button", name="Copy what is gone").click()
    page.get_by_text("“gone.txt” is no longer there.").first.wait_for()
    # In a list of files, the keys do it.
    tile(page, "photo 0.txt").click()
    display.window("Drags")
    display.press("ctrl+c")
    address = (window.session / "photo 0.txt").as_uri()
    until(lambda: display.clipboard(URIS)[URIS].split() == [address], "the file is copied")
