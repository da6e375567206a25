"""Cells are edited, copied and pasted in a real Chromium, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support import stock_table
from tests.support.api import shows
from tests.support.served import Served
from tests.support.stock_table import cell, opened, told

PROGRAM = stock_table.PROGRAM

pytestmark = pytest.mark.browser


@pytest.fixture
def grid(context: BrowserContext, page: Page, program: Served) -> Locator:
    return opened(context, page, program.url)


def copied(grid: Locator) -> str:
    text: str = grid.page.evaluate("navigator.clipboard.readText()")
    return text


def paste(grid: Locator, text: str) -> None:
    grid.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    grid.press("Control+v")


def test_a_cell_is_edited_with_the_keyboard(grid: Locator) -> None:
    page = grid.page
    cell(grid, 1, "name").click()
    page.keyboard.press("F2")
    editor = page.get_by_role("textbox", name="name")
    expect(editor).to_have_value("Thing 1")
    page.keyboard.press("End")
    page.keyboard.type(" new")
    page.keyboard.press("Enter")
    expect(told(grid)).to_have_text("Thing 1 n name: Thing 1 -> Thing 1 new")
    expect(grid).to_be_focused()
    page.keyboard.type("Typed")
    page.keyboard.press("Tab")
    expect(cell(grid, 2, "name")).to_have_text("Typed")
    page.keyboard.type("77")
    page.keyboard.press("Escape")
    expect(cell(grid, 2, "count")).to_have_text("2")
    page.keyboard.press("Control+z")
    expect(cell(grid, 2, "name")).to_have_text("Thing 2")
    page.keyboard.press("Control+z")
    expect(cell(grid, 1, "name")).to_have_text("Thing 1")
    page.keyboard.press("Control+y")
    expect(cell(grid, 1, "name")).to_have_text("Thing 1 new")


def test_keys_that_come_before_the_table_has_answered_act_in_their_order(grid: Locator) -> None:
    cell(grid, 1, "name").click()
    press = """keys => keys.forEach((key) => document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))"""
    grid.page.evaluate(press, [*"First", "Enter", *"Second", "Backspace", "Tab", *"77", "Enter"])
    expect(cell(grid, 2, "count")).to_have_text("77")
    expect(cell(grid, 1, "name")).to_have_text("First")
    expect(cell(grid, 2, "name")).to_have_text("Secon")


@shows("Table(check)", "Table(editable)")
def test_what_is_wrong_is_said_at_the_cell_and_nothing_is_lost(grid: Locator) -> None:
    page = grid.page
    cell(grid, 5, "count").dblclick()
    editor = page.get_by_role("textbox", name="count")
    editor.fill("-1")
    editor.press("Enter")
    problem = page.get_by_role("alert")
    expect(problem).to_have_text("There cannot be less than nothing.")
    expect(editor).to_be_focused()
    expect(editor).to_have_value("-1")
    expect(editor).to_have_attribute("aria-invalid", "true")
    editor.fill("many")
    editor.press("Enter")
    expect(problem).to_have_text("“many” is not a number.")
    editor.fill("1 000")
    cell(grid, 8, "name").click()
    expect(cell(grid, 5, "count")).to_have_text("1,000")
    expect(problem).to_have_count(0)


def test_dates_and_yes_and_no(grid: Locator) -> None:
    page = grid.page
    cell(grid, 6, "day").dblclick()
    page.get_by_label("day").and_(page.locator("input")).fill("2027-01-02")
    page.keyboard.press("Enter")
    expect(cell(grid, 6, "day")).to_have_text("Jan 2, 2027")
    cell(grid, 6, "done").click()
    page.keyboard.press("Space")
    expect(told(grid)).to_have_text("Thing 6 done: True -> False")
    expect(grid.get_by_role("gridcell", name="no")).not_to_have_count(0)


def test_a_cell_that_is_not_editable(grid: Locator) -> None:
    cell(grid, 0, "size").dblclick()
    grid.press("F2")
    grid.press("x")
    expect(grid.get_by_role("textbox")).to_have_count(0)
    expect(cell(grid, 0, "size")).to_have_attribute("aria-readonly", "true")


def test_a_million_characters_are_cut_in_the_page_and_whole_in_the_editor(grid: Locator) -> None:
    page = grid.page
    shown = cell(grid, 3, "note").text_content()
    assert shown is not None and len(shown) < 1000
    cell(grid, 3, "note").dblclick()
    editor = page.get_by_role("textbox", name="note")
    expect(editor).to_be_focused()
    assert len(editor.input_value()) == 1_000_000
    editor.press("Control+End")
    page.keyboard.type("the end")
    editor.press("Enter")
    expect(told(grid)).to_have_text("Thing 3 note: long long long long -> ng long long the end")
    cell(grid, 3, "note").click()
    grid.press("Control+c")
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert copied(grid).endswith("long the end\n")
    grid.press("Control+z")
    expect(told(grid)).to_have_text("Thing 3 note: long long long long -> long long long long")


def test_several_lines_are_kept(grid: Locator) -> None:
    page = grid.page
    cell(grid, 4, "note").dblclick()
    editor = page.get_by_role("textbox", name="note")
    expect(editor).to_have_value('a "quoted"\ttext\nof two lines')
    editor.press("Escape")
    cell(grid, 4, "name").click()
    cell(grid, 4, "note").click(modifiers=["Shift"])
    grid.press("Control+c")
    assert copied(grid) == 'Thing 4\t4\t2026-03-05\ttrue\t"a ""quoted""\ttext\nof two lines"\n'


def test_cells_of_a_spreadsheet_are_pasted(grid: Locator) -> None:
    cell(grid, 10, "name").click()
    paste(grid, 'Ten\t100\r\n"El\t""even"""\t110\r\n')
    expect(cell(grid, 11, "count")).to_have_text("110")
    expect(cell(grid, 11, "name")).to_have_text('El\t"even"')
    expect(cell(grid, 10, "name")).to_have_text("Ten")
    paste(grid, "Ten\t100\nEleven\tmany\n")
    expect(grid.page.get_by_role("alert")).to_contain_text("“many” is not a number.")
    expect(cell(grid, 11, "name")).to_have_text('El\t"even"')
    cell(grid, 12, "count").click()
    cell(grid, 14, "count").click(modifiers=["Shift"])
    paste(grid, "7")
    for row in (12, 13, 14):
        expect(cell(grid, row, "count")).to_have_text("7")
    grid.press("Control+z")
    expect(cell(grid, 13, "count")).to_have_text("13")


