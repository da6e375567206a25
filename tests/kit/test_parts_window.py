"""Parts of the kit in the real window: with its mouse, its keyboard, its dialogs and clipboard."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Playwright, expect

from tests.support.display import Display
from tests.support.native import NativeApp, until
from tests.support.served import ROOT

pytestmark = [pytest.mark.native, pytest.mark.source]  # the executable has no Matplotlib and Plotly

PROGRAM = ROOT / "tests" / "support" / "parts_program.py"
IS_DARK = "getComputedStyle(document.documentElement).colorScheme === 'dark'"
REMEMBERED = "localStorage.getItem('satchel-theme') === 'dark'"
SAVE = "Save file"  # the title of the system's dialog


class Window:
    """The window, with a real mouse."""

    def __init__(self, app: NativeApp, display: Display) -> None:
        self.app, self.display = app, display
        self.page = app.page()
        expect(self.page.locator(".kit-chart canvas")).to_be_attached()  # the last script

    def point_at(self, element: Locator, is_covered: bool = False) -> None:
        element.click(trial=True, force=is_covered)  # until it stands still, and can be clicked
        self.display.point(self.display.middle(element, "^Parts$"))

    def click(self, element: Locator, button: int = 1, is_covered: bool = False) -> None:
        self.point_at(element, is_covered)
        self.display.click(button)

    def show(self, section: str) -> None:
        self.click(self.page.get_by_role("navigation").get_by_role("button", name=section))
        expect(self.page.get_by_role("heading", level=1)).to_have_text(section)

    def says(self, text: str) -> None:
        expect(self.page.locator("#said")).to_have_text(text)


@pytest.fixture(scope="module")
def running(
    playwright: Playwright, display: Display, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[NativeApp]:
    folder = tmp_path_factory.mktemp("parts")
    app = NativeApp(playwright, [str(PROGRAM)], folder / "data", display=display.name)
    yield app
    app.kill()


@pytest.fixture(scope="module")
def window(running: NativeApp, display: Display) -> Window:
    return Window(running, display)


def test_fields_by_keys(window: Window, display: Display) -> None:
    page = window.page
    window.show("Fields")
    window.click(page.get_by_role("textbox", name="Name"))
    expect(page.get_by_role("textbox", name="Name")).to_be_focused()
    display.type("Anna")
    display.press("Tab")  # a text counts when it is left
    window.says("Name: Anna")
    display.press("Up")
    window.says("Number: 6")
    display.press("Tab", "Right")
    window.says("Slider: 51")
    display.press("Tab", "space")
    window.says("Switch: True")
    display.press("Tab", "g")
    window.says("Choice: green")
    display.press("Tab")
    display.type("31")
    expect(page.get_by_role("option").filter(has_text="Town")).to_have_text(["Town 31"])
    display.press("Return")
    window.says("Town: Town 31")
    display.press("Tab", "space")
    window.says("Choices: ['small']")
    page.get_by_label("Date").focus()
    display.press("Up", "Right", "Up")  # month and day
    window.says("Date: 2026-04-15")
    page.get_by_label("Time").focus()
    display.press("Up")
    window.says("Time: 10:30:00")
    window.click(page.get_by_role("textbox", name="Password"))
    display.type("secret")
    display.press("Tab")
    window.says("Password: secret")


def test_fields_with_what_opens_in_front_of_the_window(
    window: Window, display: Display, tmp_path: Path
) -> None:
    page = window.page
    window.show("Fields")
    window.click(page.get_by_label("Choice", exact=True))
    display.press("End", "Return")
    window.says("Choice: blue")
    window.click(page.get_by_label("Color"))
    display.window("Select Color")
    display.press("alt+h", "ctrl+a")
    display.type("#ff8800")
    display.press("Return")
    window.says("Color: #ff8800")
    display.wait_until_gone("Select Color")
    picture = tmp_path / "lake.jpg"
    picture.touch()
    window.click(page.get_by_role("button", name="Choose a file"))
    display.answer_file_dialog("Open", picture)
    window.says(f"Picture: {picture}")


def test_words_are_copied_and_links_open_outside(window: Window, display: Display) -> None:
    page = window.page
    window.show("Words")
    window.click(page.get_by_role("button", name="Copy"))
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_attached()
    until(lambda: page.evaluate("navigator.clipboard.readText()") == "x = 1\n", "it is copied")
    window.click(page.get_by_role("link", name="Outside"))
    until(window.app.opened.exists, "the browser opens")
    assert window.app.opened.read_text() == "https://example.com/x\n"
    window.click(page.get_by_role("button", name="Write"))
    log, latest = page.get_by_role("log"), page.get_by_role("button", name="Latest")
    expect(log).to_contain_text("line 199")
    window.point_at(log)
    display.click(4, times=5)  # the wheel, upwards
    window.click(latest)
    expect(latest).to_be_hidden()
    expect(log).to_contain_text("line 199")


def test_charts_are_clicked_and_saved(window: Window, tmp_path: Path) -> None:
    page = window.page
    window.show("Charts")
    bars = page.locator(".kit-chart .kit-chart-drawing").first
    expect(bars.locator("canvas")).to_be_visible()
    window.click(page.locator(".kit-plotly .point").first, is_covered=True)
    window.says("1: [1, 3]")
    save_picture(window, ".kit-chart:not(.kit-plotly)", "PNG", tmp_path / "week.png", b"\x89PNG")
    save_picture(window, ".kit-figure", "SVG", tmp_path / "line.svg", b"<?xml")
    save_picture(window, ".kit-plotly", "PNG", tmp_path / "dots.png", b"\x89PNG")


def save_picture(window: Window, part: str, form: str, path: Path, beginning: bytes) -> None:
    page = window.page
    window.click(page.locator(part).get_by_role("button", name="Save as a picture"))
    window.click(page.locator(part).get_by_role("button", name=form))
    window.display.answer_file_dialog(SAVE, path)
    until(path.exists, "the picture is saved")
    assert path.read_bytes().startswith(beginning)
    close = page.get_by_role("button", name="Close message")
    close.click()  # it stands in front of what comes next
    expect(close).to_have_count(0)


def test_tabs_menus_and_what_floats(window: Window, display: Display) -> None:
    page = window.page
    window.show("Places")
    window.click(page.get_by_role("tab", name="Second"))
    expect(page.get_by_text("in the second")).to_be_visible()
    display.press("Left")
    expect(page.get_by_text("in the first")).to_be_visible()
    window.click(page.get_by_text("Names", exact=True))
    expect(page.get_by_text("about names")).to_be_visible()
    expect(page.get_by_text("about sizes")).to_be_hidden()
    window.click(page.get_by_role("button", name="Actions"))
    expect(page.get_by_role("menuitem", name="Rename")).to_be_focused()
    display.press("Down", "Return")
    window.says("deleted")
    window.click(page.get_by_text("Press the right button here"), button=3)
    expect(page.get_by_role("menuitem", name="Open it")).to_be_focused()
    window.click(page.get_by_role("menuitem", name="Drop it"))
    window.says("dropped")
    window.point_at(page.get_by_role("button", name="Again"))
    expect(page.get_by_role("tooltip")).to_have_text("It starts again")
    display.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    window.click(page.get_by_role("button", name="Ask"))
    expect(page.get_by_label("Answer")).to_be_focused()
    display.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("button", name="Ask")).to_be_focused()


def test_the_frame_its_settings_and_small_parts(window: Window) -> None:
    page = window.page
    window.show("Small")
    for text in ("Checked", "48 GB", "Looking", "There is nothing to do."):
        expect(page.get_by_text(text, exact=True)).to_be_visible()
    expect(page.get_by_role("progressbar", name="Copying")).to_be_visible()
    window.click(page.get_by_role("switch", name="Keep"))
    window.says("Shrinking(side=1600, keep=False)")
    [kept] = window.app.data.glob("data/*/**/*.json")
    assert json.loads(kept.read_text())["keep"] is False
    window.click(page.get_by_role("button", name="Import"))
    window.says("imported")
    window.click(page.get_by_role("button", name="Colours"))
    window.click(page.get_by_role("menuitemcheckbox", name="Dark"))
    until(lambda: page.evaluate(IS_DARK) and page.evaluate(REMEMBERED), "it is dark")
    page.reload()
    until(lambda: page.evaluate(IS_DARK), "it is still dark")


def test_menus_of_the_frame_are_in_the_bar_of_the_window(window: Window, display: Display) -> None:
    page = window.page
    window.show("Small")
    switch_the_grid(window)
    expect(page.get_by_role("group", name="Menus")).to_be_hidden()
    display.press("ctrl+s")
    window.says("saved")
    display.press("ctrl+o")
    window.says("opened by the menu")
    display.press("alt+f", "Return")  # the first entry
    window.says("saved")
    window.click(page.get_by_role("link", name="Another page"))
    expect(page.get_by_role("heading", name="Other")).to_be_visible()
    display.window("^Other$")
    display.press("ctrl+o")  # the window's own again
    display.window("Open files")
    display.press("Escape")
    display.wait_until_gone("Open files")
    page.go_back()
    switch_the_grid(window)


def switch_the_grid(window: Window) -> None:
    """Press keys of the page's menus, which the window has a moment after the page."""
    window.display.window("^Parts$")

    def is_heard() -> bool:
        window.display.press("F9")
        with contextlib.suppress(AssertionError):
            expect(window.page.locator("#said")).to_contain_text("Grid", timeout=2000)
            return True
        return False

    until(is_heard, "the keys reach the page")
