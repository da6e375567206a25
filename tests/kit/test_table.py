"""Tables as people use them: only rows in sight are in the page, by mouse and by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.api import shows
from tests.support.served import Served

pytestmark = pytest.mark.browser

PROGRAM = """
from core import kit

ROWS = 300_000  # taller than browsers allow an element to be

def people():
    wp = kit.Page("People")
    rows = [{"id": n, "name": f"Person {n * 7919 % ROWS}", "group": n % 3} for n in range(ROWS)]
    told = jp.P(text="-", id="told", a=wp)

    def selected(msg):
        told.text = ", ".join(str(row["id"]) for row in table.selected[:5]) or "nothing"

    def opened(msg):
        told.text = f"opened {msg.row['id']}"

    columns = [kit.Column("id", format="plain"), "name", kit.Column("group", title="Group")]
    table = kit.Table(rows, columns, label="People", selected=selected, opened=opened, a=wp)

    def rename():
        rows[0]["name"] = "Somebody else"
        table.refresh()

    def fewer():
        table.rows = rows[:2]

    def remove():
        told.text = f"removed {len(table.selected)}"
        for row in table.selected:
            rows.remove(row)
        table.refresh()

    kit.Button("Remove", click=remove, a=wp)
    kit.Button("Others", click=lambda: setattr(table, "rows", list(map(dict, rows[:99]))), a=wp)
    kit.Button("Rename", click=rename, a=wp)
    kit.Button("Fewer", click=fewer, a=wp)
    kit.Button("None", click=lambda: setattr(table, "rows", []), a=wp)
    return wp

