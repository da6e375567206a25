"""Parts of the kit work as soon as they are visible: nothing that people do is lost meanwhile."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Page, Route, expect

import core as jp
from core import kit
from core.testing import serve
from tests.support.file_tiles import tile, tiles, wait_for

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


@pytest.mark.parametrize("opener", ["button", "menu"])
def test_what_is_typed_before_a_field_is_there_is_in_it(
    page: Page, hold: Hold, opened: Open, opener: str
) -> None:
    arrive, wp, said = hold(r"/browser-fallback\.js"), kit.Page(), jp.P(id="said")

    async def ask() -> None:
        said.text = str(await wp.ask("Which name?", "Old name", label="Name"))

    kit.Button("Ask", click=ask, a=wp)
    kit.Menu("More", a=wp).item("Ask", ask)
    kit.ContextMenu(a=jp.Div(a=wp))  # its script is what holds keys on a page like this
    opened(wp.add(said))
    page.wait_for_load_state("networkidle")  # that script is there
    if opener == "menu":
        page.get_by_role("button", name="More").press("Enter")
        page.get_by_role("menuitem", name="Ask").press("Enter")
    else:
        page.get_by_role("button", name="Ask").press("Enter")
    expect(page.locator("[aria-busy=true]")).to_have_count(1)
    page.keyboard.type("New naN")
    page.keyboard.press("Backspace")
    page.keyboard.type("me")
    page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    arrive()
    expect(page.locator("#said")).to_have_text("New name")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_key_that_is_held_down_asks_once_and_letters_without_a_field_are_for_the_list(
    page: Page, opened: Open, tmp_path: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).touch()
    going, asked, wp = Event(), list[str](), kit.Page()

    async def wait() -> None:
        asked.append("wait")
        await asyncio.to_thread(going.wait, 20)

    kit.Files(jp.SessionFolder(tmp_path), a=wp)
    kit.Button("Wait", click=wait, a=wp)
    opened(wp)
    expect(tiles(page)).to_have_count(2)
    button = page.get_by_role("button", name="Wait")
    button.focus()
    for _press in range(3):  # without being released
        page.keyboard.down("Enter")
    wait_for(page, lambda: asked == ["wait"])
    page.keyboard.up("Enter")
    page.get_by_role("listbox").focus()
    page.keyboard.press("b")
    going.set()
    expect(tile(page, "b.txt")).to_have_attribute("aria-selected", "true")
    assert asked == ["wait"]
