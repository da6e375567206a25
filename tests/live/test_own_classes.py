"""Classes that scripts of the page add to elements, beside those of the program."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

import core as jp

pytestmark = pytest.mark.browser

# Before the client has come: browsers run it where it stands in the document.
ENHANCE = """<script>
for (const element of document.querySelectorAll('.plain')) element.classList.add('enhanced');
</script>"""


def classes(element: Locator) -> list[str]:
    return sorted(element.evaluate("element => [...element.classList]"))


@pytest.fixture(params=["patch", "whole page"])
def change(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Gives classes to components of a shown page: alone, or with the whole page."""

    def change(live: Any, *components: jp.Component, to: str) -> None:
        def give() -> None:
            for component in components:
                component.classes = to
            if request.param == "whole page":
                live.web_page.view.send_whole()

        live.do(give)

    return change


def test_classes_of_a_script_that_was_first(live: Any, change: Any) -> None:
    box = jp.Div(classes="plain small", text="box")
    mark = jp.Circle(classes="plain small")
    shown = live(box, jp.Svg(children=[mark]), body_html=ENHANCE)
    expect(shown.element(box)).to_have_class("plain small enhanced")
    change(shown, box, mark, to="plain large")
    for component in (box, mark):
        assert classes(shown.element(component)) == ["enhanced", "large", "plain"]
    change(shown, box, mark, to="")
    for component in (box, mark):
        assert classes(shown.element(component)) == ["enhanced"]


def test_classes_of_a_script_that_comes_and_goes(live: Any, change: Any) -> None:
    box = jp.Div(classes="plain small", text="box")
    shown = live(box)
    change(shown, box, to="plain large")
    element = shown.element(box)
    element.evaluate("box => { box.classList.add('active'); box.classList.remove('plain'); }")
    change(shown, box, to="plain large wide")
    assert classes(element) == ["active", "large", "wide"]
    element.evaluate("box => box.classList.remove('active')")
    change(shown, box, to="plain")
    change(shown, box, to="round")
    assert classes(element) == ["round"]


def test_a_class_of_both_goes_with_the_programs(live: Any, change: Any) -> None:
    box = jp.Div(classes="plain", text="box")
    shown = live(box)
    shown.element(box).evaluate("box => box.classList.add('active')")
    change(shown, box, to="plain active")
    change(shown, box, to="plain")
    assert classes(shown.element(box)) == ["plain"]


def test_classes_stay_when_the_whole_page_is_sent_unchanged(live: Any) -> None:
    box = jp.Div(classes="plain", text="box")
    bare = jp.Div(text="bare")
    shown = live(box, bare)
    for component in (box, bare):
        shown.element(component).evaluate("box => box.classList.add('active')")
    shown.do(lambda: shown.web_page.view.send_whole())
    assert classes(shown.element(box)) == ["active", "plain"]
    assert classes(shown.element(bare)) == ["active"]


def test_classes_of_the_page_and_of_the_body(live: Any) -> None:
    shown = live(body_classes="light")
    shown.page.evaluate("document.getElementById('components').classList.add('ready')")
    shown.page.evaluate("document.documentElement.classList.add('loaded')")

    def turn() -> None:
        shown.web_page.body_classes = "heavy"
        shown.web_page.dark = True

    shown.do(turn)
    assert classes(shown.page.locator("#components")) == ["heavy", "ready"]
    assert classes(shown.page.locator("html")) == ["dark", "loaded"]


def test_a_script_adds_classes_during_a_transition(live: Any) -> None:
    moves = {"enter": "transition duration-[100s]", "enter_start": "opacity-0"}
    moves |= {"enter_end": "opacity-100"}
    box = jp.Div(classes="hidden", text="box", transition=moves)
    shown = live(box)
    element = shown.element(box)
    shown.do(lambda: box.set_classes("wide").hidden(False))
    element.evaluate("box => box.classList.add('active')")
    assert "opacity-100" in classes(element)
    element.evaluate("box => box.getAnimations().forEach((each) => each.finish())")
    expect(element).not_to_have_class(re.compile("transition"))
    assert classes(element) == ["active", "wide"]


def test_how_an_element_looks_while_it_is_dragged(live: Any) -> None:
    box = jp.Div(text="box", draggable=True, drag_options={"drag_classes": "faint"})
    shown = live(box)
    element = shown.element(box)
    element.evaluate("box => box.classList.add('active')")
    element.dispatch_event("dragstart")
    assert classes(element) == ["active", "faint"]
    element.dispatch_event("dragend")
    assert classes(element) == ["active"]
