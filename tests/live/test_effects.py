"""Animations, transitions and the focus."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.api import shows
from tests.support.served import Served

pytestmark = pytest.mark.browser

PROGRAM = """
def button(wp, text, click):
    jp.Button(text=text, click=click, a=wp)

@jp.SetRoute('/animation')
def animation():
    wp = jp.WebPage()
    # Long, so that a test sees it, where nobody fast-forwards it.
    box = jp.Div(text='Box', id='box', classes='border', style='--animate-duration: 100s', a=wp)
    def play(name):
        def handler(self, msg):
            box.animation = name
        return handler
    for name in ('zoomIn', 'zoomOut', 'pulse infinite', ''):
        button(wp, f'play {name}', play(name))
    def colour(self, msg):
        box.classes = 'bg-red-500'
    button(wp, 'colour', colour)
    def add(self, msg):
        jp.Div(text='New', id='new', animation='fadeIn', style=box.style, a=wp)
    button(wp, 'add', add)
    return wp

@jp.SetRoute('/loaded')
def loaded():
    return jp.WebPage().add(jp.Div(text='Box', id='box', animation='bounceIn'))

LONG = 'transition duration-[100s]'
MOVES = jp.Dict({
    'enter': LONG, 'enter_start': 'opacity-0', 'enter_end': 'opacity-100',
    'leave': LONG, 'leave_start': 'opacity-100', 'leave_end': 'opacity-0',
    'load': LONG, 'load_start': 'opacity-0', 'load_end': 'opacity-90',
})

@jp.SetRoute('/transition')
def transition():
    wp = jp.WebPage()
    box = jp.Div(text='Box', id='box', classes='own', transition=MOVES, a=wp)
    jp.P(text='After', a=wp)
    def show(flag):
        def handler(self, msg):
            box.show = flag
        return handler
    button(wp, 'show', show(True))
    button(wp, 'hide', show(False))
    def change(self, msg):
        box.text = 'Changed'
        box.classes = 'other'
        jp.Li(text='Item', a=wp)
    button(wp, 'change', change)
    def toggle(self, msg):
        box.hidden_toggle()
    button(wp, 'toggle', toggle)
    return wp

@jp.SetRoute('/focus')
def focus():
    wp = jp.WebPage()
    field = jp.Input(id='old', a=wp)
    def again(self, msg):
        field.set_focus = True
    button(wp, 'old', again)
    def add(self, msg):
        jp.Input(classes='new', set_focus=True, a=jp.Div(a=wp))
    button(wp, 'add', add)
    return wp

