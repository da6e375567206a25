"""The DOM of a page, as far as tests need it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

# Implicit roles (https://www.w3.org/TR/html-aria/), as far as tests need them.
ROLES = {
    "a": "link",
    "article": "article",
    "button": "button",
    "dialog": "dialog",
    "form": "form",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
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
# Elements whose content is not shown as text.
HIDDEN = ("noscript", "script", "style", "template")


class Element:
    """One element of the document.

    Attributes:
        tag: its name in lower case.
        attributes: as in HTML; an attribute without a value has an empty text.
        value, checked: of a control.
        is_popped_up: whether a popover is open.
    """

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Element | str] = []
        self.parent: Element | None = None
        self.value: Any = attributes.get("value", "")
        self.checked = "checked" in attributes
        self.is_popped_up = False

    @property
    def component_id(self) -> int | None:
        """The id of its component."""
        number = self.attributes.get("data-c")
        return None if number is None else int(number)

    @property
    def text(self) -> str:
        """Its text, with white space collapsed."""
        return " ".join(" ".join(self._texts()).split())

    @property
    def label(self) -> str:
        """The text of a label, without that of the controls in it."""
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
    def events(self) -> dict[str, list[str]]:
        """The events that its component subscribed to, with their modifiers."""
        words = [word.split("/") for word in self.attributes.get("data-e", "").split()]
        return {name: "".join(options[3:]).split(".") for name, *options in words}

    @property
    def script_name(self) -> str:
        """The name of the file that draws it, if it is a module."""
        return self.attributes.get("data-module", "").rpartition("/")[2]

    @property
    def is_hidden(self) -> bool:
        """Whether people do not see it: it is closed, or has the class `hidden`."""
        is_popover = "popover" in self.attributes and self.role in ("menu", "tooltip")
        if self.is_open is False or is_popover and not self.is_popped_up:
            return True
        classes = self.attributes.get("class", "").split()
        return "hidden" in classes and not any(":" in each for each in classes)

    @property
    def is_open(self) -> bool | None:
        """Whether it is open, if it is a `kit.Modal`."""
        shown = self.attributes.get("data-prop-shown") if self.tag == "dialog" else None
        return None if shown is None else shown == "true"

    def elements(self) -> Iterator[Element]:
        """The element and all elements inside it, in document order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.elements()

    def visible(self) -> Iterator[Element]:
        """The same without what people do not see."""
        yield self
        for child in self.children:
            if isinstance(child, Element) and not child.is_hidden:
                yield from child.visible()

    def closest(self, tag: str) -> Element | None:
        """The innermost element around it, or itself, with this tag."""
        return next((element for element in self.around() if element.tag == tag), None)

    @property
    def root(self) -> Element:
        """The outermost element around it."""
        *_, root = self.around()
        return root

    def around(self) -> Iterator[Element]:
        """The element and those around it, innermost first."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def append(self, child: Element | str) -> None:
        """Add a child at the end."""
        self.insert(len(self.children), child)

    def insert(self, index: int, child: Element | str) -> None:
        """Add a child before the one at an index."""
        if isinstance(child, Element):
            child.parent = self
        self.children.insert(index, child)

    def remove(self) -> None:
        """Remove the element from the document."""
        if self.parent is not None:
            self.parent.children.remove(self)
            self.parent = None

    def _texts(self, without: tuple[str, ...] = ()) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in (*HIDDEN, *without) and not child.is_hidden:
                yield from child._texts(without)
