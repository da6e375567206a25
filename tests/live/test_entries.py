"""Values that people enter reach the program, and nothing disturbs their typing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.served import Served, served, write_program

PROGRAM = """
import asyncio

waiting = []

def page_with(*components):
    wp = jp.WebPage()
    wp.out = jp.P(id='out')
    return wp.add(wp.out, *components)

def tell(self, msg):
    same = msg.value == self.value and msg.checked == getattr(self, 'checked', None)
    msg.page.out.text = f'{msg.event_type} {self.value!r} {msg.checked} {same}'

@jp.SetRoute('/kinds')
def kinds():
    choices = [jp.Option(value=c, text=c.upper()) for c in 'abc']
    return page_with(
        jp.Input(id='text', input=tell),
        jp.Input(id='number', type='number', input=tell),
        jp.Input(id='late', debounce=60_000, change=tell),
        jp.InputChangeOnly(id='left', change=tell),
        jp.Input(id='box', type='checkbox', change=tell),
        jp.Textarea(id='area', input=tell),
        jp.Select(id='one', change=tell, value='b').add(*choices),
        jp.Select(id='many', multiple=True, change=tell).add(*choices),
    )

@jp.SetRoute('/held')
def held():
    # Its value is sent after a minute, or before anything else.
    field = jp.Input(id='field', debounce=60_000)
    def show(self, msg):
        msg.page.out.text = f'has {field.value}'
    def clear(self, msg):
        field.value = ''
    return page_with(
        field,
        jp.Button(id='show', text='show', click=show),
        jp.Button(id='clear', text='clear', click=clear),
    )

@jp.SetRoute('/busy')
def busy():
    field = jp.Input(id='field')
    left = jp.InputChangeOnly(id='left')
    wp = page_with(field, left)
    news = jp.P(id='news', a=wp)
    async def push():
        for number in range(100_000):
            news.text = str(number)
            field.title = left.title = f'pushed {number}'
            wp.components.reverse()
            await wp.update()
            await asyncio.sleep(0.01)
    def start(self, msg):
        jp.run_task(push())
    def overwrite(self, msg):
        left.value = field.value = 'by the program'
    jp.Button(id='start', text='start', click=start, a=wp)
    wp.on('keydown', lambda msg: overwrite(wp, msg) if msg.key_data.key == 'Escape' else None)
    return wp

@jp.SetRoute('/form')
def form():
    wp = page_with()
    def sent(self, msg):
        items = [(item.type, item.name, item.value, item.checked) for item in msg.form_data]
        wp.out.text = repr(items)
    form = jp.Form(id='form', submit=sent, a=wp)
    jp.Input(name='who', a=form)
    jp.Input(name='yes', type='checkbox', a=form)
    jp.Textarea(name='long', a=form)
    jp.Input(type='submit', value='Send', a=form)
    silent = jp.Form(id='silent', a=wp)
    jp.Input(id='alone', a=silent)
    def stop(self, msg):
        form.remove_event('submit')
        wp.out.text = 'stopped'
    jp.Button(id='stop', text='stop', click=stop, a=wp)
    return wp

@jp.SetRoute('/slow')
def slow():
    wp = page_with()
    goes_on = asyncio.Event()
    async def sent(self, msg):
        wp.out.text += f'{field.value}, '
        await wp.update()
        await goes_on.wait()
    form = jp.Form(submit=sent, a=wp)
    field = jp.Input(id='field', a=form)
    wp.go_on = goes_on.set
    waiting.append(wp)
    return wp

@jp.SetRoute('/go_on')
def go_on():
    while waiting:
        waiting.pop().go_on()
    return jp.WebPage()

@jp.SetRoute('/long')
def long():
    def length(self, msg):
        msg.page.out.text = f'{len(area.value)} characters'
    area = jp.Textarea(id='area')
    return page_with(area, jp.Button(id='length', text='length', click=length))

