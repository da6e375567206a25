"""Client modules in a real browser: props go in, events come out, the rest is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.api import shows
from tests.support.documents import DOCUMENTS, beside, blocks_of
from tests.support.served import Served, served, write_program

pytestmark = pytest.mark.browser

SCRIPT = """
import { label } from './parts/label.js';

window.calls = [];

export async function mounted(element, props, send) {
  calls.push(['mounted', props.city]);
  const button = document.createElement('button');
  button.textContent = label(props);
  button.onclick = () => send('moved', { lat: 1, lng: 2.5 });
  const wrong = document.createElement('button');
  wrong.textContent = `wrong ${props.city}`;
  wrong.onclick = async () => {
    const failed = send('moved', { lat: 'north', lng: 0 });
    await failed.catch((error) => { wrong.textContent = error.message; });
  };
  const ask = document.createElement('button');
  ask.textContent = `ask ${props.city}`;
  ask.onclick = async () => {
    const answer = await send('asked', props.zoom).catch((error) => error.message);
    ask.textContent = JSON.stringify(answer);
  };
  element.append(button, wrong, ask);
  element.tabIndex = 0;
  await null;
  return button;
}

export function updated(element, props, button) {
  if (props.zoom > 90) throw new Error('too near');
  button.textContent = label(props);
}

export function removed(element, button) {
  calls.push(['removed', button.textContent]);
}
"""

PROGRAM = """
from dataclasses import dataclass

@dataclass
class Moved:
    lat: float
    lng: float

class Map(jp.Module):
    script = "map.js"
    sends = {"moved": Moved, "asked": int}
    city: str
    center: list[float] = [0, 0.5]
    zoom: int = 3

class Broken(jp.Module):
    script = "broken.js"
    number: int = 0

class Misspelt(jp.Module):
    script = "misspelt.js"

def moved(self, msg):
    self.page_.heading.text = f"{self.city} {msg.detail!r}"
    self.zoom += 1
    self.center = [msg.detail.lat, msg.detail.lng]

def asked(self, msg):
    msg.answer = {"zoom": [msg.detail * 2, None]} if self.city == "a" else float("nan")

def then(*made):
    return None  # so that the page is updated

def page():
    wp = jp.WebPage()
    wp.heading = jp.H1(text="-", a=wp)
    box = jp.Div(a=wp)
    maps = [Map(city=name, a=box, page_=wp, moved=moved, asked=asked) for name in "ab"]
    jp.Button(text="child", a=wp, click=lambda: then(maps[0].add(jp.P(text="a child"))))
    jp.Button(text="whole", a=wp, click=lambda: then(box.set_class("p-2")))
    jp.Button(text="swap", a=wp, click=lambda: box.components.reverse())
    jp.Button(text="later", a=wp, click=lambda: then(Map(city="c", zoom=9, a=wp)))
    jp.Button(text="gone", a=wp, click=maps[0].delete)
    jp.Button(text="near", a=wp, click=lambda: setattr(maps[1], "zoom", 99))
    broken = Broken()
    jp.Button(text="break", a=wp, click=lambda: then(wp.add(broken)))
    jp.Button(text="again", a=wp, click=lambda: setattr(broken, "number", broken.number + 1))
    jp.Button(text="far", a=wp, click=lambda: setattr(maps[1], "zoom", 1))
    jp.Button(text="misspell", a=wp, click=lambda: then(Misspelt(a=wp)))
    jp.Button(text="count", a=wp, click=lambda: setattr(wp.heading, "text", "counted"))
    return wp

jp.justpy(page)
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("program")
    write_files(folder)
    with served(write_program(folder, PROGRAM), folder / "data") as running:
        yield running


def write_files(folder: Path) -> None:
    (folder / "parts").mkdir()
    label = "export const label = ({ city, zoom, center }) => `${city} ${zoom} ${center}`;"
    (folder / "parts" / "label.js").write_text(label)
    (folder / "map.js").write_text(SCRIPT)
    broken = (
        "export function mounted() { none.of_it(); } export function updated() { calls.push(0) }"
    )
    (folder / "broken.js").write_text(broken)
    (folder / "misspelt.js").write_text("export function mount() {}")


@pytest.fixture
def opened(page: Page, program: Served) -> Page:
    page.goto(program.url)
    expect(button(page, "a 3 0,0.5")).to_be_visible()
    expect(button(page, "b 3 0,0.5")).to_be_visible()
    return page


def button(page: Page, text: str) -> Locator:
    return page.get_by_role("button", name=text, exact=True)


@shows("Module", "Module.script", "Module.sends", "props of a Module", "msg.detail")
def test_props_go_in_and_events_come_out(opened: Page) -> None:
    button(opened, "a 3 0,0.5").click()
    expect(opened.locator("h1")).to_have_text("a Moved(lat=1.0, lng=2.5)")
    expect(button(opened, "a 4 1,2.5")).to_be_visible()
    expect(button(opened, "b 3 0,0.5")).to_be_visible()
    button(opened, "b 3 0,0.5").click()
    expect(opened.locator("h1")).to_have_text("b Moved(lat=1.0, lng=2.5)")
    expect(button(opened, "b 4 1,2.5")).to_be_visible()


