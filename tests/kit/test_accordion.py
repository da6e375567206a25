"""Accordions, with keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
from core import kit

def page():
    wp = kit.Page("Accordion")
    accordion = kit.Accordion(single=True, a=wp)
    jp.P(text="Large", a=accordion.section("Size", open=True, icon="maximize"))
    names = jp.P(text="By date", a=accordion.section("Names"))
    kit.Button("Change", click=lambda: setattr(names, "text", "By place"), a=wp)
    return wp

jp.justpy(page)
"""


@pytest.mark.browser
@shows("kit.Accordion", "Accordion.section")
def test_an_accordion_by_mouse_and_keyboard(serve: Callable[..., Served], page: Page) -> None:
    page.goto(serve(PROGRAM).url)
    large, names = page.get_by_text("Large"), page.locator("p", has_text="By")
    expect(large).to_be_visible()
    page.get_by_text("Names").click()
    expect(names).to_be_visible()
    expect(large).to_be_hidden()  # of a single one, at most one is open
    page.get_by_role("button", name="Change").click()
    expect(names).to_have_text("By place")
    expect(names).to_be_visible()  # it stays as the person left it
    page.locator("summary", has_text="Size").press("Enter")
    expect(large).to_be_visible()
    expect(names).to_be_hidden()
    page.locator("summary", has_text="Size").press("Enter")
    expect(large).to_be_hidden()
