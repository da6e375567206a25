"""Notices and questions of a page in the real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.support.display import Display
from tests.support.native import NativeApp

pytestmark = pytest.mark.native

PROGRAM = """
import core as jp
from desktop import run

def home():
    page = jp.WebPage()
    out = jp.P(id="out", a=page)

    def undo():
        out.text = "undone"

    async def remove():
        if await page.confirm("Remove it?", yes="Remove", danger=True):
            page.notify("Removed", "good", action=("Undo", undo))

    async def name():
        out.text = str(await page.ask("Name?", check=lambda text: None if text else "No name."))

    jp.Button(text="Delete", click=remove, a=page)
    jp.Button(text="Rename", click=name, a=page)
    return page

run(home, title="Told")
"""


@pytest.fixture(scope="module")
def shown(
    playwright: Playwright, display: Display, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("messages")
    program = folder / "messages.py"
    program.write_text(PROGRAM)
    app = NativeApp(playwright, [str(program)], folder / "data", display=display.name)
    yield app.page()
    app.kill()


def test_a_question_and_a_notice_with_mouse_and_keyboard(shown: Page, display: Display) -> None:
    button = shown.get_by_role("button", name="Delete")
    button.click()
    dialog = shown.get_by_role("alertdialog", name="Remove it?")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    display.press("Escape")
    expect(dialog).to_have_count(0)
    button.click()
    dialog.get_by_role("button", name="Remove").click()
    expect(shown.get_by_role("status")).to_have_text("Removed")
    shown.get_by_role("button", name="Undo").click()
    expect(shown.locator("#out")).to_have_text("undone")
    expect(shown.locator(".satchel-notice")).to_have_count(0)


def test_a_text_is_typed_and_checked(shown: Page, display: Display) -> None:
    shown.get_by_role("button", name="Rename").click()
    expect(shown.get_by_role("textbox", name="Name?")).to_be_focused()
    display.press("Return")
    expect(shown.get_by_role("alert")).to_have_text("No name.")
    shown.keyboard.type("Trips")
    display.press("Return")
    expect(shown.locator("#out")).to_have_text("Trips")
