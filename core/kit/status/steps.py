"""Steps: where people are in something that takes several steps."""

from collections.abc import Sequence
from typing import Any

import core as jp

from ..icon import Icon


class Steps(jp.Ol):
    """Where people are in something that takes several steps.

    Args:
        labels: the names of the steps.
        current: the index of the step that they are at; the number of steps if all are done.
        attributes: as for `core.Ol`.

    Raises:
        ValueError: there is no such step.
    """

    def __init__(self, labels: Sequence[str], current: int = 0, **attributes: Any) -> None:
        attributes["classes"] = f"kit-steps {attributes.get('classes', '')}".strip()
        super().__init__(**{"aria_label": "Steps", **attributes})
        for number, label in enumerate(labels, 1):
            step = jp.Li(classes="kit-steps-step", a=self)
            mark = jp.Span(classes="kit-steps-mark", a=step)
            jp.Span(text=str(number), aria_hidden="true", a=mark)
            Icon("check", label="Done", a=mark)
            jp.Span(text=label, classes="kit-steps-label", a=step)
        self.current = current

    @property
    def current(self) -> int:
        """The index of the step that they are at; setting it moves on, or back."""
        return self._current

    @current.setter
    def current(self, current: int) -> None:
        if not 0 <= current <= len(self.components):
            raise ValueError(f"There are {len(self.components)} steps; {current} is none of them.")
        self._current = current
        for index, step in enumerate(self.components):
            step.aria_current = "step" if index == current else None
            step.data_done = "" if index < current else None
            number, check = step.components[0].components
            number.show, check.show = index >= current, index < current
