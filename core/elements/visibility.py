"""Which children are shown, and how elements derive what they show before that."""

from __future__ import annotations

import logging
from typing import TypeVar

from .element import Element
from .node import Node, parents
from .view import View

logger = logging.getLogger(__name__)

E = TypeVar("E", bound=Element)


def visible_children(parent: E) -> list[E]:
    """The children that browsers show."""
    if parent.inner_html:
        return []
    return [child for child in tuple(parent._children) if child.show]


def react(element: Element, view: View | None = None) -> None:
    """Let an element derive what it shows; an error in that is reported and stops nothing else."""
    try:
        element.model_update()
        around: Node = next(parents(element), element)
        element.react(around.data)
    except Exception as error:
        what = f"react() or the model of {element!r} failed; it is shown as it was before"
        if view is not None:
            view.failed(error, what)
        else:
            logger.error("%s.", what, exc_info=error)
