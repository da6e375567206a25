"""Form controls: their values follow what a user does in Chromium, and the other way round."""

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
    "Input.value",
    "Input.type",
    "Input(type=text)",
    "Input(type=password)",
    "Input(type=number)",
    "Input(type=range)",
    "Input(type=date)",
    "Input(type=color)",
)
def test_values_of_inputs(live: Show) -> None:
    """They have the type that a program expects, and show the values that it sets."""
    # type -> the first value, what the user enters, the value after that
    kinds: dict[str, tuple[Any, str, Any]] = {
        "text": ("one", "<two>", "<two>"),
        "password": ("secret", "geheim", "geheim"),
        "number": (1, "-2.5", -2.5),
        "range": (10, "30", 30),
        "date": ("2024-02-29", "2025-12-31", "2025-12-31"),
        "color": ("#ff0000", "#00ff00", "#00ff00"),
    }
    received: list[Any] = []
    inputs = {
        kind: jp.Input(
            type=kind, value=first, debounce=0, input=lambda msg: received.append(msg.value)
        )
        for kind, (first, _, _) in kinds.items()
    }
    assert jp.Input().type == "text"
    shown = live(*inputs.values())
    for kind, (first, entered, held) in kinds.items():
        field = shown.element(inputs[kind])
        expect(field).to_have_js_property("type", kind)
        expect(field).to_have_value(str(first))
        field.fill(entered)
        shown.do(lambda: None)
        assert inputs[kind].value == received[-1] == held
        assert type(inputs[kind].value) is type(received[-1]) is type(held)

    def change() -> None:
        for kind, (first, _, _) in kinds.items():
            inputs[kind].value = first

    shown.do(change)
    for kind, (first, _, _) in kinds.items():
        expect(shown.element(inputs[kind])).to_have_value(str(first))


def test_numbers(live: Show) -> None:
    """Ints, floats, and None for anything else; never an error."""
    number = jp.Input(type="number", step="any")
    shown = live(number)
    assert not number.value
    for typed, held in {"7": 7, "7.5": 7.5, "1e3": 1000.0, "": None, "-": None}.items():
        shown.element(number).press("Control+A")
        shown.element(number).press("Delete")
        shown.element(number).press_sequentially(typed)
        shown.do(lambda: None)
        assert number.value == held and type(number.value) is type(held), typed


@shows("Input(type=checkbox)", "Input(type=radio)", "Input.checked")
def test_boxes_and_groups_of_radio_buttons(live: Show) -> None:
    """One of a group is checked: of those of a name in a form, else in the page."""
    box = jp.Input(type="checkbox", checked=True)
    in_page, in_form = (
        [jp.Input(type="radio", name="x", value=value) for value in "abc"] for _ in range(2)
    )
    shown = live(box, jp.Div().add(*in_page), jp.Form().add(*in_form))
    shown.element(box).uncheck()
    shown.element(in_page[0]).check()
    shown.element(in_form[2]).check()
    shown.element(in_page[1]).check()
    shown.do(lambda: None)
    assert [each.checked for each in (box, *in_page, *in_form)] == [
        *(False, False, True, False, False, False, True),
    ]
    assert [each.value for each in in_page] == ["a", "b", "c"]

    def change() -> None:
        box.checked = in_page[2].checked = in_form[0].checked = True

    shown.do(change)
    found = [shown.element(each).is_checked() for each in (box, *in_page, *in_form)]
    assert found == [True, False, False, True, True, False, False]
    assert found == [each.checked for each in (box, *in_page, *in_form)]


@shows("Select.value", "Select(multiple)")
def test_choices(live: Show) -> None:
    def options() -> list[jp.Component]:
        group = jp.Optgroup(label="more").add(jp.Option(value="c", text="C"))
        return [jp.Option(value="a", text="A"), jp.Option(value="b", text="B"), group]

    one = jp.Select(value="b").add(*options())
    many = jp.Select(multiple=True, value=["a", "c"]).add(*options())
    shown = live(one, many)
    expect(shown.element(one)).to_have_value("b")
    expect(shown.element(many)).to_have_values(["a", "c"])
    shown.element(one).select_option(label="C")
    shown.element(many).select_option(["b"])
    shown.do(lambda: None)
    assert (one.value, many.value) == ("c", ["b"])

    def change() -> None:
        one.value, many.value = "a", ["b", "c"]

    shown.do(change)
    expect(shown.element(one)).to_have_value("a")
    expect(shown.element(many)).to_have_values(["b", "c"])


