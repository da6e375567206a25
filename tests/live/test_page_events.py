"""Events of the page itself, and models that change what is shown."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

import core as jp
from tests.conftest import Live
from tests.live.conftest import Visit
from tests.support.api import shows
from tests.support.event_program import last_event, with_log

pytestmark = pytest.mark.browser

PROGRAM = with_log("""
@jp.SetRoute('/page')
def page_events():
    wp = new_page()
    wp.add_component(jp.Div(id='unused'))
    for name in ('page_ready', 'result_ready', 'visibilitychange', 'keydown', 'keyup', 'keypress',
                 'click'):
        wp.on(name, note_all)
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

""")


@shows("visibilitychange", "msg.visibility", "msg.msg_type")
def test_events_of_the_page(visit: Visit) -> None:
    page = visit("/page")
    ready = last_event(page, 1)
    assert (ready["visibility"], ready["msg_type"]) == ("visible", "page_event")
    page.get_by_role("button", name="Ask").click()
    facts = last_event(page, 2)
    assert (facts["event_type"], facts["request_id"], facts["result"]) == ("result_ready", "sum", 2)
    page.keyboard.press("q")
    expect(page.locator("#log li")).to_have_count(5)
    facts = [json.loads(text) for text in page.locator("#log li").all_inner_texts()[2:]]
    assert [each["event_type"] for each in facts] == ["keydown", "keypress", "keyup"]
    assert all(each["key_data"]["code"] == "KeyQ" for each in facts)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert last_event(page, 6)["event_type"] == "visibilitychange"
    page.click("#log")
    assert last_event(page, 7)["event_type"] == "click"


@shows("Component.model")
def test_a_model_set_on_what_is_shown_takes_effect_at_once(visit: Visit) -> None:
    page = visit("/model")
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


@shows("page_ready", "visibilitychange", "msg.visibility", "msg.msg_type")
def test_messages_of_page_events(live: Callable[..., Live]) -> None:
    noted: list[jp.Msg] = []
    shown = live(jp.P(text="text"), page_ready=noted.append, keydown=noted.append)
    shown.do(lambda: None)
    shown.page.keyboard.press("a")
    shown.do(lambda: None)
    ready, key = noted
    assert (ready.event_type, ready.msg_type, ready.visibility) == (
        *("page_ready", "page_event", "visible"),
    )
    assert ready["target"] is key["page"] is ready.page
    assert (key.event_type, key.key_data.key) == ("keydown", "a")
