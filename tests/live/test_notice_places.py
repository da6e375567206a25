"""Notices: a key leads to them, and they are where they can be used and hide nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import core as jp
from core import kit
from tests.conftest import Live
from tests.support.file_tiles import tile

pytestmark = pytest.mark.browser

Show = Callable[..., Live]


def notices(page: Page) -> Locator:
    return page.locator(".satchel-notice")


def test_a_key_leads_to_the_newest_notice_and_back(live: Show) -> None:
    said, field = jp.P(id="said"), jp.Input(aria_label="Name")
    shown = live(field, said)
    page = shown.page
    page.get_by_label("Name").focus()
    page.keyboard.press("F8")  # nothing is there
    shown.do(lambda: shown.web_page.notify("Saved.", seconds=0))
    undo = ("Undo", lambda: setattr(said, "text", "undone"))
    shown.do(lambda: shown.web_page.notify("Removed.", action=undo))
    expect(notices(page)).to_have_count(2)
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.press("F8")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("F8")
    expect(page.get_by_label("Name")).to_be_focused()
    page.keyboard.press("F8")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("undone")
    expect(page.get_by_label("Name")).to_be_focused()
    expect(notices(page)).to_have_count(1)
    page.keyboard.press("F8")
    expect(page.get_by_role("button", name="Close message")).to_be_focused()
    page.keyboard.press("Escape")
    expect(notices(page)).to_have_count(0)
    expect(page.get_by_label("Name")).to_be_focused()


@pytest.mark.parametrize("width", [1200, 600])
def test_a_notice_is_used_while_a_file_is_previewed(
    live: Show, page: Page, tmp_path: Path, width: int
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("text\n" * 200)
    said, files = jp.P(id="said"), kit.Files(tmp_path)
    shown = live(files, said)
    page.set_viewport_size({"width": width, "height": 800})
    undo = ("Undo", lambda: setattr(said, "text", "undone"))
    shown.do(lambda: shown.web_page.notify("Removed 3 files.", action=undo))
    expect(notices(page)).to_have_count(1)
    tile(page, "a.txt").dblclick()
    expect(page.get_by_role("dialog").get_by_text("text").first).to_be_visible()
    page.get_by_role("button", name="Next file").click()
    expect(page.get_by_role("dialog", name="b.txt")).to_be_visible()
    page.keyboard.press("F8")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("undone")
    expect(page.get_by_role("dialog", name="b.txt")).to_be_visible()
    page.get_by_role("button", name="Close", exact=True).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
