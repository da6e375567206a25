"""Elements and their attributes, as Chromium has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import core as jp
from core.elements import tags
from core.elements.attribute_names import GLOBAL_ATTRIBUTES
from core.words import names
from tests.conftest import Live
from tests.support.api import ATTRIBUTES, ELEMENTS, attribute_name, element_classes, shows

pytestmark = pytest.mark.browser

Show = Callable[..., Live]

HTML, SVG = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"

# https://html.spec.whatwg.org/multipage/syntax.html#void-elements
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"}

# Elements that the HTML parser accepts only in certain others, and what those may hold.
PARENTS: dict[str, tuple[type[jp.Component], ...]] = {
    **dict.fromkeys(("caption", "colgroup", "tbody", "tfoot", "thead"), (jp.Table,)),
    "col": (jp.Table, jp.Colgroup),
    "tr": (jp.Table, jp.Tbody),
    **dict.fromkeys(("td", "th"), (jp.Table, jp.Tbody, jp.Tr)),
    **dict.fromkeys(("option", "optgroup"), (jp.Select,)),
}
CHILDREN = {
    "colgroup": jp.Col,
    "optgroup": jp.Option,
    "select": jp.Option,
    "table": jp.Tbody,
    "tr": jp.Td,
    **dict.fromkeys(("tbody", "tfoot", "thead"), jp.Tr),
}
# What is inside these is text for the parser, or not part of the document.
NO_ELEMENTS = {"iframe", "noscript", "option", "template", "textarea"}
IN_HTML = {"desc", "foreignObject", "title"}  # SVG elements that hold HTML

# https://html.spec.whatwg.org/multipage/indices.html: "Boolean attribute"
BOOLEAN = names("""
    allowfullscreen autofocus autoplay checked controls default disabled formnovalidate hidden_
    inert ismap itemscope loop multiple muted novalidate open playsinline readonly required
    reversed selected webkitdirectory
    """)

FACTS = """
    elements => Object.fromEntries(elements.map(element => [element.id, {
        tag: element.localName,
        namespace: element.namespaceURI,
        child: element.firstElementChild?.localName ?? null,
        childNamespace: element.firstElementChild?.namespaceURI ?? null,
        nodes: element.childNodes.length,
    }]))
"""
# What an input holds is in its properties, its attributes tell how it began. Nonces are hidden.
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


def is_svg(element: type[jp.Component]) -> bool:
    return element.attributes >= tags.SVG


def holders() -> tuple[jp.Div, dict[type[jp.Component], jp.Component]]:
    """A box, and in it for each element a place where it may stand."""
    box = jp.Div()
    places: dict[type[jp.Component], jp.Component] = {}
    for element in element_classes():
        places[element] = box
        for around in (jp.Svg,) if is_svg(element) else PARENTS.get(element.html_tag, ()):
            places[element] = around(a=places[element])
    return box, places


def child_of(element: type[jp.Component]) -> type[jp.Component]:
    if is_svg(element) and element.html_tag not in IN_HTML:
        return jp.G
    return CHILDREN.get(element.html_tag, jp.Span)


def specimen(element: type[jp.Component]) -> jp.Component:
    """A component of the class with a child."""
    made = element(id=element.__name__)
    if element.html_tag not in NO_ELEMENTS:
        made.add(child_of(element)(id=f"in-{element.__name__}"))
    return made


def check_facts(facts: dict[str, dict[str, Any]]) -> None:
    assert set(facts) >= set(ELEMENTS), set(ELEMENTS) - set(facts)
    for element in element_classes():
        found, tag = facts[element.__name__], element.html_tag
        assert found["tag"] == tag
        assert found["namespace"] == (SVG if is_svg(element) else HTML), tag
        if tag in VOID:
            assert found["nodes"] == 0, tag
            assert f"in-{element.__name__}" not in facts, tag
        elif tag not in NO_ELEMENTS:
            child = child_of(element)
            assert found["child"] == child.html_tag, tag
            assert found["childNamespace"] == (SVG if is_svg(child) else HTML), tag


@shows(*ELEMENTS)
def test_every_class_is_its_element(live: Show) -> None:
    """In the document that is served, with its namespace and its children."""
    box, places = holders()
    for element, holder in places.items():
        holder.add(specimen(element))
    shown = live(box)
    check_facts(shown.page.locator("[id]").evaluate_all(FACTS))


def test_every_class_is_its_element_when_added(live: Show) -> None:
    """In a page that is shown already."""
    box, places = holders()
    shown = live(box)

    def add() -> None:
        for element, holder in places.items():
            holder.add(specimen(element))

    shown.do(add)
    check_facts(shown.page.locator("[id]").evaluate_all(FACTS))


def test_text_where_no_element_can_be(live: Show) -> None:
    texts = {
        jp.Option(text="<b>"): "textContent",
        jp.Textarea(value="<b>"): "value",
        jp.Iframe(srcdoc="<b>in it</b>"): "srcdoc",
    }
    shown = live(*texts)
    for component, name in texts.items():
        found = shown.element(component).evaluate(f"element => element.{name}")
        assert found == ("<b>in it</b>" if name == "srcdoc" else "<b>")
    template = jp.Template().add(jp.P(text="later"))
    shown.do(lambda: shown.stage.add(template))
    inside = "element => element.content.firstElementChild.textContent"
    assert shown.element(template).evaluate(inside) == "later"


# Attributes


def html_name(attribute: str) -> str:
    """``_in`` and ``for_`` are reserved words; underscores stand for hyphens."""
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
    """Reserved words have an underscore; underscores stand for hyphens."""
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
