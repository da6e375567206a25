"""Moving items of a `kit.Sortable`, as its script reports it."""

from __future__ import annotations

from .accessible_names import described
from .actionability import check_shown
from .dom import Element
from .errors import NotPossible

SCRIPT = "/kit-sortable.js"
EVENT = "moved"


def item_of(element: Element) -> Element:
    """The item of a sortable list that the element is, or is in.

    Raises:
        NotPossible: it is in no such list, or cannot be reached.
    """
    check_shown(element)
    for each in element.around():
        if each.parent is not None and is_sortable(each.parent):
            return each
    raise NotPossible(f"{described(element)} is not in a kit.Sortable, so it cannot be moved.")


def is_sortable(element: Element) -> bool:
    """Whether it is a list whose items can be moved."""
    return element.attributes.get("data-module", "").endswith(SCRIPT)


def move(item: Element, before: Element | None) -> tuple[Element, dict[str, int | None]]:
    """The list of an item, and the detail of its event.

    Raises:
        NotPossible: the list is disabled, or the other item is not in it.
    """
    sortable = item.parent
    assert sortable is not None
    if sortable.attributes.get("data-prop-disabled") == "true":
        raise NotPossible(f"{described(item)} cannot be moved: its list is disabled.")
    if before is not None and before.parent is not sortable:
        raise NotPossible(f"{described(before)} is not in the same list as {described(item)}.")
    other = None if before is None else before.component_id
    return sortable, {"item": item.component_id, "before": other}
