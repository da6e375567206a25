"""Settings in a browser, with the keyboard, and after the program was started again."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.served import served, write_program

PROGRAM = """
from dataclasses import dataclass, field
from core import kit

@dataclass
class Prefs:
    side: int = field(default=1600, metadata={"label": "Longest side", "min": 1, "max": 8000})
    keep: bool = True

def page():
    wp = kit.Page("Settings")
    kit.Settings(Prefs, a=wp)
    return wp

jp.justpy(page)
"""


@pytest.mark.browser
def test_what_the_keyboard_changes_is_there_after_a_kill(page: Page, tmp_path: Path) -> None:
    program = write_program(tmp_path, PROGRAM)
    with served(program, tmp_path / "data") as running:
        page.goto(running.url)
        side, keep = page.get_by_label("Longest side"), page.get_by_role("switch", name="Keep")
        side.press("Shift+ArrowDown")
        expect(side).to_have_value("1590")
        keep.press("Space")
        other = page.context.new_page()
        other.goto(running.url)
        expect(other.get_by_role("switch", name="Keep")).not_to_be_checked()
        side.fill("9000")
        side.press("Tab")
        expect(side).to_have_accessible_description("Enter a number from 1 to 8000.")
        other.get_by_role("switch", name="Keep").click()  # a page follows another
        expect(keep).to_be_checked()
        running.kill()
    with served(program, tmp_path / "data") as running:
        again = page.context.new_page()  # the others look for the program and load themselves again
        again.goto(running.url)
        expect(again.get_by_label("Longest side")).to_have_value("1590")
        expect(again.get_by_role("switch", name="Keep")).to_be_checked()
