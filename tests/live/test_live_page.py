"""Live pages: events reach handlers, changes reach browsers, over both transports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.served import Served, served, write_program

PROGRAM = """
import asyncio, itertools, json, threading

def button(wp, name, click, **attributes):
    return jp.Button(id=name, text=name, a=wp, click=click, **attributes)

@jp.SetRoute('/events')
def events(request):
    wp = jp.WebPage(session=request.session_id)
    out = jp.P(id='out', a=wp)
    def tell(self, msg):
        facts = {name: msg[name] for name in ('event_type', 'msg_type', 'html_tag', 'class_name',
                 'id', 'page_id', 'missing')}
        keys = msg.key_data and [msg.key_data.key, msg.key_data.shiftKey]
        same = [msg.target is self, msg.page is wp, msg.session_id == wp.session]
        out.text = json.dumps({**facts, 'value': msg.value, 'keys': keys, 'same': same})
    button(wp, 'tell', tell)
    jp.Input(id='keys', keydown=tell, a=wp)
    return wp

@jp.SetRoute('/order')
def order():
    wp = jp.WebPage()
    out = jp.P(id='out', a=wp)
    def add(text):
        def handler(self, msg):
            out.text += text
        return handler
    button(wp, 'all', add('h'), before=add('b'), after=add('a'))
    clicks = itertools.count(1)
    def quiet(self, msg):
        out.text = f'{next(clicks)} clicks'
        return True if out.text == '1 clicks' else None
    button(wp, 'quiet', quiet)
    return wp

gates = threading.Event(), asyncio.Event()

@jp.SetRoute('/wait')
def wait():
    wp = jp.WebPage()
    out = jp.P(id='out', a=wp)
    def block(self, msg):
        gates[0].wait(30)
        out.text = 'unblocked'
    async def pause(self, msg):
        await gates[1].wait()
        out.text = 'resumed'
    async def resume(self, msg):
        gates[1].set()
    button(wp, 'block', block)
    button(wp, 'pause', pause)
    button(wp, 'resume', resume)
    button(wp, 'unblock', lambda self, msg: gates[0].set())
    return wp

@jp.SetRoute('/wrong')
def wrong():
    wp = jp.WebPage()
    out = jp.P(id='out', a=wp)
    def fail(self, msg):
        out.text = 'changed before'
        raise KeyError('secret detail')
    button(wp, 'fail', fail)
    async def work(self, msg):
        out.text = 'still works'
    button(wp, 'work', work)
    return wp

shared = jp.WebPage(title='Shared')
count = jp.P(id='out', text='0', a=shared)
both = jp.Input(id='both', a=shared)
def increase(self, msg):
    count.text = str(int(count.text) + 1)
button(shared, 'increase', increase)
jp.Route('/shared', lambda: shared)

@jp.SetRoute('/page')
def page(request):
    wp = jp.WebPage(title='First', display_url='/page/shown')
    def change(self, msg):
        wp.title, wp.display_url, wp.body_classes = 'Second', '/page/changed', 'bg-red-500'
        wp.css, wp.dark = '#out { color: rgb(1, 2, 3) }', True
        out.set_classes('pl-[37px]')
    def go(self, msg):
        wp.redirect = '/events'
    out = jp.P(id='out', text='text', a=wp)
    button(wp, 'change', change)
    button(wp, 'go', go)
    return wp

@jp.SetRoute('/steps/{number}')
def steps(request):
    number = int(request.path_params['number'])
    wp = jp.WebPage()
    out = jp.P(id='out', text=f'step {number}', a=wp)
    jp.A(id='link', href='#out', text='up', a=wp)
    def further(self, msg):
        out.text, wp.display_url = f'step {number + 1}', f'/steps/{number + 1}'
    button(wp, 'further', further)
    return wp

LAST = "var a = ';'; for (let i = 0; i < 2; i++) { a += i; }; (a)\\n"
DECLARED = "f(); /* ; */ function f() {}"

@jp.SetRoute('/scripts')
def scripts():
    wp = jp.WebPage()
    out = jp.P(id='out', a=wp)
    async def run(self, msg):
        out.text = 'from Python'
        await wp.run_javascript("document.getElementById('out').textContent", request_id='text')
        await wp.run_javascript('const a = await 20; return {sum: a + 1}', request_id='sum')
        await wp.run_javascript(LAST, request_id='last')
        await wp.run_javascript(DECLARED, request_id='declared')
        await wp.run_javascript("throw new Error('oh no')", request_id='failed')
    def ready(self, msg):
        jp.Li(text=f'{msg.request_id}: {json.dumps(msg.result)} {msg.error or ""}', a=wp)
    wp.on('result_ready', ready)
    def loaded(self, msg):
        jp.Li(text=f'ready, {msg.visibility}', a=wp)
    wp.on('page_ready', loaded)
    button(wp, 'run', run)
    return wp

jp.justpy(websockets=WEBSOCKETS)
"""


@pytest.fixture(scope="module", params=[True, False], ids=["websockets", "streams"])
def program(request: pytest.FixtureRequest, tmp_path_factory: Any) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("program")
    source = PROGRAM.replace("WEBSOCKETS", str(request.param))
    with served(write_program(folder, source), folder / "data") as running:
        yield running


def visit(page: Page, program: Served, path: str) -> Page:
    """Show a page of the program; `seen` collects every text of #out from then on."""
    page.goto(f"{program.origin}{path}?token={program.token}")
    page.evaluate(
        """() => { window.seen = [];
        const out = document.getElementById('out');
        const note = () => window.seen.push(out.textContent);
        const whole = { childList: true, characterData: true, subtree: true };
        if (out) new MutationObserver(note).observe(out, whole); }"""
    )
    return page


