"""Fields in the program's window: the system's dialog for paths."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.support.display import Display
from tests.support.native import NativeApp
from tests.support.served import write_program

PROGRAM = """
from core import kit

def page():
    wp = kit.Page("Paths")
    said = jp.P(text="-", id="said", a=wp)

    def changed(self, msg):
        said.text = str(msg.value)

    kit.Field("Picture", kit.LocalPath(types=".jpg"), change=changed, a=wp)
    return wp

jp.justpy(page)
"""


@pytest.mark.native
def test_the_dialog_of_the_system_chooses_a_path(
    playwright: Playwright, display: Display, tmp_path: Path
) -> None:
    picture = tmp_path / "lake.jpg"
    picture.touch()
    app = NativeApp(
        playwright, [str(write_program(tmp_path, PROGRAM))], tmp_path / "data", display=display.name
    )
    try:
        page = app.page()
        display.window("^Paths$")
        page.get_by_role("button", name="Choose a file").click()
        display.answer_file_dialog("Open", picture)
        expect(page.locator("#said")).to_have_text(str(picture))
        expect(page.get_by_label("Picture")).to_have_value(str(picture))
    finally:
        app.kill()
