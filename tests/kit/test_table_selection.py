"""Selected rows stay selected when rows are inserted, removed, sorted and filtered."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.api import shows
from tests.support.served import Served

pytestmark = pytest.mark.browser

PROGRAM = """
import sqlite3
from core import kit

def buttons(wp, table, told, **changes):
    def changed(change):
        def click(msg):
            change()
            table.refresh()
        return click

    def tell():
        told.text = ", ".join(str(row["name"]) for row in table.selected) or "nothing"

    for name, change in changes.items():
        kit.Button(name, click=changed(change), a=wp)
    kit.Button("Tell", click=tell, a=wp)

def lists(*, editable=False):
    wp = kit.Page("Lists")
    told = jp.P(text="-", id="told", a=wp)
    rows = [{"name": f"n{n:03}", "size": n % 7} for n in range(300)]
    table = kit.Table(rows, label="Rows", editable=editable, a=wp)
    def filtered():
        table.rows = [row for row in rows if row["size"] != 2]

    buttons(
        wp, table, told,
        Insert=lambda: rows.insert(0, {"name": "new", "size": 0}),
        Remove=lambda: rows.pop(0),
        RemoveSelected=lambda: [rows.remove(row) for row in table.selected],
        Reverse=rows.reverse,
        Filter=filtered,
    )
    return wp

def queries(*, key=None):
    wp = kit.Page("Queries")
    told = jp.P(text="-", id="told", a=wp)
    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.execute("create table item (name text, size integer)")
    items = [(f"n{n:03}", n % 7) for n in range(1, 300)]
    database.executemany("insert into item values (?, ?)", items)
    query = kit.Query(database, "select * from item order by name")
    table = kit.Table(query, key=key, label="Rows", a=wp)
    buttons(
        wp, table, told,
        Insert=lambda: database.execute("insert into item values ('n000', 0)"),
        RemoveSelected=lambda: [
            database.execute("delete from item where name = ?", [row["name"]])
            for row in table.selected
        ],
    )
    return wp

