"""Files of the program that are dragged onto a component, as the page's script reports it."""

from __future__ import annotations

from ..elements.handlers import FILES_DROPPED
from .accessible_names import described
from .actionability import check_shown
from .dom import Element
from .errors import NotPossible


def dragged_of(element: Element) -> Element:
    """The component around an element, or itself, whose files can be dragged.

    Raises:
        NotPossible: there is none, or it cannot be reached.
    """
    check_shown(element)
    for each in element.around():
        if "data-satchel-files" in each.attributes:
            return each
    raise NotPossible(f"{described(element)} has no files that can be dragged (drag_files).")


def target_of(element: Element) -> Element:
    """The component around an element, or itself, that takes files of the program.

    Raises:
        NotPossible: there is none, or it cannot be reached.
    """
    check_shown(element)
    for each in element.around():
        events = each.attributes.get("data-e", "").split()
        if any(word.split("/")[0] == FILES_DROPPED for word in events):
            return each
    raise NotPossible(f"{described(element)} takes no files: it has no handler of {FILES_DROPPED}.")
