"""A program whose pages list the events that reached it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.support.served import Served, served, write_program

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

OpenPage = Callable[[str], Page]


@contextmanager
def event_program(folder: Path, routes: str) -> Iterator[Served]:
    """Serve these routes, which use the helpers."""
    source = f"{HELPERS}{routes}\njp.justpy()\n"
    with served(write_program(folder, source), folder / "data") as running:
        yield running


def opener(program: Served, page: Page) -> OpenPage:
    """Opens a path of the program in a browser."""

    def open_page(path: str) -> Page:
        page.goto(program.url)
        page.goto(program.origin + path)
        return page

    return open_page


def expect_log(page: Page, *lines: str) -> None:
    """Exactly these events reached the program, in this order."""
    expect(page.locator("#log li")).to_have_text(list(lines))


def last_event(page: Page, number: int) -> dict[str, Any]:
    """The message of the last event, which is the one of this number."""
    expect(page.locator("#log li")).to_have_count(number)
    found: dict[str, Any] = json.loads(page.locator("#log li").last.inner_text())
    return found
