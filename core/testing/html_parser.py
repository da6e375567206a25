"""HTML -> elements, parsed as browsers do (https://html.spec.whatwg.org/#parsing)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from justhtml import JustHTML

from .dom import Element


def parse(html: str) -> Element:
    """The elements of a whole document, inside one that represents it."""
    return _tree(JustHTML(html, sanitize=False).root)


def parse_fragment(html: str, parent: Element) -> list[Element | str]:
    """The children that HTML adds to an element: rows do not need a table around them."""
    in_svg = parent.closest("svg") is not None and parent.tag != "foreignobject"
    source = f"<svg>{html}</svg>" if in_svg else html
    # In a template, as in the browser: every element is allowed there.
    part: Any = JustHTML(f"<template>{source}</template>", sanitize=False, fragment=True).root
    top = _tree(part.children[0].template_content)
    if in_svg and isinstance(svg := top.children[0], Element):
        top = svg
    return list(top.children)


def _tree(node: Any) -> Element:
    top = Element("#document", {})
    _add(top, node)
    for element in top.elements():
        _set_value(element)
    return top


def _add(parent: Element, node: Any) -> None:
    for child in _children(node):
        if child.name == "#text":
            parent.append(child.data)
        elif not child.name.startswith(("#", "!")):
            element = Element(child.name.lower(), {n: v or "" for n, v in child.attrs.items()})
            parent.append(element)
            _add(element, child)


def _children(node: Any) -> Iterator[Any]:
    """Its children, with nested templates (`core.elements.nesting`) replaced by their content."""
    for child in node.children or ():
        if child.name == "template" and "data-nested" in child.attrs:
            yield from _children(getattr(child, "template_content", None) or child)
        else:
            yield child


def _set_value(element: Element) -> None:
    """Give a control its value in the document."""
    if element.tag == "textarea":
        element.value = "".join(child for child in element.children if isinstance(child, str))
    elif element.tag == "option" and "selected" in element.attributes:
        select = element.closest("select")
        if select is not None:
            value = element.attributes.get("value", element.text)
            several = "multiple" in select.attributes
            select.value = [*(select.value or ()), value] if several else value
