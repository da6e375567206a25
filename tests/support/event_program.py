"""A program whose pages list the events that reached it."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page, expect

HELPERS = """
BOX = 'width: 150px; height: 40px; background: #ddd'

def new_page(**attributes):
    wp = jp.WebPage(**attributes)
    wp.log = jp.Ul(id='log', style='float: right')
    return wp

def note(self, msg):
    jp.Li(text=f'{self.id} {msg.event_type}', a=msg.page.log)

def note_all(self, msg):
    names = ('event_type', 'msg_type', 'id', 'visibility', 'key_data', 'request_id', 'result',
             'clientX', 'pageY', 'button', 'altKey', 'scrollTop', 'target_is', 'event_target')
    msg.target_is = str(type(msg.target).__name__)
    jp.Li(text=jp.json.dumps({name: msg[name] for name in names}), a=msg.page.log)

def shown(wp):
    wp.add(wp.log)
    return wp

"""


def with_log(routes: str) -> str:
    """The source of a program with these routes, which use the helpers."""
    return f"{HELPERS}{routes}\njp.justpy()\n"


def expect_log(page: Page, *lines: str) -> None:
    """Exactly these events reached the program, in this order."""
    expect(page.locator("#log li")).to_have_text(list(lines))


def last_event(page: Page, number: int) -> dict[str, Any]:
    """The message of the last event, which is the one of this number."""
    expect(page.locator("#log li")).to_have_count(number)
    found: dict[str, Any] = json.loads(page.locator("#log li").last.inner_text())
    return found