def test_a_detail_of_another_type_does_not_reach_the_handler(opened: Page, program: Served) -> None:
    button(opened, "wrong a").click()
    expect(opened.get_by_role("button", name="Something went wrong. See the log")).to_be_visible()
    button(opened, "b 3 0,0.5").click()
    expect(opened.locator("h1")).to_have_text("b Moved(lat=1.0, lng=2.5)")
    assert "lat of moved of <Map" in program.log
    assert "is 'north', not of type float" in program.log


@shows("msg.answer")
def test_a_handler_answers_the_script(opened: Page, program: Served) -> None:
    button(opened, "ask a").click()
    expect(button(opened, '{"zoom":[6,null]}')).to_be_visible()
    button(opened, "ask b").click()
    expect(opened.get_by_role("button", name="Something went wrong. See the log")).to_be_visible()
    assert "set msg.answer to no value for JSON" in program.log


def test_patches_leave_what_the_script_made(opened: Page) -> None:
    for name in ("child", "whole", "swap"):
        button(opened, name).click()
    expect(opened.get_by_text("a child")).to_be_visible()
    names = opened.locator("[data-module] > button:first-of-type")
    expect(names).to_have_text(["b 3 0,0.5", "a 3 0,0.5"])
    assert sorted(opened.evaluate("calls")) == [["mounted", "a"], ["mounted", "b"]]


def test_a_whole_page_leaves_what_the_script_made(opened: Page) -> None:
    button(opened, "child").click()
    expect(opened.get_by_text("a child")).to_be_visible()
    opened.evaluate("document.querySelector('[data-module] p').remove()")
    button(opened, "child").click()  # after one that is missing: the page asks for all
    expect(opened.get_by_text("a child")).to_have_count(2)
    expect(button(opened, "a 3 0,0.5")).to_be_visible()
    assert opened.evaluate("document.querySelector('[data-module]').tabIndex") == 0
    assert opened.evaluate("calls.length") == 2


def test_modules_come_and_go(opened: Page) -> None:
    button(opened, "later").click()
    expect(button(opened, "c 9 0,0.5")).to_be_visible()
    button(opened, "gone").click()
    expect(button(opened, "a 3 0,0.5")).to_have_count(0)
    opened.wait_for_function("calls.length === 4")
    assert opened.evaluate("calls.slice(2)") == [["mounted", "c"], ["removed", "a 3 0,0.5"]]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("break", "broken.js: ReferenceError"),
        ("near", "map.js: Error: too near"),
        (
            "misspell",
            "exports mount; it must export one of the functions mounted, updated, removed",
        ),
    ],
)
def test_a_script_that_fails_says_so(opened: Page, program: Served, name: str, reason: str) -> None:
    button(opened, name).click()
    expect(opened.get_by_text("This part of the page could not be shown.")).to_be_visible()
    toast = opened.locator(".satchel-notice")
    expect(toast).to_have_text(re.compile(r"See the log, reference \w{6}\."))
    assert reason in program.log
    assert re.search(r"The script of component \d+ failed", program.log)
    expect(button(opened, "a 3 0,0.5")).to_be_visible()


def test_a_script_that_could_not_begin_is_left_alone(opened: Page, program: Served) -> None:
    button(opened, "break").click()
    expect(opened.locator("[data-module] [role=alert]")).to_be_visible()
    for _ in range(3):
        button(opened, "again").click()
    button(opened, "count").click()
    expect(opened.locator("h1")).to_have_text("counted")
    assert 0 not in opened.evaluate("calls")


def test_a_script_that_works_again_says_nothing(opened: Page, program: Served) -> None:
    button(opened, "near").click()
    expect(opened.locator("[data-module] [role=alert]")).to_be_visible()
    button(opened, "far").click()
    expect(opened.locator("[data-module] [role=alert]")).to_have_count(0)
    expect(button(opened, "b 1 0,0.5")).to_be_visible()


def test_a_saved_script_reloads_the_page(page: Page, tmp_path: Path) -> None:
    write_files(tmp_path)
    with served(write_program(tmp_path, PROGRAM), tmp_path / "data", "--debug") as program:
        page.goto(program.url)
        expect(button(page, "a 3 0,0.5")).to_be_visible()
        (tmp_path / "map.js").write_text(SCRIPT.replace("`wrong ${", "`still wrong ${"))
        expect(button(page, "still wrong a")).to_be_visible()


def test_in_debug_mode_a_panel_shows_the_error(page: Page, tmp_path: Path) -> None:
    write_files(tmp_path)
    with served(write_program(tmp_path, PROGRAM), tmp_path / "data", "--debug") as program:
        page.goto(program.url)
        button(page, "break").click()
        expect(page.get_by_text("broken.js: ReferenceError").first).to_be_visible()


def test_the_program_of_the_guide(page: Page, tmp_path: Path) -> None:
    [guide] = [path for path in DOCUMENTS if path.name == "client-modules.md"]
    for name, code in beside(guide).items():
        (tmp_path / name).write_text(code)
    (tmp_path / "signature.py").write_text(blocks_of(guide)[0].code)
    with served(tmp_path / "signature.py", tmp_path / "data") as program:
        page.goto(program.url)
        canvas = page.locator("canvas")
        expect(canvas).to_have_css("cursor", "crosshair")
        canvas.drag_to(canvas, source_position={"x": 9, "y": 9}, target_position={"x": 90, "y": 50})
        expect(page.get_by_text(re.compile(r"The picture has [\d,]+ bytes\."))).to_be_visible()
