"""Events as users cause them, with mouse and keyboard: which components hear of them, and what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.api import shows
from tests.support.dragging import drag
from tests.support.served import Served, served, write_program

pytestmark = pytest.mark.browser

PROGRAM = """
BOX = 'width: 150px; height: 40px; background: #ddd'

def new_page(**attributes):
    wp = jp.WebPage(**attributes)
    wp.log = jp.Ul(id='log', style='float: right')
    return wp

def tell(self, msg):
    jp.Li(text=f'{self.id} {msg.event_type}', a=msg.page.log)

def tell_all(self, msg):
    names = ('event_type', 'msg_type', 'id', 'visibility', 'key_data', 'request_id', 'result',
             'clientX', 'pageY', 'button', 'altKey', 'scrollTop', 'target_is', 'event_target')
    msg.target_is = str(type(msg.target).__name__)
    jp.Li(text=jp.json.dumps({name: msg[name] for name in names}), a=msg.page.log)

def shown(wp):
    wp.add(wp.log)
    return wp

@jp.SetRoute('/mouse')
def mouse():
    wp = new_page()
    names = 'click dblclick contextmenu mousedown mouseup mouseenter mouseleave mouseover mouseout'
    box = jp.Div(id='box', style=BOX, a=wp)
    jp.Span(text='inside', id='inside', a=box)
    jp.P(text='away', id='away', a=wp)
    for name in names.split():
        box.on(name, tell)
    return shown(wp)

@jp.SetRoute('/facts')
def facts():
    wp = new_page()
    box = jp.Div(id='box', style=BOX, a=wp, click=tell_all)
    box.additional_properties = ['clientX', 'pageY', 'button', 'altKey', 'target', 'nonsense']
    jp.Span(text='x', a=box)
    jp.Div(id='moves', style=BOX, a=wp, mousemove=tell_all, additional_properties=['clientX'])
    area = jp.Div(id='area', style='height: 60px; overflow: auto', scroll=tell_all, a=wp,
                  additional_properties=['scrollTop'])
    jp.Div(style='height: 2000px', a=area)
    jp.Input(id='field', keydown=tell_all, a=wp)
    return shown(wp)

@jp.SetRoute('/keys')
def keys():
    wp = new_page()
    jp.Input(id='all', keydown=tell, keyup=tell, keypress=tell, focus=tell, blur=tell, a=wp)
    jp.Input(id='some', keydown=tell, a=wp,
             event_modifiers={'keydown': 'enter page-down esc a'})
    jp.Input(id='system', keydown=tell, event_modifiers={'keydown': 'ctrl.enter'}, a=wp)
    jp.Input(id='exact', keydown=tell, event_modifiers={'keydown': ['ctrl', 'exact', 'k']}, a=wp)
    return shown(wp)

@jp.SetRoute('/around')
def around():
    wp = new_page(id='page', click=tell)
    outer = jp.Div(id='outer', style='padding: 10px', click=tell, a=wp)
    jp.Button(text='Bubbles', id='bubbles', click=tell, a=outer)
    stops = jp.Button(text='Stops', id='stops', click=tell, event_propagation=False, a=outer)
    jp.Button(text='Words', id='words', click=tell, event_modifiers={'click': 'stop'}, a=outer)
    def let_go(self, msg):
        stops.event_propagation = True
    jp.Button(text='Let go', id='change', click=let_go, event_propagation=False, a=wp)
    return shown(wp)

