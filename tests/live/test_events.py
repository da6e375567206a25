"""Events as users cause them with mouse and keyboard, and the messages that handlers get."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.live.conftest import Visit
from tests.support.api import shows
from tests.support.event_program import expect_log, last_event, with_log

pytestmark = pytest.mark.browser

PROGRAM = with_log("""
@jp.SetRoute('/mouse')
def mouse():
    wp = new_page()
    names = 'click dblclick contextmenu mousedown mouseup mouseenter mouseleave mouseover mouseout'
    box = jp.Div(id='box', style=BOX, a=wp)
    jp.Span(text='inside', id='inside', a=box)
    jp.P(text='away', id='away', a=wp)
    for name in names.split():
        box.on(name, note)
    return shown(wp)

@jp.SetRoute('/facts')
def facts():
    wp = new_page()
    box = jp.Div(id='box', style=BOX, a=wp, click=note_all)
    box.additional_properties = ['clientX', 'pageY', 'button', 'altKey', 'target', 'nonsense']
    jp.Span(text='x', a=box)
    jp.Div(id='moves', style=BOX, a=wp, mousemove=note_all, additional_properties=['clientX'])
    area = jp.Div(id='area', style='height: 60px; overflow: auto', scroll=note_all, a=wp,
                  additional_properties=['scrollTop'])
    jp.Div(style='height: 2000px', a=area)
    jp.Input(id='field', keydown=note_all, a=wp)
    return shown(wp)

@jp.SetRoute('/keys')
def keys():
    wp = new_page()
    jp.Input(id='all', keydown=note, keyup=note, keypress=note, focus=note, blur=note, a=wp)
    jp.Input(id='some', keydown=note, a=wp,
             event_modifiers={'keydown': 'enter page-down esc a'})
    jp.Input(id='system', keydown=note, event_modifiers={'keydown': 'ctrl.enter'}, a=wp)
    jp.Input(id='exact', keydown=note, event_modifiers={'keydown': ['ctrl', 'exact', 'k']}, a=wp)
    return shown(wp)
""")


@shows("mouseover", "mouseout", "mouseenter", "mouseleave", "mousedown")
def test_every_event_of_the_mouse_arrives(visit: Visit) -> None:
    page = visit("/mouse")
    page.hover("#away")
    page.mouse.move(140, 20)  # into the box, beside the span
    expect_log(page, "box mouseover", "box mouseenter")
    page.hover("#inside")  # stays in the box: no leaving, no entering
    page.hover("#away")
    lines = ["mouseover", "mouseenter", "mouseout", "mouseover", "mouseout", "mouseleave"]
    expect_log(page, *(f"box {name}" for name in lines))
    page.reload()
    page.hover("#away")
    page.dblclick("#inside")
    press = ["mousedown", "mouseup", "click"]
    names = ["mouseover", "mouseenter", *press, *press, "dblclick"]
    expect_log(page, *(f"box {name}" for name in names))


@shows(
    "Component.additional_properties",
    "mousemove",
    "msg.event_target",
    "msg.PROPERTY",
)
def test_further_properties_of_events_reach_the_handler(visit: Visit) -> None:
    page = visit("/facts")
    box = page.locator("#box").bounding_box()
    page.click("#box", modifiers=["Alt"], position={"x": 70, "y": 9})
    facts = last_event(page, 1)
    assert facts["clientX"] == box["x"] + 70 and facts["pageY"] == box["y"] + 9
    assert facts["button"] == 0 and facts["altKey"] is True
    assert facts["target_is"] == "Div"  # an object is not sent, so the component is not hidden
    assert facts["id"] == facts["event_target"] == "box"
    page.get_by_text("x", exact=True).click()
    assert isinstance(last_event(page, 2)["event_target"], int)
    page.hover("#moves", position={"x": 3, "y": 3})
    assert last_event(page, 3)["clientX"] == box["x"] + 3


@shows("scroll")
def test_scroll_events_are_throttled_and_the_last_one_arrives(visit: Visit) -> None:
    page = visit("/facts")
    steps = "area => { for (let i = 1; i <= 50; i++) setTimeout(() => area.scrollTop = i * 10, i) }"
    page.locator("#area").evaluate(steps)
    expect(page.locator("#log li").last).to_contain_text('"scrollTop": 500')
    expect(page.locator("#area")).to_have_attribute("data-e", "scroll/0/50 +scrollTop")


@shows(
    "msg.key_data",
    "key_data.key",
    "key_data.code",
    "key_data.altKey",
    "key_data.ctrlKey",
    "key_data.shiftKey",
    "key_data.metaKey",
    "key_data.location",
    "key_data.repeat",
    "key_data.locale",
)
def test_keys_reach_the_handler(visit: Visit) -> None:
    page = visit("/facts")
    page.press("#field", "Shift+K")
    last_event(page, 2)
    keys = last_event(page, 2)["key_data"]
    assert keys == {
        **{"key": "K", "code": "KeyK", "shiftKey": True, "altKey": False, "ctrlKey": False},
        **{"metaKey": False, "location": 0, "repeat": False, "isComposing": False, "locale": ""},
    }


@shows("keydown", "keyup", "keypress", "focus", "blur")
def test_events_of_the_keyboard_and_the_focus(visit: Visit) -> None:
    page = visit("/keys")
    page.press("#all", "x")
    page.focus("#some")
    names = ["focus", "keydown", "keypress", "keyup", "blur"]
    expect_log(page, *(f"all {name}" for name in names))


def test_only_keys_that_are_meant(visit: Visit) -> None:
    page = visit("/keys")
    for key in ("b", "Enter", "PageDown", "PageUp", "Escape", "A"):
        page.press("#some", key)
    expect_log(page, *["some keydown"] * 4)
    page.press("#system", "Enter")
    page.press("#system", "Control+Shift+Enter")
    page.press("#exact", "Control+Shift+K")
    page.press("#exact", "Control+K")
    expect_log(page, *["some keydown"] * 4, "system keydown", "exact keydown")
