"""Classes, style and content of every component, as Chromium shows them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

import core as jp
from tests.conftest import Live
from tests.support.api import shows

pytestmark = pytest.mark.browser

Show = Callable[..., Live]


@shows(
    "Component.classes",
    "Component.set_class",
    "Component.set_classes",
    "Component.has_class",
    "Component.remove_class",
)
def test_classes(live: Show) -> None:
    box = jp.Div(classes="text-blue-500 w-full own", text="box")
    shown = live(jp.Div(classes="w-96").add(box))
    steps: list[tuple[Callable[[], Any], str]] = [
        (lambda: box.set_class("w-4"), "text-blue-500 own w-4"),
        (lambda: box.set_classes("text-red-500 p-2"), "own w-4 text-red-500 p-2"),
        (lambda: box.set_class("p-8", "hover"), "own w-4 text-red-500 p-2 hover:p-8"),
        (lambda: box.remove_class("own"), "w-4 text-red-500 p-2 hover:p-8"),
        (lambda: setattr(box, "classes", "w-8"), "w-8"),
    ]
    for step, expected in steps:
        shown.do(step)
        assert shown.attribute(box, "class") == expected
        assert box.has_class(expected.split()[0])
        assert not box.has_class("w-full")
    expect(shown.element(box)).to_have_css("width", "32px")


@shows("Component.hidden", "Component.hidden_toggle")
def test_hidden(live: Show) -> None:
    box = jp.Div(text="box", classes="flex")
    shown = live(box)
    element = shown.element(box)
    steps: list[tuple[Callable[[], Any], bool]] = [
        (lambda: box.hidden(), False),
        (lambda: box.hidden(), False),
        (lambda: box.hidden(False), True),
        (lambda: box.hidden_toggle(), False),
        (lambda: box.hidden_toggle(), True),
    ]
    for step, visible in steps:
        shown.do(step)
        expect(element).to_be_visible(visible=visible)
        assert box.has_class("hidden") is not visible


@shows("Component.text", "Component.html_entity")
def test_text(live: Show) -> None:
    """It comes before the children, and is text whatever its content."""
    plain = jp.P(text="<b>&euro; & 'é'").add(jp.Span(text=" child"))
    entity = jp.P(text="&euro;&nbsp;5", html_entity=True)
    number, nothing = jp.P(text=5), jp.P(text=None)
    shown = live(plain, entity, number, nothing)

    def texts() -> list[str | None]:
        return [shown.element(p).text_content() for p in (plain, entity, number, nothing)]

    assert texts() == ["<b>&euro; & 'é' child", "€\xa05", "5", ""]

    def change() -> None:
        plain.text, entity.text, number.text, nothing.text = "<i>", "&lt;", 6.5, "some"

    shown.do(change)
    assert texts() == ["<i> child", "<", "6.5", "some"]
    shown.do(lambda: setattr(plain, "text", ""))
    assert texts()[0] == " child"
    shown.do(lambda: setattr(entity, "html_entity", False))
    assert texts()[1] == "&lt;"


@shows("Component.inner_html")
def test_inner_html(live: Show) -> None:
    """It replaces the text and the children."""
    box = jp.Div(text="text", inner_html="<b id=raw>raw</b>").add(jp.P(text="child"))
    shown = live(box)
    content = "box => box.innerHTML"
    assert shown.element(box).evaluate(content) == '<b id="raw">raw</b>'
    shown.do(lambda: setattr(box, "inner_html", "<i>other</i>"))
    assert shown.element(box).evaluate(content) == "<i>other</i>"
    shown.do(lambda: setattr(box, "inner_html", ""))
    assert shown.element(box).text_content() == "textchild"


@shows("Component.show")
def test_show(live: Show) -> None:
    """What is not shown is not in the document, with all that is in it."""
    box = jp.Div(show=False).add(jp.P(text="inside"))
    shown = live(jp.Div().add(jp.P(text="before"), box, jp.P(text="after")))
    element = shown.element(box)
    expect(element).to_have_count(0)
    shown.do(lambda: setattr(box, "show", True))
    assert element.text_content() == "inside"
    assert element.evaluate("box => box.previousSibling.textContent") == "before"
    shown.do(lambda: setattr(box, "show", False))
    expect(element).to_have_count(0)


@shows("Component.style")
def test_style(live: Show) -> None:
    box = jp.Div(text="box", style="color: rgb(1, 2, 3); width: 30px")
    shown = live(box)
    expect(shown.element(box)).to_have_css("color", "rgb(1, 2, 3)")
    shown.do(lambda: setattr(box, "style", "width: 40px"))
    expect(shown.element(box)).to_have_css("width", "40px")
    assert shown.attribute(box, "style") == "width: 40px"
    shown.do(lambda: setattr(box, "style", ""))
    assert shown.attribute(box, "style") is None


@shows(
    "Component(any keyword)",
    "Component.key",
    "Component.temp",
    "Component.delete_flag",
    "Component.data",
)
def test_what_a_program_keeps_in_a_component(live: Show) -> None:
    """It is the program's own: nothing of it is shown."""
    own: dict[str, Any] = {"key": "k", "temp": True, "delete_flag": False, "step": 5}
    box: Any = jp.Div(text="0", data={"n": 1}, **own)
    box.shade = "dark"

    def clicked(self: Any, msg: jp.Msg) -> None:
        self.step += 1
        self.text = f"{self.key} {self.temp} {self.delete_flag} {self.step} {self.shade}"

    box.on("click", clicked)
    shown = live(box)
    names = shown.element(box).evaluate("box => box.getAttributeNames().join(' ')")
    assert names == "data-c data-e"
    shown.element(box).click()
    expect(shown.element(box)).to_have_text("k True False 6 dark")
    assert box.data == {"n": 1}
    fresh = jp.Div()
    assert (fresh.key, fresh.temp, fresh.delete_flag, fresh.data) == (None, False, True, {})
