"""kit.Files: people bring files into an order of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core import kit
from tests.support.file_tiles import chosen, names, tile, tiles, wait_for

pytestmark = pytest.mark.browser

Live = Callable[..., Any]


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{letter}.txt" for letter in "dbac"]
    for path in paths:
        path.write_text(path.name)
    return paths


def drag(page: Page, name: str, to: str) -> None:
    """Drag a file to the place of another one, and a little further."""
    start, end = tile(page, name).bounding_box(), tile(page, to).bounding_box()
    assert start is not None and end is not None
    x, y = end["x"] - start["x"], end["y"] - start["y"]
    page.mouse.move(start["x"] + 60, start["y"] + 15)
    page.mouse.down()
    page.mouse.move(start["x"] + 60 + 1.1 * x, start["y"] + 15 + 1.1 * y, steps=8)
    page.wait_for_function("() => new Promise(requestAnimationFrame)")
    page.mouse.up()


@pytest.mark.parametrize("view", ["grid", "list"])
def test_files_are_dragged_into_another_order(
    live: Live, page: Page, paths: list[Path], view: Any
) -> None:
    files = kit.Files(paths, sortable=True, view=view)
    orders: list[str] = []
    files.on("reordered", lambda: orders.append("".join(path.stem for path in files.order)))
    live(files)
    expect(tiles(page)).to_have_count(4)
    drag(page, "d.txt", "a.txt")
    wait_for(page, lambda: orders == ["badc"])
    assert names(page) == ["b.txt", "a.txt", "d.txt", "c.txt"]
    drag(page, "c.txt", "b.txt")
    wait_for(page, lambda: orders == ["badc", "cbad"])
    wait_for(page, lambda: names(page) == ["c.txt", "b.txt", "a.txt", "d.txt"])
    expect(tile(page, "d.txt")).to_have_attribute("aria-posinset", "4")


def test_files_that_are_dragged_elsewhere_keep_their_order(
    live: Live, page: Page, paths: list[Path]
) -> None:
    files = kit.Files(paths, sortable=True, view="list")
    orders: list[str] = []
    files.on("reordered", lambda: orders.append("sorted"))
    taker = jp.Div(text="Taker", classes="p-8", drag_files=paths[0])
    taker.on("files_dropped", lambda self, msg: setattr(self, "text", f"{msg.files[0].name}"))
    live(jp.Div().add(files, taker))
    expect(page.get_by_text("Taker")).to_have_js_property("draggable", True)
    tile(page, "d.txt").hover()
    page.mouse.down()
    tile(page, "a.txt").hover()
    tile(page, "a.txt").hover(position={"x": 60, "y": 20})
    expect(tile(page, "d.txt")).to_have_attribute("data-moving", "drag")
    wait_for(page, lambda: names(page)[0] == "b.txt")
    page.get_by_text("Taker").hover()
    wait_for(page, lambda: names(page) == ["d.txt", "b.txt", "a.txt", "c.txt"])
    page.mouse.up()
    expect(page.get_by_text("d.txt").and_(page.locator(".p-8"))).to_be_visible()
    assert names(page) == ["d.txt", "b.txt", "a.txt", "c.txt"]
    assert not orders


def test_alt_and_an_arrow_move_the_selected_files(
    live: Live, page: Page, paths: list[Path]
) -> None:
    files = kit.Files(paths, sortable=True, view="list")
    live(files)
    tile(page, "d.txt").click()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    wait_for(page, lambda: names(page) == ["a.txt", "d.txt", "b.txt", "c.txt"])
    page.keyboard.press("Alt+ArrowDown")
    wait_for(page, lambda: [p.stem for p in files.order] == ["a", "c", "d", "b"])
    page.keyboard.press("Alt+ArrowDown")  # to the end, and no further
    page.keyboard.press("Alt+ArrowUp")
    wait_for(page, lambda: [p.stem for p in files.order] == ["a", "d", "b", "c"])
    assert [path.name for path in files.selection] == ["d.txt", "b.txt"]
    expect(page.get_by_text("2 files, 2 of 4.")).to_be_attached()


def test_an_order_is_kept_where_files_come_and_go(
    live: Live, page: Page, paths: list[Path]
) -> None:
    folder = paths[0].parent
    files = kit.Files(folder, sortable=True)
    shown = live(files)
    expect(tiles(page)).to_have_count(4)
    assert names(page) == ["a.txt", "b.txt", "c.txt", "d.txt"]
    shown.do(lambda: setattr(files, "order", files.files[::-1]) or True)
    wait_for(page, lambda: names(page) == ["d.txt", "c.txt", "b.txt", "a.txt"])
    (folder / "c.txt").unlink()
    (folder / "aa.txt").touch()
    wait_for(page, lambda: names(page) == ["d.txt", "b.txt", "a.txt", "aa.txt"])
    tile(page, "aa.txt").click()
    wait_for(page, lambda: chosen(files) == ["aa.txt"])
    page.keyboard.press("Alt+ArrowLeft")
    wait_for(page, lambda: names(page) == ["d.txt", "b.txt", "aa.txt", "a.txt"])


def test_a_file_is_dragged_beyond_what_is_in_the_page(
    live: Live, page: Page, tmp_path: Path
) -> None:
    page.set_viewport_size({"width": 700, "height": 500})
    paths = [tmp_path / f"{number}.txt" for number in range(200)]
    for path in paths:
        path.touch()
    files = kit.Files(paths, sortable=True, view="list")
    live(files)
    expect(tile(page, "199.txt")).to_have_count(0)
    box = tile(page, "0.txt").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 60, box["y"] + 15)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, 300, steps=4)
    page.mouse.move(box["x"] + 60, 495, steps=4)  # at the edge, where it scrolls
    wait_for(page, lambda: page.evaluate("scrollY") > 1000)
    page.mouse.move(box["x"] + 60, 350)
    page.wait_for_function("() => new Promise(requestAnimationFrame)")
    page.mouse.up()
    wait_for(page, lambda: files.order[0] == paths[1])
    assert len(files.order) == 200 and files.order.index(paths[0]) > 25
    after = f"{files.order.index(paths[0])}.txt"
    wait_for(page, lambda: names(page).index("0.txt") == names(page).index(after) + 1)
