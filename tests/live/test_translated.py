"""Pages that the browser translates, and text from an input method."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows

pytestmark = pytest.mark.browser

PROGRAM = """
def home():
    page = jp.WebPage()
    box = jp.Div(text="old", id="box", a=page)
    jp.Span(text="child", a=box)
    said = jp.P(id="said", a=page)
    def change(self, msg):
        box.text = "new"
        box.add_component(jp.Span(text="first"), 0)
    jp.Button(text="Change", click=change, a=page)
    def told(self, msg):
        said.text += f"{msg.key_data.key} {msg.key_data.isComposing};"
    jp.Input(id="enter", keydown=told, event_modifiers={"keydown": "enter"}, a=page)
    jp.Input(id="all", keydown=told, a=page)
    return page

jp.justpy(home)
"""

TRANSLATE = """() => {
    const text = document.getElementById('box').firstChild;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    text.replaceWith(outer);
    outer.append(inner);
    inner.append('alt');
}"""

PRESS = """([id, isComposing]) => document.getElementById(id).dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing }))"""


def test_the_translation_of_an_old_text_goes_with_it(serve: Any, page: Page) -> None:
    page.goto(serve(PROGRAM).url)
    page.evaluate(TRANSLATE)
    page.get_by_role("button", name="Change").click()
    expect(page.locator("#box")).to_have_text("newfirstchild")


@shows("key_data.isComposing")
def test_enter_that_ends_a_composition_is_not_enter(serve: Any, page: Page) -> None:
    page.goto(serve(PROGRAM).url)
    for field in ("enter", "all"):
        for composing in (True, False):
            page.evaluate(PRESS, [field, composing])
    expect(page.locator("#said")).to_have_text("Enter False;Enter True;Enter False;")
