"""Columns are arranged in a real Chromium, by mouse and by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support.api import shows
from tests.support.native import until
from tests.support.served import Served, served, write_program
from tests.support.stock_table import PROGRAM, cell, opened, title

pytestmark = pytest.mark.browser


@pytest.fixture
def grid(context: BrowserContext, page: Page, program: Served) -> Locator:
    return opened(context, page, program.url)


def test_columns_are_resized_moved_hidden_and_frozen_with_the_mouse(grid: Locator) -> None:
    page = grid.page
    box = title(grid, "name").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 18)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] + 58, box["y"] + 18, steps=3)
    page.mouse.up()
    expect(cell(grid, 0, "name")).to_have_css("width", f"{box['width'] + 60:g}px")
    expect(title(grid, "name")).not_to_have_attribute("aria-sort", re.compile("."))

    title(grid, "note").hover()
    page.mouse.down()
    title(grid, "count").hover()
    page.mouse.up()
    expect(grid.get_by_role("columnheader").nth(1)).to_have_text("note")

    title(grid, "day").hover()
    title(grid, "day").locator(".kit-table-menu-button").click()
    page.get_by_role("menuitem", name="Hide").click()
    expect(title(grid, "day")).to_have_count(0)
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("menuitemcheckbox", name="day").click()
    expect(title(grid, "day")).to_be_visible()
    page.keyboard.press("Escape")

    title(grid, "name").click(button="right")
    page.get_by_role("menuitem", name="Freeze").click()
    page.set_viewport_size({"width": 600, "height": 800})
    grid.evaluate("grid => grid.scrollLeft = 400")
    expect(title(grid, "size")).to_be_in_viewport()
    expect(cell(grid, 0, "name")).to_be_in_viewport()


def test_columns_are_arranged_with_the_keyboard(grid: Locator) -> None:
    page = grid.page
    grid.focus()
    grid.press("Control+Home")
    grid.press("ArrowUp")
    grid.press("Alt+ArrowDown")
    menu = page.get_by_role("menu", name="name")
    expect(menu.get_by_role("menuitem", name="Sort ascending")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowUp")
    width = cell(grid, 0, "name").evaluate("cell => cell.offsetWidth")
    page.keyboard.press("Enter")
    expect(cell(grid, 0, "name")).to_have_css("width", f"{width - 40}px")
    page.keyboard.press("m")
    page.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    expect(grid).to_be_focused()
    grid.press("Alt+ArrowDown")
    page.get_by_role("menuitem", name="Move behind").press("Enter")
    expect(grid.get_by_role("columnheader").first).to_have_text("count")


def test_the_table_has_one_tab_stop(grid: Locator) -> None:
    page = grid.page
    grid.focus()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Save")).to_be_focused()
    page.keyboard.press("Tab")
    expect(grid).to_be_focused()
    page.keyboard.press("Tab")
    expect(grid).not_to_be_focused()
    assert not grid.evaluate("grid => grid.contains(document.activeElement)")


def arrange(grid: Locator) -> None:
    """Make name narrower and move it, hide day, and freeze count, with the keyboard."""
    page = grid.page
    grid.focus()
    grid.press("Control+Home")
    grid.press("ArrowUp")
    grid.press("Shift+ArrowLeft")
    expect(page.get_by_text("name is 190 pixels wide.")).to_be_visible()
    grid.press("Alt+ArrowRight")
    expect(grid.get_by_role("columnheader").nth(1)).to_have_text("name")
    expect(grid.locator(".kit-table-active")).to_have_text("name")
    grid.press("ArrowRight")
    grid.press("Alt+ArrowDown")
    page.get_by_role("menuitem", name="Hide").press("Enter")
    expect(title(grid, "day")).to_have_count(0)
    grid.press("Home")
    grid.press("Alt+ArrowDown")
    page.get_by_role("menuitem", name="Freeze", exact=True).press("Enter")
    expect(title(grid, "count")).to_have_class(re.compile("kit-table-frozen"))


def expect_arranged(grid: Locator, *titles: str) -> None:
    expect(grid.get_by_role("columnheader")).to_have_text(list(titles))
    expect(title(grid, "name")).to_have_css("width", "190px")
    expect(title(grid, "count")).to_have_class(re.compile("kit-table-frozen"))


def kept(program: Served) -> str:
    return "".join(path.read_text() for path in program.data.rglob("tables/*.json"))


@shows("Table(arrangement)")
def test_the_arrangement_outlives_the_page_and_the_program(
    context: BrowserContext, page: Page, tmp_path: Path
) -> None:
    with served(write_program(tmp_path, PROGRAM), tmp_path / "data") as running:
        grid = opened(context, page, running.url)
        arrange(grid)
        until(lambda: "frozen" in kept(running), "was kept")
        page.reload()
        expect_arranged(grid, "count", "name", "done", "note", "size")
    page.goto("about:blank")  # else the page reloads itself when the program is back
    fewer = PROGRAM.replace(
        '"name", "count", "day", "done", "note", size', '"day", "count", "name"'
    )
    with served(write_program(tmp_path, fewer), tmp_path / "data") as running:
        page.goto(running.url)
        expect_arranged(grid, "count", "name")
        page.get_by_role("button", name="Columns").click()
        expect(page.get_by_role("menuitemcheckbox", name="day")).not_to_be_checked()
        page.get_by_role("menuitem", name="Reset columns").click()
        expect(grid.get_by_role("columnheader")).to_have_text(["day", "count", "name"])
        expect(title(grid, "count")).not_to_have_class(re.compile("kit-table-frozen"))
        expect(title(grid, "name")).to_have_css("width", "200px")
