"""Reactive: components that derive what they show, from a model or from their own state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar


class Reactive:
    """The part of a component that derives what it shows before each rendering."""

    text: Any
    model: Sequence[Any] | None
    _reacts: ClassVar[bool] = False  # whether a subclass has a react() of its own

    @property
    def is_reactive(self) -> bool:
        """Whether it derives what it shows, so that it must be asked before each rendering."""
        return self._reacts or self.model is not None

    def react(self, data: dict[str, Any]) -> None:
        """Called before each rendering; subclasses derive here what they show from their state.

        Args:
            data: the ``data`` of what the component stands in: the component or page around it.
        """

    def model_update(self) -> None:
        """Show what the model holds. Called before each rendering."""
        if self.model is not None:
            data, key = self.model[0].data, self.model[1]
            if key in data and self.text != data[key]:
                self.text = data[key]

    def get_model(self) -> Any:
        """What the model holds; None if it holds nothing, or there is none."""
        return None if self.model is None else self.model[0].data.get(self.model[1])

    def set_model(self, value: Any) -> None:
        """Let the model hold a value, if there is a model."""
        if self.model is not None:
            self.model[0].data[self.model[1]] = value
