"""The document of a page, and the operations that change it.

It does in Python what ``assets/client/dom/patcher.js`` does in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..live.protocol import Operation
from .dom import Element
from .html_parser import parse, parse_fragment


class Document:
    """The document of a page, changed by operations (`core.live.protocol`)."""

    def __init__(self, html: str) -> None:
        self.root = parse(html)
        self.page: dict[str, Any] = {}
        self.scripts: list[str] = []
        self.downloads: list[tuple[str, str]] = []  # addresses and names

    def elements(self) -> Iterator[Element]:
        """All elements, in document order."""
        return self.root.elements()

    def replace(self, html: str) -> None:
        """Replace all components."""
        for element in self._find(0):
            self._fill(element, html)

    def apply(self, operations: Iterable[Operation]) -> None:
        """Apply the operations of one patch."""
        removals: list[tuple[Element, int]] = []
        for operation in operations:
            match operation:
                case ["p", name, value]:
                    self.page[name] = value
                case ["j", script, *_]:
                    self.scripts.append(script)
                case ["d", address, name]:
                    self.downloads.append((address, name))
                case ["s", _]:
                    pass  # no styles here
                case [_, int(number), *_]:
                    for element in self._find(number):
                        self._change(element, operation, removals)
        for parent, number in removals:
            for child in self._find(number):
                if self._around(child) is parent:
                    child.remove()

    def _find(self, number: int) -> list[Element]:
        return [element for element in self.elements() if element.component_id == number]

    def _change(
        self, element: Element, operation: Operation, removals: list[tuple[Element, int]]
    ) -> None:
        match operation:
            case ["a", _, name, value]:
                _set_attribute(element, name, value)
            case ["v", _, value, _]:
                element.value = value
            case ["k", _, checked, _]:
                element.checked = checked
            case ["t", _, text]:
                _set_text(element, text)
            case ["h", _, html]:
                self._fill(element, html)
            case ["c", _, removed, runs]:
                for after, items in runs:
                    self._insert(element, after, items)
                removals += [(element, number) for number in removed]

    def _fill(self, element: Element, html: str) -> None:
        for old in tuple(element.children):
            if isinstance(old, Element):
                old.parent = None
        element.children.clear()
        for child in parse_fragment(html, element):
            element.append(child)

    def _insert(self, parent: Element, after: int | None, items: list[int | str]) -> None:
        last = None if after is None else self._child(parent, after)
        for item in items:
            for child in self._incoming(parent, item):
                old = (
                    None if child.component_id is None else self._child(parent, child.component_id)
                )
                for gone in (old, child):
                    if gone is not None:
                        gone.remove()
                last = _put(parent, child, last)

    def _incoming(self, parent: Element, item: int | str) -> list[Element]:
        """The children of an item: new ones, or one that moves."""
        if isinstance(item, str):
            return [e for e in parse_fragment(item, parent) if isinstance(e, Element)]
        child = self._child(parent, item)
        return [child] if child is not None else self._find(item)[:1]

    def _child(self, parent: Element, number: int) -> Element | None:
        return next((e for e in self._find(number) if self._around(e) is parent), None)

    def _around(self, element: Element) -> Element | None:
        """The innermost element of a component around this one."""
        around = element.parent
        while around is not None and around.component_id is None:
            around = around.parent
        return around


def _put(parent: Element, child: Element, last: Element | None) -> Element:
    if last is None:
        has_text = bool(parent.children) and isinstance(parent.children[0], str)
        parent.insert(int(has_text), child)
    else:
        around = last.parent or parent
        around.insert(around.children.index(last) + 1, child)
    return child


def _set_attribute(element: Element, name: str, value: Any) -> None:
    if value is None:
        element.attributes.pop(name, None)
    else:
        element.attributes[name] = "" if value is True else str(value)


def _set_text(element: Element, text: str) -> None:
    if element.children and isinstance(element.children[0], str):
        del element.children[0]
    if text:
        element.insert(0, text)
