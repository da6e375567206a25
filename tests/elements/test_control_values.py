"""What controls hold: values of their type, groups of radio buttons, and shared models."""

from __future__ import annotations

import core as jp
from core.testing import serve
from tests.support.views import html


def test_entries_have_the_type_of_the_control() -> None:
    number, box, choice = (
        jp.Input(type="number"),
        jp.Input(type="checkbox"),
        jp.Select(multiple=True),
    )
    for text, value in [("12", 12), ("1.5", 1.5), ("", None), ("1e", None)]:
        number.enter(text, None, "here")
        assert number.value == value
        assert type(number.value) is type(value)
    box.enter("on", True, "here")
    assert (box.checked, box.value) == (True, "")
    choice.enter(["a", "b"], None, "here")
    assert choice.value == ["a", "b"]
    choice.enter({"a": 1}, None, "here")
    assert choice.value == ["a", "b"]


def test_the_text_of_a_textarea_is_its_value() -> None:
    area = jp.Textarea(text="one")
    area.enter("", None, "here")
    assert (area.text, area.value) == ("", "")
    area.text = "\n<two>"
    assert html(area) == '<textarea data-e="input/200">\n\n&lt;two&gt;</textarea>'


def test_labels_name_their_control() -> None:
    field = jp.Input()
    label = jp.Label(for_component=field, text="Name")
    assert f'for="{field.id}"' in html(label)


def radios(parent: jp.Component | jp.WebPage, name: str) -> list[jp.Input]:
    return [jp.Input(type="radio", name=name, value=v, a=parent) for v in ("a", "b", "c")]


def test_checking_a_radio_button_unchecks_its_group_on_the_server() -> None:
    page = jp.WebPage()
    group, other = radios(page, "x"), radios(page, "y")
    form = radios(jp.Form(a=jp.Div(a=page)), "x")
    for each in (group[0], other[1], form[2]):
        each.enter("", True, "channel")
    group[1].enter("", True, "channel")
    assert [each.checked for each in group] == [False, True, False]
    assert other[1].checked and form[2].checked
    group[2].checked = True
    assert [each.checked for each in group] == [False, False, True]


def test_a_user_chooses_one_of_a_group() -> None:
    def page() -> jp.WebPage:
        wp = jp.WebPage()
        out = jp.P(a=wp)
        group = [jp.Input(type="radio", name="x", value=v, title=v, a=wp) for v in "ab"]

        def changed(self: jp.Input, msg: jp.Msg) -> None:
            out.text = f"{msg.value} {[each.checked for each in group]}"

        for each in group:
            each.on("change", changed)
        return wp

    with serve(page) as user:
        shown = user.open()
        shown.find("a").click()
        assert shown.text == "a [True, False]"
        shown.find("b").click()
        assert shown.text == "b [False, True]"


def test_a_model_ties_an_input_to_texts() -> None:
    def page() -> jp.WebPage:
        wp = jp.WebPage()
        wp.data["name"] = "Ann"
        jp.Input(model=[wp, "name"], placeholder="Name", a=wp)
        jp.P(model=[wp, "name"], a=wp)
        jp.Button(text="Reset", a=wp, click=lambda msg: wp.data.update(name="nobody"))
        return wp

    with serve(page) as user:
        shown = user.open()
        assert shown.find(tag="p").text == "Ann"
        assert shown.find("Name").value == "Ann"
        shown.find("Name").type("Bea")
        assert shown.find(tag="p").text == "Bea"
        shown.find("Reset").click()
        assert (shown.find(tag="p").text, shown.find("Name").value) == ("nobody", "nobody")


def test_models_of_numbers_and_boxes() -> None:
    holder = jp.Div(data={"n": 3, "on": True, "which": "b"})
    number = jp.Input(type="number", model=[holder, "n"])
    box = jp.Input(type="checkbox", model=[holder, "on"])
    group = [jp.Input(type="radio", value=v, model=[holder, "which"]) for v in "ab"]
    for each in (number, box, *group):
        each.model_update()
    assert (number.value, box.checked, [each.checked for each in group]) == (3, True, [False, True])
    number.enter("4.5", None, "channel")
    box.enter("", False, "channel")
    group[0].enter("a", True, "channel")
    assert holder.data == {"n": 4.5, "on": False, "which": "a"}
