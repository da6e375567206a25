"""Progress: how far something is."""

from typing import Any

import core as jp
from core.language.texts import N_, _


class Progress(jp.Div):
    """How far something is.

    Args:
        value: from 0 to 1; None if nobody knows.
        label: what it is.
        attributes: as for `core.Div`.

    Raises:
        ValueError: the value is not between 0 and 1.
    """

    def __init__(
        self, value: float | None = None, *, label: str = N_("Progress"), **attributes: Any
    ) -> None:
        attributes["classes"] = f"kit-progress {attributes.get('classes', '')}".strip()
        self._label = jp.Span(classes="kit-progress-label")
        self._percent = jp.Span(classes="kit-progress-percent")
        self._bar = jp.Progress(classes="kit-progress-bar", max=1)
        super().__init__(children=[self._label, self._percent, self._bar], **attributes)
        self.label, self.value = label, value

    @property
    def label(self) -> str:
        """What it is."""
        return str(self._label.text)

    @label.setter
    def label(self, text: str) -> None:
        self._label.text = self._bar.aria_label = _(text)

    @property
    def value(self) -> float | None:
        """How far it is, from 0 to 1; None if nobody knows."""
        return self._value

    @value.setter
    def value(self, value: float | None) -> None:
        if value is not None and not 0 <= value <= 1:
            raise ValueError(f"Progress takes a number from 0 to 1, or None, not {value!r}.")
        self._value = self._bar.value = value
        self._percent.text = "" if value is None else _("{percent}%", percent=int(value * 100))
