"""Switch, Date, Time and Color: controls of fields that browsers have."""

from __future__ import annotations

import datetime
import re
from typing import Any

import core as jp
from core.language.dates import date_text
from core.language.texts import _

from .field_control import EMPTY, FieldControl, Wrong

_COLOR = re.compile(r"#[0-9a-f]{6}")


class Switch(FieldControl):
    """On or off.

    Args:
        value: whether it is on.
        attributes: ``required`` (it must be on), ``disabled``, and those of every component.
    """

    def __init__(self, value: bool = False, **attributes: Any) -> None:
        super().__init__(
            jp.Input(type="checkbox", role="switch", classes="kit-field-switch"), **attributes
        )
        self.write(value)

    def read(self) -> bool:
        """Whether it is on."""
        if self.required and not self.input.checked:
            raise Wrong(_("This must be on."))
        return bool(self.input.checked)

    def write(self, value: bool) -> None:
        """Switch it."""
        self.input.checked = bool(value)


class Date(FieldControl):
    """A day: a `datetime.date`, or None.

    Args:
        value: the first one.
        min, max: the first and last day that can be chosen.
        attributes: ``required``, ``disabled``, and those of every component.
    """

    def __init__(
        self,
        value: datetime.date | None = None,
        *,
        min: datetime.date | None = None,
        max: datetime.date | None = None,
        **attributes: Any,
    ) -> None:
        made = jp.Input(type="date", min=_iso(min), max=_iso(max), classes="kit-field-input")
        super().__init__(made, **attributes)
        self.min, self.max = min, max
        self.write(value)

    def read(self) -> datetime.date | None:
        """The day; None if it is empty."""
        if not (text := str(self.input.value or "")):
            _may_be_empty(self)
            return None
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            raise Wrong(_("Enter a day, month and year that there are.")) from None
        if self.min is not None and day < self.min:
            raise Wrong(_("Enter {day} or a later day.", day=date_text(self.min)))
        if self.max is not None and day > self.max:
            raise Wrong(_("Enter {day} or an earlier day.", day=date_text(self.max)))
        return day

    def write(self, value: datetime.date | None) -> None:
        """Show a day."""
        self.input.value = _iso(value) or ""


class Time(FieldControl):
    """A time of day: a `datetime.time`, or None.

    Args:
        value: the first one.
        attributes: ``required``, ``disabled``, and those of every component.
    """

    def __init__(self, value: datetime.time | None = None, **attributes: Any) -> None:
        super().__init__(jp.Input(type="time", classes="kit-field-input"), **attributes)
        self.write(value)

    def read(self) -> datetime.time | None:
        """The time; None if it is empty."""
        if not (text := str(self.input.value or "")):
            _may_be_empty(self)
            return None
        try:
            return datetime.time.fromisoformat(text).replace(tzinfo=None)
        except ValueError:
            raise Wrong(_("Enter a time such as 18:30.")) from None

    def write(self, value: datetime.time | None) -> None:
        """Show a time."""
        self.input.value = "" if value is None else value.strftime("%H:%M")


class Color(FieldControl):
    """A colour, such as "#0f766e".

    Args:
        value: the first one.
        attributes: ``disabled``, and those of every component.
    """

    def __init__(self, value: str = "#000000", **attributes: Any) -> None:
        made = jp.Input(type="color", classes="kit-field-color")
        super().__init__(made, behavior="color", **attributes)
        self._shown = jp.Span(classes="kit-field-output", aria_hidden="true", a=self)
        self.write(value)

    def read(self) -> str:
        """The colour, in lower case."""
        text = str(self.input.value).lower()
        if not _COLOR.fullmatch(text):
            raise Wrong(_("Enter a colour such as #0f766e."))
        return text

    def write(self, value: str) -> None:
        """Show a colour.

        Raises:
            ValueError: it is not written as "#0f766e".
        """
        if not _COLOR.fullmatch(value.lower()):
            raise ValueError(f"A colour is written as '#0f766e', not {value!r:.100}.")
        self.input.value = self._shown.text = value.lower()


def _may_be_empty(control: FieldControl) -> None:
    if control.required:
        raise Wrong(_(EMPTY))


def _iso(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()
