"""kit.Sortable by keyboard, and what screen readers say of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

import core as jp
from core import kit, testing
from tests.conftest import Live
from tests.support.axe import faults, look_for_faults
from tests.support.native import until
from tests.support.sorting import (
    STILL,
    Document,
    Documents,
    document,
    dragged,
    handle,
    middle,
    ready,
    shown,
    spoken,
)

pytestmark = pytest.mark.browser

Show = Callable[..., Live]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_space_picks_up_arrows_move_and_space_drops(live: Show) -> None:
    page = live(documents := Documents()).page
    handle(page, "b").focus()
    expect(handle(page, "b")).to_have_accessible_description(
        "Press Space to pick it up, arrow keys to move it, Space to drop it, Escape to cancel."
    )
    press(page, "Space")
    expect(spoken(page)).to_have_text("b.pdf, picked up. Position 2 of 5.")
    press(page, "ArrowDown", "ArrowDown")
    expect(spoken(page)).to_have_text("b.pdf, position 4 of 5.")
    assert documents.order == "abcde"  # not yet
    press(page, "Space")
    expect(spoken(page)).to_have_text("b.pdf, dropped. Position 4 of 5.")
    until(lambda: documents.order == "acdbe", "Python has the order")
    shown(page, "acdbe")
    expect(handle(page, "b")).to_be_focused()
    press(page, "Enter", "Home", "Enter")
    shown(page, "bacde")
    until(lambda: documents.order == "bacde", "Python has the order")
    expect(handle(page, "b")).to_be_focused()


def test_escape_puts_it_back(live: Show) -> None:
    page = live(documents := Documents()).page
    handle(page, "b").focus()
    press(page, "Space", "End")
    shown(page, "acdeb")
    press(page, "Tab")  # stays
    expect(handle(page, "b")).to_be_focused()
    press(page, "Escape")
    shown(page, "abcde")
    expect(spoken(page)).to_have_text("b.pdf, back at position 2 of 5.")
    expect(handle(page, "b")).to_be_focused()
    assert documents.moves == []


def test_alt_and_an_arrow_move_at_once(live: Show) -> None:
    page = live(documents := Documents()).page
    handle(page, "d").focus()
    press(page, "Alt+ArrowUp", "Alt+ArrowUp", "Alt+ArrowUp", "Alt+ArrowUp")
    until(lambda: documents.order == "dabce", "Python has the order")
    shown(page, "dabce")
    assert len(documents.moves) == 3  # it was the first, then


def test_who_leaves_it_drops_it(live: Show) -> None:
    page = live(documents := Documents()).page
    handle(page, "a").focus()
    press(page, "Space", "ArrowDown")
    page.get_by_label("Title of e").click()
    until(lambda: documents.order == "bacde", "Python has the order")
    page.keyboard.type("text with spaces")
    expect(page.get_by_label("Title of e")).to_have_value("text with spaces")


def test_items_without_handles_are_one_tab_stop(live: Show) -> None:
    items = [jp.Div(text=f"{name}.pdf", role="listitem") for name in "abcde"]
    page = live(kit.Sortable(children=items, aria_label="Documents"), jp.Input()).page
    ready(page)
    press(page, "Tab")
    expect(document(page, "a")).to_be_focused()
    press(page, "ArrowDown", "ArrowDown")
    expect(document(page, "c")).to_be_focused()
    press(page, "Tab")
    expect(page.get_by_role("textbox")).to_be_focused()
    press(page, "Shift+Tab")
    expect(document(page, "c")).to_be_focused()
    press(page, "Space", "Home", "Space")
    expect(document(page, "c")).to_be_focused()
    expect(page.get_by_role("listitem").first).to_have_text("c.pdf")


def test_arrows_know_the_rows_of_a_grid(live: Show) -> None:
    style = "display: grid; grid-template-columns: repeat(3, 64px)"
    items = [jp.Div(text=f"{name}.pdf", role="listitem") for name in "abcdefg"]
    page = live(kit.Sortable(children=items, style=style)).page
    ready(page)
    document(page, "b").focus()
    press(page, "Space", "ArrowDown", "ArrowRight", "Space")
    expect(page.get_by_role("listitem")).to_have_text([f"{name}.pdf" for name in "acdefbg"])


def test_what_a_reload_of_the_content_takes_away_comes_back(live: Show) -> None:
    """A class of the stage sends its content as a whole."""
    shown_page = live(documents := Documents())
    page = shown_page.page
    shown_page.do(lambda: documents.add(Document("f")))
    shown_page.do(lambda: shown_page.stage.set_class("p-2"))
    handle(page, "f").focus()
    press(page, "Space", "Home", "Space")
    shown(page, "fabcde")
    until(lambda: documents.order == "fabcde", "the program knows")
    shown_page.do(lambda: shown_page.stage.set_class("m-1"))
    expect(page.locator(".m-1")).to_be_visible()  # so its answer has come before
    page.evaluate(STILL)
    dragged(page, handle(page, "f"), middle(handle(page, "b"), dy=4))
    shown(page, "abfcde")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, scheme: Literal["light", "dark"]) -> None:
    def show() -> jp.WebPage:
        shown = jp.WebPage(title="Documents", body_classes="kit-page")
        with jp.Main(a=shown):
            jp.H1(text="Documents")
            Documents()
            plain = kit.Sortable(aria_label="Steps")
            for name in "abc":
                jp.Div(text=name, role="listitem", a=plain)
        return shown

    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    look_for_faults(page)
    with testing.serve(show) as user:
        page.goto(user.url)
        handle(page, "b").focus()
        press(page, "Space", "ArrowDown")
        expect(spoken(page)).to_have_text("b.pdf, position 3 of 5.")
        assert faults(page) == []
