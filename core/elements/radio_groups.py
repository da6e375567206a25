"""Groups of radio buttons, of which one at most is checked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeGuard

from .element import Element
from .node import Node, parents


def other_radios(radio: Element) -> Iterator[Any]:
    """The other radio buttons of its group: those of the same name in its form, else on its page.

    See https://html.spec.whatwg.org/multipage/input.html#radio-button-group.
    """
    name = getattr(radio, "name", None)
    if not name:
        return
    for owner in _owners(radio):
        for other in _radios(owner):
            if other is not radio and getattr(other, "name", None) == name:
                yield other


def _owners(element: Element) -> list[Node]:
    """The nearest forms around an element, or the pages and topmost elements around it."""
    found: dict[Node, None] = {}
    seen: set[Node] = set()
    stack: list[Node] = [element]
    while stack:
        node = stack.pop()
        if node in seen:
            continue
        seen.add(node)
        above = list(parents(node))
        if _has_tag(node, "form") or not above:
            found[node] = None
        else:
            stack += above
    return list(found)


def _radios(owner: Node) -> Iterator[Element]:
    seen: set[Node] = set()
    stack: list[Node] = [owner]
    while stack:
        node = stack.pop()
        if node in seen or (node is not owner and _has_tag(node, "form")):
            continue
        seen.add(node)
        if _has_tag(node, "input") and getattr(node, "type", None) == "radio":
            yield node
        stack += tuple(node._children)


def _has_tag(node: Node, tag: str) -> TypeGuard[Element]:
    return isinstance(node, Element) and node.html_tag == tag
