"""kit.Modal in the real window, by its keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.kit.test_modal import PROGRAM
from tests.support.display import Display
from tests.support.native import NativeApp
from tests.support.served import write_program


@pytest.mark.native
def test_the_keyboard_of_the_window_opens_and_closes_it(
    playwright: Playwright, display: Display, tmp_path: Path
) -> None:
    program = write_program(tmp_path, PROGRAM)
    app = NativeApp(playwright, [str(program)], tmp_path / "data", display=display.name)
    try:
        page = app.page()
        display.window("Modal")
        button, dialog = page.get_by_role("button", name="Open"), page.get_by_role("dialog")
        button.focus()
        display.press("Return")
        expect(dialog.get_by_label("New name")).to_be_focused()
        display.press("Escape")
        expect(dialog).to_be_hidden()
        expect(button).to_be_focused()
        expect(page.locator("#said")).to_have_text("escape, False")
    finally:
        app.kill()
