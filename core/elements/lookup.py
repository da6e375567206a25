"""Components by the name of their element."""

from __future__ import annotations

from typing import Any

from . import forms, tags
from .component import Component

_BY_TAG: dict[str, type[Component]] = {
    value.html_tag.lower(): value
    for module in (tags, forms)
    for value in vars(module).values()
    if isinstance(value, type)
    and issubclass(value, Component)
    and value.__module__ == module.__name__
    and "html_tag" in vars(value)
}


def component_by_tag(tag: str, **attributes: Any) -> Component:
    """A component for an element, such as ``component_by_tag('div', text='Hello')``.

    Raises:
        ValueError: HTML and SVG have no such element.
    """
    if tag.lower() not in _BY_TAG:
        raise ValueError(f"There is no HTML or SVG element {tag!r}.")
    return _BY_TAG[tag.lower()](**attributes)


get_tag = component_by_tag