jp.Route("/editable", lambda: lists(editable=True))
jp.Route("/query", queries)
jp.Route("/query-with-key", lambda: queries(key="name"))
jp.justpy(lists)
"""


def opened(page: Page, program: Served, path: str = "", first: str = "n000") -> Locator:
    page.goto(program.url.replace("/?", f"/{path}?"))
    grid = page.get_by_role("grid", name="Rows")
    expect(row(grid, first)).to_be_visible()
    return grid


def row(grid: Locator, name: str) -> Locator:
    return grid.get_by_role("row").filter(has=grid.page.get_by_text(name, exact=True))


def press(grid: Locator, button: str) -> None:
    grid.page.get_by_role("button", name=button, exact=True).click()


def expect_selected(grid: Locator, *names: str) -> None:
    """Expect these rows, as they are drawn and as the program has them."""
    selected = grid.locator('[role="row"][aria-selected="true"] > [aria-colindex="1"]')
    expect(selected).to_have_text(list(names))
    press(grid, "Tell")
    expect(grid.page.locator("#told")).to_have_text(", ".join(names) or "nothing")


def test_the_program_inserts_removes_and_reverses_rows(page: Page, program: Served) -> None:
    grid = opened(page, program)
    row(grid, "n002").click()
    row(grid, "n004").click(modifiers=["Shift"])
    press(grid, "Insert")
    expect(row(grid, "new")).to_be_visible()
    expect_selected(grid, "n002", "n003", "n004")
    press(grid, "Remove")
    press(grid, "Remove")
    expect(row(grid, "n000")).to_have_count(0)
    expect_selected(grid, "n002", "n003", "n004")
    press(grid, "RemoveSelected")
    expect(row(grid, "n003")).to_have_count(0)
    expect_selected(grid)
    row(grid, "n005").click()
    press(grid, "Reverse")
    expect(row(grid, "n299")).to_be_visible()
    grid.press("End")  # the keys go on where the row is
    expect(grid.locator(".kit-table-active")).to_have_text("5")
    expect_selected(grid, "n005")


def test_separate_rows_are_selected_with_the_keyboard(page: Page, program: Served) -> None:
    grid = opened(page, program)
    grid.focus()
    for key in ("ArrowDown", "Control+ArrowDown", "Control+ArrowDown", "Space"):
        grid.press(key)
    expect_selected(grid, "n001", "n003")
    grid.focus()
    for key in ("Space", "Control+ArrowUp", "Space"):
        grid.press(key)
    expect_selected(grid, "n001", "n002")


def test_people_sort_and_filter_and_go_on_selecting(page: Page, program: Served) -> None:
    grid = opened(page, program)
    status = page.get_by_role("status").first
    search = page.get_by_role("searchbox")
    grid.focus()
    grid.press("ArrowDown")
    grid.press("Shift+ArrowDown")
    grid.get_by_role("columnheader", name="name").click()
    grid.get_by_role("columnheader", name="name").click()
    expect(row(grid, "n299")).to_be_visible()
    press(grid, "Tell")
    expect(page.locator("#told")).to_have_text("n002, n001")
    search.fill("n00")
    expect_selected(grid, "n002", "n001")
    search.fill("1")
    expect(status).to_contain_text("2 selected, 1 of them filtered out")
    row(grid, "n291").click(modifiers=["Control"])
    expect(status).to_contain_text("3 selected, 1 of them filtered out")
    press(grid, "Tell")
    expect(page.locator("#told")).to_have_text("n291, n001, n002")
    search.fill("")
    expect(status).to_contain_text("300 rows · 3 selected")
    row(grid, "n290").click()
    expect_selected(grid, "n290")


def test_the_program_shows_some_of_the_same_rows(page: Page, program: Served) -> None:
    grid = opened(page, program)
    row(grid, "n002").click()
    row(grid, "n004").click(modifiers=["Shift"])
    press(grid, "Filter")
    expect(row(grid, "n002")).to_have_count(0)
    expect_selected(grid, "n003", "n004")


def test_many_rows_stay_selected(page: Page, program: Served) -> None:
    grid = opened(page, program)
    row(grid, "n001").click()
    grid.press("Control+a")
    row(grid, "n002").click(modifiers=["Control"])
    press(grid, "Insert")
    expect(row(grid, "new")).to_have_attribute("aria-selected", "false")
    expect(row(grid, "n001")).to_have_attribute("aria-selected", "true")
    expect(row(grid, "n002")).to_have_attribute("aria-selected", "false")
    expect(page.get_by_role("status").first).to_have_text("301 rows · 299 selected")


def test_what_is_typed_goes_into_the_cell_that_was_selected(page: Page, program: Served) -> None:
    grid = opened(page, program, "editable")
    row(grid, "n002").get_by_text("n002").click()
    press(grid, "Insert")
    expect(row(grid, "new")).to_be_visible()
    grid.focus()
    page.keyboard.type("typed")
    press(grid, "Insert")  # the editor goes along, and stores what was typed
    expect(row(grid, "new")).to_have_count(2)
    expect(row(grid, "typed").locator('[aria-colindex="2"]')).to_have_text("2")
    expect(row(grid, "n001")).to_be_visible()


@shows("Table(key)")
@pytest.mark.parametrize("path", ["query", "query-with-key"])
def test_rows_of_a_query(page: Page, program: Served, path: str) -> None:
    grid = opened(page, program, path, "n001")
    row(grid, "n003").click()
    row(grid, "n004").click(modifiers=["Control"])
    press(grid, "Insert")
    expect(row(grid, "n000")).to_be_visible()
    if path == "query":  # nobody knows where they are
        expect_selected(grid)
        return
    expect_selected(grid, "n003", "n004")
    grid.get_by_role("columnheader", name="size").click()
    press(grid, "RemoveSelected")
    expect(page.get_by_role("status").first).to_have_text("298 rows")
    expect_selected(grid)
