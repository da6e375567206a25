"""Menus and context menus, with keyboard and mouse."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

import core as jp
from core import kit
from core.testing import NotPossible, NotSeen
from core.testing import serve as serve_here
from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
from core import kit

def page():
    wp = kit.Page("Menus")
    said = jp.P(text="-", id="said", a=wp)
    opened = jp.P(text="0", id="opened", a=wp)

    def say(self, msg):
        said.text = self.text

    def switch(self, msg):
        self.checked = not self.checked
        self.text = "Grid" if self.checked else "No grid"

    def fail():
        raise KeyError("secret")

    def fill(menu):
        menu.item("Rename", say, icon="pencil")
        menu.item("Print", say, disabled=True)
        menu.item("Grid", switch, checked=True)
        menu.separator()
        menu.item("Fail", fail)
        menu.item("Remove", say, icon="trash-2", danger=True)

    fill(kit.Menu("Photo", a=wp))
    count = lambda: setattr(opened, "text", str(int(opened.text) + 1))
    row = jp.Div(id="row", tabindex=0, style="margin: 100px; padding: 20px", click=count, a=wp)
    jp.Span(text="lake.jpg", a=row)
    fill(kit.ContextMenu("Lake", a=row))
    inner = jp.Div(text="inner", a=row)
    kit.ContextMenu("Inner", a=inner).item("Only this", say)
    return wp

jp.justpy(page)
"""


def item(page: Page, name: str) -> Locator:
    return page.get_by_role("menuitem", name=name)


@pytest.mark.browser
@shows("kit.Menu", "Menu.item", "Menu.separator", "Menu.button")
def test_a_menu_by_mouse(program: Served, page: Page) -> None:
    page.goto(program.url)
    button = page.get_by_role("button", name="Photo")
    button.click()
    menu = page.get_by_role("menu", name="Photo")
    expect(menu).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(menu.get_by_role("separator")).to_have_count(1)
    below, above = menu.bounding_box(), button.bounding_box()
    assert below and above and below["y"] >= above["y"] + above["height"]
    item(page, "Remove").click()
    expect(menu).to_be_hidden()
    expect(page.locator("#said")).to_have_text("Remove")
    expect(button).to_be_focused()
    button.click()
    expect(item(page, "Print")).to_be_disabled()
    page.mouse.click(5, 5)
    expect(menu).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")


@pytest.mark.browser
def test_a_menu_by_keyboard(program: Served, page: Page) -> None:
    page.goto(program.url)
    button = page.get_by_role("button", name="Photo")
    button.press("Enter")
    expect(item(page, "Rename")).to_be_focused()
    page.keyboard.press("Escape")
    button.press("ArrowUp")
    expect(item(page, "Remove")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(item(page, "Rename")).to_be_focused()
    page.keyboard.press("ArrowDown")  # over the one that is disabled
    expect(page.get_by_role("menuitemcheckbox")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("r")
    expect(item(page, "Rename")).to_be_focused()
    page.keyboard.press("r")
    expect(item(page, "Remove")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(page.get_by_role("menu")).to_be_hidden()
    button.press("Enter")
    expect(item(page, "Rename")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("Rename")
    expect(button).to_be_focused()


@pytest.mark.browser
@shows("MenuItem.checked", "MenuItem.disabled")
def test_an_item_can_be_switched_and_one_that_fails_says_so(program: Served, page: Page) -> None:
    page.goto(program.url)
    button, box = page.get_by_role("button", name="Photo"), page.get_by_role("menuitemcheckbox")
    button.click()
    expect(box).to_have_attribute("aria-checked", "true")
    box.click()
    button.click()
    expect(box).to_have_attribute("aria-checked", "false")
    expect(box).to_have_text("No grid")
    item(page, "Fail").click()
    expect(page.get_by_role("alert").or_(page.get_by_role("status")).first).to_be_visible()
    expect(page.get_by_text("secret")).to_have_count(0)


@pytest.mark.browser
@shows("kit.ContextMenu")
def test_a_context_menu_by_mouse_and_keyboard(program: Served, page: Page) -> None:
    page.goto(program.url)
    page.wait_for_load_state("networkidle")  # a right click before the script is the browser's
    row = page.locator("#row")
    row.get_by_text("lake.jpg").click(button="right")
    menu = page.get_by_role("menu", name="Lake")
    expect(menu).to_be_visible()
    expect(item(page, "Rename")).to_be_focused()
    item(page, "Remove").click()
    expect(page.locator("#said")).to_have_text("Remove")
    expect(page.locator("#opened")).to_have_text("0")  # that was no click on the row
    row.get_by_text("inner").click(button="right")
    expect(page.get_by_role("menu", name="Inner")).to_be_visible()
    expect(menu).to_be_hidden()
    page.keyboard.press("Escape")
    row.focus()
    page.keyboard.press("Shift+F10")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(row).to_be_focused()


def test_a_test_uses_menus_as_a_person_does() -> None:
    said: list[str] = []

    def home() -> kit.Page:
        page = kit.Page("Menus")
        kit.Menu("Photo", a=page).item("Copy", lambda: said.append("copy"))
        kit.Menu(label="More", icon="ellipsis", a=page).item("Help", lambda: None, disabled=True)
        row = jp.H2(text="lake.jpg", a=page)
        kit.ContextMenu(a=row).item("Open", lambda: said.append("open"))
        return page

    with serve_here(home) as user:
        page = user.open("/")
        with pytest.raises(NotSeen):
            page.find("Copy")
        page.find("Photo", role="button").click()
        page.find("Copy", role="menuitem").click()
        assert page.find_all("Copy") == []
        page.find("More", role="button").click()
        with pytest.raises(NotPossible, match="disabled"):
            page.find("Help").click()
        page.find("lake.jpg", role="heading").open_context_menu()
        page.find("Open").click()
        with pytest.raises(NotPossible, match="no context menu"):
            page.find("Photo", role="button").open_context_menu()
    assert said == ["copy", "open"]


def test_a_menu_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="label"):
        kit.Menu(icon="ellipsis")
