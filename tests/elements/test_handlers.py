"""Handlers of components: how they are bound, and the arguments that they get."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

import core as jp
from tests.support.views import html


@pytest.mark.parametrize("keyword", ["click", "onclick", "on_click"])
def test_events_are_bound_by_keywords(keyword: str) -> None:
    button = jp.Button(**{keyword: lambda: None})
    assert button.has_event_function("click")
    assert 'data-e="click"' in html(button)
    button.remove_event("click")
    assert button.events == []


def test_handlers_take_what_they_ask_for() -> None:
    class Counter(jp.Div):
        def __init__(self, **attributes: Any) -> None:
            super().__init__(**attributes)
            self.on("click", self.clicked)

        def clicked(self, msg: Any) -> tuple[Any, Any]:
            return self, msg

    counter = Counter()
    assert counter.handlers["click"]("target", "msg") == (counter, "msg")
    div = jp.Div(click=lambda self, msg: (self, msg), input=lambda msg: msg, change=lambda: "none")
    assert div.handlers["click"](div, "msg") == (div, "msg")
    assert div.handlers["input"](div, "msg") == "msg"
    assert div.handlers["change"](div, "msg") == "none"
    div.on("click", lambda self, msg, row=3: row)
    assert div.handlers["click"](div, "msg") == 3


def test_wrong_handlers_are_refused() -> None:
    with pytest.raises(ValueError, match="has no event 'clck'"):
        jp.Div().on("clck", print)
    with pytest.raises(TypeError, match="takes 3 parameters"):
        jp.Div(click=lambda a, b, c: None)
    with pytest.raises(TypeError, match="must be a function"):
        jp.Div(click=3)
    with pytest.raises(TypeError, match="has a yield"):
        jp.Div(click=lambda: (yield))
    div = jp.Div()
    div.add_event("my-event")
    assert div.on("my-event", print).events == ["my-event"]
    assert not jp.Div().allowed_events & {"my-event"}


def test_run_event_function() -> None:
    async def click(self: jp.Component, msg: jp.Msg) -> str:
        return f"{self.text} {msg.event_type} {msg.value} {msg.nothing}"

    button = jp.Button(text="b", click=click, change=lambda self, msg: msg["value"])
    assert asyncio.run(button.run_event_function("click", {"value": 3})) == "b click 3 None"
    assert asyncio.run(button.run_event_function("change", {"value": 3})) == 3
    with pytest.raises(KeyError, match="no handler for 'input'"):
        asyncio.run(button.run_event_function("input"))
