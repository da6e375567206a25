"""The default app in a window that is as narrow as people need beside all others."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.support.display import Display
from tests.support.file_tiles import tile
from tests.support.native import NativeApp, until

pytestmark = pytest.mark.native

NARROW = 280


def test_its_window_can_be_as_narrow_as_the_shelf_is_useful(
    playwright: Playwright, display: Display, tmp_path: Path
) -> None:
    app = NativeApp(playwright, [], tmp_path / "data", display=display.name)
    try:
        page = app.page()
        sent = tmp_path / "a.txt"
        sent.write_text("a")
        page.locator("input[type=file]").set_input_files(sent)
        expect(tile(page, "a.txt")).to_be_visible()
        display.resize("^Satchel$", NARROW, 600)
        until(lambda: page.evaluate("innerWidth") == NARROW, "the window is narrow")
        tile(page, "a.txt").click()
        expect(page.get_by_role("button", name="Rename")).to_be_in_viewport(ratio=1)
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    finally:
        app.kill()
