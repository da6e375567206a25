"""What people do in a page survives other changes by the program, however they arrive."""

from __future__ import annotations

import io
import wave
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.cable import Cable, cable
from tests.support.served import Served, served, write_program

PROGRAM = """
import asyncio

wp = jp.WebPage(title='0', head_html='<style>html[lang=xx] #moving { margin-left: 500px }</style>')
out = jp.P(id='out', text='0', a=wp)
box = jp.Div(id='box', a=wp)
jp.P(id='words', text='some words to select', a=box)
jp.B(text='one', a=box)
jp.I(text='two', a=box)
jp.B(text='three', a=box)
jp.Input(id='field', debounce=60_000, a=box)
jp.InputChangeOnly(id='left', a=box)
jp.Input(id='filled', a=box, value='at first')
jp.Textarea(id='area', debounce=60_000, a=box)
jp.Input(id='check', type='checkbox', a=box)
jp.Input(id='files', type='file', a=box)
jp.Select(id='select', a=box).add(*(jp.Option(value=c, text=c) for c in 'abc'))
scroller = jp.Div(id='scroller', classes='h-20 w-40 overflow-auto', a=box)
jp.Div(classes='h-[2000px]', text='long', a=scroller)
jp.Details(id='details', a=box).add(jp.Summary(text='more'), jp.P(text='inside'))
jp.Details(id='closed', open=True, a=box).add(jp.Summary(text='more'), jp.P(text='inside'))
jp.Dialog(id='dialog', a=box).add(jp.P(text='asks'))
jp.Audio(id='audio', src='/sound', loop=True, muted=True, a=box)
jp.Canvas(id='canvas', width=10, height=10, a=box)
jp.Iframe(id='frame', src='about:blank', a=box)
jp.Div(id='moving', classes='w-4 h-4', style='transition: margin 1000s', a=box)
jp.Div(id='raw', inner_html='<details><summary>raw</summary>text</details>', a=box)
jp.Div(classes='h-[3000px]', a=wp)
kept, news = list(box.components), []

def change():
    # An attribute, a text, style rules, moves of siblings, new ones, ones that go, the page itself.
    number = int(out.text) + 1
    out.text = wp.title = str(number)
    box.title = box.first().title = f'changed {number}'
    box.set_classes(f'pl-[{number % 5}px]')
    wp.css = f'#out {{ --number: {number} }}'
    news.insert(0, jp.P(text=f'news {number}'))
    del news[3:]
    first, one, *others = kept
    turned = [first, *others[:2], one, *others[2:]] if number % 2 else kept
    box.components = [*turned, *news]

async def many(self, msg):
    for _ in range(300):
        change()
        await wp.update()

jp.Button(id='change', text='change', click=lambda self, msg: change(), a=wp)
jp.Button(id='many', text='many', click=many, a=wp)

@jp.SetRoute('/sound')
def sound(request):
    return jp.Response(SOUND, media_type='audio/wav')

def overwrite(self, msg):
    for control in kept:
        if control.id in ('field', 'filled', 'left'):
            control.value = ''  # so that it is sent, whatever it was
            control.value = 'by the program'
    change()

jp.Button(id='overwrite', text='overwrite', click=overwrite, a=wp)

jp.justpy(lambda: wp, websockets=WEBSOCKETS)
"""


def silence(seconds: int) -> bytes:
    """A WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * 8000 * seconds)
    return file.getvalue()


@pytest.fixture(scope="module", params=[True, False], ids=["websockets", "streams"])
def program(request: pytest.FixtureRequest, tmp_path_factory: Any) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("program")
    source = PROGRAM.replace("WEBSOCKETS", str(request.param)).replace("SOUND", repr(silence(5)))
    with served(write_program(folder, source), folder / "data") as running:
        yield running


@pytest.fixture
def line(program: Served) -> Iterator[Cable]:
    port = urlsplit(program.url).port
    assert port
    with cable(port) as laid:
        yield laid


@pytest.fixture
def other(program: Served, chromium: Browser) -> Iterator[Page]:
    """The same page in another browser, whose connection stays."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(program.url)
    yield page
    context.close()


@pytest.fixture
def page(program: Served, line: Cable, chromium: Browser) -> Iterator[Page]:
    """The page in a browser at the end of a cable."""
    context = chromium.new_context(proxy={"server": line.proxy})
    page = context.new_page()
    page.goto(program.url)
    number = int(page.locator("#out").inner_text())
    page.click("#change")  # the channel is open when this is answered
    expect(page.locator("#out")).to_have_text(str(number + 1))
    yield page
    context.close()


Arrives = Callable[[str], None]


