"""A screen with four pixels for each logical one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.support.display import only_on_wayland
from tests.support.file_tiles import tiles
from tests.support.native import NativeApp, until
from tests.support.sway import Sway

pytestmark = [pytest.mark.native, only_on_wayland]

TITLE = "^Satchel$"


@pytest.fixture
def fine() -> Iterator[Sway]:
    screen = Sway(scale=2)
    yield screen
    screen.close()


def size(screen: Sway) -> tuple[int, int] | None:
    place = screen.place(TITLE)
    return place and place.size


def test_the_page_is_sharp_and_what_is_dropped_or_clicked_is_what_is_seen(
    playwright: Playwright, fine: Sway, tmp_path: Path
) -> None:
    app = NativeApp(playwright, [], tmp_path / "data", display=fine.name)
    try:
        page = app.page()
        assert page.evaluate("devicePixelRatio") == 2
        (tmp_path / "mine.txt").write_text("mine")
        fine.window(TITLE)
        fine.resize(TITLE, 900, 640)
        fine.put(TITLE, 150, 120)
        seen = page.locator(".satchel-dropping").first
        main = fine.middle(page.get_by_role("main"), TITLE)
        assert fine.drop_files([tmp_path / "mine.txt"], main, seen.is_visible) == "CopyAction"
        expect(tiles(page)).to_have_count(1)
        fine.point(fine.middle(tiles(page), TITLE))
        fine.click(3)
        expect(page.get_by_role("menuitem", name="Rename")).to_be_visible()
        assert app.stop() == 0
        app = NativeApp(playwright, [], tmp_path / "data", display=fine.name)
        app.page()
        fine.window(TITLE)
        until(lambda: size(fine) == (900, 640), "the window is as large as before")
    finally:
        app.kill()
