"""A paste that is longer than the table adds rows, or says what was not pasted and why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support.api import shows
from tests.support.served import Served

pytestmark = pytest.mark.browser

PROGRAM = """
import sqlite3
from core import kit

def check(row, column, value):
    if column == "count" and (value is None or value < 0):
        return "There cannot be less than nothing."

def shown(rows, **options):
    wp = kit.Page("Rows")
    told = jp.P(text="-", id="told", a=wp)

    def edited(msg):
        counts = {name: len(msg[name]) for name in ("changes", "added", "removed")}
        told.text = ", ".join(f"{count} {name}" for name, count in counts.items())

    options = {"edited": edited, **options}
    columns = ["name", "count", kit.Column("size", editable=False)]
    kit.Table(rows, columns, label="Rows", editable=True, check=check, a=wp, **options)
    return wp

def lists():
    return shown([{"name": f"n{n}", "count": n, "size": n} for n in range(3)])

def fixed():
    return shown([{"name": f"n{n}", "count": n, "size": n} for n in range(3)], add=False)

def queries():
    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.execute("create table item (name text primary key, count integer, size integer)")
    database.executemany("insert into item values (?, ?, 0)", [(f"n{n}", n) for n in range(3)])

    def add(values):
        database.execute("insert into item values (:name, :count, 0)", values)
        return values

    def edited(msg):
        for change in msg.changes:
            database.execute(
                f"update item set {change.column} = ? where name = ?",
                [change.new, change.row["name"]],
            )
        for row in msg.removed:
            database.execute("delete from item where name = ?", [row["name"]])

    query = kit.Query(database, "select * from item order by rowid")
    return shown(query, key="name", add=add, edited=edited)

jp.Route("/fixed", fixed)
jp.Route("/query", queries)
jp.justpy(lists)
"""


@pytest.fixture
def opened(context: BrowserContext, page: Page, program: Served) -> Iterator[Page]:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield page


def open_table(page: Page, program: Served, path: str = "") -> Locator:
    page.goto(program.url.replace("/?", f"/{path}?"))
    grid = page.get_by_role("grid", name="Rows")
    expect(cell(grid, 2, 0)).to_have_text("n2")
    return grid


def cell(grid: Locator, row: int, column: int) -> Locator:
    return grid.locator(f'[aria-rowindex="{row + 2}"] > [aria-colindex="{column + 1}"]')


def paste(grid: Locator, text: str) -> None:
    grid.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    grid.press("Control+v")


def count(grid: Locator) -> Locator:
    return grid.page.get_by_role("status").first


@shows("Table(add)")
def test_rows_are_added_to_a_list_and_undo_takes_back_all(opened: Page, program: Served) -> None:
    grid = open_table(opened, program)
    told = opened.locator("#told")
    cell(grid, 2, 0).click()
    paste(grid, "two\t20\t7\t8\nthree\t30\t7\t8\nfour\t40\n")
    expect(count(grid)).to_have_text("5 rows")
    expect(cell(grid, 2, 1)).to_have_text("20")
    expect(cell(grid, 4, 0)).to_have_text("four")
    expect(cell(grid, 4, 2)).to_have_text("–")
    expect(told).to_have_text("2 changes, 2 added, 0 removed")
    expect(opened.get_by_role("alert")).to_have_text(
        "2 rows were added. Not entered: 2 cells of “size”, which cannot be changed; "
        "2 cells to the right of the last column."
    )
    grid.press("Control+z")
    expect(count(grid)).to_have_text("3 rows")
    expect(cell(grid, 2, 0)).to_have_text("n2")
    expect(told).to_have_text("2 changes, 0 added, 2 removed")
    grid.press("Control+y")
    expect(cell(grid, 4, 0)).to_have_text("four")


def test_a_new_row_that_the_check_refuses(opened: Page, program: Served) -> None:
    grid = open_table(opened, program)
    cell(grid, 2, 0).click()
    for text, words in [
        ("two\nthree\n", "New row, count: There cannot be less than nothing."),
        ("two\t2\nthree\tmany\n", "New row, count: “many” is not a number."),
    ]:
        paste(grid, text)
        expect(opened.get_by_role("alert")).to_have_text(f"Nothing was changed. {words}")
    expect(count(grid)).to_have_text("3 rows")
    expect(cell(grid, 2, 0)).to_have_text("n2")


def test_a_table_that_takes_no_rows_says_so(opened: Page, program: Served) -> None:
    grid = open_table(opened, program, "fixed")
    cell(grid, 2, 0).click()
    paste(grid, "two\t20\nthree\t30\n")
    expect(cell(grid, 2, 0)).to_have_text("two")
    expect(count(grid)).to_have_text("3 rows")
    expect(opened.get_by_role("alert")).to_have_text(
        "Not entered: 2 cells below the last row, as this table takes no new rows."
    )


def test_the_program_adds_rows_to_a_query_and_removes_them(opened: Page, program: Served) -> None:
    grid = open_table(opened, program, "query")
    cell(grid, 2, 1).click()
    grid.press("ArrowLeft")
    paste(grid, "n2\t20\nn3\t30\n")
    expect(cell(grid, 3, 0)).to_have_text("n3")
    expect(cell(grid, 2, 1)).to_have_text("20")
    expect(cell(grid, 2, 0)).to_have_attribute("aria-selected", "true")
    grid.press("Control+z")
    expect(count(grid)).to_have_text("3 rows")
    expect(cell(grid, 2, 1)).to_have_text("2")
