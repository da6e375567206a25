"""FieldControl: what a field of the kit holds, from which it reads a typed value."""

from __future__ import annotations

from typing import Any

import core as jp
from core.language.texts import N_, _

from ..script_part import ScriptPart

EMPTY = N_("This cannot be empty.")


class Wrong(Exception):
    """What was entered is no value; the text says why, for the person who entered it."""


class FieldControl(ScriptPart):
    """The base of the controls that a `Field` can hold.

    Args:
        input: the element that people use, and that the label names.
        behavior: what the script adds to it; "" adds nothing.
        required: whether it must not be empty.
        disabled: whether it can only be looked at.

    Attributes:
        input: as above.
        required: as above.
    """

    script = "kit/field.js"

    behavior: str = ""

    def __init__(
        self,
        input: jp.Component,
        *,
        behavior: str = "",
        required: bool = False,
        disabled: bool = False,
        **attributes: Any,
    ) -> None:
        classes = f"kit-field-control {attributes.pop('classes', '')}".strip()
        super().__init__(behavior=behavior, classes=classes, **attributes)
        self.input: Any = input
        self.required = required
        self.disabled = disabled
        self.add(input)

    @property
    def disabled(self) -> bool:
        """Whether it can only be looked at."""
        return bool(self.input.disabled)

    @disabled.setter
    def disabled(self, disabled: bool) -> None:
        self.input.disabled = disabled or None

    def read(self) -> Any:
        """The typed value of what was entered.

        Raises:
            Wrong: it is none.
        """
        raise NotImplementedError

    def write(self, value: Any) -> None:
        """Show a value of the program."""
        raise NotImplementedError


class PlainControl(FieldControl):
    """An input, select or text area of the program itself."""

    def __init__(self, control: Any) -> None:
        required = bool(getattr(control, "required", False))
        disabled = bool(getattr(control, "disabled", False))
        super().__init__(control, required=required, disabled=disabled)
        self._is_box = getattr(control, "type", "") in ("checkbox", "radio")
        if required:
            control.required = None  # this field says what is missing, not the browser

    def read(self) -> Any:
        """The control's ``value``, or ``checked``."""
        value = self.input.checked if self._is_box else self.input.value
        if self.required and value in ("", None, [], False):
            raise Wrong(_(EMPTY))
        return value

    def write(self, value: Any) -> None:
        """Set it."""
        if self._is_box:
            self.input.checked = bool(value)
        else:
            self.input.value = value
