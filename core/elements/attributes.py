"""Python attributes -> HTML attributes, and how their values are written."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from ..words import names
from . import drag_files
from .attribute_names import CONTENT, EFFECTS, EVENT_OPTIONS, html_name
from .element import Element

# HTML attributes with "false" as a value: False does not leave them out.
ENUMERATED = names("contenteditable draggable spellcheck translate")

# Attributes whose address may be that of a file of the session.
LINKS = names("href src")

# Tuples: isinstance() is slower with a union, which is created for each call.
_AS_THEY_ARE, _NUMBERS = (str, bool), (int, float)

_NO_ATTRIBUTES = CONTENT | EVENT_OPTIONS


class Output(Protocol):
    """The part of `render.Renderer` that writing a value needs."""

    link: Callable[[str], str]
    classes: set[str]

    def uses(self, css: str) -> None:
        """Note CSS of a program that may use theme variables."""


# Value in Python -> in HTML: True is a bare attribute, None and False leave it out.
Write = Callable[[Output, Any], str | bool | None]


@dataclass(frozen=True, slots=True)
class Attribute:
    """An HTML attribute."""

    name: str
    write: Write


class Attributes(dict[str, Attribute | None]):
    """Name in Python -> HTML attribute, or None, of one class of elements; found out only once."""

    def __init__(self, of: type[Element]) -> None:
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
        if name in _NO_ATTRIBUTES or name in self._of._not_in_tag:
            return None
        if name in self._of._as_json:
            return Attribute(f"data-prop-{name}", _json)
        html = html_name(name)
        if name in self._of._as_text:
            return Attribute(html, _text)
        if html in ENUMERATED or html.startswith(("aria-", "data-")):
            return Attribute(html, _enumerated)
        return Attribute(html, _link if html in LINKS else _scalar)


class _Known(dict[type[Element], Attributes]):
    def __missing__(self, of: type[Element]) -> Attributes:
        self[of] = found = Attributes(of)
        return found


ATTRIBUTES = _Known()
"""Class of elements -> its HTML attributes."""


def _scalar(output: Output, value: Any) -> str | bool | None:
    if isinstance(value, _AS_THEY_ARE):
        return value
    return str(value) if isinstance(value, _NUMBERS) else None


def _text(output: Output, value: Any) -> str | None:
    return None if value is None else str(value)


def _json(output: Output, value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def _enumerated(output: Output, value: Any) -> str | bool | None:
    return str(value).lower() if isinstance(value, bool) else _scalar(output, value)


def _link(output: Output, value: Any) -> str | bool | None:
    return output.link(value) if isinstance(value, str) else _scalar(output, value)


def _classes(output: Output, value: Any) -> str | None:
    text = value if type(value) is str else str(value or "")
    output.classes.add(text)
    return text or None


def _unless_empty(output: Output, value: Any) -> str | None:
    return str(value) if value else None


def _style(output: Output, value: Any) -> str | None:
    text = value if type(value) is str else str(value or "")
    output.uses(text)
    return text or None


def _flag(output: Output, value: Any) -> bool:
    return bool(value)


def _transition(output: Output, value: Any) -> str | None:
    if not value:
        return None
    output.classes.update(str(classes) for classes in value.values())
    return json.dumps(value)


def _drag(output: Output, value: Any) -> str | None:
    if not value:
        return None
    classes = str(value.get("drag_classes", ""))
    output.classes.add(classes)
    return classes


def _files(output: Output, value: Any) -> str | None:
    return None if value is None else drag_files.browser_name(value)


_SPECIAL = {
    "classes": Attribute("class", _classes),
    "style": Attribute("style", _style),
    "set_focus": Attribute("autofocus", _flag),
    "animation": Attribute(EFFECTS["animation"], _unless_empty),
    "transition": Attribute(EFFECTS["transition"], _transition),
    "drag_options": Attribute(EFFECTS["drag_options"], _drag),
    "drag_files": Attribute(EFFECTS["drag_files"], _files),
}
