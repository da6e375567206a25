"""Number and Slider: controls of fields for numbers."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import Any

import core as jp
from core.language.texts import _

from .field_control import EMPTY, FieldControl, Wrong

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+")
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009'")
_MOST_CHARACTERS = 40


class Number(FieldControl):
    """A number that is typed. The arrow keys make it larger and smaller.

    It is an int if all of ``value``, ``min``, ``max`` and ``step`` that are given are ints, else a
    float; None if it is empty.

    Args:
        value: the first one.
        min, max: its limits.
        step: of the arrow keys.
        unit: words after it.
        attributes: ``required``, ``disabled``, and those of every component.
    """

    def __init__(
        self,
        value: float | None = None,
        *,
        min: float | None = None,
        max: float | None = None,
        step: float | None = None,
        unit: str = "",
        **attributes: Any,
    ) -> None:
        # Not of type "number", which tells nobody what was typed if it is not a number.
        made = jp.Input(type="text", inputmode="decimal", autocomplete="off")
        made.classes = "kit-field-input kit-field-number"
        super().__init__(made, behavior="number", **attributes)
        self.min, self.max, self._unit = min, max, unit
        given = [each for each in (value, min, max, step) if each is not None]
        self.is_whole = bool(given) and all(isinstance(each, int) for each in given)
        for name, number in ("min", min), ("max", max), ("step", step or 1):
            setattr(made, f"data_{name}", None if number is None else number_text(number))
        if unit:
            jp.Span(text=unit, classes="kit-field-unit", a=self)
        self.write(value)

    def read(self) -> float | None:
        """An int or float; None if it is empty."""
        text = str(self.input.value if self.input.value is not None else "").translate(_SPACES)
        if text:
            return limited(self._parsed(text), self.min, self.max)
        if self.required:
            raise Wrong(_(EMPTY))
        return None

    def _parsed(self, text: str) -> float:
        wrong = Wrong(_("Enter a whole number.") if self.is_whole else _("Enter a number."))
        if _THOUSANDS.fullmatch(text):
            if not self.is_whole and text.count(",") == 1:  # 1,600 may mean either
                raise Wrong(
                    _(
                        "Enter {one} or {other}.",
                        one=text.replace(",", ""),
                        other=text.replace(",", "."),
                    )
                )
            text = text.replace(",", "")
        text = text.replace(",", ".")
        if len(text) > _MOST_CHARACTERS or not _NUMBER.fullmatch(text):
            raise wrong
        if not self.is_whole:
            return float(text)
        digits, _point, fraction = text.partition(".")
        if fraction.strip("0"):
            raise wrong
        return int(digits)

    def write(self, value: float | None) -> None:
        """Show a number."""
        self.input.value = "" if value is None else number_text(value)


class Slider(FieldControl):
    """A number that is dragged, with its value beside it.

    Args:
        value: the first one.
        min, max: its limits.
        step: between the numbers that can be chosen.
        unit: words after it.
        attributes: ``disabled``, and those of every component.

    Raises:
        ValueError: there is no number between the limits.
    """

    def __init__(
        self,
        value: float,
        *,
        min: float = 0,
        max: float = 100,
        step: float = 1,
        unit: str = "",
        **attributes: Any,
    ) -> None:
        if not min < max or step <= 0:
            raise ValueError(f"A slider from {min} to {max} in steps of {step} has no numbers.")
        made = jp.Input(type="range", min=min, max=max, step=step, classes="kit-field-slider")
        super().__init__(made, behavior="slider", **attributes)
        self.min, self.max = min, max
        self.is_whole = all(isinstance(each, int) for each in (value, min, step))
        self._shown = jp.Span(classes="kit-field-output", data_unit=unit, aria_hidden="true")
        self.add(self._shown)
        self._unit = unit
        self.write(value)

    def read(self) -> float:
        """An int or float."""
        number = self.input.value
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise Wrong(_("Enter a number."))
        if not math.isfinite(number) or (self.is_whole and number != int(number)):
            raise Wrong(_("Enter a whole number.") if self.is_whole else _("Enter a number."))
        number = limited(number, self.min, self.max)
        return int(number) if self.is_whole else float(number)

    def write(self, value: float) -> None:
        """Show a number."""
        self.input.value = value
        self._shown.text = f"{number_text(value)} {self._unit}".strip()


def limited(number: float, least: float | None, most: float | None) -> float:
    """The number; `Wrong` if it is beyond a limit."""
    if (least is None or number >= least) and (most is None or number <= most):
        return number
    if least is not None and most is not None:
        raise Wrong(
            _(
                "Enter a number from {least} to {most}.",
                least=number_text(least),
                most=number_text(most),
            )
        )
    if least is not None:
        raise Wrong(_("Enter {least} or more.", least=number_text(least)))
    assert most is not None
    raise Wrong(_("Enter {most} or less.", most=number_text(most)))


def number_text(number: float) -> str:
    """As people write it: 2 and 0.000001, not 2.0 and 1e-06."""
    text = format(Decimal(repr(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