@jp.SetRoute('/modifiers')
def modifiers():
    wp = new_page()
    jp.A(text='Link', href='/elsewhere', id='link', click=tell, a=wp,
         event_modifiers={'click': 'prevent'})
    jp.Button(text='Once', id='once', click=tell, event_modifiers={'click': 'once'}, a=wp)
    own = jp.Div(id='own', style='padding: 10px', click=tell, a=wp,
                 event_modifiers={'click': 'self'})
    jp.Span(text='Child', a=own)
    first = jp.Div(id='first', click=tell, event_modifiers={'click': 'capture'}, a=wp)
    jp.Button(text='Second', id='second', click=tell, a=first)
    jp.Button(text='Right', id='right', a=wp, mousedown=tell,
              event_modifiers={'mousedown': 'right'})
    form = jp.Form(id='form', submit=tell, event_modifiers={'submit': 'once'}, a=wp)
    jp.Button(text='Send', a=form)
    area = jp.Div(id='area', style='height: 60px; overflow: auto', wheel=tell, a=wp,
                  event_modifiers={'wheel': 'prevent'})
    jp.Div(style='height: 2000px', a=area)
    return shown(wp)

@jp.SetRoute('/out')
def out():
    wp = new_page()
    menu = jp.Div(id='menu', style=BOX, click__out=tell, a=wp)
    jp.Button(text='Inside', a=menu)
    jp.Div(id='unseen', style='display: none', click__out=tell, a=wp)
    jp.P(text='Elsewhere', a=wp)
    return shown(wp)

@jp.SetRoute('/timing')
def timing():
    wp = new_page()
    jp.Input(id='slow', a=wp).on('keydown', tell, debounce=100_000)
    jp.Input(id='first', a=wp).on('keydown', tell, debounce=100_000, immediate=True)
    jp.Button(text='Rare', id='rare', a=wp).on('click', tell, throttle=100_000)
    jp.Button(text='Flush', id='flush', click=tell, a=wp)
    other = jp.Div(id='other', text='Other', a=wp)
    other.add_event('mystery')
    other.on('mystery', tell)
    return shown(wp)

@jp.SetRoute('/drops')
def drops():
    wp = new_page()
    thing = jp.Div(text='Thing', id='thing', draggable=True, style=BOX, a=wp, classes='own',
                   drag_options={'drag_classes': 'bg-red-500'})
    for name in ('dragstart', 'drag', 'dragend'):
        thing.on(name, tell)
    jp.Div(style='height: 40px', a=wp)
    target = jp.Div(id='target', style=BOX, a=wp)
    for name in ('dragenter', 'dragover', 'dragleave', 'drop'):
        target.on(name, tell)
    form = jp.Form(id='form', submit=tell, a=target)
    jp.Input(type='file', name='files', id='files', change=tell, a=form)
    jp.Button(text='Send', a=form)
    return shown(wp)

@jp.SetRoute('/page')
def page_events():
    wp = new_page()
    wp.add_component(jp.Div(id='unused'))
    for name in ('page_ready', 'result_ready', 'visibilitychange', 'keydown', 'keyup', 'keypress',
                 'click'):
        wp.on(name, tell_all)
    async def ask(self, msg):
        await msg.page.run_javascript('1 + 1', request_id='sum')
    jp.Button(text='Ask', click=ask, event_propagation=False, a=wp)
    return shown(wp)

@jp.SetRoute('/model')
def model():
    wp = jp.WebPage(data={'a': 'first', 'b': 'second'})
    line = jp.P(id='line', text='own', a=wp)
    field = jp.Input(id='field', a=wp)
    def tie(key):
        def handler(self, msg):
            line.model = field.model = [wp, key] if key else None
        return handler
    def change(self, msg):
        wp.data['b'] += '!'
    for text, handler in {'a': tie('a'), 'b': tie('b'), 'untie': tie(''), 'change': change}.items():
        jp.Button(text=text, click=handler, a=wp)
    return wp

jp.justpy()
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("events")
    with served(write_program(folder, PROGRAM), folder / "data") as running:
        yield running


@pytest.fixture
def open_page(program: Served, page: Page) -> Any:
    def open_page(path: str) -> Page:
        page.goto(program.url)
        page.goto(program.origin + path)
        return page

    return open_page


def expect_log(page: Page, *lines: str) -> None:
    """The program has heard of exactly these events, in this order."""
    expect(page.locator("#log li")).to_have_text(list(lines))


