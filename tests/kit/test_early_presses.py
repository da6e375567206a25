"""Parts of the kit work as soon as they are visible: nothing that people do is lost meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

import core as jp
from core import kit
from core.testing import serve

pytestmark = pytest.mark.browser

MAIN = r"/_satchel/client/main\.js"

Hold = Callable[[str], Callable[[], None]]
Open = Callable[[jp.WebPage], None]


@pytest.fixture
def hold(page: Page) -> Hold:
    """A function that holds scripts back, and returns one that lets them arrive."""

    def hold(addresses: str) -> Callable[[], None]:
        held: list[Route] = []
        arrived: list[bool] = []
        page.route(
            re.compile(addresses),
            lambda route: route.continue_() if arrived else held.append(route),
        )

        def arrive() -> None:
            arrived.append(True)
            for route in held:
                route.continue_()

        return arrive

    return hold


@pytest.fixture
def opened(page: Page) -> Iterator[Open]:
    """A function that opens a page without waiting for its scripts."""
    shown: list[jp.WebPage] = []
    with serve(lambda: shown[-1]) as user:

        def opened(wp: jp.WebPage) -> None:
            shown.append(wp)
            page.goto(user.url, wait_until="commit")

        yield opened


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_files_chosen_before_the_scripts_are_there_are_sent(
    page: Page, hold: Hold, opened: Open, tmp_path: Path, key: str
) -> None:
    arrive, wp, said = hold(MAIN), jp.WebPage(), jp.P(id="said")
    kit.Upload(lambda msg: setattr(said, "text", msg.files[0].name), a=wp)
    opened(wp.add(said))
    chooser = page.get_by_role("button", name="Choose files")
    expect(chooser).to_be_visible()
    page.keyboard.press("Tab")
    expect(chooser).to_be_focused()
    with page.expect_file_chooser() as chosen:
        page.keyboard.press(key)
    path = tmp_path / "a.txt"
    path.write_text("content")
    chosen.value.set_files(path)
    arrive()
    expect(page.locator("#said")).to_have_text("a.txt")


@pytest.mark.parametrize("script", [MAIN, r"/kit/dark-switch\.js"])
def test_the_switch_to_dark_pressed_early(
    page: Page, hold: Hold, opened: Open, script: str
) -> None:
    arrive = hold(script)
    opened(kit.Shell("Program", dark=False))
    page.get_by_role("button", name="Colours").press("Enter")
    page.get_by_role("menuitemcheckbox", name="Dark").click()
    arrive()
    expect(page.locator("html")).to_have_class(re.compile(r"\bdark\b"))


def test_a_button_of_a_module_is_pressed_once_for_the_program(
    page: Page, hold: Hold, opened: Open, tmp_path: Path
) -> None:
    script_file = tmp_path / "counter.js"
    script_file.write_text(
        "export function mounted(element) { element.onclick = () => { element.title += 'x'; };}"
    )

    class Counter(jp.Module):
        script = str(script_file)

    arrive, wp, said = hold(r"counter\.js"), jp.WebPage(), jp.P(id="said", text="presses:")
    wp.on("click", lambda self, msg: setattr(said, "text", f"{said.text} page"))
    counter = Counter(a=wp)
    jp.Button(text="Add", a=counter).on(
        "click", lambda self, msg: setattr(said, "text", f"{said.text} button")
    )
    opened(wp.add(said))
    add = page.get_by_role("button", name="Add")
    add.click()
    expect(page.locator("#said")).to_have_text(re.compile("button"))
    arrive()
    module = page.locator("[data-module]")
    expect(module).to_have_attribute("title", "x")
    add.click()
    expect(module).to_have_attribute("title", "xx")
    expect(page.locator("#said")).to_have_text(re.compile("button.*button"))
    assert page.locator("#said").inner_text().count("button") == 2
