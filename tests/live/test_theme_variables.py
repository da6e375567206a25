"""Variables of the theme, which a page gets as soon as its own CSS uses them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Serve

pytestmark = pytest.mark.browser

PROGRAM = """
def theme():
    wp = jp.WebPage(css='#out { color: var(--color-red-500) }')
    wp.head_html = '<style>#out { background-color: var(--color-lime-500) }</style>'
    out = jp.P(id='out', text='text', style='outline-color: var(--color-blue-500)', a=wp)
    raw = jp.Div(html_entity=True, a=wp)
    def change(self, msg):
        wp.css = '#out { color: var(--color-pink-500) }'
        out.style = 'outline-color: var(--color-cyan-500)'
        raw.text = '<b id="entity" class="pl-[41px]">bold</b>'
    jp.Button(id='change', text='change', click=change, a=wp)
    return wp

jp.justpy(theme)
"""


def test_theme_variables_in_the_css_of_a_program(serve: Serve, page: Page) -> None:
    page.goto(serve(PROGRAM).url)
    out, color = page.locator("#out"), re.compile("oklch")
    for name in ("color", "background-color", "outline-color"):
        expect(out).to_have_css(name, color)
    before = [out.evaluate(f"e => getComputedStyle(e).{n}") for n in ("color", "outlineColor")]
    page.click("#change")
    expect(page.locator("#entity")).to_have_css("padding-left", "41px")
    for name, value in zip(("color", "outline-color"), before, strict=True):
        expect(out).to_have_css(name, color)
        expect(out).not_to_have_css(name, value)
