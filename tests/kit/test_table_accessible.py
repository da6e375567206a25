"""axe-core finds nothing on a table in any of its states, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support import stock_table
from tests.support.axe import faults, look_for_faults
from tests.support.served import Served
from tests.support.stock_table import cell, opened

PROGRAM = stock_table.PROGRAM

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    context: BrowserContext, page: Page, program: Served, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    look_for_faults(page)
    grid = opened(context, page, program.url)
    assert faults(page) == []
    cell(grid, 2, "name").click()
    cell(grid, 4, "done").click(modifiers=["Shift"])
    assert faults(page) == []
    cell(grid, 5, "count").dblclick()
    page.keyboard.type("-1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert faults(page) == []
    page.keyboard.press("Escape")
    grid.get_by_role("columnheader", name="count").click(button="right")
    expect(page.get_by_role("menu")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("menuitem", name="Filter…").click()
    expect(page.get_by_role("dialog", name="Filter count")).to_be_visible()
    assert faults(page) == []
    page.keyboard.type("> many")
    page.keyboard.press("Enter")
    expect(page.get_by_text("“many” is not a number.")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Remove the filter").click()
    page.get_by_role("searchbox").fill("nothing at all")
    expect(page.get_by_text("No row matches.")).to_be_visible()
    assert faults(page) == []
