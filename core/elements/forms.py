"""What form controls do: they hold what the user entered. Their classes stand in `tags`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from ..sizes import byte_count, count
from ..words import names
from . import keywords
from .accept import accept_text
from .component import Component
from .radio_groups import others

# Milliseconds of quiet after a key before an `input` event is sent.
INPUT_DEBOUNCE = 200


# What is told by us, and not by the browser: how far the files of a form are.
OF_FILES = names("progress")

# Of file inputs, in bytes; and what the browser is told of these inputs beside HTML's attributes.
SIZES = names("max_size max_total")
FILE_RULES = SIZES | names("max_files digest")


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
            self.set_model(self.value)

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


class InputBase(Control):
    """An input of any type.

    Attributes:
        value: what is entered. For numbers an int or float, None when empty.
        checked: for checkboxes and radio buttons.
        debounce: milliseconds of quiet before an ``input`` event is sent.
        max_size: of each file that it takes: bytes, or as in ``'20 MB'``.
        max_files, max_total: how many files are taken at once, and their size together.
        digest: ``sha256`` or ``xxh3``: the files are hashed while they arrive, for `File.digest`.

    What a file input does not accept (``accept`` counts, too, by name and by content) is refused
    with a sentence in the file's row; what is refused for its content is in ``msg.refused``.
    """

    type: str = "text"
    checked: bool = False
    debounce: int = INPUT_DEBOUNCE
    max_size: int | str | None = None
    max_files: int | None = None
    max_total: int | str | None = None
    digest: Literal["sha256", "xxh3"] | None = None
    server_events = OF_FILES
    types: ClassVar[frozenset[str]] = names(
        """
        button checkbox color date datetime-local email file hidden image month number password
        radio range reset search submit tel text time url week
        """
    )

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        own = {name: value for name, value in vars(cls).items() if name in FILE_RULES}
        told = {f"data_{name}": _rule(name, value) for name, value in own.items()}
        if accept := vars(cls).get("accept"):
            told["accept"] = accept_text(accept)
        cls.presets = {**cls.presets, **told}

    def __init__(self, *unnamed: Any, **attributes: Any) -> None:
        super().__init__(*unnamed, **{"type": self.type, **attributes})
        if self.type not in self.types:
            keywords.keep(self, "type", self.type)

    def __setattr__(self, name: str, value: Any) -> None:
        if name in FILE_RULES:
            value = _rule(name, value)
            super().__setattr__(f"data_{name}", value)
        elif name == "accept" and value:
            value = accept_text(value)
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
            self.set_model(checked)
        elif checked:
            self._uncheck_others()
            self.set_model(self.value)

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


def _rule(name: str, value: Any) -> Any:
    if value is None or name == "digest":
        return value
    return byte_count(value) if name in SIZES else count(value)


class FormBase(Component):
    """What holds controls and is submitted."""

    server_events = OF_FILES


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

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name == "multiple" and value and self.value == "":
            self.value = []

    def parse(self, value: Any) -> Any:
        """The `value` of the chosen option as the program gave it; with ``multiple`` a list.

        Browsers know texts only: a value that no option has stays one.
        """
        if not getattr(self, "multiple", False):
            return self._given(value) if isinstance(value, str) else value
        return [self._given(each) for each in (value if isinstance(value, list) else [value])]

    def _given(self, text: str) -> Any:
        found = (each for each in _below(self) if each.html_tag == "option")
        values = (getattr(each, "value", each.text) for each in found)
        return next((value for value in values if str(value) == text), text)


def _below(component: Component) -> Iterator[Component]:
    for child in component.components:
        yield child
        yield from _below(child)