def facts(page: Page, **known: Any) -> dict[str, Any]:
    """The fields that the handler of /events got, once they include these."""
    for name, value in known.items():
        expect(page.locator("#out")).to_contain_text(f'"{name}": "{value}"')
    told: dict[str, Any] = json.loads(page.locator("#out").inner_text())
    return told


def test_fields_of_an_event(program: Served, page: Page) -> None:
    visit(page, program, "/events").click("#tell")
    told = facts(page, event_type="click", msg_type="event", html_tag="button")
    assert (told["class_name"], told["id"], told["missing"]) == ("Button", "tell", None)
    assert told["same"] == [True] * 3
    page.locator("#keys").press("Shift+Q")
    told = facts(page, event_type="keydown", html_tag="input")
    assert told["keys"] in (["Shift", True], ["Q", True])


def test_before_and_after_a_handler(program: Served, page: Page) -> None:
    visit(page, program, "/order").click("#all")
    expect(page.locator("#out")).to_have_text("bha")
    assert page.evaluate("seen") == ["bh", "bha"]


def test_a_handler_that_returns_something_sends_nothing(program: Served, page: Page) -> None:
    visit(page, program, "/order").click("#quiet")
    page.click("#quiet")
    expect(page.locator("#out")).to_have_text("2 clicks")
    assert page.evaluate("seen") == ["2 clicks"]


def test_a_waiting_handler_does_not_block_others(program: Served, page: Page) -> None:
    visit(page, program, "/wait").click("#block")
    page.click("#pause")
    page.click("#resume")
    expect(page.locator("#out")).to_have_text("resumed")
    other = visit(page.context.new_page(), program, "/wait")
    other.click("#unblock")
    expect(page.locator("#out")).to_have_text("unblocked")


def test_a_handler_that_fails(program: Served, page: Page) -> None:
    visit(page, program, "/wrong").click("#fail")
    toast = page.locator(".satchel-notice")
    expect(toast).to_contain_text("Something went wrong")
    reference = re.search(r"reference ([0-9a-f]{6})", toast.inner_text())
    assert reference
    expect(page.locator("#out")).to_have_text("changed before")
    assert f"reference {reference[1]}" in program.log
    assert "KeyError: 'secret detail'" in program.log
    assert "secret detail" not in page.content()
    page.click("#work")
    expect(page.locator("#out")).to_have_text("still works")


def test_one_page_in_two_browsers(program: Served, page: Page, chromium: Browser) -> None:
    visit(page, program, "/shared")
    other = visit(chromium.new_context().new_page(), program, "/shared")
    before = int(page.locator("#out").inner_text())
    page.click("#increase")
    other.click("#increase")
    for each in (page, other):
        expect(each.locator("#out")).to_have_text(str(before + 2))
    page.locator("#both").press_sequentially("typed")
    expect(other.locator("#both")).to_have_value("typed")
    other.locator("#both").fill("by the other")
    expect(page.locator("#both")).to_have_value("by the other")
    other.context.close()
    page.click("#increase")
    expect(page.locator("#out")).to_have_text(str(before + 3))


def test_attributes_of_the_page(program: Served, page: Page) -> None:
    visit(page, program, "/page")
    expect(page).to_have_title("First")
    expect(page).to_have_url(f"{program.origin}/page/shown")
    page.click("#change")
    expect(page).to_have_title("Second")
    expect(page).to_have_url(f"{program.origin}/page/changed")
    expect(page.locator("html")).to_have_class("dark")
    expect(page.locator("#out")).to_have_css("color", "rgb(1, 2, 3)")
    expect(page.locator("#out")).to_have_css("padding-left", "37px")
    expect(page.locator("#components")).to_have_css("background-color", re.compile("oklch"))
    page.click("#go")
    expect(page).to_have_url(f"{program.origin}/events")


def test_back_and_forward_between_shown_addresses(program: Served, page: Page) -> None:
    visit(page, program, "/steps/1").click("#further")
    expect(page).to_have_url(f"{program.origin}/steps/2")
    page.evaluate("window.kept = true")
    page.click("#link")
    page.go_back()
    assert page.evaluate("window.kept")  # only the place in the page is another
    expect(page.locator("#out")).to_have_text("step 2")
    page.go_back()
    expect(page.locator("#out")).to_have_text("step 1")
    page.wait_for_load_state()  # the script has run
    page.go_forward()
    expect(page.locator("#out")).to_have_text("step 2")


def test_scripts_run_in_the_page_and_answer(program: Served, page: Page) -> None:
    visit(page, program, "/scripts")
    items = page.locator("li")
    expect(items).to_have_text(["ready, visible"])
    page.click("#run")
    expect(items.filter(has_text='text: "from Python"')).to_have_count(1)
    expect(items.filter(has_text='sum: {"sum": 21}')).to_have_count(1)
    expect(items.filter(has_text='last: ";01"')).to_have_count(1)
    expect(items.filter(has_text=re.compile(r"^declared: null\s*$"))).to_have_count(1)
    expect(items.filter(has_text="failed: null Error: oh no")).to_have_count(1)
