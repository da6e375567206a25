"""What controls hold: groups of radio buttons, and models shared by components."""

from __future__ import annotations

import asyncio

import pytest

import core as jp
from core.testing import serve


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


def test_run_event_function() -> None:
    async def click(self: jp.Component, msg: jp.Msg) -> str:
        return f"{self.text} {msg.event_type} {msg.value} {msg.nothing}"

    button = jp.Button(text="b", click=click, change=lambda self, msg: msg["value"])
    assert asyncio.run(button.run_event_function("click", {"value": 3})) == "b click 3 None"
    assert asyncio.run(button.run_event_function("change", {"value": 3})) == 3
    with pytest.raises(KeyError, match="no handler for 'input'"):
        asyncio.run(button.run_event_function("input"))


def test_names_that_programs_keep_in_components() -> None:
    div = jp.Div()
    assert (div.key, div.temp, div.delete_flag, div.name) == (None, False, True, None)
    assert jp.Div(key="k", temp=True, delete_flag=False, name="n").key == "k"
