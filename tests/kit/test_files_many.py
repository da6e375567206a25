"""kit.Files with ten thousand files: a page has those in sight, and people work on all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core import kit
from tests.support.file_tiles import tile, tiles, wait_for

pytestmark = pytest.mark.browser

Live = Callable[..., Any]
MANY = 10_000

MOST_TILES = 150
"""Those of the tallest test window, with some rows above and below."""


@pytest.fixture
def folder(quick_disk: Path) -> Iterator[jp.SessionFolder]:
    for number in range(MANY):
        (quick_disk / f"photo {number}.txt").touch()
    yield jp.SessionFolder(quick_disk)


def count(page: Page) -> int:
    return tiles(page).count()


def test_a_page_has_only_those_in_sight(live: Live, page: Page, folder: Any) -> None:
    responses: list[int] = []
    page.on(
        "response", lambda r: r.request.is_navigation_request() and responses.append(len(r.body()))
    )
    files = kit.Files(folder)
    live(files)
    expect(page.get_by_role("status")).to_contain_text("10,000 files")
    assert len(page.content()) < 200_000
    expect(tile(page, "photo 2.txt")).to_be_visible()
    assert 0 < count(page) < MOST_TILES
    expect(tile(page, "photo 2.txt")).to_have_attribute("aria-posinset", "3")
    expect(tile(page, "photo 2.txt")).to_have_attribute("aria-setsize", str(MANY))
    page.get_by_role("listbox").focus()
    page.keyboard.press("End")
    expect(tile(page, f"photo {MANY - 1}.txt")).to_be_in_viewport()
    expect(tile(page, "photo 2.txt")).to_have_count(0)
    assert 0 < count(page) < MOST_TILES
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    expect(tile(page, f"photo {MANY - 1}.txt")).not_to_be_in_viewport()
    page.keyboard.type("photo 5000")
    expect(tile(page, "photo 5000.txt")).to_be_in_viewport()
    page.mouse.wheel(0, 5000)
    expect(tile(page, "photo 5000.txt")).to_have_count(0)
    expect(tiles(page).first).to_have_attribute("title", re.compile(r"photo \d+"))


def test_selection_of_all_works_on_those_out_of_sight(live: Live, page: Page, folder: Any) -> None:
    files = kit.Files(folder, view="list")
    shown = live(files)
    tile(page, "photo 1.txt").click()
    page.keyboard.press("Control+a")
    expect(page.get_by_role("status")).to_contain_text("10,000 of 10,000 files selected")
    assert len(files.selection) == MANY
    page.keyboard.press("Control+End")
    tile(page, f"photo {MANY - 1}.txt").click()
    page.keyboard.press("Shift+Home")
    wait_for(page, lambda: len(files.selection) == MANY)
    shown.do(lambda: setattr(files, "sort", "-name") or True)
    page.keyboard.press("Escape")
    tile(page, f"photo {MANY - 1}.txt").click()
    page.keyboard.press("Shift+PageDown")
    wait_for(page, lambda: 1 < len(files.selection) < MOST_TILES)
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    expect(page.get_by_text("No files yet.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("10,000 of 10,000 files selected")).to_be_visible(timeout=60_000)


def test_what_is_in_sight_stays_there_while_others_come_and_go(
    live: Live, page: Page, folder: Any
) -> None:
    live(kit.Files(folder, view="list"))
    page.get_by_role("listbox").focus()
    page.keyboard.type("photo 500")
    expect(tile(page, "photo 500.txt")).to_be_in_viewport()
    page.mouse.move(300, 300)
    page.mouse.wheel(0, 111)
    expect(tile(page, "photo 505.txt")).to_be_in_viewport()
    page.wait_for_function("() => new Promise(requestAnimationFrame)")
    before = tile(page, "photo 505.txt").bounding_box()
    for number in range(100):
        (folder.folder / f"photo {number}.txt").unlink()
    (folder.folder / "another.txt").touch()
    expect(page.get_by_role("status")).to_contain_text("9,901 files")
    assert before is not None
    assert tile(page, "photo 505.txt").bounding_box() == before