jp.justpy(websockets=WEBSOCKETS)
"""


@pytest.fixture(scope="module", params=[True, False], ids=["websockets", "streams"])
def program(request: pytest.FixtureRequest, tmp_path_factory: Any) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("program")
    source = PROGRAM.replace("WEBSOCKETS", str(request.param))
    with served(write_program(folder, source), folder / "data") as running:
        yield running


def visit(page: Page, program: Served, path: str) -> Page:
    page.goto(f"{program.origin}{path}?token={program.token}")
    return page


@shows(
    "input",
    "change",
    "msg.value",
    "msg.checked",
    "Input.value",
    "Input.checked",
    "Input(type=number)",
    "Input(type=checkbox)",
    "InputChangeOnly",
    "Select.value",
    "Textarea.value",
    "Select(multiple)",
    "Input(type=text)",
)
def test_values_have_the_type_of_their_control(program: Served, page: Page) -> None:
    visit(page, program, "/kinds")
    out = page.locator("#out")
    page.locator("#text").press_sequentially("a <b>")
    expect(out).to_have_text("input 'a <b>' False True")
    page.fill("#number", "12")
    expect(out).to_have_text("input 12 False True")
    page.fill("#number", "")
    expect(out).to_have_text("input None False True")
    page.fill("#late", "left")
    page.locator("#late").blur()
    expect(out).to_have_text("change 'left' False True")
    page.fill("#left", "changed")
    page.locator("#left").blur()
    expect(out).to_have_text("change 'changed' False True")
    page.check("#box")
    expect(out).to_have_text("change '' True True")
    page.fill("#area", "two\nlines")
    expect(out).to_have_text(r"input 'two\nlines' None True")
    expect(page.locator("#one")).to_have_value("b")
    page.select_option("#one", "c")
    expect(out).to_have_text("change 'c' None True")
    page.select_option("#many", ["a", "c"])
    expect(out).to_have_text("change ['a', 'c'] None True")
    page.select_option("#many", [])
    expect(out).to_have_text("change [] None True")


@shows("Input.debounce")
def test_typed_text_arrives_before_the_click(program: Served, page: Page) -> None:
    visit(page, program, "/held").fill("#field", "all of it")
    page.click("#show")
    expect(page.locator("#out")).to_have_text("has all of it")
    page.fill("#field", "more")
    page.click("#clear")
    expect(page.locator("#field")).to_have_value("")


@shows(
    "typing",
)
def test_typing_is_not_disturbed_by_updates(program: Served, page: Page) -> None:
    visit(page, program, "/busy").click("#start")
    expect(page.locator("#field")).to_have_attribute("title", re.compile(r"pushed \d\d"))
    text = "The quick brown fox jumps over the lazy dog"
    page.locator("#field").press_sequentially(text, delay=5)
    expect(page.locator("#field")).to_have_value(text)
    expect(page.locator("#field")).to_be_focused()
    page.locator("#left").press_sequentially("not sent yet")
    page.keyboard.press("Escape")  # the program overwrites both fields
    expect(page.locator("#field")).to_have_value("by the program")
    expect(page.locator("#left")).to_have_value("not sent yet")


@shows(
    "Form(submit)",
    "submit",
    "msg.form_data",
    "justpy(websockets)",
)
def test_a_form(program: Served, page: Page) -> None:
    visit(page, program, "/form").fill("[name=who]", "me")
    page.check("[name=yes]")
    page.fill("[name=long]", "text")
    page.click("[type=submit]")
    values = (
        "('text', 'who', 'me', False), ('checkbox', 'yes', '', True), "
        "('textarea', 'long', 'text', None), ('submit', None, 'Send', False)"
    )
    expect(page.locator("#out")).to_have_text(f"[{values}]")


@shows(
    "a form without a handler",
)
def test_a_form_is_sent_again_before_its_answer_if_something_was_changed(
    program: Served, page: Page
) -> None:
    visit(page, program, "/slow")
    out = page.locator("#out")
    page.fill("#field", "a")
    page.keyboard.press("Enter")
    expect(out).to_have_text("a,")
    page.keyboard.press("Enter")  # as a double click
    page.keyboard.type("b")
    page.keyboard.press("Enter")
    page.request.get(f"{program.origin}/go_on?token={program.token}")
    expect(out).to_have_text("a, ab,")


def test_a_form_without_handler_does_nothing(program: Served, page: Page) -> None:
    visit(page, program, "/form").locator("#alone").press("Enter")
    page.click("#stop")
    expect(page.locator("#out")).to_have_text("stopped")
    page.click("[type=submit]")
    page.click("#stop")
    expect(page).to_have_url(f"{program.origin}/form")
    assert "no handler" not in program.log


def test_a_text_of_more_than_a_mebibyte(program: Served, page: Page) -> None:
    visit(page, program, "/long").fill("#area", "x" * 1_500_000)
    page.click("#length")
    expect(page.locator("#out")).to_have_text("1500000 characters")
    page.fill("#area", "é" * 30_000)
    page.click("#length")
    expect(page.locator("#out")).to_have_text("30000 characters")