def test_options_come_back_as_they_were_given(live: Show) -> None:
    one = jp.Select().add(*(jp.Option(value=value, text=str(value)) for value in (1, 2.5, "3")))
    group = jp.Optgroup(label="more").add(jp.Option(value=3, text="three"), jp.Option(text=4))
    many = jp.Select(multiple=True).add(group)
    assert many.value == []
    shown = live(one, many)
    expect(shown.element(many)).to_have_values([])
    for label, value in (("2.5", 2.5), ("3", "3"), ("1", 1)):
        shown.element(one).select_option(label=label)
        shown.do(lambda: None)
        assert (one.value, type(one.value)) == (value, type(value))
    shown.element(many).select_option(["3", "4"])
    shown.do(lambda: None)
    assert many.value == [3, 4]


@shows("Textarea.value")
def test_a_text_of_several_lines(live: Show) -> None:
    area = jp.Textarea(value="\none\n</textarea> two")
    shown = live(area)
    expect(shown.element(area)).to_have_value("\none\n</textarea> two")
    shown.element(area).fill("three\nfour")
    shown.do(lambda: None)
    assert area.value == "three\nfour"
    shown.do(lambda: setattr(area, "value", "five"))
    expect(shown.element(area)).to_have_value("five")


@shows("Label.for_component")
def test_a_label_belongs_to_its_control(live: Show) -> None:
    named, unnamed = jp.Input(id="named"), jp.Input(type="checkbox")
    labels = [
        jp.Label(text="Named", for_component=named),
        jp.Label(text="Unnamed", for_component=unnamed),
    ]
    shown = live(named, unnamed, *labels)
    shown.page.get_by_label("Named", exact=True).fill("text")
    shown.page.get_by_text("Unnamed").click()
    shown.do(lambda: None)
    assert (named.value, unnamed.checked) == ("text", True)
    shown.element(labels[0]).click()
    expect(shown.element(named)).to_be_focused()


@shows("A.bookmark", "A.scroll")
def test_a_link_leads_to_a_component(live: Show) -> None:
    far, near = jp.P(text="far"), jp.P(text="near", id="near")
    tall = [jp.Div(style="height: 3000px") for _ in range(2)]
    there, back = jp.A(text="there", bookmark=far, scroll=True, a=near), jp.A(text="back", a=far)
    back.bookmark = near
    shown = live(near, tall[0], far, tall[1])
    shown.element(there).click()
    expect(shown.element(far)).to_be_in_viewport()
    behavior = "getComputedStyle(document.documentElement).scrollBehavior"
    assert shown.page.evaluate(behavior) == "smooth"
    shown.element(back).click()
    expect(shown.element(far)).not_to_be_in_viewport()
    expect(shown.element(near)).to_be_in_viewport()
    shown.do(lambda: setattr(there, "scroll", False))
    assert shown.page.evaluate(behavior) == "auto"


@shows("InputChangeOnly", "Input.debounce")
def test_when_values_are_sent(live: Show) -> None:
    """While typing after a moment of quiet, or only when the input is left."""
    left, quiet = jp.InputChangeOnly(), jp.Input(debounce=1)
    texts = [jp.P(model=[each, "text"]) for each in (left, quiet)]
    for each in (left, quiet):
        each.model = [each, "text"]
    shown = live(left, quiet, *texts)
    shown.element(left).press_sequentially("typed")
    shown.element(quiet).press_sequentially("typed")
    for text in texts:  # to go to the second input was to leave the first
        expect(shown.element(text)).to_have_text("typed")
    shown.element(left).press("End")
    shown.element(left).press_sequentially(" more")
    shown.do(lambda: None)  # a click by script: the focus stays
    assert (left.value, quiet.value) == ("typed", "typed")
    shown.element(left).press("Enter")
    expect(shown.element(texts[0])).to_have_text("typed more")
