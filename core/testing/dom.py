"""A document as a test sees it: elements, and the operations that keep them in step.

It does in Python what ``assets/client/dom.js`` does in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Any

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)

# Implicit roles (https://www.w3.org/TR/html-aria/), as far as tests look for them.
ROLES = {
    "a": "link",
    "article": "article",
    "button": "button",
    "dialog": "dialog",
    "form": "form",
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "img": "img",
    "input": "textbox",
    "li": "listitem",
    "main": "main",
    "nav": "navigation",
    "ol": "list",
    "option": "option",
    "progress": "progressbar",
    "select": "combobox",
    "table": "table",
    "td": "cell",
    "textarea": "textbox",
    "tr": "row",
    "ul": "list",
}
INPUT_ROLES = {
    "button": "button",
    "checkbox": "checkbox",
    "number": "spinbutton",
    "radio": "radio",
    "range": "slider",
    "submit": "button",
}


class Element:
    """One element of the document.

    Attributes:
        tag: its name in lower case.
        attributes: as in HTML; an attribute without a value has an empty text.
        value, checked: what a control holds.
    """

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []
        self.parent: Element | None = None
        self.value: Any = attributes.get("value", "")
        self.checked = "checked" in attributes

    @property
    def component_id(self) -> int | None:
        """The id of the component that it shows."""
        number = self.attributes.get("data-c")
        return None if number is None else int(number)

    @property
    def text(self) -> str:
        """The text in it, with white space collapsed."""
        return " ".join(" ".join(self._texts()).split())

    @property
    def label(self) -> str:
        """The text of a label, without what the controls in it hold."""
        return " ".join(" ".join(self._texts(without=("select", "textarea"))).split())

    @property
    def role(self) -> str | None:
        """Its ARIA role."""
        if "role" in self.attributes:
            return self.attributes["role"]
        if self.tag == "input":
            return INPUT_ROLES.get(self.attributes.get("type", "text"), "textbox")
        return ROLES.get(self.tag)

    @property
    def events(self) -> set[str]:
        """The events that its component subscribed to."""
        words = self.attributes.get("data-e", "").split()
        return {word.partition("/")[0] for word in words}

    def stops(self, event: str) -> bool:
        """Whether its component keeps an event from those around it."""
        words = [word.split("/") for word in self.attributes.get("data-e", "").split()]
        return any(w[0] == event and "stop" in "".join(w[4:]).split(".") for w in words)

    def elements(self) -> Iterator[Element]:
        """The element and all inside it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements()

    def closest(self, tag: str) -> Element | None:
        """The nearest element with this tag around it, or itself."""
        element: Element | None = self
        while element is not None and element.tag != tag:
            element = element.parent
        return element

    def append(self, child: Element | str) -> None:
        """Put a child at the end."""
        self.insert(len(self.children), child)

    def insert(self, index: int, child: Element | str) -> None:
        """Put a child at a place; an element is taken from where it was."""
        if isinstance(child, Element):
            child.parent = self
        self.children.insert(index, child)

    def remove(self) -> None:
        """Take the element out of the document."""
        if self.parent is not None:
            self.parent.children.remove(self)
            self.parent = None

    def _texts(self, without: tuple[str, ...] = ()) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in ("script", "style", *without):
                yield from child._texts(without)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Element("#document", {})
        self.stack = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.stack) - 1, 0, -1):
            if self.stack[depth].tag == tag:
                del self.stack[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.stack[-1].append(data)


def parse(html: str) -> Element:
    """The elements of HTML, inside one that stands for the document."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    for element in parser.top.elements():
        if element.tag == "textarea":
            element.value = "".join(c for c in element.children if isinstance(c, str)).lstrip("\n")
        elif element.tag == "option" and "selected" in element.attributes:
            _select(element)
    return parser.top


def _select(option: Element) -> None:
    select = option.closest("select")
    if select is not None:
        select.value = option.attributes.get("value", option.text)


class Document:
    """The document of a page, changed by operations (the table is in `core.live.patch`)."""

    def __init__(self, html: str) -> None:
        self.root = parse(html)
        self.page: dict[str, Any] = {}
        self.scripts: list[str] = []

    def elements(self) -> Iterator[Element]:
        """All elements, in document order."""
        return self.root.elements()

    def replace(self, html: str) -> None:
        """Put other components in the place of all."""
        for element in self._find(0):
            self._fill(element, html)

    def apply(self, operations: Iterable[list[Any]]) -> None:
        """Apply the operations of one patch."""
        leaving: list[tuple[Element, int]] = []
        for kind, *rest in operations:
            if kind == "p":
                self.page[rest[0]] = rest[1]
            elif kind == "j":
                self.scripts.append(rest[0])
            elif kind != "s":
                for element in self._find(rest[0]):
                    self._change(kind, element, rest[1:], leaving)
        for parent, number in leaving:
            for child in self._find(number):
                if self._around(child) is parent:
                    child.remove()

    def _find(self, number: int) -> list[Element]:
        return [element for element in self.elements() if element.component_id == number]

    def _change(
        self, kind: str, element: Element, rest: list[Any], leaving: list[tuple[Element, int]]
    ) -> None:
        if kind == "a":
            _set_attribute(element, *rest)
        elif kind == "v":
            element.value = rest[0]
        elif kind == "k":
            element.checked = bool(rest[0])
        elif kind == "t":
            _set_text(element, unescape(rest[0]))
        elif kind == "h":
            self._fill(element, rest[0])
        elif kind == "c":
            removed, runs = rest
            for after, items in runs:
                self._insert(element, after, items)
            leaving += [(element, number) for number in removed]

    def _fill(self, element: Element, html: str) -> None:
        element.children.clear()
        for child in parse(html).children:
            element.append(child)

    def _insert(self, parent: Element, after: int | None, items: list[int | str]) -> None:
        last = None if after is None else self._child(parent, after)
        for item in items:
            for child in self._coming(parent, item):
                old = (
                    None if child.component_id is None else self._child(parent, child.component_id)
                )
                for gone in (old, child):
                    if gone is not None:
                        gone.remove()
                last = _put(parent, child, last)

    def _coming(self, parent: Element, item: int | str) -> list[Element]:
        """The children that an item brings: one that moves, or new ones."""
        if isinstance(item, str):
            return [child for child in parse(item).children if isinstance(child, Element)]
        child = self._child(parent, item)
        return [child] if child is not None else self._find(item)[:1]

    def _child(self, parent: Element, number: int) -> Element | None:
        return next((e for e in self._find(number) if self._around(e) is parent), None)

    def _around(self, element: Element) -> Element | None:
        """The component's element around this one."""
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
