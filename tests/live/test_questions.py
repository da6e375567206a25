"""What a page asks a person: `page.confirm` and `page.ask`, in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.live.conftest import Visit
from tests.support.api import shows
from tests.support.served import Served

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"

PROGRAM = """
import asyncio

shared = jp.WebPage()

@jp.SetRoute('/')
def home():
    return fill(jp.WebPage())

@jp.SetRoute('/shared')
def everybody():
    return shared if shared.components else fill(shared)

@jp.SetRoute('/early')
async def early():
    wp = jp.WebPage()
    await wp.confirm('Is anybody there?')

def fill(wp):
    out = jp.P(id='out', a=wp)

    def answer(question):
        async def handler(msg):
            try:
                out.text = repr(await question())
            except Exception as error:
                out.text = f'{type(error).__name__}: {error}'
        return handler

    def taken(name):
        if name == 'broken':
            raise ValueError('the check is broken')
        return f'There is a folder “{name}” already.' if name == 'Holidays' else None

    gate = asyncio.Event()

    async def opened():
        gate.set()

    async def slow(name):
        await gate.wait()
        gate.clear()

    async def cancelled():
        asking = asyncio.ensure_future(wp.confirm('Never mind?'))
        wp.data['asking'] = asking
        try:
            await asking
        except asyncio.CancelledError:
            out.text = 'cancelled'

    async def later():
        wp.data['asking'].cancel()

    for name, handler in {
        'leave': answer(lambda: wp.confirm('Leave?', yes='Leave', no='Stay')),
        'remove': answer(
            lambda: wp.confirm('Remove it?', yes='Remove', danger=True, details='3 files')
        ),
        'name': answer(lambda: wp.ask('Name of the folder', 'Holidays', check=taken, yes='Create')),
        'plain name': answer(lambda: wp.ask('Name?', label='Name', placeholder='Trips')),
        'slow': answer(lambda: wp.ask('Slow?', 'x', check=slow)),
        'number': answer(lambda: wp.ask('How many?', kind='number')),
        'cancelled': cancelled,
        'wrong kind': answer(lambda: wp.ask('What?', kind='colour')),
    }.items():
        jp.Button(text=name, click=handler, a=wp)
    jp.Button(text='plain', click=lambda: wp.confirm('Really?'), a=wp)
    jp.Input(id='cancel', keydown=later, a=wp)
    jp.Input(id='open', keydown=lambda: jp.run_task(opened()), a=wp)
    return wp

