"""The focus while a program replaces the element that has it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

import core as jp
from tests.conftest import Live

pytestmark = pytest.mark.browser


def products(names: list[str]) -> jp.Div:
    """A list that is rebuilt with each letter, as in JustPy programs."""
    box, out = jp.Div(), jp.P(id="out")

    def build() -> None:
        box.delete_components()
        out.text = " ".join(names)
        box.add(out)
        for number, name in enumerate(names):
            line = jp.Div(a=box)
            field = jp.Input(value=name, id=f"n{number}", debounce=0, input=typed, a=line)
            field.number = number
            jp.Button(text="-", type="button", a=line)

    def typed(self: jp.Input, msg: jp.Msg) -> None:
        names[self.number] = msg.value
        build()

    build()
    return box


def test_typing_continues_while_a_list_is_rebuilt(live: Callable[..., Live]) -> None:
    page = live(products(["one", "two", "three"])).page
    page.locator("#n1").focus()
    page.keyboard.press("Home")
    for letter, text in zip("abc", ("atwo", "abtwo", "abctwo"), strict=True):
        page.keyboard.type(letter)
        expect(page.locator("#out")).to_have_text(f"one {text} three")
        expect(page.locator("#n1")).to_be_focused()
    assert page.evaluate("document.activeElement.selectionStart") == 3


def test_another_element_in_that_place_does_not_get_it(live: Callable[..., Live]) -> None:
    field = jp.Input(id="field")
    box = jp.Div().add(field)
    shown = live(box)
    shown.page.locator("#field").focus()

    def change() -> None:
        box.components = [jp.Button(text="Delete all", type="button", id="danger")]

    shown.do(change)
    expect(shown.page.locator("#danger")).not_to_be_focused()
