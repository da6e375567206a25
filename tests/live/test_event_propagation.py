"""Propagation, modifiers, clicks elsewhere and timing of events."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.live.conftest import Visit
from tests.support.api import shows
from tests.support.event_program import expect_log, with_log

pytestmark = pytest.mark.browser

PROGRAM = with_log("""
@jp.SetRoute('/around')
def around():
    wp = new_page(id='page', click=note)
    outer = jp.Div(id='outer', style='padding: 10px', click=note, a=wp)
    jp.Button(text='Bubbles', id='bubbles', click=note, a=outer)
    stops = jp.Button(text='Stops', id='stops', click=note, event_propagation=False, a=outer)
    jp.Button(text='Words', id='words', click=note, event_modifiers={'click': 'stop'}, a=outer)
    def let_go(self, msg):
        stops.event_propagation = True
    jp.Button(text='Let go', id='change', click=let_go, event_propagation=False, a=wp)
    return shown(wp)

@jp.SetRoute('/modifiers')
def modifiers():
    wp = new_page()
    jp.A(text='Link', href='/elsewhere', id='link', click=note, a=wp,
         event_modifiers={'click': 'prevent'})
    jp.Button(text='Once', id='once', click=note, event_modifiers={'click': 'once'}, a=wp)
    own = jp.Div(id='own', style='padding: 10px', click=note, a=wp,
                 event_modifiers={'click': 'self'})
    jp.Span(text='Child', a=own)
    first = jp.Div(id='first', click=note, event_modifiers={'click': 'capture'}, a=wp)
    jp.Button(text='Second', id='second', click=note, a=first)
    jp.Button(text='Right', id='right', a=wp, mousedown=note,
              event_modifiers={'mousedown': 'right'})
    form = jp.Form(id='form', submit=note, event_modifiers={'submit': 'once'}, a=wp)
    jp.Button(text='Send', a=form)
    area = jp.Div(id='area', style='height: 60px; overflow: auto', wheel=note, a=wp,
                  event_modifiers={'wheel': 'prevent'})
    jp.Div(style='height: 2000px', a=area)
    return shown(wp)

@jp.SetRoute('/out')
def out():
    wp = new_page()
    menu = jp.Div(id='menu', style=BOX, click__out=note, a=wp)
    jp.Button(text='Inside', a=menu)
    jp.Div(id='unseen', style='display: none', click__out=note, a=wp)
    jp.P(text='Elsewhere', a=wp)
    return shown(wp)

@jp.SetRoute('/timing')
def timing():
    wp = new_page()
    jp.Input(id='slow', a=wp).on('keydown', note, debounce=100_000)
    jp.Input(id='first', a=wp).on('keydown', note, debounce=100_000, immediate=True)
    jp.Button(text='Rare', id='rare', a=wp).on('click', note, throttle=100_000)
    jp.Button(text='Flush', id='flush', click=note, a=wp)
    other = jp.Div(id='other', text='Other', a=wp)
    other.add_event('mystery')
    other.on('mystery', note)
    return shown(wp)
""")


@shows("Component.event_propagation")
def test_events_go_outwards_until_a_component_keeps_them(visit: Visit) -> None:
    page = visit("/around")
    page.click("#bubbles")
    expect_log(page, "bubbles click", "outer click", "page click")
    page.click("#stops")
    page.click("#words")
    kept = ["bubbles click", "outer click", "page click", "stops click", "words click"]
    expect_log(page, *kept)
    page.click("#change")
    expect(page.locator("#stops")).to_have_attribute("data-e", "click")
    page.click("#stops")
    expect_log(page, *kept, "stops click", "outer click", "page click")


@shows("Component.event_modifiers")
def test_modifiers(visit: Visit) -> None:
    page = visit("/modifiers")
    for text in ("Link", "Once", "Once", "Child", "Second"):
        page.get_by_text(text, exact=True).click()
    page.click("#own", position={"x": 2, "y": 2})
    lines = ["link click", "once click", "first click", "second click", "own click"]
    expect_log(page, *lines)
    assert page.url.endswith("/modifiers")
    page.click("#right")
    page.click("#right", button="right")
    page.get_by_text("Send").click()
    page.get_by_text("Send").click()
    page.click("#second")
    more = ["right mousedown", "form submit", "first click", "second click"]
    expect_log(page, *lines, *more)


@shows("wheel")
def test_the_wheel_can_be_kept_from_scrolling(visit: Visit) -> None:
    page = visit("/modifiers")
    page.hover("#area")
    page.mouse.wheel(0, 100)
    expect_log(page, "area wheel")
    assert page.locator("#area").evaluate("area => area.scrollTop") == 0


@shows("click__out")
def test_a_click_elsewhere(visit: Visit) -> None:
    page = visit("/out")
    page.get_by_text("Inside").click()
    page.get_by_text("Elsewhere").click()
    expect_log(page, "menu click__out")


@shows(
    "Component.on(debounce)",
    "Component.on(throttle)",
    "Component.on(immediate)",
    "Component.add_event",
)
def test_events_held_back_and_events_too_many(visit: Visit) -> None:
    page = visit("/timing")
    page.press("#slow", "a")
    page.press("#slow", "b")
    page.press("#first", "a")
    page.press("#first", "b")
    page.click("#rare")
    page.click("#rare")
    # What was held back goes before what comes after it.
    lines = ["first keydown", "slow keydown", "first keydown", "rare click"]
    expect_log(page, *lines)
    page.dispatch_event("#other", "mystery")
    page.click("#flush")
    expect_log(page, *lines, "other mystery", "flush click")
