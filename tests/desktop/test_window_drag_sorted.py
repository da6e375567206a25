"""Files that people sort in the window are dragged out, and files that vanish meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.support.display import Display
from tests.support.drag_out import DropTarget
from tests.support.file_tiles import names, tiles
from tests.support.native import NativeApp, until

pytestmark = pytest.mark.native

PROGRAM = """
from pathlib import Path
import core as jp
from core import kit

def page():
    wp = jp.WebPage(title="Drags")
    folder = Path(__file__).parent
    files = kit.Files([folder / "a.txt", folder / "b.txt"], sortable=True, view="list", a=wp)
    order = jp.Div(a=wp)
    files.on("reordered", lambda: setattr(order, "text", f"first: {files.order[0].name}"))
    return wp

jp.justpy(page)
"""


def test_files_that_people_sort_are_dragged_out(
    playwright: Playwright, display: Display, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    program = tmp_path / "drags.py"
    program.write_text(PROGRAM)
    target = DropTarget(display, tmp_path / "taken")
    app = NativeApp(playwright, [str(program)], tmp_path / "data", display=display.name)
    try:
        page = app.page()
        until(lambda: names(page) == ["a.txt", "b.txt"], "the files are shown")
        start, end = (display.middle(tiles(page).nth(n), "Drags") for n in (0, 1))
        target.drag(start)
        assert target.dropped()["names"] == ["a.txt"]
        assert (target.folder / "a.txt").read_text() == "a.txt"
        assert names(page) == ["a.txt", "b.txt"]
        below = end[0], end[1] + 8
        display.point(start)
        display.press_mouse()
        display.move(start, below, steps=15)

        def is_sorted() -> bool:
            display.nudge(below)
            return tiles(page).last.get_attribute("data-moving") == "drag"

        until(is_sorted, "the file is the last one")
        display.release_mouse()
        page.get_by_text("first: b.txt").wait_for()
        assert names(page) == ["b.txt", "a.txt"]
    finally:
        app.kill()
        target.close()


def test_a_file_that_vanishes_while_it_is_dragged_with_others_is_named(
    playwright: Playwright, display: Display, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)
    program = tmp_path / "drags.py"
    program.write_text(PROGRAM)
    target = DropTarget(display, tmp_path / "taken")
    app = NativeApp(playwright, [str(program)], tmp_path / "data", display=display.name)
    try:
        page = app.page()
        until(lambda: names(page) == ["a.txt", "b.txt"], "the files are shown")
        tiles(page).nth(0).click()
        tiles(page).nth(1).click(modifiers=["Control"])
        start = display.middle(tiles(page).nth(0), "Drags")
        target.drag(start, meanwhile=(tmp_path / "b.txt").unlink)
        assert target.dropped()["names"] == ["a.txt"]
        page.get_by_text("“b.txt” is no longer there. Look whether it arrived.").wait_for()
    finally:
        app.kill()
        target.close()