def told(page: Page, number: int) -> dict[str, Any]:
    """What the program was told about its last event, which is the one of this number."""
    expect(page.locator("#log li")).to_have_count(number)
    found: dict[str, Any] = json.loads(page.locator("#log li").last.inner_text())
    return found


# --- mouse and keyboard ---


@shows("mouseover", "mouseout", "mouseenter", "mouseleave", "mousedown")
def test_every_event_of_the_mouse_arrives(open_page: Any) -> None:
    page = open_page("/mouse")
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
def test_further_properties_of_events_are_told(open_page: Any) -> None:
    page = open_page("/facts")
    box = page.locator("#box").bounding_box()
    page.click("#box", modifiers=["Alt"], position={"x": 70, "y": 9})
    facts = told(page, 1)
    assert facts["clientX"] == box["x"] + 70 and facts["pageY"] == box["y"] + 9
    assert facts["button"] == 0 and facts["altKey"] is True
    assert facts["target_is"] == "Div"  # an object is not told, so the component is not hidden
    assert facts["id"] == facts["event_target"] == "box"
    page.get_by_text("x", exact=True).click()
    assert isinstance(told(page, 2)["event_target"], int)
    page.hover("#moves", position={"x": 3, "y": 3})
    assert told(page, 3)["clientX"] == box["x"] + 3


@shows("scroll")
def test_scrolling_is_told_now_and_then_and_where_it_ended(open_page: Any) -> None:
    page = open_page("/facts")
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
def test_keys_are_told(open_page: Any) -> None:
    page = open_page("/facts")
    page.press("#field", "Shift+K")
    told(page, 2)
    keys = told(page, 2)["key_data"]
    assert keys == {
        **{"key": "K", "code": "KeyK", "shiftKey": True, "altKey": False, "ctrlKey": False},
        **{"metaKey": False, "location": 0, "repeat": False, "isComposing": False, "locale": ""},
    }


@shows("keydown", "keyup", "keypress", "focus", "blur")
def test_events_of_the_keyboard_and_the_focus(open_page: Any) -> None:
    page = open_page("/keys")
    page.press("#all", "x")
    page.focus("#some")
    names = ["focus", "keydown", "keypress", "keyup", "blur"]
    expect_log(page, *(f"all {name}" for name in names))


def test_only_keys_that_are_meant(open_page: Any) -> None:
    page = open_page("/keys")
    for key in ("b", "Enter", "PageDown", "PageUp", "Escape", "A"):
        page.press("#some", key)
    expect_log(page, *["some keydown"] * 4)
    page.press("#system", "Enter")
    page.press("#system", "Control+Shift+Enter")
    page.press("#exact", "Control+Shift+K")
    page.press("#exact", "Control+K")
    expect_log(page, *["some keydown"] * 4, "system keydown", "exact keydown")


# --- who hears of it ---


@shows("Component.event_propagation")
def test_events_go_outwards_until_a_component_keeps_them(open_page: Any) -> None:
    page = open_page("/around")
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
def test_modifiers(open_page: Any) -> None:
    page = open_page("/modifiers")
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
def test_the_wheel_can_be_kept_from_scrolling(open_page: Any) -> None:
    page = open_page("/modifiers")
    page.hover("#area")
    page.mouse.wheel(0, 100)
    expect_log(page, "area wheel")
    assert page.locator("#area").evaluate("area => area.scrollTop") == 0


@shows("click__out")
def test_a_click_elsewhere(open_page: Any) -> None:
    page = open_page("/out")
    page.get_by_text("Inside").click()
    page.get_by_text("Elsewhere").click()
    expect_log(page, "menu click__out")


@shows(
    "Component.on(debounce)",
    "Component.on(throttle)",
    "Component.on(immediate)",
    "Component.add_event",
)
def test_events_held_back_and_events_too_many(open_page: Any) -> None:
    page = open_page("/timing")
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


# --- dragging ---


