"""A page with `dark` is dark on a light system, with all that is not the program's own on it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.served import Served

pytestmark = pytest.mark.browser

PROGRAM = """
def page():
    wp = jp.WebPage(dark=True)
    jp.AutoTable(values=[['Name'], ['odd'], ['even']], a=wp)
    jp.Input(type='date', a=wp)
    form = jp.Form(submit=lambda msg: msg.files[0].fail('Not today'), a=wp)
    jp.Input(type='file', name='files', a=form)
    async def ask():
        await wp.confirm('a question')

    jp.Button(text='Ask', click=ask, a=wp)
    jp.Button(text='Tell', click=lambda: wp.notify('a notice', 'bad'), a=wp)
    jp.Button(text='Light', click=lambda: setattr(wp, 'dark', False), a=wp)
    return wp

jp.justpy(page)
"""
# The element of offline.js.
OURS = """() => {
    const put = (name, text, tag = 'div') => {
        const element = document.createElement(tag)
        element.className = name
        element.textContent = text
        document.body.append(element)
        element.show?.()
    }
    put('satchel-offline', 'no answer')
}"""
# The lightness of the background of an element, and of its text: 0 to 255.
LIGHTNESS = """element => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    const paint = (color) => { context.fillStyle = color; context.fillRect(0, 0, 1, 1) }
    const read = () => context.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((a, b) => a + b) / 3
    const around = []
    for (let each = element; each; each = each.parentElement) around.unshift(each)
    paint(getComputedStyle(document.documentElement).colorScheme === 'dark' ? '#121212' : 'white')
    for (const each of around) paint(getComputedStyle(each).backgroundColor)
    const ground = read()
    paint(getComputedStyle(element).color)
    return [ground, read()]
}"""


@pytest.fixture
def dark(serve: Callable[..., Served], page: Page) -> Page:
    page.emulate_media(color_scheme="light")
    page.goto(serve(PROGRAM).url)
    page.locator("link[href$='satchel.css']").wait_for(state="attached")
    page.locator("[type=file]").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"}
    )
    page.evaluate(OURS)
    page.get_by_role("button", name="Tell").click()
    return page


def assert_dark(part: Locator) -> None:
    expect(part).to_be_visible()
    ground, text = part.evaluate(LIGHTNESS)
    assert ground < 70 and text > 130


def assert_light(part: Locator) -> None:
    ground, text = part.evaluate(LIGHTNESS)
    assert ground > 230 and text < 130


@pytest.mark.parametrize("text", ["odd", "even", "a.txt", "a notice", "no answer", "Light"])
def test_a_part_of_a_dark_page_is_dark_until_the_page_is_light(dark: Page, text: str) -> None:
    part = dark.get_by_text(text)
    assert_dark(part)
    dark.get_by_role("button", name="Light").click()
    expect(dark.locator("html")).not_to_have_class("dark")
    assert_light(part)


def test_a_question_is_dark_until_the_page_is_light(dark: Page) -> None:
    dark.get_by_role("button", name="Ask").click()
    dialog = dark.get_by_role("dialog")
    assert_dark(dialog)
    dark.evaluate("document.documentElement.classList.remove('dark')")
    assert_light(dialog)


def test_browsers_paint_controls_for_the_dark(dark: Page) -> None:
    expect(dark.locator("[type=date]")).to_have_css("color-scheme", "dark")
    dark.get_by_role("button", name="Light").click()
    expect(dark.locator("[type=date]")).to_have_css("color-scheme", "light")


TABS = """
def page():
    wp = jp.WebPage()
    group = jp.TabGroup(classes='bg-blue-200', a=wp)
    for name in ('short', 'long'):
        group.tabs[name] = {'tab': jp.P(text=name, classes='h-8' if name == 'short' else 'h-20')}
    group.value = 'short'
    jp.Button(text='Next', click=lambda: setattr(group, 'value', 'long'), a=wp)
    jp.Div(text='below', a=wp)
    return wp

jp.justpy(page)
"""


def test_a_group_of_tabs_is_as_high_as_the_tab(serve: Callable[..., Served], page: Page) -> None:
    page.goto(serve(TABS).url)
    group = page.locator("div:has(> div > p)")
    expect(page.get_by_text("short")).to_be_in_viewport(ratio=1)
    assert [group.evaluate("it => it.offsetHeight"), top(page)] == [32, 56]
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_text("short")).to_be_hidden()
    expect(page.get_by_text("long")).to_be_in_viewport(ratio=1)
    assert group.evaluate("it => it.offsetHeight") == 80


def top(page: Page) -> int:
    return int(page.get_by_text("below").evaluate("it => it.offsetTop"))
