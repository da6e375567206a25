"""Handlers given as text: the body of a function with self and msg."""

from __future__ import annotations

import asyncio

import pytest

import core as jp
from core.testing import serve


@pytest.mark.parametrize("keyword", ["click", "onclick", "on_click"])
def test_the_body_has_self_and_msg(keyword: str) -> None:
    button = jp.Button(text="0", **{keyword: "self.text = msg.event_type\nreturn True"})
    assert button.handlers["click"](button, jp.Msg(event_type="click")) is True
    assert button.text == "click"


def test_the_body_has_the_classes_of_components() -> None:
    div = jp.Div(click="self.add(Div(text='more'), HTMLEntity(entity='&copy;'))")
    div.handlers["click"](div, jp.Msg())
    assert div.to_html() == "<div><div>more</div><span>©</span></div>"


def test_a_body_leaves_nothing_to_others() -> None:
    for body in ("left = 1", "def left(): pass"):
        jp.Div(click=body).handlers["click"](jp.Div(), jp.Msg())
    with pytest.raises(NameError):
        jp.Div(click="print(left)").handlers["click"](jp.Div(), jp.Msg())
    with pytest.raises(NameError):
        jp.Div(click="handler(self, msg)").handlers["click"](jp.Div(), jp.Msg())


def test_it_runs_on_a_page() -> None:
    def page() -> jp.WebPage:
        wp = jp.WebPage()
        jp.Button(text="1", a=wp, click="self.text = int(self.text) + 1")
        return wp

    with serve(page) as user:
        shown = user.open()
        shown.find("1").click()
        assert shown.find("2").text == "2"


def test_a_body_that_awaits_is_async() -> None:
    button = jp.Button(click="await msg.event.wait()\nself.text = 'awaited'")
    handler = button.handlers["click"]
    assert handler.is_async

    async def run() -> None:
        event = asyncio.Event()
        event.set()
        await handler(button, jp.Msg(event=event))

    asyncio.run(run())
    assert button.text == "awaited"


def test_lines_inside_strings_are_left_alone() -> None:
    button = jp.Button(click='if True:\n    self.text = """a\nb"""')
    button.handlers["click"](button, jp.Msg())
    assert button.text == "a\nb"


def test_bad_syntax_is_said_when_it_is_bound() -> None:
    with pytest.raises(SyntaxError, match=r"click handler .* is not Python: .* line 1 of 'self\.t"):
        jp.Button(click="self.text = = 1")
    with pytest.raises(SyntaxError, match="click handler"):
        jp.Button(click="break")
