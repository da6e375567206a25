"""What form controls do: they hold what the user entered. Their classes stand in `tags`."""

from __future__ import annotations

from typing import Any

from .component import Component
from .groups import others

# Milliseconds of quiet after a key before an `input` event is sent.
INPUT_DEBOUNCE = 200


def is_texts(value: Any) -> bool:
    """Whether a value is a list of strings."""
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


class Control(Component):
    """What is common to controls with a value.

    What the user typed is kept together with the channel that it came from, so that it is not
    sent back to there; a value that the program sets goes to every browser.
    """

    value: Any = ""
    value_origin: str | None = None

    @property
    def entry_event(self) -> str | None:
        """The event by which the browser tells what was entered."""
        return "change"

    def __setattr__(self, name: str, value: Any) -> None:
        if name in ("value", "checked") and self.value_origin is not None:
            object.__setattr__(self, "value_origin", None)
        super().__setattr__(name, value)

    def enter(self, value: Any, checked: bool | None, origin: str) -> None:
        """Take over what the user entered in the browser of channel ``origin``."""
        if isinstance(value, str) or is_texts(value):
            self._take("value", self.parse(value), origin)
            self._tell_model(self.value)

    def _take(self, name: str, value: Any, origin: str) -> None:
        object.__setattr__(self, "value_origin", origin)
        super().__setattr__(name, value)  # our own would forget the origin

    def parse(self, value: Any) -> Any:
        """The Python value of what the browser sent."""
        return value

    def model_update(self) -> None:
        """Hold what the model holds. Called before each rendering."""
        if self.model is not None:
            data, key = self.model[0].data, self.model[1]
            if key in data:
                self._hold(data[key])

    def _hold(self, value: Any) -> None:
        """Show a value of the model; one that is there already is not sent to who typed it."""
        if self.value != value:
            self.value = value

    def _tell_model(self, value: Any) -> None:
        if self.model is not None:
            self.model[0].data[self.model[1]] = value


class InputBase(Control):
    """An input of any type.

    Attributes:
        value: what is entered. For numbers an int or float, None when empty.
        checked: for checkboxes and radio buttons.
        debounce: milliseconds of quiet before an ``input`` event is sent.
    """

    type: str = "text"
    checked: bool = False
    debounce: int = INPUT_DEBOUNCE

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**{"type": self.type, **attributes})

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name == "checked" and value and self.type == "radio":
            self._uncheck_others()

    @property
    def entry_event(self) -> str | None:
        """The event by which the browser tells what was entered."""
        if self.type in ("checkbox", "radio"):
            return "change"
        return None if self.type in ("file", "submit", "button", "image", "reset") else "input"

    def enter(self, value: Any, checked: bool | None, origin: str) -> None:
        """Take over what the user entered in the browser of channel ``origin``."""
        if self.type == "file":
            return
        if self.type in ("checkbox", "radio"):
            if checked is not None:
                self._check(checked, origin)
            return
        super().enter(value, checked, origin)

    def _check(self, checked: bool, origin: str) -> None:
        self._take("checked", checked, origin)
        if self.type == "checkbox":
            self._tell_model(checked)
        elif checked:
            self._uncheck_others()
            self._tell_model(self.value)

    def _uncheck_others(self) -> None:
        for other in others(self):
            if other.checked:
                other.checked = False

    def _hold(self, value: Any) -> None:
        if self.type in ("checkbox", "radio"):
            checked = bool(value) if self.type == "checkbox" else self.value == value
            if self.checked != checked:
                self.checked = checked
        else:
            super()._hold(value)

    def parse(self, value: Any) -> Any:
        """Numbers become int or float; what is no number (half typed, empty) becomes None."""
        if self.type not in ("number", "range"):
            return value
        for number in (int, float):
            try:
                return number(value)
            except (TypeError, ValueError):
                continue
        return None


class TextareaBase(Control):
    """A text of several lines."""

    debounce: int = INPUT_DEBOUNCE

    @property
    def text(self) -> Any:
        """The same as ``value``."""
        return self.value

    @text.setter
    def text(self, text: Any) -> None:
        self.value = text

    @property
    def entry_event(self) -> str | None:
        """The event by which the browser tells what was entered."""
        return "input"


class SelectBase(Control):
    """A choice among `Option` children. With ``multiple`` its value is a list."""

    def parse(self, value: Any) -> Any:
        """With ``multiple`` a list of strings, else a string."""
        if getattr(self, "multiple", False):
            return value if isinstance(value, list) else [value]
        return value


class LabelBase(Component):
    """A caption of a control."""

    for_component: Component | None = None

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "for_component" and value is not None:
            if value.id is None:
                value.id = f"satchel-{value.component_id}"
            self.for_ = value.id
        super().__setattr__(name, value)
