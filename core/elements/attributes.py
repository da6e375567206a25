"""Python attributes -> HTML attributes: which, and how their values are written."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from ..words import names
from .component import CONTENT, EFFECTS, EVENT_OPTIONS, Component
from .forms import Control, SelectBase, TextareaBase

# HTML attributes whose values "true" and "false" both mean something, so that False is no absence.
ENUMERATED = names("contenteditable draggable spellcheck translate")

# Attributes with an address that may lead to a file of the session.
LINKS = names("href src")

# Tuples: a union of types is made anew each time that it is asked about.
_AS_THEY_ARE, _NUMBERS = (str, bool), (int, float)

_NO_ATTRIBUTES = CONTENT | EVENT_OPTIONS


class Page(Protocol):
    """What writing a value may need of the page, and tells it (`render.Renderer`)."""

    link: Callable[[str], str]
    classes: set[str]

    def uses(self, css: str) -> None:
        """Note CSS of a program that may use variables."""


# Value in Python -> in HTML: True stands alone, None and False leave the attribute out.
Write = Callable[[Page, Any], str | bool | None]


@dataclass(frozen=True, slots=True)
class Attribute:
    """An HTML attribute."""

    name: str
    write: Write


class Attributes(dict[str, Attribute | None]):
    """Name in Python -> HTML attribute, or None, of one class of components.

    Found out once for each name: every element that is written asks for all it has.
    """

    def __init__(self, of: type[Component]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, name: str) -> Attribute | None:
        self[name] = self._find(name)
        return self[name]

    def _find(self, name: str) -> Attribute | None:
        if name not in self._of.rendered and not name.startswith(("aria_", "data_")):
            return None
        if name in _SPECIAL:
            return _SPECIAL[name]
        if name in _NO_ATTRIBUTES:
            return None
        if name == "value" and issubclass(self._of, Control):
            is_content = issubclass(self._of, TextareaBase | SelectBase)
            return None if is_content else Attribute("value", _text)
        html = html_name(name)
        if html in ENUMERATED or html.startswith(("aria-", "data-")):
            return Attribute(html, _enumerated)
        return Attribute(html, _link if html in LINKS else _scalar)


class _Known(dict[type[Component], Attributes]):
    def __missing__(self, of: type[Component]) -> Attributes:
        self[of] = found = Attributes(of)
        return found


ATTRIBUTES = _Known()
"""Class of components -> its HTML attributes."""


def html_name(name: str) -> str:
    """The HTML name of a Python attribute: ``stop_color``, ``for_``, ``_in``."""
    return name.strip("_").replace("_", "-")


def _scalar(page: Page, value: Any) -> str | bool | None:
    if isinstance(value, _AS_THEY_ARE):
        return value
    return str(value) if isinstance(value, _NUMBERS) else None


def _text(page: Page, value: Any) -> str | None:
    return None if value is None else str(value)


def _enumerated(page: Page, value: Any) -> str | bool | None:
    return str(value).lower() if isinstance(value, bool) else _scalar(page, value)


def _link(page: Page, value: Any) -> str | bool | None:
    return page.link(value) if isinstance(value, str) else _scalar(page, value)


def _classes(page: Page, value: Any) -> str | None:
    text = value if type(value) is str else str(value or "")
    page.classes.add(text)
    return text or None


def _unless_empty(page: Page, value: Any) -> str | None:
    return str(value) if value else None


def _style(page: Page, value: Any) -> str | None:
    text = value if type(value) is str else str(value or "")
    page.uses(text)
    return text or None


def _flag(page: Page, value: Any) -> bool:
    return bool(value)


def _transition(page: Page, value: Any) -> str | None:
    if not value:
        return None
    page.classes.update(str(classes) for classes in value.values())
    return json.dumps(value)


def _drag(page: Page, value: Any) -> str | None:
    if not value:
        return None
    classes = str(value.get("drag_classes", ""))
    page.classes.add(classes)
    return classes


_SPECIAL = {
    "classes": Attribute("class", _classes),
    "style": Attribute("style", _style),
    "set_focus": Attribute("autofocus", _flag),
    "animation": Attribute(EFFECTS["animation"], _unless_empty),
    "transition": Attribute(EFFECTS["transition"], _transition),
    "drag_options": Attribute(EFFECTS["drag_options"], _drag),
}
