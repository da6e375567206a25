"""Components by the name of their element."""

from __future__ import annotations

from typing import Any

from . import tags
from .component import Component

_BY_TAG: dict[str, type[Component]] = {
    value.html_tag.lower(): value for value in (getattr(tags, name) for name in tags.__all__)
}


def component_by_tag(tag: str, **attributes: Any) -> Component:
    """A component for an element, such as ``component_by_tag('div', text='Hello')``.

    Raises:
        ValueError: it is not an element of HTML or SVG.
    """
    if tag.lower() not in _BY_TAG:
        raise ValueError(f"{tag!r} is not an HTML or SVG element.")
    return _BY_TAG[tag.lower()](**attributes)


get_tag = component_by_tag
