"""Stat: a number that people watch."""

from typing import Any

import core as jp


class Stat(jp.Dl):
    """A number that people watch, with its name and how it has changed.

    Args:
        label: what it counts.
        value: the number, as text or not.
        change: how it has changed, such as "+12 %".
        good: True if that is good, False if it is bad.
        attributes: as for `core.Dl`.
    """

    def __init__(
        self,
        label: str,
        value: object = "",
        *,
        change: str = "",
        good: bool | None = None,
        **attributes: Any,
    ) -> None:
        attributes["classes"] = f"kit-stat {attributes.get('classes', '')}".strip()
        self._number = jp.Dd(classes="kit-stat-value")
        self._change = jp.Dd(classes="kit-stat-change")
        children = [jp.Dt(text=label, classes="kit-stat-label"), self._number, self._change]
        super().__init__(children=children, **attributes)
        self.value = value
        self.set_change(change, good=good)

    @property
    def value(self) -> Any:
        """The number. Integers are shown with separators between thousands."""
        return self._value

    @value.setter
    def value(self, value: object) -> None:
        self._value = value
        is_integer = isinstance(value, int) and not isinstance(value, bool)
        self._number.text = f"{value:,}" if is_integer else str(value)

    def set_change(self, text: str, *, good: bool | None = None) -> None:
        """Show how it has changed.

        Args:
            text: such as "+12 %"; "" for nothing.
            good: True if that is good, False if it is bad.
        """
        self._change.text = text
        self._change.show = bool(text)
        self._change.data_good = None if good is None else "true" if good else "false"