def test_a_paste_reaches_rows_that_are_not_in_the_page(grid: Locator) -> None:
    page = grid.page
    page.get_by_role("button", name="Many").click()
    expect(page.get_by_role("status").first).to_have_text("1,000 rows")
    cell(grid, 0, "name").click()
    paste(grid, "".join(f"Pasted {number}\n" for number in range(1, 901)))
    expect(told(grid)).to_have_text("900 changes")
    grid.press("Control+End")
    expect(cell(grid, 999, "name")).to_have_text("Thing 999")
    grid.evaluate("grid => grid.scrollTop -= 3600")
    expect(cell(grid, 899, "name")).to_have_text("Pasted 900")


def test_selected_cells_are_emptied(grid: Locator) -> None:
    cell(grid, 15, "name").click()
    cell(grid, 16, "name").click(modifiers=["Shift"])
    grid.press("Delete")
    expect(cell(grid, 16, "name")).to_have_text("")
    grid.press("Control+z")
    expect(cell(grid, 16, "name")).to_have_text("Thing 16")


def test_a_rectangle_is_selected_by_dragging(grid: Locator) -> None:
    cell(grid, 1, "count").hover()
    grid.page.mouse.down()
    cell(grid, 3, "day").hover()
    grid.page.mouse.up()
    selected = grid.locator('[role="gridcell"][aria-selected="true"]')
    expect(selected).to_have_count(6)
    grid.press("Shift+ArrowRight")
    expect(selected).to_have_count(9)
    grid.press("Shift+Space")
    expect(selected).to_have_count(18)


@pytest.mark.parametrize(
    ("suffix", "begins"), [("CSV", b"\xef\xbb\xbfname,count,"), ("XLSX", b"PK")]
)
def test_the_table_is_saved(grid: Locator, suffix: str, begins: bytes) -> None:
    page = grid.page
    page.get_by_role("button", name="Save").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=f"Save as {suffix}").click()
    assert download.value.suggested_filename == f"table.{suffix.lower()}"
    assert download.value.path().read_bytes().startswith(begins)
