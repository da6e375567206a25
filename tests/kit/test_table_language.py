"""A table on a page in German: what is shown, edited, copied and pasted."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.support.served import Served

pytestmark = pytest.mark.browser

PROGRAM = """
import datetime
from core import kit

def prices():
    wp = kit.Page("Preise", lang="de")
    rows = [{"price": 1234.5, "day": datetime.date(2026, 3, 31)} for n in range(2)]
    told = jp.P(text="-", id="told", a=wp)

    def edited(msg):
        told.text = str([row["price"] for row in rows])

    kit.Table(rows, label="Preise", editable=True, edited=edited, a=wp)
    return wp

jp.justpy(prices)
"""


def cell(page: Page, row: int) -> Locator:
    return page.locator(f'[role="row"][aria-rowindex="{row + 2}"] [aria-colindex="1"]')


def test_numbers_have_a_comma_before_their_decimals(
    context: BrowserContext, page: Page, program: Served
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(program.url)
    expect(cell(page, 0)).to_have_text("1.234,5")
    expect(page.get_by_text("31.03.2026").first).to_be_visible()
    cell(page, 0).dblclick()
    editor = page.get_by_role("textbox", name="price")
    expect(editor).to_have_value("1234,5")
    editor.fill("2.000,25")
    editor.press("Enter")
    expect(page.locator("#told")).to_have_text("[2000.25, 1234.5]")
    expect(cell(page, 0)).to_have_text("2.000,25")
    cell(page, 0).click()
    page.keyboard.press("ControlOrMeta+c")
    copied = "async () => await navigator.clipboard.readText() === '2000,25\\n'"
    page.wait_for_function(copied)
    cell(page, 1).click()
    page.keyboard.press("ControlOrMeta+v")
    expect(page.locator("#told")).to_have_text("[2000.25, 2000.25]")