jp.justpy(people)
"""


@pytest.fixture
def grid(page: Page, program: Served) -> Locator:
    page.goto(program.url)
    grid = page.get_by_role("grid", name="People")
    expect(row(grid, 1)).to_contain_text("Person 0")
    return grid


def row(grid: Locator, number: int) -> Locator:
    """A row by its place, from 1."""
    return grid.locator(f'[role="row"][aria-rowindex="{number + 1}"]')


def title(grid: Locator, name: str) -> Locator:
    return grid.get_by_role("columnheader", name=name)


def told(grid: Locator) -> Locator:
    return grid.page.locator("#told")


def expect_active(grid: Locator, role: str, text: str) -> None:
    """Expect the cell that the keys act on."""
    cell = grid.locator(".kit-table-active")
    expect(cell).to_have_text(text)
    expect(cell).to_have_role(role)  # type: ignore[arg-type]
    name = cell.get_attribute("id")
    expect(grid).to_have_attribute("aria-activedescendant", str(name))


@shows("kit.Table", "kit.Column")
def test_only_rows_in_sight_are_in_the_page(grid: Locator) -> None:
    expect(grid).to_have_attribute("aria-rowcount", "300001")
    assert grid.get_by_role("row").count() < 50
    grid.evaluate("grid => grid.scrollTop = grid.scrollHeight")
    expect(row(grid, 300_000)).to_contain_text("299999")
    assert grid.get_by_role("row").count() < 50
    expect(row(grid, 1)).to_have_count(0)


def test_a_wheel_scrolls_by_pixels_even_if_the_table_is_too_tall(grid: Locator) -> None:
    grid.evaluate("grid => grid.scrollTop = grid.scrollHeight / 2")
    middle = re.compile(r"1(49|50)\d{3}")
    shown = grid.get_by_role("row").filter(has_text=middle)
    expect(shown.nth(5)).to_be_visible()
    before = shown.nth(8).bounding_box()
    number = shown.nth(8).get_attribute("aria-rowindex")
    assert before is not None
    grid.hover()
    grid.page.mouse.wheel(0, 36)
    moved = grid.locator(f'[aria-rowindex="{number}"]')
    expect(moved).to_be_visible()
    grid.page.wait_for_function(
        "([number, y]) => Math.abs(document.querySelector("
        "`[aria-rowindex='${number}']`).getBoundingClientRect().y - y + 36) < 2",
        arg=[number, before["y"]],
    )


def test_titles_sort_and_with_shift_by_several_columns(grid: Locator) -> None:
    title(grid, "Group").click()
    expect(title(grid, "Group")).to_have_attribute("aria-sort", "ascending")
    title(grid, "id").click(modifiers=["Shift"])
    title(grid, "id").click(modifiers=["Shift"])
    expect(row(grid, 1)).to_contain_text("299997")
    expect(row(grid, 2)).to_contain_text("299994")
    title(grid, "Group").click()
    title(grid, "Group").click()
    expect(row(grid, 1)).to_contain_text("Person 2")


def test_the_keyboard_goes_everywhere(grid: Locator) -> None:
    grid.focus()
    grid.press("ArrowDown")
    grid.press("ArrowRight")
    expect_active(grid, "gridcell", "Person 7919")
    grid.press("End")
    expect_active(grid, "gridcell", "1")
    grid.press("Control+End")
    expect(row(grid, 300_000)).to_contain_text("299999")
    expect_active(grid, "gridcell", "2")
    grid.press("Control+Home")
    expect_active(grid, "gridcell", "0")
    grid.press("ArrowUp")
    expect_active(grid, "columnheader", "id")
    grid.press("Enter")
    expect(title(grid, "id")).to_have_attribute("aria-sort", "ascending")
    grid.press("Enter")
    expect(title(grid, "id")).to_have_attribute("aria-sort", "descending")
    expect(row(grid, 1)).to_contain_text("299999")


@shows("Table.selected", "Table(selected)")
def test_rows_are_selected_by_mouse_and_keyboard(grid: Locator) -> None:
    row(grid, 2).click()
    expect(told(grid)).to_have_text("1")
    row(grid, 4).click(modifiers=["Shift"])
    expect(told(grid)).to_have_text("1, 2, 3")
    row(grid, 3).click(modifiers=["Control"])
    expect(told(grid)).to_have_text("1, 3")
    row(grid, 6).click(modifiers=["Control"])
    expect(told(grid)).to_have_text("1, 3, 5")
    expect(row(grid, 6)).to_have_attribute("aria-selected", "true")
    grid.press("Control+Home")
    grid.press("Shift+ArrowDown")
    expect(told(grid)).to_have_text("0, 1")
    expect(grid.page.get_by_role("status")).to_contain_text("2 selected")
    grid.press("Control+a")
    expect(grid.page.get_by_role("status")).to_contain_text("300,000 selected")


def test_after_a_removal_no_other_row_takes_the_place_of_a_selected_one(grid: Locator) -> None:
    row(grid, 1).click()
    expect(told(grid)).to_have_text("0")
    grid.page.get_by_role("button", name="Remove").click()
    expect(row(grid, 1)).to_contain_text("Person 7919")
    expect(row(grid, 1)).to_have_attribute("aria-selected", "false")
    expect(told(grid)).to_have_text("nothing")
    grid.page.get_by_role("button", name="Remove").click()
    expect(told(grid)).to_have_text("removed 0")


def test_other_rows_are_not_selected(grid: Locator) -> None:
    row(grid, 1).click()
    expect(row(grid, 1)).to_have_attribute("aria-selected", "true")
    grid.page.get_by_role("button", name="Others").click()
    expect(row(grid, 1)).to_have_attribute("aria-selected", "false")


@shows("Table(opened)")
def test_enter_and_a_double_click_open_a_row(grid: Locator) -> None:
    row(grid, 3).dblclick()
    expect(told(grid)).to_have_text("opened 2")
    grid.press("ArrowDown")
    grid.press("Enter")
    expect(told(grid)).to_have_text("opened 3")


def test_search_and_a_filter_of_a_column(grid: Locator) -> None:
    page = grid.page
    status = page.get_by_role("status").first
    page.get_by_role("searchbox", name="Search People").fill("person 29999")
    expect(status).to_have_text("26 rows")
    title(grid, "Group").hover()
    title(grid, "Group").locator(".kit-table-menu-button").click()
    page.get_by_role("menuitem", name="Filter…").click()
    page.get_by_label("Group").and_(page.locator("input")).fill("> 0")
    page.keyboard.press("Enter")
    expect(status).not_to_have_text("26 rows")
    expect(grid).to_be_focused()
    page.get_by_role("button", name="Remove the filter Group > 0").click()
    expect(status).to_have_text("26 rows")
    page.get_by_role("searchbox").fill("nobody")
    expect(page.get_by_text("No row matches.")).to_be_visible()
    page.get_by_role("button", name="Show all rows").click()
    expect(status).to_have_text("300,000 rows")


def test_a_filter_that_cannot_be_read_says_so(grid: Locator) -> None:
    page = grid.page
    grid.focus()
    grid.press("Control+Home")
    grid.press("ArrowUp")
    grid.press("Alt+ArrowDown")
    expect(page.get_by_role("menuitem", name="Sort ascending")).to_be_focused()
    page.keyboard.press("f")
    page.keyboard.press("Enter")
    page.keyboard.type("> many")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("“many” is not a number.")
    page.get_by_role("button", name="Remove the filter id > many").click()
    expect(row(grid, 1)).to_contain_text("Person 0")


@shows("Table.refresh", "Table.rows")
def test_changes_in_python_reach_all_browsers(grid: Locator) -> None:
    page = grid.page
    row(grid, 1).click()
    page.get_by_role("button", name="Rename").click()
    expect(row(grid, 1)).to_contain_text("Somebody else")
    page.get_by_role("button", name="Fewer").click()
    expect(page.get_by_role("status").first).to_have_text("2 rows")
    expect(grid.get_by_role("row")).to_have_count(3)
    page.get_by_role("button", name="None").click()
    words = page.get_by_text("There are no rows.")
    expect(words).to_be_visible()
    titles, said = grid.get_by_role("row").bounding_box(), words.bounding_box()
    assert titles and said and said["y"] - titles["y"] - titles["height"] < 5


def test_its_script_is_one_file(page: Page, grid: Locator) -> None:
    names = "performance.getEntriesByType('resource').map(({ name }) => name)"
    scripts = [name for name in page.evaluate(names) if "/_satchel/modules/" in name]
    assert [name.rpartition("/")[2] for name in scripts if name.endswith(".js")] == ["kit-table.js"]
