"""What of a component is shown, and how it gets to derive that first."""

from __future__ import annotations

import logging

from .component import Component
from .webpage import View, WebPage

logger = logging.getLogger(__name__)


def visible_children(component: Component) -> list[Component]:
    """The children that the browsers are to show."""
    if component.inner_html:
        return []
    return [child for child in tuple(component._children) if child.show]


def react(component: Component, view: View | None = None) -> None:
    """Let a component derive what it shows; an error there is told, and costs nobody else."""
    try:
        component.model_update()
        component.react(_around(component).data)
    except Exception as error:
        what = f"react() or the model of {component!r} failed; it is shown as it was before"
        if view is not None:
            view.failed(error, what)
        else:
            logger.error("%s.", what, exc_info=error)


def _around(component: Component) -> Component | WebPage:
    """What the component stands in: of several, the first; it itself if it stands in nothing."""
    parents = (ref() for ref in component._parents)
    return next((p for p in parents if isinstance(p, Component | WebPage)), component)
