"""Nothing is lost of what people do on a page before its script has loaded."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.dragging import drop
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


KEEPING = """
from core import kit
def main():
    wp = jp.WebPage()
    log = jp.Ul(id='log')
    def keep(msg):
        for file in msg.files:
            jp.Li(text=f'{file.name}: {file.read().decode()}', a=log)
    kit.Upload(keep, anywhere=True, a=wp)
    jp.P(text='far away', id='far', a=wp)
    wp.add(log)
    return wp
jp.justpy(main)
"""


def test_a_file_that_is_dropped_early_is_sent(
    serve: Any, page: Page, arrive: Any, tmp_path: Path
) -> None:
    program: Served = serve(KEEPING)
    file = tmp_path / "early.txt"
    file.write_text("content")
    page.goto(program.url, wait_until="commit")
    expect(page.locator("#far")).to_be_visible()
    drop(page, "#far", file)
    expect(page.locator("#far")).to_be_visible()
    arrive()
    expect(page.locator("#log li")).to_have_text(["early.txt: content"])


def test_a_file_that_is_dropped_early_where_none_is_taken_is_refused(
    serve: Any, page: Page, arrive: Any, tmp_path: Path
) -> None:
    program: Served = serve(PROGRAM)
    file = tmp_path / "early.txt"
    file.write_text("content")
    page.goto(program.url, wait_until="commit")
    expect(page.locator("#press")).to_be_visible()
    drop(page, "#press", file)
    arrive()
    expect(
        page.get_by_text("dropped while the page was loading was not taken").last
    ).to_be_visible()
    assert page.url.startswith(program.url.partition("?")[0])
