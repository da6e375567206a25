"""Attributes of elements, as Chromium has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import core as jp
from core.elements.attribute_names import GLOBAL_ATTRIBUTES
from core.words import names
from tests.conftest import Live
from tests.support.api import ATTRIBUTES, attribute_name, element_classes, shows
from tests.support.places import holders

pytestmark = pytest.mark.browser

Show = Callable[..., Live]

# https://html.spec.whatwg.org/multipage/indices.html: "Boolean attribute"
BOOLEAN = names("""
    allowfullscreen autofocus autoplay checked controls default disabled formnovalidate hidden_
    inert ismap itemscope loop multiple muted novalidate open playsinline readonly required
    reversed selected webkitdirectory
    """)

# The values of inputs are in their properties; their attributes are the first values. Nonces are
# hidden.
VALUES = """
    elements => Object.fromEntries(elements.map(element => {
        const values = Object.fromEntries(
            element.getAttributeNames().map(name => [name, element.getAttribute(name)]));
        if (element.nonce) values.nonce = element.nonce;
        if (element.localName === 'input') {
            values.value = element.value;
            delete values.checked;
            if (element.checked) values.checked = '';
        }
        return [element.id, values];
    }))
"""


def html_name(attribute: str) -> str:
    """``_in`` and ``for_`` are reserved words; underscores become hyphens."""
    return attribute.strip("_").replace("_", "-")


def sample(attribute: str, other: str = "") -> bool | str:
    if attribute in BOOLEAN:
        return not other
    text = other or f"{attribute}-7"
    return f".{text}" if attribute == "accept" else text  # of which nothing else is taken


def with_all_attributes(element: type[jp.Component], value: Callable[[str], Any]) -> jp.Component:
    # Of from_ and _from, and of in_ and _in, one is enough at a time.
    wanted = sorted(name for name in element.attributes | GLOBAL_ATTRIBUTES if name != "id")
    return element(id=element.__name__, **{name: value(name) for name in wanted})


def check_attributes(values: dict[str, dict[str, str]], other: str = "") -> None:
    for element in element_classes():
        for name in element.attributes | GLOBAL_ATTRIBUTES:
            found = values[element.__name__].get(html_name(name))
            if name == "id":
                assert found == element.__name__
            elif name == "value" and element in (jp.Select, jp.Textarea):
                assert found is None  # no attribute of theirs in HTML
            elif name in BOOLEAN:
                assert found == (None if other else ""), (element, name)
            elif html_name(name) in ("from", "in"):
                assert found and found.endswith(other or "-7"), (element, name)
            else:
                assert found == sample(name, other), (element, name)


@shows(*map(attribute_name, ATTRIBUTES))
def test_every_attribute_arrives(live: Show) -> None:
    """With its value, in the document that is served and after each was changed."""
    box, places = holders()
    made = {}
    for element, holder in places.items():
        holder.add(component := with_all_attributes(element, sample))
        made[element] = component
    shown = live(box)
    check_attributes(shown.page.locator("[id]").evaluate_all(VALUES))

    def change() -> None:
        for element, component in made.items():
            for name in element.attributes | GLOBAL_ATTRIBUTES:
                if name != "id":
                    setattr(component, name, sample(name, "other"))

    shown.do(change)
    check_attributes(shown.page.locator("[id]").evaluate_all(VALUES), "other")


def test_values_of_attributes(live: Show) -> None:
    """True is the bare attribute, False and None are none; numbers are written as they are."""
    expected: list[tuple[jp.Component, dict[str, str | None]]] = [
        (jp.Button(disabled=True, autofocus=False, title=None), {"disabled": "", "title": None}),
        (jp.Button(disabled=False, name="x"), {"disabled": None, "name": "x"}),
        (jp.Img(width=7, height="50%", alt=""), {"width": "7", "height": "50%", "alt": ""}),
        (jp.Meter(value=0.5, min=0), {"value": "0.5", "min": "0"}),
        (jp.A(download=True), {"download": ""}),
        (jp.A(download="a.txt"), {"download": "a.txt"}),
        (jp.P(draggable=True, spellcheck=False), {"draggable": "true", "spellcheck": "false"}),
        (jp.P(contenteditable=True, translate=False), {"contenteditable": "true"}),
        (jp.P(title="<&\"'> é"), {"title": "<&\"'> é"}),
        (jp.P(hidden_=True), {"hidden": ""}),
        (jp.P(no_such="kept"), {"no_such": None, "no-such": None}),
    ]
    shown = live(*(component for component, _ in expected))
    for component, attributes in expected:
        for name, value in attributes.items():
            assert shown.attribute(component, name) == value, (component, name)
    button = jp.Button(disabled=True, title="one", name="n")
    shown.do(lambda: shown.stage.add(button))

    def change() -> None:
        button.disabled, button.title = False, None
        del button.name

    shown.do(change)
    assert [shown.attribute(button, name) for name in ("disabled", "title", "name")] == [None] * 3
    shown.do(lambda: setattr(button, "disabled", True))
    assert shown.attribute(button, "disabled") == ""


@shows(
    "underscores in names",
)
def test_names_of_attributes(live: Show) -> None:
    """Reserved words have an underscore; underscores become hyphens."""
    path = jp.Path(d="M0 0", stroke_width=2, fill_opacity=0.5)
    blend = jp.FeBlend(in_="SourceGraphic")
    offset = jp.FeOffset(_in="SourceAlpha")
    animate = jp.Animate(_from="1", attributeName="x")
    label = jp.Label(for_="field")
    form = jp.Form(accept_charset="utf-8")
    svg = jp.Svg(viewBox="0 0 1 1").add(path, jp.Filter().add(blend, offset), animate)
    note = jp.P(class_="quiet")
    note.class_ += " small"
    shown = live(svg, label, form, note)
    expected: list[tuple[jp.Component, str, str]] = [
        (note, "class", "quiet small"),
        (path, "stroke-width", "2"),
        (path, "fill-opacity", "0.5"),
        (svg, "viewBox", "0 0 1 1"),
        (blend, "in", "SourceGraphic"),
        (offset, "in", "SourceAlpha"),
        (animate, "from", "1"),
        (animate, "attributeName", "x"),
        (label, "for", "field"),
        (form, "accept-charset", "utf-8"),
    ]
    for component, name, value in expected:
        assert shown.attribute(component, name) == value, name


@shows("aria_*", "data_*")
def test_aria_and_data_attributes(live: Show) -> None:
    box = jp.Div(aria_label="a box", aria_expanded=False, aria_busy=True, data_row_number=3)
    box.data_open = True
    shown = live(box)
    expected = {
        "aria-label": "a box",
        "aria-expanded": "false",
        "aria-busy": "true",
        "data-row-number": "3",
        "data-open": "true",
    }
    assert {name: shown.attribute(box, name) for name in expected} == expected
    assert shown.element(box).evaluate("box => box.dataset.rowNumber") == "3"

    def change() -> None:
        box.aria_expanded = True
        box.aria_label = None
        box.data_new = "new"

    shown.do(change)
    assert shown.attribute(box, "aria-expanded") == "true"
    assert shown.attribute(box, "aria-label") is None
    assert shown.attribute(box, "data-new") == "new"
