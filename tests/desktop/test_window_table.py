"""A table in the real window: keys of the system, its clipboard, and its dialog for files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.support.display import Display
from tests.support.native import NativeApp, until
from tests.support.served import write_program

pytestmark = pytest.mark.native

PROGRAM = """
from core import kit

def page():
    wp = kit.Page("Table")
    rows = [{"name": f"Thing {n}", "count": n} for n in range(100_000)]
    kit.Table(rows, label="Things", editable=True, a=wp)
    return wp

jp.justpy(page)
"""


@pytest.fixture
def window(display: Display, tmp_path: Path) -> Iterator[Page]:
    program = write_program(tmp_path, PROGRAM)
    with sync_playwright() as playwright:
        app = NativeApp(playwright, [str(program)], tmp_path / "data", display=display.name)
        yield app.page()
        app.kill()


def test_a_table_is_edited_copied_pasted_and_saved(
    window: Page, display: Display, tmp_path: Path
) -> None:
    grid = window.get_by_role("grid", name="Things")
    grid.get_by_role("gridcell", name="Thing 1", exact=True).click()
    window.keyboard.type("New")
    window.keyboard.press("Enter")
    expect(grid.get_by_role("gridcell", name="New", exact=True)).to_be_visible()
    display.window("^Table$")
    display.press("Up", "shift+Right", "ctrl+c", "Down", "Left", "ctrl+v")
    expect(grid.get_by_role("gridcell", name="New", exact=True)).to_have_count(2)
    display.press("ctrl+z")
    expect(grid.get_by_role("gridcell", name="New", exact=True)).to_have_count(1)
    display.press("ctrl+End")
    expect(grid.get_by_role("gridcell", name="Thing 99999")).to_be_visible()
    window.get_by_role("button", name="Save").click()
    window.get_by_role("menuitem", name="Save as CSV").click()
    saved = tmp_path / "things.csv"
    display.answer_file_dialog("Save file", saved)
    until(saved.exists, "the table is saved")
    lines = saved.read_text("utf-8-sig").splitlines()
    assert lines[:3] == ["name,count", "Thing 0,0", "New,1"]
    assert len(lines) == 100_001