@shows(
    "drag",
    "drop",
    "Component.drag_options",
    "dragstart",
    "dragend",
    "dragenter",
    "dragover",
)
def test_dragging_inside_the_page(open_page: Any) -> None:
    page = open_page("/drops")
    page.hover("#thing")
    page.mouse.down()
    page.hover("#target", position={"x": 140, "y": 2})
    page.hover("#target", position={"x": 141, "y": 3})
    expect(page.locator("#thing")).to_have_class("own bg-red-500")
    page.mouse.up()
    expect(page.locator("#log li").last).to_have_text("thing dragend")
    expect(page.locator("#thing")).to_have_class("own")
    lines = page.locator("#log li").all_inner_texts()
    assert lines[0] == "thing dragstart" and lines[-2:] == ["target drop", "thing dragend"]
    assert {"thing drag", "target dragenter", "target dragover"} <= set(lines)


def test_files_still_go_into_the_form_in_a_target(open_page: Any, tmp_path: Path) -> None:
    page = open_page("/drops")
    path = tmp_path / "a.txt"
    path.write_text("a")
    for kind in ("dragEnter", "dragOver", "drop"):
        drag(page, kind, "#form", path)
    expect(page.locator("#log li").last).to_have_text("files change")
    assert page.locator("#files").evaluate("input => input.files[0].name") == "a.txt"


def test_the_tutorial_s_image_moves_where_it_is_dropped(open_page: Any, serve: Any) -> None:
    """As in JustPy's tutorial on drag and drop."""
    program = serve(
        """
        PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
        def start(self, msg):
            self.animation = False
            return True
        def drop(self, msg):
            image = msg.page.image
            image.animation = 'zoomIn'
            msg.page.places[0].components = []
            self.add(image)
        def main():
            wp = jp.WebPage()
            wp.image = jp.Img(src=PICTURE, height=40, width=40, animation='zoomIn', id='image',
                              drag_options={'drag_classes': 'bg-red-500'}, dragstart=start)
            wp.places = [jp.Div(style='height: 60px', drop=drop, id=f'place{i}', a=wp)
                         for i in range(3)]
            for place in wp.places:
                place.events.append('dragover')
            wp.places[0].add(wp.image)
            return wp
        jp.justpy(main)
        """
    )
    page = open_page("/mouse").context.new_page()
    page.goto(program.url)
    page.drag_and_drop("#image", "#place2")
    expect(page.locator("#place2 > #image")).to_be_visible()
    expect(page.locator("#image.animated")).to_have_count(0)
    expect(page.locator("#image")).to_have_class("")


# --- pages and models ---


@shows("visibilitychange", "msg.visibility", "msg.msg_type")
def test_events_of_the_page(open_page: Any) -> None:
    page = open_page("/page")
    assert told(page, 1) | {"visibility": "visible", "msg_type": "page_event"} == told(page, 1)
    page.get_by_role("button", name="Ask").click()
    facts = told(page, 2)
    assert (facts["event_type"], facts["request_id"], facts["result"]) == ("result_ready", "sum", 2)
    page.keyboard.press("q")
    expect(page.locator("#log li")).to_have_count(5)
    facts = [json.loads(text) for text in page.locator("#log li").all_inner_texts()[2:]]
    assert [each["event_type"] for each in facts] == ["keydown", "keypress", "keyup"]
    assert all(each["key_data"]["code"] == "KeyQ" for each in facts)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert told(page, 6)["event_type"] == "visibilitychange"
    page.click("#log")
    assert told(page, 7)["event_type"] == "click"


@shows("Component.model")
def test_a_model_set_on_what_is_shown_takes_effect_at_once(open_page: Any) -> None:
    page = open_page("/model")
    line, field = page.locator("#line"), page.locator("#field")
    for key, text in {"a": "first", "b": "second", "change": "second!"}.items():
        page.get_by_role("button", name=key, exact=True).click()
        expect(line).to_have_text(text)
        expect(field).to_have_value(text)
    field.fill("typed")
    expect(line).to_have_text("typed")
    page.get_by_role("button", name="untie").click()
    page.get_by_role("button", name="change").click()
    page.get_by_role("button", name="a", exact=True).click()
    expect(line).to_have_text("first")
