"""Tabs, with keyboard and mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from core import kit
from core.testing import NotSeen
from core.testing import serve as serve_here
from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
from core import kit

def page():
    wp = kit.Page("Tabs")
    said = jp.P(text="-", id="said", a=wp)
    tabs = kit.Tabs("Views", selected=lambda msg: setattr(said, "text", msg.selected), a=wp)
    jp.P(text="First", a=tabs.tab("One", icon="star"))
    jp.Input(aria_label="Second", a=tabs.tab("Two"))
    jp.P(text="Third", a=tabs.tab("Three"))
    jp.Button(text="Last", click=lambda: setattr(tabs, "selected", "Three"), a=wp)
    return wp

@jp.SetRoute("/rtl")
def rtl():
    wp = page()
    wp.dir = "rtl"
    return wp

jp.justpy(page)
"""


def expect_selected(page: Page, name: str) -> None:
    """Only this tab is selected, can be reached with Tab, and shows its panel."""
    for tab in page.get_by_role("tab").all():
        is_meant = tab.inner_text() == name
        expect(tab).to_have_attribute("aria-selected", str(is_meant).lower())
        expect(tab).to_have_attribute("tabindex", "0" if is_meant else "-1")
    expect(page.get_by_role("tabpanel", name=name)).to_be_visible()
    expect(page.get_by_role("tabpanel")).to_have_count(1)


@pytest.mark.browser
@shows("kit.Tabs", "Tabs.tab", "Tabs.selected", "Tabs(selected)", "msg.selected")
def test_tabs_by_mouse_and_by_the_program(program: Served, page: Page) -> None:
    page.goto(program.url)
    expect(page.get_by_role("tablist", name="Views")).to_be_visible()
    expect_selected(page, "One")
    page.get_by_role("tab", name="Two").click()
    expect_selected(page, "Two")
    expect(page.locator("#said")).to_have_text("Two")
    page.get_by_label("Second", exact=True).fill("kept")
    page.get_by_role("button", name="Last").click()
    expect_selected(page, "Three")
    expect(page.locator("#said")).to_have_text("Two")  # the program knows what it does
    page.get_by_role("tab", name="Two").click()
    expect(page.get_by_label("Second", exact=True)).to_have_value("kept")


@pytest.mark.browser
def test_tabs_by_keyboard(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.get_by_role("tab", name="One").focus()
    for key, name in [
        ("ArrowRight", "Two"),
        ("End", "Three"),
        ("ArrowRight", "One"),
        ("ArrowLeft", "Three"),
        ("Home", "One"),
    ]:
        page.keyboard.press(key)
        expect_selected(page, name)
        expect(page.get_by_role("tab", name=name)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("tabpanel", name="One")).to_be_focused()


@pytest.mark.browser
def test_arrows_follow_the_direction_of_the_text(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.goto(program.origin + "/rtl")
    page.get_by_role("tab", name="One").press("ArrowLeft")
    expect_selected(page, "Two")


def test_a_test_uses_tabs_as_a_person_does() -> None:
    def home() -> kit.Page:
        page = kit.Page("Tabs")
        tabs = kit.Tabs(a=page)
        kit.Button("Save", a=tabs.tab("One"))
        kit.Button("Save", a=tabs.tab("Two"))
        return page

    with serve_here(home) as user:
        page = user.open("/")
        page.find("Save").click()  # one of them is seen
        page.find("Two", role="tab").click()
        assert page.find("Two", role="tab").element.attributes["aria-selected"] == "true"
        with pytest.raises(NotSeen):
            page.find("Three", role="tab")
