"""Odd values and rows that vanish while somebody edits them: said in words, and nothing is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support.served import Served

pytestmark = pytest.mark.browser

PROGRAM = """
import math
from core import kit

def odd():
    wp = kit.Page("Odd")
    told = jp.P(text="-", id="told", a=wp)
    mixed = [1, "two", 3.5, True, None, math.nan, math.inf]
    numbers = [1.5, math.nan, math.inf, -math.inf, None, 2.0, 3.0]
    rows = [{"mixed": a, "number": b, "key": n} for n, (a, b) in enumerate(zip(mixed, numbers))]

    def edited(msg):
        told.text = "; ".join(f"{change.old!r} -> {change.new!r}" for change in msg.changes)

    table = kit.Table(rows, label="Odd", editable=True, edited=edited, a=wp)

    def remove(says_so):
        del rows[0]
        if says_so:
            table.refresh()

    def tell():
        told.text = repr([row["mixed"] for row in rows])

    kit.Button("Remove", click=lambda: remove(True), a=wp)
    kit.Button("Remove silently", click=lambda: remove(False), a=wp)
    kit.Button("Tell", click=tell, a=wp)
    return wp

jp.justpy(odd)
"""


@pytest.fixture
def grid(context: BrowserContext, page: Page, program: Served) -> Locator:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(program.url)
    grid = page.get_by_role("grid", name="Odd")
    expect(cell(grid, 1, 0)).to_have_text("two")
    return grid


def cell(grid: Locator, row: int, column: int) -> Locator:
    return grid.locator(f'[aria-rowindex="{row + 2}"] > [aria-colindex="{column + 1}"]')


def told(grid: Locator) -> Locator:
    return grid.page.locator("#told")


def enter(grid: Locator, row: int, column: int, text: str) -> None:
    cell(grid, row, column).click()
    grid.page.keyboard.type(text)
    grid.page.keyboard.press("Enter")


def test_a_column_of_mixed_types_keeps_the_types(grid: Locator) -> None:
    for row, text, change in [
        (0, "7", "1 -> 7"),
        (1, "2", "'two' -> '2'"),
        (2, "4", "3.5 -> 4.0"),
        (3, "no", "True -> False"),
        (0, "seven", "7 -> 'seven'"),
        (5, "0", "nan -> 0.0"),
    ]:
        enter(grid, row, 0, text)
        expect(told(grid)).to_have_text(change)
    grid.press("Control+Home")
    grid.press("ArrowUp")
    grid.press("Enter")
    expect(grid.get_by_role("columnheader", name="mixed")).to_have_attribute(
        "aria-sort", "ascending"
    )
    expect(cell(grid, 0, 0)).to_have_text("✕")


def test_no_number_and_infinite_ones(grid: Locator) -> None:
    page = grid.page
    cell(grid, 1, 1).click()
    cell(grid, 4, 1).click(modifiers=["Shift"])
    grid.press("Control+c")
    assert page.evaluate("navigator.clipboard.readText()") == "NaN\n∞\n-∞\n\n"
    cell(grid, 3, 1).click()
    grid.press("Control+v")
    expect(told(grid)).to_have_text("-inf -> nan; None -> inf; 2.0 -> -inf; 3.0 -> None")
    cell(grid, 2, 1).dblclick()
    page.keyboard.press("Enter")  # as it was: nothing changes
    enter(grid, 0, 1, "1e999")
    expect(page.get_by_role("alert")).to_have_text("“1e999” is too large.")
    page.keyboard.press("Escape")
    expect(cell(grid, 0, 1)).to_have_text("1.5")


@pytest.mark.parametrize("button", ["Remove", "Remove silently"])
def test_a_row_that_vanishes_while_it_is_edited(grid: Locator, button: str) -> None:
    page = grid.page
    cell(grid, 0, 0).dblclick()
    editor = page.get_by_role("textbox", name="mixed")
    editor.fill("written")
    # As another person would, so that the editor keeps the focus.
    remove = page.get_by_role("button", name=button, exact=True)
    remove.evaluate("button => button.click()")
    if button == "Remove":
        expect(cell(grid, 0, 0)).to_have_text("two")
    else:
        told(grid).page.get_by_role("button", name="Tell").evaluate("button => button.click()")
        expect(told(grid)).to_contain_text("['two'")
    editor.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("This row is gone")
    expect(editor).to_have_value("written")
    editor.press("Escape")
    expect(editor).to_have_count(0)
    page.get_by_role("button", name="Tell").click()
    expect(told(grid)).to_have_text("['two', 3.5, True, None, nan, inf]")


def test_the_row_after_one_that_vanished_silently_is_edited(grid: Locator) -> None:
    page = grid.page
    page.get_by_role("button", name="Remove silently").click()
    enter(grid, 1, 0, "2 again")
    expect(told(grid)).to_have_text("'two' -> '2 again'")
    expect(cell(grid, 0, 0)).to_have_text("2 again")
