"""Paths of the program's computer, in a browser, where no dialog reveals them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.served import served, write_program

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


@pytest.mark.browser
def test_a_browser_types_a_path(page: Page, tmp_path: Path) -> None:
    picture = tmp_path / "lake.jpg"
    picture.touch()
    with served(write_program(tmp_path, PROGRAM), tmp_path / "data") as program:
        page.goto(program.url)
        field = page.get_by_label("Picture")
        expect(page.get_by_role("button")).to_have_count(0)
        expect(field).to_have_attribute("placeholder", "Type or paste the whole path of the file")
        field.fill(str(tmp_path / "gone.jpg"))
        field.press("Enter")
        expect(field).to_have_accessible_description("There is no such file.")
        field.fill(str(picture))
        expect(page.locator("#said")).to_have_text(str(picture))
