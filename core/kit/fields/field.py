"""Field: a control with its label, a hint, and an error that is shown when it helps."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable
from typing import Any

import core as jp
from core.elements.forms import Control, Validated
from core.language.texts import N_, _

from ..icon import Icon
from .field_control import FieldControl, PlainControl, Wrong
from .field_text import Text

log = logging.getLogger(__name__)

Check = Callable[[Any], str | None]

NOT_CHECKED = N_("This could not be checked. Try again.")


class Field(Validated):
    """A control with a label, a hint and an error, which screen readers know to belong together.

    An error appears when somebody leaves a field that they changed, or submits the form around it,
    and goes as soon as the value is right. The form's ``submit`` handler is called when all its
    fields are right; else the first wrong one has the focus.

    Args:
        label: what it is called.
        control: such as `Number` or `Choice`, or a `core.Input`, `core.Select` or `core.Textarea`;
            by default a `Text`.
        hint: below it.
        check: ``check(value)`` returns what is wrong with a value, for people, or None. It is a
            plain function.
        change: the handler of values that are right; ``msg.value`` is the new one.
        attributes: as for every component.

    Attributes:
        control: as above; a control of `core` is its ``control.input``.
    """

    server_events = frozenset({"change"})

    def __init__(
        self,
        label: str,
        control: FieldControl | Control | None = None,
        *,
        hint: str = "",
        check: Check | None = None,
        **attributes: Any,
    ) -> None:
        if inspect.iscoroutinefunction(check):
            raise TypeError("check= takes a plain function, which may take its time.")
        attributes["classes"] = f"kit-field {attributes.get('classes', '')}".strip()
        super().__init__(**attributes)
        made = Text() if control is None else control
        self.control = made if isinstance(made, FieldControl) else PlainControl(made)
        self._check = check
        self._error = ""
        self._is_changed = False
        self._label = jp.Label(text=label, classes="kit-field-label")
        self._label.for_component = self.control.input
        self._hint = jp.P(text=hint, classes="kit-field-hint", show=bool(hint))
        self._words = jp.P(classes="kit-field-error", aria_live="polite")
        self.add(self._label, self.control, self._words, self._hint)
        self._wire()
        self._value = self._read_or(None)

    def _wire(self) -> None:
        input = self.control.input
        self._label.id = f"kit-field-label-{self.component_id}"
        self._hint.id = f"kit-field-hint-{self.component_id}"
        self._words.id = f"kit-field-error-{self.component_id}"
        self._describe()
        input.aria_required = "true" if self.control.required else None
        self._label.data_required = True if self.control.required else None
        for event in ("input", "change"):
            if event not in input.handlers and event != input.entry_event:
                input.on(event, _sent)
        if "chosen" in self.control.server_events:
            self.control.on("chosen", self.accept)
        # Not in place of a handler that the program gave to a control of its own.
        input.on("before", self._entered)

    def _describe(self) -> None:
        shown = {self._words: self._error, self._hint: self.hint}
        ids = [str(words.id) for words, text in shown.items() if text]
        self.control.input.aria_describedby = " ".join(ids) or None

    @property
    def label(self) -> str:
        """What it is called."""
        return str(self._label.text)

    @label.setter
    def label(self, label: str) -> None:
        self._label.text = label

    @property
    def hint(self) -> str:
        """The words below it."""
        return str(self._hint.text)

    @hint.setter
    def hint(self, hint: str) -> None:
        self._hint.text, self._hint.show = hint, bool(hint)
        self._describe()

    @property
    def value(self) -> Any:
        """The latest value that was right, of the control's type. Set it to show another one."""
        return self._value

    @value.setter
    def value(self, value: Any) -> None:
        self.control.write(value)
        self._value = value
        self._is_changed = False
        self.error = ""

    @property
    def error(self) -> str:
        """What is wrong, as people read it; "" if nothing is. A program may set it."""
        return self._error

    @error.setter
    def error(self, error: str) -> None:
        if error == self._error:
            return
        self._error = error
        self._words.components = [Icon("circle-alert"), jp.Span(text=error)] if error else []
        self.control.input.aria_invalid = "true" if error else None
        self.data_wrong = True if error else None
        self._describe()

    def report_validity(self) -> bool:
        """Whether what was entered is right; if not, the error says why."""
        if self.control.disabled:
            return True
        self._take()
        return not self._error

    def take_focus(self) -> None:
        """Give the control the focus."""
        self.control.input.set_focus = True

    def _read_or(self, other: Any) -> Any:
        try:
            return self.control.read()
        except Wrong:
            return other

    def _take(self) -> bool:
        """Take over what was entered, or show what is wrong; whether there is a new value."""
        try:
            value = self.control.read()
            if self._check is not None and (wrong := self._checked(value)):
                raise Wrong(wrong)
        except Wrong as wrong:
            self.error = str(wrong)
            return False
        self.error = ""
        is_new = value != self._value or type(value) is not type(self._value)
        self._value = value
        return is_new

    def _checked(self, value: Any) -> str | None:
        assert self._check is not None
        try:
            return self._check(value)
        except Exception:
            log.exception("check= of the field %r failed for %.100r", self.label, value)
            return _(NOT_CHECKED)

    def _entered(self, msg: jp.Msg) -> Any:
        """React to what somebody entered; an error waits until they leave the control."""
        if self.control.disabled:
            return None
        if msg.event_type == "change" or (msg.event_type == "input" and self._error):
            return self.accept(msg)
        return None

    def accept(self, msg: jp.Msg) -> Any:
        """Take over what was entered; call the handler if that is a new value."""
        if not self._take() or (handler := self.handlers.get("change")) is None:
            return None
        msg.update(value=self._value, target=self)
        result = handler(self, msg)
        return result if inspect.isawaitable(result) else None  # which the engine awaits


def _sent() -> None:
    """Nothing: so that browsers send the event."""
