"""What every component has: constructor, handlers and children, as Chromium shows them."""

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


# Constructor


@shows(
    "Component(a)",
    "Component(add_to)",
    "Component.components",
    "Component[i]",
    "len(Component)",
)
def test_parents_named_by_keyword(live: Show) -> None:
    box = jp.Div()
    jp.P(text="a", a=box)
    jp.P(text="add_to", add_to=box)
    shown = live(box)
    assert shown.children(box) == ["a", "add_to"]
    shown.do(lambda: jp.P(text="later", a=box))
    assert shown.children(box) == ["a", "add_to", "later"]
    assert [len(box), box[1].text, box[-1].text] == [3, "add_to", "later"]
    assert [child.text for child in box] == ["a", "add_to", "later"]
    shown.do(lambda: box.components.reverse())
    assert shown.children(box) == ["later", "add_to", "a"]
    shown.do(lambda: setattr(box, "components", [jp.P(text="only")]))
    assert shown.children(box) == ["only"]


@shows("Component(children)")
def test_children_named_by_keyword(live: Show) -> None:
    rows = jp.Ul(children=[jp.Li(text="one", children=[jp.B(text="!")]), jp.Li(text="two")])
    assert live(rows).children(rows) == ["one!", "two"]


@shows("Component(click)", "click", "Component.on", "Component.events", "msg.target")
def test_events_bound_by_keyword(live: Show) -> None:
    clicks: list[str] = []

    def clicked(msg: jp.Msg) -> None:
        clicks.append(msg.target.text)

    buttons = [
        jp.Button(text="click", click=clicked),
        jp.Button(text="onclick", onclick=clicked),
        jp.Button(text="on_click", on_click=clicked),
        jp.Button(text="on").on("click", clicked),
    ]
    assert all(button.events == ["click"] for button in buttons)
    shown = live(*buttons)
    for button in buttons:
        shown.element(button).click()
        shown.do(lambda: None)  # handlers of a page run one after the other
    assert clicks == ["click", "onclick", "on_click", "on"]


@shows(
    "Component.remove_event",
    "Component.has_event_function",
    "Component.run_event_function",
    "Component.on(text)",
)
def test_handlers_come_and_go(live: Show) -> None:
    button = jp.Button(text="0", click="self.text = str(int(self.text) + msg.get('step', 1))")
    shown = live(button)
    shown.element(button).click()
    expect(shown.element(button)).to_have_text("1")
    shown.do(lambda: jp.asyncio.run(button.run_event_function("click", {"step": 10})))
    expect(shown.element(button)).to_have_text("11")
    assert button.has_event_function("click")
    shown.do(lambda: button.remove_event("click"))
    assert not button.has_event_function("click")
    assert shown.attribute(button, "data-e") is None


@shows(
    "Component.class_name",
    "Component.html_tag",
    "Component.name",
    "Component.id",
    "attributes set before super().__init__()",
    "Component",
)
def test_defaults_of_a_subclass(live: Show) -> None:
    """Attributes set before ``super().__init__`` are defaults that keywords override."""

    assert issubclass(jp.Section, jp.Component)

    class Notice(jp.Section):
        def __init__(self, **attributes: Any) -> None:
            self.classes = "p-4"
            self.title = "a notice"
            self.add(jp.P(text="inside"))
            super().__init__(**attributes)

    plain, own = Notice(id="plain", name="first"), Notice(classes="p-8", title="mine", id=7)
    shown = live(plain, own)
    assert (plain.class_name, plain.html_tag) == ("Notice", "section")
    found = [
        [shown.attribute(each, name) for name in ("class", "title", "id")] for each in (plain, own)
    ]
    assert found == [["p-4", "a notice", "plain"], ["p-8", "mine", "7"]]
    assert shown.page.locator("section#plain > p").inner_text() == "inside"
    shown.do(lambda: setattr(plain, "id", "renamed"))
    assert shown.page.locator("#renamed > p").inner_text() == "inside"


# Children


@shows(
    "Component.add",
    "Component.add_component",
    "Component.add_first",
    "Component.add_to",
    "Component.first",
    "Component.last",
)
def test_ways_to_add_children(live: Show) -> None:
    box = jp.Div()
    shown = live(box)
    steps: list[tuple[Callable[[], Any], str]] = [
        (lambda: box.add(jp.P(text="b"), jp.P(text="c")), "bc"),
        (lambda: box + jp.P(text="d"), "bcd"),
        (lambda: box.__iadd__(jp.P(text="e")), "bcde"),
        (lambda: box.add_first(jp.P(text="a")), "abcde"),
        (lambda: box.add_component(jp.P(text="x"), 2), "abxcde"),
        (lambda: box.add_component(jp.P(text="f")), "abxcdef"),
        (lambda: jp.P(text="g").add_to(box), "abxcdefg"),
        (lambda: box.add(jp.P(text="h")).add(jp.P(text="i")), "abxcdefghi"),
    ]
    for step, expected in steps:
        shown.do(step)
        assert shown.children(box) == list(expected)
        assert [box.first().text, box.last().text] == [expected[0], expected[-1]]


@shows(
    "Component.remove",
    "Component.remove_component",
    "Component.delete",
    "Component.delete_components",
)
def test_ways_to_remove_children(live: Show) -> None:
    a, b, c, d, e = (jp.P(text=text) for text in "abcde")
    box = jp.Div().add(a, b, c, d, e)
    shown = live(box)
    steps: list[tuple[Callable[[], Any], str]] = [
        (lambda: box.remove(b), "acde"),
        (lambda: box.remove(b), "acde"),
        (lambda: box.remove_component(a), "cde"),
        (lambda: c.delete(), "de"),
        (lambda: box.components.pop(), "d"),
        (lambda: box.add(a, b), "dab"),
        (lambda: box.delete_components(), ""),
        (lambda: box.add(d), "d"),
    ]
    for step, expected in steps:
        shown.do(step)
        assert shown.children(box) == list(expected)
    with pytest.raises(ValueError, match="is not a child of"):
        box.remove_component(a)


@shows(
    "one component in several places",
)
def test_an_instance_in_several_places(live: Show) -> None:
    shared = jp.P(text="one")
    first, second = jp.Div().add(shared, shared), jp.Div().add(shared)
    shown = live(first, second)
    shown.do(lambda: setattr(shared, "text", "all"))
    assert shown.children(first) + shown.children(second) == ["all"] * 3
    shown.do(lambda: second.remove(shared))
    assert shown.children(first) + shown.children(second) == ["all"] * 2
    shown.do(lambda: shared.delete())
    assert shown.children(first) == []
