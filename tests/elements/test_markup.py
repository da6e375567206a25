"""Components as clean HTML for files, which browsers show as they show the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

import core as jp


def article() -> jp.Component:
    top = jp.Article(classes="m-2", id="top", data_kind="a & b", click=print)
    jp.H1(text="Fish & chips", a=top)
    line = jp.P(text="One ", a=top)
    jp.B(text="bold", a=line)
    jp.I(text="word", a=line)
    jp.Img(src="/a.png", alt="", a=top)
    jp.Form(a=top).add(jp.Input(value='"x"', required=True), jp.Input(type="checkbox"))
    jp.P(text="not shown", show=False, a=top)
    return top


def test_it_is_plain_html_on_one_line() -> None:
    assert article().to_html() == (
        '<article class="m-2" id="top" data-kind="a &amp; b"><h1>Fish &amp; chips</h1>'
        '<p>One <b>bold</b><i>word</i></p><img src="/a.png" alt="">'
        '<form><input type="text" value="&quot;x&quot;" required><input type="checkbox"></form>'
        "</article>"
    )


def test_pretty_lines_break_between_blocks_only() -> None:
    assert article().to_html(indent=1, step=2) == (
        ' <article class="m-2" id="top" data-kind="a &amp; b">\n'
        "   <h1>Fish &amp; chips</h1>\n"
        "   <p>One <b>bold</b><i>word</i></p>\n"
        '   <img src="/a.png" alt="">\n'
        '   <form><input type="text" value="&quot;x&quot;" required>'
        '<input type="checkbox"></form>\n'
        " </article>"
    )


def nested() -> jp.Component:
    table = jp.Table(a=(top := jp.Div()))
    jp.Td(text="a  cell", a=jp.Tr(a=jp.Tbody(a=table)))
    drawing = jp.Svg(width=20, height=20, a=jp.Div(a=top))
    jp.Text(text="in a drawing", a=jp.G(a=drawing))
    jp.Select(a=top).add(jp.Option(text="1"), jp.Option(text="2"))
    return top


def inline_blocks() -> jp.Component:
    top = jp.Div()
    for name in ("inline-block", "md:inline", "inline-flex"):
        jp.Div(classes=name, text=name, a=top)
    jp.Div(style="display: inline", text="styled", a=top)
    return top.add(jp.P(text="block"))


def spaces() -> jp.Component:
    top = jp.Div(classes="whitespace-pre-wrap").add(jp.Div().add(jp.P(text="kept")))
    return jp.Div().add(
        jp.Pre(text="\n a\n  b").add(jp.Div().add(jp.P(text="p"))),
        jp.Textarea(value="\nfirst\n second"),
        top,
        jp.Div(style="white-space: pre").add(jp.P(text="1"), jp.P(text="2")),
        jp.Div(inner_html=" <b>raw</b> <i>html</i> "),
        jp.P(text="&nbsp;&nbsp;x", html_entity=True),
    )


@pytest.mark.parametrize("make", [article, nested, inline_blocks, spaces])
def test_a_browser_shows_pretty_html_as_it_shows_the_other(
    make: Callable[[], Any], page: Page
) -> None:
    component = make()

    def looks(html: str) -> Any:
        page.set_content(
            f"<style>.inline-block, .md\\:inline, .inline-flex {{display: inline}}"
            f".whitespace-pre-wrap {{white-space: pre-wrap}}</style>{html}"
        )
        return page.evaluate(
            """() => [document.body.innerText, [...document.body.querySelectorAll('*')].map((e) => {
            const box = e.getBoundingClientRect();
            return [e.tagName, box.x, box.y, box.width, box.height];
            })]"""
        )

    pretty = component.to_html(indent=4, step=4)
    assert pretty.count("\n") > component.to_html().count("\n")
    assert looks(pretty) == looks(component.to_html())


def test_a_page_is_its_components_and_models_are_asked_first() -> None:
    class Total(jp.P):
        def react(self, data: dict[str, Any]) -> None:
            self.text = f"{self.count} in all"

    page = jp.WebPage(data={"name": "Mary"})
    jp.B(model=[page, "name"], a=page)
    total = Total(a=page)
    total.count = 3
    assert page.to_html() == "<b>Mary</b><p>3 in all</p>"
    assert page.to_html(step=1) == "<b>Mary</b>\n<p>3 in all</p>"
    assert jp.WebPage().to_html() == ""
