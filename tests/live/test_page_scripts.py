"""Scripts of a program that run in its pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.served import Served

PROGRAM = """
import asyncio

@jp.SetRoute('/early')
async def early():
    wp = jp.WebPage()
    await wp.run_javascript("document.getElementById('out').textContent = 'ran'")
    await wp.run_javascript('6 * 7', request_id='answer')
    await wp.run_javascript('1', request_id='unwanted', send=False)
    await wp.run_javascript('2', request_id='wanted')
    jp.P(id='out', text='did not run', a=wp)
    def ready(self, msg):
        jp.Li(text=f'{msg.request_id} {msg.result}', a=wp)
    wp.on('result_ready', ready)
    return wp

@jp.SetRoute('/scripts')
async def scripts():
    def ready(self, msg):
        jp.Li(text=f'{msg.request_id}: {msg.result} {msg.error}', a=wp)
    wp = jp.WebPage(result_ready=ready)
    for number, script in enumerate((
        "throw new Error('mine')", "Promise.reject('refused')", 'this is nothing',
        'const a = {}; a.a = a; return a', '10n', 'undefined', 'await Promise.resolve([1])',
    )):
        await wp.run_javascript(script, request_id=number)
    return wp

@jp.SetRoute('/value')
def value():
    wp = jp.WebPage()
    out = jp.P(id='out', a=wp)
    async def say(script, **options):
        try:
            out.text = repr(await wp.run_javascript(script, **options))
        except Exception as error:
            out.text = f'{type(error).__name__}: {error}'
    async def many():
        values = await asyncio.gather(*[wp.run_javascript(f'{n} * 2') for n in range(100)])
        out.text = repr(sum(values))
    async def both():
        out.text = 'first'
        out.text = repr(await wp.run_javascript("document.getElementById('out').textContent"))
    for script in ('[1, {a: null}]', 'undefined', 'throw new Error("mine")', 'not script', '10n',
                   'let a = 1; a + 1'):
        jp.Button(text=script, click=lambda msg, script=script: say(script), a=wp)
    jp.Button(text='late', click=lambda msg: say('await new Promise(() => {})', timeout=0.2), a=wp)
    jp.Button(text='unsent', click=lambda msg: say('new Promise(() => {})', send=False), a=wp)
    jp.Button(text='many', click=many, a=wp)
    jp.Button(text='both', click=both, a=wp)
    return wp

@jp.SetRoute('/hello')
def hello():
    return jp.WebPage().add(jp.P(id='out', text='hello'))

@jp.SetRoute('/opening')
def opening():
    return jp.WebPage(open='/hello')

jp.justpy()
"""


def visit(page: Page, program: Served, path: str) -> Page:
    page.goto(f"{program.origin}{path}?token={program.token}")
    return page


@shows(
    "WebPage.run_javascript",
    "WebPage.run_javascript(send)",
    "result_ready",
    "msg.request_id",
    "msg.result",
)
def test_scripts_before_there_is_a_browser_run_when_it_comes(program: Served, page: Page) -> None:
    visit(page, program, "/early")
    expect(page.locator("#out")).to_have_text("ran")
    expect(page.locator("li")).to_have_count(3)
    assert sorted(page.locator("li").all_inner_texts()) == ["None ran", "answer 42", "wanted 2"]


def test_a_tab_is_opened_from_the_start(program: Served, page: Page) -> None:
    with page.context.expect_page() as opened:
        visit(page, program, "/opening")
    expect(opened.value.locator("#out")).to_have_text("hello")


@shows("msg.error")
def test_scripts_that_fail_say_so(program: Served, page: Page) -> None:
    visit(page, program, "/scripts")
    expect(page.locator("li")).to_have_count(7)
    told = sorted(page.locator("li").all_inner_texts())
    assert told[0] == "0: None Error: mine"
    assert told[1] == "1: None refused"
    assert told[2].startswith("2: None SyntaxError: Unexpected identifier")
    assert told[3].startswith("3: None TypeError: the value of the script cannot be sent")
    assert told[4].startswith("4: None TypeError")
    assert told[5:] == ["5: None None", "6: [1] None"]


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("[1, {a: null}]", "[1, {'a': None}]"),
        ("undefined", "None"),
        ("let a = 1; a + 1", "2"),
        ('throw new Error("mine")', "ScriptError: Error: mine"),
        ("not script", "ScriptError: SyntaxError: Unexpected identifier 'script'"),
        ("10n", "ScriptError: TypeError: the value of the script cannot be sent as JSON"),
        ("late", "TimeoutError: The script did not end in 0.2 seconds."),
        ("unsent", "None"),
        ("many", "9900"),
        ("both", "'first'"),
    ],
)
@shows("WebPage.run_javascript(timeout)", "ScriptError")
def test_the_value_of_a_script(program: Served, page: Page, script: str, value: str) -> None:
    visit(page, program, "/value")
    page.get_by_role("button", name=script, exact=True).click()
    expect(page.locator("#out")).to_contain_text(value)
