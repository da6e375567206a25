"""A copy that a kill stopped: after the restart the shelf says so, resumes it or discards it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from core.uploads.local_copy import STEP
from tests.desktop.conftest import Start
from tests.support.file_tiles import tile, tiles
from tests.support.native import NativeApp, until
from tests.support.served import write_program
from tests.support.shelves import make

pytestmark = pytest.mark.native

SHELF = "from desktop import shelf\nshelf.start()\n"

STALLING = f"""
import time
from pathlib import Path
from core.files import copies

append = copies.append_range

def stall(reader, target, size, at=0):
    while at and not Path(__file__).with_name("go on").exists():
        time.sleep(0.01)
    append(reader, target, size, at)

copies.append_range = stall
{SHELF}"""

SENTENCE = re.compile(r"“film\.bin” stopped at 39 % \(16\.8 MB of 42\.3 MB\)\.")
FIRST_FIVE = {f"film {number}.bin" for number in range(5)}
SIZE = 2 * STEP + STEP // 2 + 345_678


@pytest.fixture
def film(tmp_path: Path) -> Path:
    path = tmp_path / "film.bin"
    path.write_bytes(os.urandom(SIZE))
    return path


@pytest.fixture
def program(write: Callable[[str], Path]) -> Path:
    """The shelf, whose copies stall after their first step until there is a file "go on"."""
    return write(STALLING)


@pytest.fixture
def killed(start: Start, program: Path, film: Path) -> NativeApp:
    """The program, killed in the middle of the copy of a file; it does not stall again."""
    app = start(program, "--", film)
    app.page()
    until(lambda: left(app) == [STEP], "the first step is copied")
    app.kill()
    write_program(program.parent, SHELF)
    return app


def test_one_that_is_cancelled_is_removed_at_once(start: Start, program: Path, film: Path) -> None:
    app = start(program, "--", film)
    page = app.page()
    until(lambda: left(app) == [STEP], "the first step is copied")
    page.get_by_role("button", name="Cancel").click()
    program.with_name("go on").touch()  # what is in a step ends
    until(lambda: left(app) == [], "the disk is free again")
    expect(page.locator(".satchel-progress")).to_have_count(0)
    assert not list(app.session.iterdir())


def left(app: NativeApp) -> list[int]:
    """The sizes of the parts of files."""
    return [path.stat().st_size for path in app.data.rglob("*.part")]


def again(start: Start, program: Path) -> Page:
    page = start(program).page()
    expect(tiles(page)).to_have_count(0)
    return page


def test_it_is_resumed_where_it_stopped(
    start: Start, program: Path, killed: NativeApp, film: Path
) -> None:
    # What is here already is not copied again: only a mark in it tells.
    [part] = killed.data.rglob("*.part")
    with part.open("r+b") as file:
        file.write(b"kept")
    page = again(start, program)
    row = page.get_by_role("region", name="Stopped transfers")
    expect(row).to_have_text(re.compile(SENTENCE.pattern + r"\s*Resume\s*Discard"))
    row.get_by_role("button", name="Resume").click()
    expect(tile(page, "film.bin")).to_be_visible()
    expect(row).to_be_hidden()
    assert left(killed) == []
    assert (killed.session / "film.bin").read_bytes() == b"kept" + film.read_bytes()[4:]


def test_it_goes_on_when_the_page_is_loaded_again(start: Start, program: Path, film: Path) -> None:
    app = start(program, "--", film)
    page = app.page()
    until(lambda: left(app) == [STEP], "the first step is copied")
    page.reload()
    expect(page.get_by_text("Copying 1 file")).to_be_visible()
    program.with_name("go on").touch()
    expect(tile(page, "film.bin")).to_be_visible()
    assert {path.name: path.read_bytes() for path in app.session.iterdir()} == {
        "film.bin": film.read_bytes()
    }
    assert left(app) == []
    expect(page.get_by_role("region", name="Stopped transfers")).to_be_hidden()


@pytest.fixture
def waiting(start: Start, program: Path, film: Path) -> tuple[NativeApp, Page]:
    """The program copies five films, of six that were given to it; the last one was left out.

    Three copies run at a time: of the fourth and fifth, nothing is on the disk.
    """
    films = [film.with_name(f"film {number}.bin") for number in range(6)]
    for each in films:
        each.write_bytes(film.read_bytes())
    app = start(program, "--", *films)
    page = app.page()
    until(lambda: left(app) == [STEP] * 3, "the first steps are copied")
    with page.expect_response("**/queued"):
        page.get_by_role("button", name="Do not copy film 5.bin").click()
    return app, page


def test_those_that_wait_for_it_go_on_too_unless_they_were_left_out(
    waiting: tuple[NativeApp, Page], program: Path, film: Path
) -> None:
    app, page = waiting
    page.reload()
    expect(page.get_by_text("Copying 5 files")).to_be_visible()
    program.with_name("go on").touch()
    expect(tiles(page)).to_have_count(5)
    assert {path.name for path in app.session.iterdir()} == FIRST_FIVE
    assert (app.session / "film 4.bin").read_bytes() == film.read_bytes()


def test_those_that_wait_when_the_program_is_killed_are_offered_at_the_next_start(
    waiting: tuple[NativeApp, Page], start: Start, program: Path, film: Path
) -> None:
    app, _ = waiting
    app.kill()
    write_program(program.parent, SHELF)
    page = again(start, program)
    row = page.get_by_role("region", name="Stopped transfers")
    for number, percent in enumerate([39, 39, 39, 0, 0]):
        expect(row).to_contain_text(f"“film {number}.bin” stopped at {percent} %")
    expect(row).not_to_contain_text("film 5")
    for _ in range(5):
        row.get_by_role("button", name="Resume").first.click()
    expect(row).to_be_hidden()
    expect(tiles(page)).to_have_count(5)
    assert {path.name for path in app.session.iterdir()} == FIRST_FIVE
    assert (app.session / "film 4.bin").read_bytes() == film.read_bytes()


def test_it_arrives_on_the_shelf_that_it_was_sent_to(
    start: Start, program: Path, film: Path
) -> None:
    app = start(program)
    make(app.page(), "Work")
    app.second("--", str(film), cwd=film.parent)
    until(lambda: left(app) == [STEP], "the first step is copied")
    app.kill()
    write_program(program.parent, SHELF)
    page = again(start, program)
    page.get_by_role("button", name="Resume").click()
    work = app.data / "shelves" / app.session.name / "Work"
    until(lambda: (work / "film.bin").exists(), "it arrives there")
    expect(page.get_by_text("Copied “film.bin” to “Work”.")).to_be_visible()
    assert (work / "film.bin").read_bytes() == film.read_bytes()
    expect(tiles(page)).to_have_count(0)


def test_it_is_discarded(start: Start, program: Path, killed: NativeApp) -> None:
    page = again(start, program)
    row = page.get_by_role("region", name="Stopped transfers")
    row.get_by_role("button", name="Discard").click()
    expect(row).to_be_hidden()
    until(lambda: left(killed) == [], "the disk is free again")
    page.reload()
    expect(page.get_by_role("heading").first).to_be_visible()
    expect(row).to_be_hidden()


def test_a_file_that_changed_is_not_resumed(
    start: Start, program: Path, killed: NativeApp, film: Path
) -> None:
    with film.open("ab") as file:
        file.write(b"more")
    page = again(start, program)
    row = page.get_by_role("region", name="Stopped transfers")
    expect(row).to_contain_text("The original was changed or moved.")
    expect(row.get_by_role("button")).to_have_text(["Discard"])


def test_the_same_file_goes_on_when_it_is_opened_again(
    start: Start, program: Path, killed: NativeApp, film: Path
) -> None:
    [part] = killed.data.rglob("*.part")
    with part.open("r+b") as file:
        file.write(b"kept")
    page = start(program, "--", film).page()
    expect(tile(page, "film.bin")).to_be_visible()
    assert (killed.session / "film.bin").read_bytes() == b"kept" + film.read_bytes()[4:]
    assert left(killed) == []
