"""The rubber band of kit.Files: it adds to a selection, and scrolls at the edges."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from core import kit
from tests.support.file_tiles import chosen, selected, tile, wait_for

pytestmark = pytest.mark.browser

Live = Callable[..., Any]


def begin_below(page: Page, name: str) -> None:
    """Press the mouse in the gap below a tile."""
    tile(page, name).scroll_into_view_if_needed()
    box = tile(page, name).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + box["height"] + 3)
    page.mouse.down()


@pytest.mark.parametrize("key", ["Control", "Shift"])
def test_a_band_adds_to_the_selection(live: Live, page: Page, tmp_path: Path, key: str) -> None:
    page.set_viewport_size({"width": 330, "height": 900})  # two columns
    for name in "abcdef":
        (tmp_path / f"{name}.txt").touch()
    files = kit.Files(tmp_path)
    live(files)
    tile(page, "a.txt").click()
    wait_for(page, lambda: chosen(files) == ["a.txt"])
    page.keyboard.down(key)
    begin_below(page, "d.txt")
    box = tile(page, "f.txt").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 60, box["y"] + 60, steps=4)
    wait_for(page, lambda: selected(page) == ["a.txt", "f.txt"])
    page.mouse.up()
    page.keyboard.up(key)
    wait_for(page, lambda: chosen(files) == ["a.txt", "f.txt"])


def test_a_band_scrolls_at_the_edge_and_drags_no_file(
    live: Live, page: Page, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": 330, "height": 500})
    for number in range(30):
        (tmp_path / f"{number:02}.txt").touch()
    files = kit.Files(tmp_path)
    live(files)
    expect(tile(page, "00.txt")).to_be_visible()
    page.evaluate("document.addEventListener('dragstart', () => { window.isDragged = true; })")
    begin_below(page, "00.txt")
    page.mouse.move(300, 300)
    page.mouse.move(320, 499)  # and there it stays
    expect(tile(page, "29.txt")).to_be_in_viewport(timeout=60_000)
    page.mouse.up()
    wait_for(page, lambda: len(chosen(files)) == 28)  # all but those of the first row
    assert page.evaluate("window.isDragged") is None