@pytest.fixture(params=["update", "replay", "resend"])
def arrives(
    request: pytest.FixtureRequest, line: Cable, page: Page, other: Page
) -> Callable[[str], None]:
    """Clicks a button in the other browser, and lets this one learn of it in one of three ways."""

    def arrive(button: str) -> None:
        if request.param != "update":
            line.cut()
            expect(page.locator(".satchel-offline")).to_be_visible()
        before = int(other.locator("#out").inner_text())
        if request.param == "resend":
            other.click("#many")
            expect(other.locator("#out")).to_have_text(str(before := before + 300))
        other.click(button)
        expect(other.locator("#out")).to_have_text(str(before + 1))
        line.mend()
        expect(page.locator("#out")).to_have_text(str(before + 1))

    return arrive


DO = """async () => {
  window.kept = new Map([...document.querySelectorAll('#box [id]')].map((e) => [e.id, e]));
  const get = (id) => window.kept.get(id);
  get('details').open = true;
  get('closed').open = false;
  get('raw').firstChild.open = true;
  get('dialog').showModal();
  get('dialog').close();
  get('scroller').scrollTop = 321;
  window.scrollTo(0, 50);
  get('canvas').getContext('2d').fillRect(0, 0, 10, 10);
  get('frame').contentWindow.mark = 'mine';
  window.stops = 0;
  const stopped = () => window.stops++;
  for (const type of ['pause', 'emptied']) get('audio').addEventListener(type, stopped);
  await get('audio').play();
  document.documentElement.lang = 'xx';
  await new Promise(requestAnimationFrame);
  [window.moving] = get('moving').getAnimations();
  await window.moving.ready;
  window.began = window.moving.startTime;
}"""
STATE = """() => {
  const get = (id) => document.getElementById(id);
  return {
    same: [...window.kept].filter(([id, element]) => get(id) !== element).map(([id]) => id),
    values: ['field', 'left', 'filled', 'area', 'select'].map((id) => get(id).value),
    caret: [document.activeElement.id, get('area').selectionStart, get('area').selectionEnd],
    checked: get('check').checked,
    files: [...get('files').files].map((file) => file.name),
    open: [get('details'), get('closed'), get('raw').firstChild].map((each) => each.open),
    scroll: [get('scroller').scrollTop, window.scrollY],
    pixel: [...get('canvas').getContext('2d').getImageData(5, 5, 1, 1).data],
    frame: get('frame').contentWindow.mark,
    sound: [get('audio').paused, window.stops],
    moving: get('moving').getAnimations()[0] === window.moving,
    began: window.moving.startTime === window.began,
  };
}"""


def test_what_the_user_does_survives(page: Page, arrives: Arrives, tmp_path: Path) -> None:
    chosen = tmp_path / "chosen.txt"
    chosen.write_text("chosen")
    page.set_input_files("#files", chosen)
    page.check("#check")
    page.select_option("#select", "b")
    page.fill("#filled", "sent at once")
    page.locator("#field").press_sequentially("not sent")
    page.locator("#area").press_sequentially("half typed")
    page.evaluate(DO)
    page.evaluate("document.getElementById('area').setSelectionRange(2, 7)")
    before = page.evaluate(STATE)
    assert before["caret"] == ["area", 2, 7]
    assert before["open"] == [True, False, True]
    assert before["sound"] == [False, 0]
    arrives("#change")
    assert page.evaluate(STATE) == before


def test_a_modal_dialog_stays(page: Page, arrives: Arrives) -> None:
    page.evaluate("document.getElementById('dialog').showModal()")
    arrives("#change")
    assert page.locator("#dialog").evaluate("dialog => dialog.matches(':modal')")


def test_selected_text_stays_selected(page: Page, arrives: Arrives) -> None:
    page.evaluate("getSelection().selectAllChildren(document.getElementById('words'))")
    arrives("#change")
    assert page.evaluate("String(getSelection())") == "some words to select"


def test_text_that_is_being_composed_is_not_replaced(page: Page, arrives: Arrives) -> None:
    page.fill("#left", "")
    session = page.context.new_cdp_session(page)
    session.send(
        "Input.imeSetComposition", {"text": "にほ", "selectionStart": 2, "selectionEnd": 2}
    )
    page.locator("#left").evaluate("left => left.dispatchEvent(new Event('focusout'))")
    arrives("#overwrite")
    expect(page.locator("#filled")).to_have_value("by the program")
    expect(page.locator("#left")).to_have_value("にほ")
    session.send("Input.insertText", {"text": "日本"})
    expect(page.locator("#left")).to_have_value("日本")


def test_text_typed_without_a_connection_arrives(line: Cable, page: Page, other: Page) -> None:
    line.cut()
    expect(page.locator(".satchel-offline")).to_be_visible()
    other.click("#many")
    other.click("#overwrite")
    expect(other.locator("#left")).to_have_value("by the program")
    page.fill("#left", "typed meanwhile")
    page.locator("#left").blur()
    line.mend()
    expect(page.locator(".satchel-offline")).to_have_count(0)
    expect(other.locator("#left")).to_have_value("typed meanwhile")
    expect(page.locator("#left")).to_have_value("typed meanwhile")
