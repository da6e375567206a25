"""Menus of a shell in a browser: by mouse, by keyboard, and by their shortcuts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from core import kit
from core.shortcuts import spelled
from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
from core import kit

def page():
    wp = kit.Shell("Editor", icon="pencil")
    wp.count = 0
    said = jp.P(text="-", id="said", a=wp)

    def say(text):
        def handle():
            wp.count += 1
            said.text = f"{wp.count} {text}"
        return handle

    menu = wp.menu("File")
    save = menu.item("Save", say("saved"), keys="Ctrl+S", disabled=True)
    menu.separator()
    menu.item("Delete", say("deleted"), icon="trash-2", danger=True)
    menu = wp.menu("View")

    def switch():
        grid.checked = not grid.checked
        save.disabled = False

    grid = menu.item("Grid", switch, checked=False, keys="F9")
    menu.item("Find", say("found"), keys="shift + ctrl + F")
    jp.Input(aria_label="Note", a=wp)
    modal = kit.Modal("Question", a=wp)
    jp.Input(aria_label="Answer", a=modal)
    kit.Button("Ask", click=modal.open, a=wp)
    return wp

jp.justpy(page)
"""


@pytest.fixture
def shell(program: Served, page: Page) -> Page:
    page.goto(program.url)
    page.wait_for_load_state("networkidle")  # the script of the menus
    return page


def item(page: Page, name: str) -> Locator:
    return page.get_by_role("menuitem", name=name).or_(
        page.get_by_role("menuitemcheckbox", name=name)
    )


def says(page: Page, text: str) -> None:
    expect(page.locator("#said")).to_have_text(text)


@pytest.mark.browser
@shows("Shell.menu")
def test_shortcuts_call_commands_that_can_be_used(shell: Page) -> None:
    shell.keyboard.press("Control+s")  # disabled, and the browser does not save the page
    shell.get_by_label("Note").focus()
    shell.keyboard.press("Control+Shift+F")
    says(shell, "1 found")
    shell.keyboard.press("F9")
    expect(shell.locator(".kit-menu-item", has_text="Save")).to_be_enabled()
    shell.keyboard.press("Control+s")
    says(shell, "2 saved")
    shell.get_by_role("button", name="Ask").click()
    expect(shell.get_by_label("Answer")).to_be_focused()
    shell.keyboard.press("Control+s")  # behind the dialog
    shell.keyboard.press("Escape")
    expect(shell.get_by_role("dialog")).to_be_hidden()
    shell.keyboard.press("Control+s")
    says(shell, "3 saved")


@pytest.mark.browser
def test_menus_by_keyboard_and_mouse(shell: Page) -> None:
    file, view = (shell.get_by_role("button", name=name) for name in ("File", "View"))
    file.press("ArrowRight")
    expect(view).to_be_focused()
    view.press("Enter")
    grid = item(shell, "Grid")
    expect(grid).to_be_focused()
    expect(grid).to_have_attribute("aria-keyshortcuts", "F9")
    shell.keyboard.press("ArrowRight")
    expect(item(shell, "Delete")).to_be_focused()  # Save cannot be used
    expect(grid).to_be_hidden()
    shell.keyboard.press("Escape")
    expect(file).to_be_focused()
    file.click()
    view.hover()
    expect(grid).to_be_focused()
    grid.click()
    file.click()
    item(shell, "Save").click()
    says(shell, "1 saved")
    view.click()
    expect(grid).to_have_attribute("aria-checked", "true")


def test_what_cannot_be_is_refused() -> None:
    page = kit.Shell("Editor")
    file = page.menu("File")
    file.item("Save", print, keys="Ctrl+S")
    with pytest.raises(ValueError, match="is the shortcut of 'Save'"):
        page.menu("Edit").item("Store", print, keys="ctrl+s")
    with pytest.raises(ValueError, match="already"):
        page.menu("File")
    with pytest.raises(ValueError, match=r"Only menus of a kit\.Shell"):
        kit.Menu("File").item("Save", print, keys="Ctrl+S")
    assert len(file.components[1].components) == 1


@pytest.mark.parametrize(
    ("keys", "wrong"),
    [
        ("Strg+S", "no shortcut"),
        ("Ctrl+", "no shortcut"),
        ("Ctrl+Ctrl+S", "no shortcut"),
        ("Ctrl+ß", "no shortcut"),
        ("S", "needed for typing"),
        ("Shift+Delete", "needed for typing"),
        ("Ctrl+W", "Choose others"),
        ("Ctrl+C", "Choose others"),
    ],
)
def test_keys_that_are_no_shortcut(keys: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        spelled(keys)
