"""Elements, as Chromium has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import core as jp
from tests.conftest import Live
from tests.support.api import ELEMENTS, element_classes, shows
from tests.support.places import holders, is_svg

pytestmark = pytest.mark.browser

Show = Callable[..., Live]

HTML, SVG = "http://www.w3.org/1999/xhtml", "http://www.w3.org/2000/svg"

# https://html.spec.whatwg.org/multipage/syntax.html#void-elements
VOID = {"area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"}

# What an element may hold that must not hold a <span>.
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

FACTS = """
    elements => Object.fromEntries(elements.map(element => [element.id, {
        tag: element.localName,
        namespace: element.namespaceURI,
        child: element.firstElementChild?.localName ?? null,
        childNamespace: element.firstElementChild?.namespaceURI ?? null,
        nodes: element.childNodes.length,
    }]))
"""


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