jp.justpy()
"""


def press(page: Page | Locator, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def outcome(page: Page, text: str) -> None:
    expect(page.locator("#out")).to_have_text(text)


@shows("WebPage.confirm")
def test_a_question_is_answered_with_mouse_and_keyboard(visit: Visit) -> None:
    page = visit()
    press(page, "leave")
    dialog = page.get_by_role("dialog", name="Leave?")
    press(dialog, "Leave")
    outcome(page, "True")
    press(page, "leave")
    press(dialog, "Stay")
    outcome(page, "False")
    press(page, "leave")
    expect(dialog.get_by_role("button", name="Leave")).to_be_focused()
    page.keyboard.press("Enter")
    outcome(page, "True")
    expect(page.get_by_role("button", name="leave", exact=True)).to_be_focused()
    press(page, "leave")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    outcome(page, "False")


def test_enter_does_nothing_dangerous(visit: Visit) -> None:
    page = visit()
    press(page, "remove")
    dialog = page.get_by_role("alertdialog", name="Remove it?", description="3 files")
    expect(dialog.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Enter")
    outcome(page, "False")


@shows("WebPage.ask")
def test_a_text_is_checked_while_the_dialog_is_open(visit: Visit, program: Served) -> None:
    page = visit()
    press(page, "name")
    field = page.get_by_role("textbox", name="Name of the folder")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("There is a folder “Holidays” already.")
    expect(field).to_have_attribute("aria-invalid", "true")
    page.keyboard.type("Trips")  # in place of the selected text
    press(page, "Create")
    outcome(page, "'Trips'")
    expect(page.get_by_role("dialog")).to_have_count(0)
    press(page, "name")
    field.fill("broken")
    page.keyboard.press("Enter")
    outcome(page, "ValueError: the check is broken")
    expect(page.get_by_role("dialog")).to_have_count(0)
    press(page, "name")
    press(page.get_by_role("dialog"), "Cancel")
    outcome(page, "None")


def test_a_text_that_is_not_checked(visit: Visit) -> None:
    page = visit()
    press(page, "plain name")
    page.get_by_label("Name", exact=True).fill("a <b>")
    page.keyboard.press("Enter")
    outcome(page, "'a <b>'")
    press(page, "number")
    page.get_by_role("spinbutton").fill("1.5")
    page.keyboard.press("Enter")
    outcome(page, "'1.5'")


def test_what_is_cancelled_during_the_check_is_not_accepted(visit: Visit) -> None:
    page = visit()
    press(page, "slow")
    expect(page.get_by_role("textbox", name="Slow?")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_have_attribute("aria-busy", "true")
    page.keyboard.press("Escape")
    page.locator("#open").press("a")
    outcome(page, "None")


def test_questions_wait_for_each_other(visit: Visit) -> None:
    page = visit()
    page.evaluate("""() => { for (const button of document.querySelectorAll('button'))
        if (['leave', 'plain name'].includes(button.textContent)) button.click() }""")
    expect(page.get_by_role("dialog")).to_have_count(1)
    press(page.get_by_role("dialog", name="Leave?"), "Stay")
    outcome(page, "False")
    press(page.get_by_role("dialog", name="Name?"), "Cancel")
    outcome(page, "None")


@shows("PageLeft")
def test_only_the_browser_that_acted_is_asked(visit: Visit, chromium: Browser) -> None:
    page = visit("/shared")
    other = visit("/shared", chromium.new_context().new_page())
    press(page, "leave")
    expect(page.get_by_role("dialog")).to_be_visible()
    press(other, "plain name")
    expect(other.get_by_role("dialog", name="Name?")).to_be_visible()
    press(page.get_by_role("dialog"), "Leave")
    outcome(page, "True")
    expect(other.get_by_role("dialog")).to_have_count(1)
    other.context.close()
    outcome(page, "PageLeft: The page was closed before it answered.")


def test_a_handler_that_is_cancelled_takes_its_question_back(visit: Visit) -> None:
    page = visit()
    press(page, "cancelled")
    expect(page.get_by_role("dialog", name="Never mind?")).to_be_visible()
    page.locator("#cancel").dispatch_event("keydown")
    outcome(page, "cancelled")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_mistakes_say_what_to_do(visit: Visit, program: Served) -> None:
    page = visit()
    press(page, "wrong kind")
    expect(page.locator("#out")).to_contain_text("The kind of a field is one of text, password")
    press(page, "plain")
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong")
    assert "page.confirm() waits for a person, which a plain handler cannot" in program.log
    page.goto(f"{program.origin}/early")
    expect(page.locator("body")).to_contain_text("went wrong")
    assert "so confirm() has nobody to ask" in program.log


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_questions_are_accessible(visit: Visit, scheme: Any) -> None:
    page = visit()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(AXE.read_text("utf-8"))
    for name, role in (("remove", "alertdialog"), ("name", "dialog"), ("plain name", "dialog")):
        press(page, name)
        expect(page.get_by_role(role)).to_be_visible()
        if name == "name":
            page.keyboard.press("Enter")
            expect(page.get_by_role("alert")).to_be_visible()
        found = page.evaluate("axe.run('dialog').then(({ violations }) => violations)")
        assert [(each["id"], each["nodes"]) for each in found] == []
        page.keyboard.press("Escape")
        expect(page.get_by_role(role)).to_have_count(0)
