"""Plain handlers that do not wait for the others of their page, such as that of a Cancel button."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

import core as jp
from core.testing import serve
from tests.support.api import shows

PATIENCE = 20.0  # seconds until work gives up that nobody cancels


def working(bind: Callable[[jp.WebPage, jp.Button, Callable[[], None]], Any]) -> Any:
    """A page with work that waits to be cancelled; `bind` binds what cancels it."""

    def made() -> jp.WebPage:
        page = jp.WebPage()
        status = jp.P(text="idle", a=page)
        begun, cancelled = threading.Event(), threading.Event()

        def work() -> None:
            begun.set()
            status.text = "cancelled" if cancelled.wait(PATIENCE) else "never cancelled"

        def cancel() -> None:
            begun.wait(PATIENCE)
            cancelled.set()

        jp.Button(text="Work", click=work, a=page)
        bind(page, jp.Button(text="Cancel", a=page), cancel)
        return page

    return made


def on_click(page: jp.WebPage, button: jp.Button, cancel: Callable[[], None]) -> None:
    button.on("click", cancel, concurrent=True)


def around(page: jp.WebPage, button: jp.Button, cancel: Callable[[], None]) -> None:
    """The handlers before and after it do not wait either."""
    button.on("before", lambda: None)
    button.on("click", lambda: None, concurrent=True)
    button.on("after", cancel)


@shows("Component.on(concurrent)")
@pytest.mark.parametrize("bind", [on_click, around])
def test_cancel_is_heard_while_plain_work_goes_on(bind: Any) -> None:
    with serve(working(bind)) as user:
        page = user.open()
        with page.find("Work").clicking():
            page.find("Cancel").click()
        assert "cancelled" in page.text and "never" not in page.text


@shows("WebPage.on(concurrent)")
def test_a_key_of_the_page_is_heard_while_plain_work_goes_on() -> None:
    def on_key(page: jp.WebPage, button: jp.Button, cancel: Callable[[], None]) -> None:
        page.on("keydown", cancel, concurrent=True)

    with serve(working(on_key)) as user:
        page = user.open()
        with page.find("Work").clicking():
            body = page.find(tag="body").element
            body.attributes["data-c"] = "0"
            page.send(body, "keydown", {})
        assert "cancelled" in page.text and "never" not in page.text


def test_others_wait_for_each_other() -> None:
    order: list[str] = []

    def two() -> jp.WebPage:
        page = jp.WebPage()
        second_came = threading.Event()

        def first() -> None:
            second_came.wait(0.2)
            order.append("first")

        def second() -> None:
            second_came.set()
            order.append("second")

        jp.Button(text="First", click=first, a=page)
        jp.Button(text="Second", click=second, a=page)
        return page

    with serve(two) as user:
        page = user.open()
        with page.find("First").clicking():
            page.find("Second").click()
    assert order == ["first", "second"]
