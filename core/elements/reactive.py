"""Reactive: components that derive what they show, from a model or from their own state."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any, ClassVar

from .node import Node, parents
from .view import View

logger = logging.getLogger(__name__)


class Reactive(Node):
    """The part of a component that has to do with deriving what it shows."""

    text: Any
    model: Sequence[Any] | None
    _reacts: ClassVar[bool] = False  # whether a subclass has a react() of its own

    @property
    def is_reactive(self) -> bool:
        """Whether `react` and `model_update` must be called before each rendering."""
        return self._reacts or self.model is not None

    def react(self, data: dict[str, Any]) -> None:
        """Called before each rendering; subclasses override it to derive what they show.

        Args:
            data: the ``data`` of the component or page around this one.
        """

    def model_update(self) -> None:
        """Show the value of the model. Called before each rendering."""
        if self.model is not None:
            data, key = self.model[0].data, self.model[1]
            if key in data and self.text != data[key]:
                self.text = data[key]

    def get_model(self) -> Any:
        """The value of the model; None if it has none, or there is no model."""
        return None if self.model is None else self.model[0].data.get(self.model[1])

    def set_model(self, value: Any) -> None:
        """Set the value of the model, if there is one."""
        if self.model is not None:
            self.model[0].data[self.model[1]] = value


def react(component: Reactive, view: View | None = None) -> None:
    """Let a component derive what it shows; an error in that is reported and stops nothing else."""
    try:
        component.model_update()
        around: Node = next(parents(component), component)
        component.react(around.data)
    except Exception as error:
        what = f"react() or the model of {component!r} failed; it is shown as it was before"
        if view is not None:
            view.failed(error, what)
        else:
            logger.error("%s.", what, exc_info=error)
