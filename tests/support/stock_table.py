"""A page with a table that tests edit and arrange in a browser."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Locator, Page, expect

PROGRAM = """
import datetime
from core import kit

LONG = "long " * 200_000  # a million characters

def described(change):
    old, new = str(change.old)[:20], str(change.new)[-20:]
    return f"{change.row['name'][:9]} {change.column}: {old} -> {new}"

def stock():
    wp = kit.Page("Stock", wide=True)
    told = jp.P(text="-", id="told", a=wp)
    rows = [
        {
            "name": f"Thing {n}", "count": n, "day": datetime.date(2026, 3, 1 + n),
            "done": n % 2 == 0, "note": None, "size": 1500 * n,
        }
        for n in range(20)
    ]
    rows[3]["note"] = LONG
    rows[4]["note"] = 'a "quoted"\\ttext\\nof two lines'

    def check(row, column, value):
        if column == "count" and (value is None or value < 0):
            return "There cannot be less than nothing."

    def edited(msg):
        changes = msg.changes
        few = "; ".join(map(described, changes[:5]))
        told.text = few if len(changes) < 6 else f"{len(changes)} changes"

    size = kit.Column("size", format="bytes", editable=False)
    columns = ["name", "count", "day", "done", "note", size]
    table = kit.Table(
        rows, columns, label="Stock", editable=True, check=check, edited=edited, a=wp
    )

    def many():
        table.rows = [{**rows[0], "name": f"Thing {n}", "count": n} for n in range(1000)]

    kit.Button("Many", click=many, a=wp)
    return wp

jp.justpy(stock)
"""


def opened(context: BrowserContext, page: Page, url: str) -> Locator:
    """The grid, in a page that may use the clipboard."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_viewport_size({"width": 1200, "height": 800})
    page.goto(url)
    grid = page.get_by_role("grid", name="Stock")
    expect(cell(grid, 0, "name")).to_have_text("Thing 0")
    return grid


NAMES = ["name", "count", "day", "done", "note", "size"]


def cell(grid: Locator, row: int, column: str) -> Locator:
    place = NAMES.index(column) + 1
    return grid.locator(f'[aria-rowindex="{row + 2}"] > [aria-colindex="{place}"]')


def title(grid: Locator, name: str) -> Locator:
    return grid.get_by_role("columnheader", name=name, exact=True)


def told(grid: Locator) -> Locator:
    return grid.page.locator("#told")
