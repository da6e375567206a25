"""Attributes of components: their HTML, their types, and when they are dirty."""

from __future__ import annotations

from typing import Any

import pytest

import core as jp
from tests.support.views import RecordingView, html


def test_keywords_become_attributes() -> None:
    link = jp.A(text="a < b", href="/x?a=1&b", target="_blank", classes="m-1", no_such="kept")
    assert link.no_such == "kept"
    assert html(link) == '<a href="/x?a=1&amp;b" target="_blank" class="m-1">a &lt; b</a>'


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (
            {"aria_label": "x", "data_row": 7, "role": "note"},
            'aria-label="x" data-row="7" role="note"',
        ),
        ({"aria_hidden": False, "data_on": True}, 'aria-hidden="false" data-on="true"'),
        ({"hidden_": True, "title": ""}, 'hidden title=""'),
        ({"hidden_": False, "title": None}, ""),
        ({"title": '"><script>'}, 'title="&quot;&gt;&lt;script&gt;"'),
        ({"draggable": False}, 'draggable="false"'),
    ],
)
def test_attributes_in_html(attributes: dict[str, Any], expected: str) -> None:
    assert html(jp.Div(**attributes)) == f"<div {expected}></div>".replace(" >", ">")


def test_our_own_attributes_cannot_be_taken() -> None:
    with pytest.raises(ValueError, match="data_c is Satchel's own"):
        jp.Div(data_c="1")


def test_attributes_set_before_init_are_defaults() -> None:
    class Card(jp.Div):
        def __init__(self, **attributes: Any) -> None:
            self.classes = "p-4"
            self.title = "card"
            self.add(jp.P(text="in it"))
            super().__init__(**attributes)

    assert html(Card()).startswith('<div class="p-4" title="card"><p')
    assert 'class="p-8"' in html(Card(classes="p-8"))


def test_attributes_of_a_subclass_are_shown() -> None:
    class Warn(jp.Div):
        classes = "text-red-500"
        role = "alert"

    assert html(Warn()) == '<div class="text-red-500" role="alert"></div>'
    assert html(Warn(role="note")) == '<div class="text-red-500" role="note"></div>'


def test_only_changes_are_noted() -> None:
    div = jp.Div(text="one")
    view = RecordingView(jp.WebPage().add(div), div)
    div.text = "one"
    div.own = 1
    assert view.take() == []
    div.text = "two"
    div.title = 1
    div.title = True
    del div.title
    assert view.take() == [(div, "text"), *3 * [(div, "title")]]


def test_classes() -> None:
    div = jp.Div(classes="text-2xl text-white w-full m-2")
    div.set_classes("text-yellow-500 w-4").set_class("bg-red-500", "hover")
    assert div.classes == "text-2xl m-2 text-yellow-500 w-4 hover:bg-red-500"
    div.hidden_toggle()
    assert div.has_class("hidden")
    div.hidden_toggle().remove_class("m-2")
    assert not div.has_class("hidden")
    assert not div.has_class("m-2")


def test_a_method_named_as_an_attribute_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Card.text\(\) is a method, .* another name"):

        class Card(jp.Div):
            def text(self) -> str:  # type: ignore[override]
                return ""


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({"classes": ["m-4", "p-2"]}, r"classes takes text such as .*, not \['m-4', 'p-2'\]"),
        ({"style": {"color": "red"}}, "style takes text such as 'color: red"),
    ],
)
def test_lists_and_dictionaries_for_text(attributes: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        jp.Div(**attributes).to_html()


def test_names_that_programs_keep_in_components() -> None:
    div = jp.Div()
    assert (div.key, div.temp, div.delete_flag, div.name) == (None, False, True, None)
    assert jp.Div(key="k", temp=True, delete_flag=False, name="n").key == "k"
