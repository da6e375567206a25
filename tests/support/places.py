"""Places for elements: the HTML parser accepts some only in certain others."""

from __future__ import annotations

import core as jp
from core.elements import tags
from tests.support.api import element_classes

# Elements that the parser accepts only in certain others.
PARENTS: dict[str, tuple[type[jp.Component], ...]] = {
    **dict.fromkeys(("caption", "colgroup", "tbody", "tfoot", "thead"), (jp.Table,)),
    "col": (jp.Table, jp.Colgroup),
    "tr": (jp.Table, jp.Tbody),
    **dict.fromkeys(("td", "th"), (jp.Table, jp.Tbody, jp.Tr)),
    **dict.fromkeys(("option", "optgroup"), (jp.Select,)),
}


def is_svg(element: type[jp.Component]) -> bool:
    return element.attributes >= tags.SVG


def holders() -> tuple[jp.Div, dict[type[jp.Component], jp.Component]]:
    """A box with a place for each element, in which it is allowed."""
    box = jp.Div()
    places: dict[type[jp.Component], jp.Component] = {}
    for element in element_classes():
        places[element] = box
        for around in (jp.Svg,) if is_svg(element) else PARENTS.get(element.html_tag, ()):
            places[element] = around(a=places[element])
    return box, places
