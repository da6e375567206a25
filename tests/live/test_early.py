"""Nothing is lost of what people do on a page before its script has loaded."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.served import Served

pytestmark = pytest.mark.browser

PROGRAM = """
def main():
    wp = jp.WebPage()
    log = jp.Ul(id='log')
    def tell(self, msg):
        jp.Li(text=f'{self.id} {msg.event_type} {msg.value or msg.checked or ""}'.strip(), a=log)
    jp.Div(text='press', id='press', click=tell, a=wp)
    jp.Input(id='name', input=tell, a=wp)
    jp.Input(id='tick', type='checkbox', change=tell, a=wp)
    box = jp.Div(id='outside', click__out=tell, text='box', a=wp)
    wp.on('keydown', lambda self, msg: jp.Li(text=f'page {msg.key_data.key}', a=log))
    wp.add(log)
    return wp
jp.justpy(main)
"""


@pytest.fixture
def arrive(page: Page) -> Callable[[], None]:
    """Lets the client's script arrive, for which the page waits until then."""
    held: list[Route] = []
    page.route(re.compile(r"/_satchel/client/main\.js"), lambda route: held.append(route))

    def arrive() -> None:
        for route in held:
            route.continue_()

    return arrive


def test_early_events_are_sent_in_order(serve: Any, page: Page, arrive: Any) -> None:
    program: Served = serve(PROGRAM)
    page.goto(program.url, wait_until="commit")
    page.locator("#press").click()
    page.locator("#name").type("ab")
    page.locator("#tick").click()
    expect(page.locator("#log li")).to_have_count(0)
    arrive()
    expect(page.locator("#log li")).to_have_text(
        [
            "press click",
            "outside click__out",
            "page a",
            "name input ab",
            "page b",
            "name input ab",
            "outside click__out",
            "tick change True",
        ]
    )
    page.locator("#press").click()
    expect(page.locator("#log li")).to_have_count(10)  # once, not twice
    expect(page.locator("#name")).to_have_value("ab")
