"""What every component has: constructor, children, classes, content, as Chromium shows them."""

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


# Classes


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


# Content


@shows("Component.text", "Component.html_entity")
def test_text(live: Show) -> None:
    """It stands before the children, and is text whatever is in it."""
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
    """It stands instead of the text and the children."""
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
