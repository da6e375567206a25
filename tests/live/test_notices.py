"""Notices: what `page.notify` shows, in a real browser."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.live.conftest import Visit
from tests.support.api import shows
from tests.support.served import Served

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"

pytestmark = pytest.mark.browser

PROGRAM = """
import asyncio
import contextvars

shared = jp.WebPage()
pages = []

@jp.SetRoute('/')
def home():
    wp = jp.WebPage()
    pages.append(wp)
    fill(wp)
    return wp

@jp.SetRoute('/shared')
def everybody():
    if not shared.components:
        fill(shared)
    return shared

@jp.SetRoute('/welcome')
def welcome():
    wp = jp.WebPage()
    wp.notify('Welcome back.')
    dialog = jp.Dialog(id='modal', a=wp)
    jp.Button(text='Inside', click=lambda: wp.notify('From inside.', 'bad'), a=dialog)
    return wp

def fill(wp):
    out = jp.P(id='out', a=wp)

    def tell(text):
        def handler():
            out.text = text
        return handler

    def failing(msg):
        raise ValueError('not like this')

    async def work():
        notice = wp.notify('Shrinking', progress=0, action=('Cancel', cancel))
        wp.data['notice'] = notice
        notice.update(progress=0.25)

    async def cancel(msg):
        msg.target.update('Cancelled: 10 of 40 done.', kind='warning', progress=None)
        out.text = f'cancelled {msg.page is wp} {msg.event_type}'

    async def everyone():
        async def from_nobody():
            wp.notify('For all of you.')
        contextvars.Context().run(asyncio.ensure_future, from_nobody())

    def many():
        for number in range(20):
            wp.notify(f'Number {number}', seconds=0)

    def fast():
        notice = wp.notify('Counting', progress=0)
        for number in range(5000):
            notice.update(f'Counted to {number}', progress=number / 5000)
        notice.update('Counted', kind='good', progress=None)

    for name, handler in {
        'plain': lambda: wp.notify('Saved <b>it</b>.'),
        'good': lambda: wp.notify('Done', 'good'),
        'bad': lambda: wp.notify('It failed.', 'bad'),
        'brief': lambda: wp.notify('Gone soon', seconds=0.5),
        'remove': lambda: wp.notify('Removed', action=('Undo', tell('undone'))),
        'wrong': lambda: wp.notify('Removed', action=('Undo', failing)),
        'work': work,
        'close': lambda: wp.data['notice'].close(),
        'everyone': everyone, 'many': many, 'fast': fast,
        'misuse': lambda: wp.notify('x', 'terrible'),
    }.items():
        jp.Button(text=name, click=handler, a=wp)