jp.justpy()
"""


def visit(page: Page, program: Served, path: str) -> Page:
    page.goto(program.url)
    page.goto(program.origin + path)
    return page


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def finish(page: Page, selector: str = "#box") -> None:
    """What moves in an element comes to its end now."""
    page.locator(selector).evaluate("box => { for (const a of box.getAnimations()) a.finish() }")


def moving(page: Page, selector: str = "#box") -> Any:
    """The names of the animations, and the properties of the transitions, that run."""
    script = "box => box.getAnimations().map(a => a.animationName ?? a.transitionProperty)"
    return page.locator(selector).evaluate(script)


def wait_until_moving(page: Page, name: str, selector: str = "#box") -> None:
    script = (
        "([selector, name]) => document.querySelector(selector)?.getAnimations()"
        ".some(a => (a.animationName ?? a.transitionProperty) === name)"
    )
    page.wait_for_function(script, arg=[selector, name])


# --- animations ---


@shows("Component.animation")
def test_an_animation_is_played_each_time_it_is_set(program: Served, page: Page) -> None:
    visit(page, program, "/animation")
    box = page.locator("#box")
    assert page.locator("link[href*=animate]").count() == 0  # loaded by pages that need it
    for _ in range(2):
        press(page, "play zoomIn")
        expect(box).to_have_class("border animated zoomIn")
        wait_until_moving(page, "zoomIn")
        finish(page)
        expect(box).to_have_class("border")
    assert page.locator("link[href*=animate]").count() == 1


def test_classes_that_change_meanwhile_do_not_stop_an_animation(
    program: Served, page: Page
) -> None:
    visit(page, program, "/animation")
    press(page, "play zoomIn")
    wait_until_moving(page, "zoomIn")
    press(page, "colour")
    expect(page.locator("#box")).to_have_class("bg-red-500 animated zoomIn")
    assert moving(page) == ["zoomIn"]
    finish(page)
    expect(page.locator("#box")).to_have_class("bg-red-500")


def test_an_animation_out_hides_until_the_next_one(program: Served, page: Page) -> None:
    visit(page, program, "/animation")
    press(page, "play zoomOut")
    wait_until_moving(page, "zoomOut")
    finish(page)
    expect(page.locator("#box")).to_be_hidden()
    press(page, "play zoomIn")
    expect(page.locator("#box")).to_be_visible()


def test_an_infinite_animation_lasts_until_it_is_taken_away(program: Served, page: Page) -> None:
    visit(page, program, "/animation")
    press(page, "play pulse infinite")
    wait_until_moving(page, "pulse")
    press(page, "play ")
    expect(page.locator("#box")).to_have_class("border")
    assert moving(page) == []


def test_new_elements_are_animated(program: Served, page: Page) -> None:
    visit(page, program, "/animation")
    press(page, "add")
    wait_until_moving(page, "fadeIn", "#new")
    visit(page, program, "/loaded")
    expect(page.locator("#box:not(.animated)")).to_be_visible()
    assert page.locator("link[href*=animate]").count() == 1


# --- transitions ---


def test_a_transition_when_the_page_is_loaded(program: Served, page: Page) -> None:
    visit(page, program, "/transition")
    wait_until_moving(page, "opacity")
    expect(page.locator("#box")).to_have_class("own transition duration-[100s] opacity-90")
    finish(page)
    expect(page.locator("#box")).to_have_class("own")


@shows("Component.transition")
def test_a_removed_element_stays_until_its_transition_ends(program: Served, page: Page) -> None:
    visit(page, program, "/transition")
    finish(page)
    page.locator("#box").evaluate("box => window.box = box")
    press(page, "hide")
    expect(page.locator("#box")).to_have_count(0)
    assert page.evaluate("[box.isConnected, box.inert, box.textContent]") == [True, True, "Box"]
    press(page, "change")  # patches go on as if it were gone
    expect(page.locator("li")).to_have_text("Item")
    assert page.evaluate("box.textContent") == "Box"
    page.evaluate("for (const a of box.getAnimations()) a.finish()")
    page.wait_for_function("!box.isConnected")


def test_an_element_that_returns_during_its_transition_is_there_once(
    program: Served, page: Page
) -> None:
    visit(page, program, "/transition")
    finish(page)
    press(page, "hide")
    expect(page.locator("#box")).to_have_count(0)
    press(page, "change")
    press(page, "show")
    expect(page.locator("#box")).to_have_class("other transition duration-[100s] opacity-100")
    wait_until_moving(page, "opacity")
    assert page.locator("#components > div").all_inner_texts() == ["Changed"]
    finish(page)
    expect(page.locator("#box")).to_have_class("other")


def test_the_class_hidden_counts_as_gone(program: Served, page: Page) -> None:
    visit(page, program, "/transition")
    box = page.locator("#box")
    finish(page)
    expect(box).to_have_class("own")
    press(page, "toggle")
    wait_until_moving(page, "opacity")
    expect(box).to_be_visible()
    finish(page)
    expect(box).to_be_hidden()
    press(page, "toggle")
    wait_until_moving(page, "opacity")
    finish(page)
    expect(box).to_have_class("own")
    press(page, "toggle")
    wait_until_moving(page, "opacity")
    press(page, "toggle")  # changes its mind
    expect(box).to_have_class("own transition duration-[100s] opacity-100")
    finish(page)
    expect(box).to_have_class("own")
    expect(box).to_be_visible()


def test_nothing_moves_with_reduced_motion(program: Served, chromium: Browser) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    page = visit(context.new_page(), program, "/transition")
    expect(page.locator("#box")).to_have_class("own")
    page.locator("#box").evaluate("box => window.box = box")
    press(page, "hide")
    expect(page.locator("#box")).to_have_count(0)
    assert not page.evaluate("box.isConnected")
    context.close()


# --- focus ---


@shows("Component.set_focus")
def test_the_focus_goes_where_it_is_set_each_time(program: Served, page: Page) -> None:
    visit(page, program, "/focus")
    for _ in range(2):
        press(page, "old")
        expect(page.locator("#old")).to_be_focused()
        press(page, "add")
        expect(page.locator(".new").last).to_be_focused()
