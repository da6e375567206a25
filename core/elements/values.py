"""Checks of values: one that cannot be shown is refused when it is set, with a hint."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import NoneType
from typing import Any

from ..words import names
from . import drag_files

PLAIN = frozenset({str, int, float, bool, NoneType})
"""Types whose values nearly all attributes can show: most values are of these."""

STRUCTURED = names("transition drag_options drag_files event_modifiers additional_properties model")
"""Attributes whose values are checked even if they are plain."""

RESERVED = "{name} is Satchel's own attribute: choose another name for yours."

_COLLECTIONS = (list, tuple, set, frozenset, dict)


def check(name: str, value: Any) -> None:
    """TypeError for a value that an attribute of a component cannot show.

    Not needed for a `PLAIN` value of an attribute that is not `STRUCTURED`.
    """
    if (refuse := _CHECKS.get(name)) is not None:
        refuse(name, value)


def check_page_text(name: str, value: Any) -> None:
    """TypeError for a value of a page that cannot be shown as text."""
    if isinstance(value, (*_COLLECTIONS, bytes)):
        raise TypeError(f"{name} of a page takes text, not {value!r:.100}.")
    str(value)  # fails here, instead of in each later request


def check_page_seconds(name: str, value: Any) -> None:
    """TypeError for a value that is not a time in seconds."""
    if value is None or isinstance(value, int | float) and math.isfinite(value):
        return
    raise TypeError(f"{name} of a page takes a number of seconds, or None, not {value!r:.100}.")


def _text(example: str) -> Callable[[str, Any], None]:
    def check_text(name: str, value: Any) -> None:
        if isinstance(value, _COLLECTIONS):
            raise TypeError(f"{name} takes text such as {example!r}, not {value!r:.100}.")

    return check_text


def _texts_by_key(example: str) -> Callable[[str, Any], None]:
    def check_mapping(name: str, value: Any) -> None:
        if not value:
            return
        if not isinstance(value, Mapping) or not all(map(_is_words, value.values())):
            raise TypeError(f"{name} takes a dictionary such as {example}, not {value!r:.100}.")

    return check_mapping


def _is_words(value: Any) -> bool:
    return isinstance(value, str) or _is_names(value)


def _is_names(value: Any) -> bool:
    items = value if isinstance(value, list | tuple | set | frozenset) else (None,)
    return all(isinstance(item, str) for item in items)


def _names(name: str, value: Any) -> None:
    if value and not _is_names(value):
        raise TypeError(f"{name} takes a list of names such as ['clientX'], not {value!r:.100}.")


def _model(name: str, value: Any) -> None:
    if value is not None and (not isinstance(value, list | tuple) or len(value) != 2):
        raise TypeError(
            f"{name} takes a component or page and a key of its data, such as [wp, 'title'], "
            f"not {value!r:.100}."
        )


_CHECKS: dict[str, Callable[[str, Any], None]] = {
    "classes": _text("p-2 text-lg"),
    "style": _text("color: red; width: 5rem"),
    "inner_html": _text("<b>bold</b>"),
    "transition": _texts_by_key("{'enter': 'duration-200', 'enter_start': 'opacity-0'}"),
    "drag_options": _texts_by_key("{'drag_classes': 'opacity-50'}"),
    "drag_files": drag_files.check,
    "event_modifiers": _texts_by_key("{'keydown': 'ctrl enter'}"),
    "additional_properties": _names,
    "model": _model,
}


def needs_name(owner: Any, value: Any) -> str:
    """The error message for a value that a constructor gets without a keyword."""
    kind = type(owner).__name__
    if hasattr(value, "html_tag"):
        return (
            f"{kind} takes keywords: other components go into children=[...], or a=parent in them."
        )
    keyword = next((name for name in ("title", "value", "text") if _names_it(owner, name)), "text")
    return f"{kind} takes keywords: write jp.{kind}({keyword}={value!r:.50})."


def _names_it(owner: Any, name: str) -> bool:
    """Whether the browser shows this attribute: a page's title, a control's value, any text."""
    if name == "title":
        return not hasattr(owner, "html_tag")
    return name == "text" or hasattr(type(owner), name)