jp.justpy()
"""


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def notices(page: Page) -> Locator:
    return page.locator(".satchel-notice")


@shows("WebPage.notify")
def test_a_notice_is_said_politely_and_a_bad_one_at_once(visit: Visit) -> None:
    page = visit()
    assert not page.evaluate(
        "performance.getEntriesByType('resource').some(({name}) => name.includes('notices'))"
    )
    press(page, "plain")
    expect(page.get_by_role("status")).to_have_text("Saved <b>it</b>.")
    press(page, "bad")
    expect(page.get_by_role("alert")).to_have_text("It failed.")
    expect(notices(page).last).to_contain_text("It failed.")  # the newest is nearest to the corner


def test_a_notice_closes_by_itself_but_not_while_somebody_reads_it(visit: Visit) -> None:
    page = visit()
    page.clock.install()
    press(page, "good")
    press(page, "bad")
    expect(notices(page)).to_have_count(2)
    notices(page).first.hover()
    page.clock.run_for(60_000)
    expect(notices(page)).to_have_count(2)
    page.mouse.move(0, 0)
    page.clock.run_for(60_000)
    expect(notices(page)).to_have_text(["It failed."])


def test_a_notice_is_used_with_the_keyboard(visit: Visit) -> None:
    page = visit()
    press(page, "remove")
    expect(notices(page)).to_have_count(1)
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#out")).to_have_text("undone")
    expect(notices(page)).to_have_count(0)
    button = page.get_by_role("button", name="bad", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Close message").focus()
    page.keyboard.press("Escape")
    expect(notices(page)).to_have_count(0)
    expect(button).to_be_focused()


def test_an_action_that_fails_is_reported_like_any_handler(visit: Visit, program: Served) -> None:
    page = visit()
    press(page, "wrong")
    press(page, "Undo")
    expect(notices(page).last).to_have_text(re.compile("Something went wrong. See the log"))
    assert "ValueError: not like this" in program.log


@shows("Notice", "Notice.update", "Notice.close")
def test_progress_stays_until_it_ends(visit: Visit) -> None:
    page = visit()
    press(page, "work")
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "0.25")
    press(page, "Cancel")
    expect(notices(page)).to_contain_text("Cancelled: 10 of 40 done.")
    expect(page.locator("#out")).to_have_text("cancelled True click")
    expect(page.get_by_role("progressbar")).to_have_count(0)
    press(page, "work")
    press(page, "close")
    expect(notices(page)).to_have_count(1)


def test_many_changes_arrive_as_the_last_one(visit: Visit) -> None:
    page = visit()
    press(page, "fast")
    expect(notices(page)).to_have_text("Counted")


def test_only_the_browser_that_acted_is_told(
    visit: Visit, context: BrowserContext, chromium: Browser
) -> None:
    page = visit("/shared")
    other = visit("/shared", context.new_page())
    stranger = visit("/shared", chromium.new_context().new_page())
    press(page, "remove")
    expect(notices(page)).to_have_count(1)
    press(page, "everyone")
    for each in (other, stranger):
        expect(notices(each)).to_have_text(["For all of you."])
    expect(notices(page)).to_have_count(2)
    stranger.context.close()


def test_an_action_of_another_session_is_refused(
    visit: Visit, chromium: Browser, program: Served
) -> None:
    page = visit("/shared")
    press(page, "remove")
    expect(notices(page)).to_have_count(1)
    stranger = visit("/shared", chromium.new_context().new_page())
    stranger.evaluate("""() => {
        const socket = new WebSocket(`ws://${location.host}/_satchel/socket?seq=0&page=${
            JSON.parse(document.getElementById('satchel-page').textContent).page}`)
        socket.onopen = () => {
            for (let notice = 0; notice < 50; notice++)
                socket.send(JSON.stringify({ t: 'event', n: notice, notice, e: 'click', data: {} }))
        }
        return new Promise((resolve) => {
            socket.onmessage = ({ data }) => JSON.parse(data).ack === 49 && resolve()
        })
    }""")
    expect(stranger.locator("#out")).to_have_text("")
    press(page, "Undo")
    expect(page.locator("#out")).to_have_text("undone")
    stranger.context.close()


def test_a_page_function_may_greet_and_a_reload_forgets(visit: Visit) -> None:
    page = visit("/welcome")
    expect(notices(page)).to_have_text(["Welcome back."])
    visit("/shared")
    press(page, "bad")
    expect(notices(page)).to_have_count(1)
    page.reload()
    expect(page.locator("#out")).to_be_attached()
    press(page, "good")
    expect(notices(page)).to_have_text(["Done"])


def test_too_many_notices_make_room_for_the_newest(visit: Visit) -> None:
    page = visit()
    press(page, "many")
    expect(notices(page).last).to_contain_text("Number 19")
    expect(notices(page)).to_have_count(5)
    press(page, "misuse")
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong")


def test_notices_can_be_used_while_a_modal_dialog_is_open(visit: Visit) -> None:
    page = visit("/welcome")
    page.evaluate("document.getElementById('modal').showModal()")
    press(page, "Inside")
    expect(notices(page)).to_have_count(2)
    page.get_by_role("button", name="Close message").last.focus()
    page.keyboard.press("Escape")
    expect(notices(page)).to_have_count(1)
    expect(page.locator("#modal")).to_be_visible()
    page.get_by_role("button", name="Close message").click()
    expect(notices(page)).to_have_count(0)
    press(page, "Inside")
    page.evaluate("document.getElementById('modal').close()")
    page.get_by_role("button", name="Close message").click()
    expect(notices(page)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_notices_are_accessible(visit: Visit, scheme: Any) -> None:
    page = visit()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for name in ("plain", "good", "bad", "remove", "work"):
        press(page, name)
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run('.satchel-notices').then(({ violations }) => violations)")
    assert [(each["id"], each["nodes"]) for each in found] == []


def test_a_notice_moves_nothing_and_hides_no_dialog(visit: Visit) -> None:
    page = visit("/welcome")
    place = "document.scrollingElement.scrollHeight + document.scrollingElement.scrollWidth * 1e6"
    expect(notices(page)).to_have_count(1)
    before = page.evaluate(place)
    page.get_by_role("button", name="Close message").click()
    expect(notices(page)).to_have_count(0)
    assert page.evaluate(place) == before
    page.evaluate("document.getElementById('modal').style.cssText = 'margin: auto 0 0 auto'")
    page.evaluate("document.getElementById('modal').showModal()")
    press(page, "Inside")
    press(page, "Inside")  # still possible: the notice is elsewhere
    expect(notices(page)).to_have_count(1)
