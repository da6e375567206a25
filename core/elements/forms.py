"""Controls, which hold what the user entered, and forms; `tags` has their elements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from ..words import names
from .component import Component

# Milliseconds of quiet after a key before an `input` event is sent.
INPUT_DEBOUNCE = 200

# Events that the server fires on forms and file inputs: how much of their files has arrived.
FILE_EVENTS = names("progress")

# The prefix of generated names, with which browsers without script send controls.
_NAME_PREFIX = "satchel-"


def is_texts(value: Any) -> bool:
    """Whether a value is a list of strings."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def field_name(control: Control) -> str:
    """The name under which a browser without script sends a control."""
    return str(getattr(control, "name", None) or f"{_NAME_PREFIX}{control.component_id}")


class Validated(Component):
    """A component that decides whether the form around it may be submitted."""

    def report_validity(self) -> bool:
        """Whether what was entered is right; if not, it says why. It may take its time."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the cursor where people correct it."""
        raise NotImplementedError


class Control(Component):
    """A control with a value.

    A value that the user entered is stored with the channel that it came from, which does not get
    it back; a value that the program sets is sent to every browser.
    """

    _is_plain = False
    _as_text = frozenset({"value"})

    value: Any = ""
    value_origin: str | None = None

    @property
    def entry_event(self) -> str | None:
        """The event by which the browser sends what was entered."""
        return "change"

    def __setattr__(self, name: str, value: Any) -> None:
        if name in ("value", "checked") and self.value_origin is not None:
            object.__setattr__(self, "value_origin", None)
        super().__setattr__(name, value)

    def enter(self, value: Any, checked: bool | None, origin: str) -> None:
        """Take over what the user entered in the browser of channel ``origin``."""
        if isinstance(value, str) or is_texts(value):
            self._take("value", self.parse(value), origin)
            self.set_model(self.value)

    def _take(self, name: str, value: Any, origin: str) -> None:
        object.__setattr__(self, "value_origin", origin)
        super().__setattr__(name, value)  # that of this class would delete the origin

    def parse(self, value: Any) -> Any:
        """The Python value of what the browser sent."""
        return value

    def model_update(self) -> None:
        """Take the value of the model. Called before each rendering."""
        if self.model is not None:
            data, key = self.model[0].data, self.model[1]
            if key in data:
                self._hold(data[key])

    def _hold(self, value: Any) -> None:
        """Show a value of the model, unless its author has just typed it."""
        if self.value != value:
            self.value = value

    def _scriptless_attributes(self, submit_to: str) -> list[tuple[str, str | Literal[True]]]:
        return [] if getattr(self, "name", None) else [("name", field_name(self))]


class FormBase(Component):
    """A form, which holds controls and is submitted."""

    _is_plain = False
    _is_subscribed = True  # otherwise the browser would submit the form itself
    server_events = FILE_EVENTS

    @property
    def validated(self) -> list[Validated]:
        """The components in it that decide whether it may be submitted, in order."""
        return [each for each in below(self) if isinstance(each, Validated)]

    def report_validity(self) -> bool:
        """Whether all of them let it be submitted; the first that does not gets the focus.

        Its ``submit`` handler is called only if so.
        """
        wrong = [each for each in self.validated if not each.report_validity()]
        if wrong:
            wrong[0].take_focus()
        return not wrong

    def _scriptless_attributes(self, submit_to: str) -> list[tuple[str, str | Literal[True]]]:
        if "submit" not in self.handlers or getattr(self, "action", None):
            return []
        address = f"{submit_to}&form={self.component_id}"
        return [("action", address), ("method", "post"), ("enctype", "multipart/form-data")]


class TextareaBase(Control):
    """A text of several lines."""

    _has_raw_text = True
    _not_in_tag = frozenset({"value"})

    debounce: int = INPUT_DEBOUNCE

    @property
    def text(self) -> Any:
        """Another name of ``value``."""
        return self.value

    @text.setter
    def text(self, text: Any) -> None:
        self.value = text

    @property
    def entry_event(self) -> str | None:
        """The event by which the browser sends what was entered."""
        return "input"


def below(component: Component) -> Iterator[Component]:
    """The components inside a component, in document order, without those that are not shown."""
    for child in component.components:
        if child.show:
            yield child
            yield from below(child)
