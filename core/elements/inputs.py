"""Inputs of every type; `tags` has their element."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from ..sizes import byte_count, count
from ..words import names
from . import keywords
from .accept import accept_text
from .forms import FILE_EVENTS, INPUT_DEBOUNCE, Control
from .radio_groups import other_radios

# Limits of file inputs in bytes, and all their attributes that are not HTML's.
SIZES = names("max_size max_total")
FILE_RULES = SIZES | names("max_files digest")


class InputBase(Control):
    """An input of any type.

    Attributes:
        value: of number inputs an int or float, None when empty.
        checked: of checkboxes and radio buttons.
        debounce: milliseconds of quiet before an ``input`` event is sent.
        max_size: of each file: a number of bytes, or text such as ``'20 MB'``.
        max_files, max_total: how many files are accepted at once, and their total size.
        digest: ``sha256`` or ``xxh3``: files are hashed while they arrive, for `File.digest`.

    A file that the input does not accept (``accept`` is checked by name and by content) is refused
    with a sentence in its row; files refused for their content are in ``msg.refused``.
    """

    type: str = "text"
    checked: bool = False
    debounce: int = INPUT_DEBOUNCE
    max_size: int | str | None = None
    max_files: int | None = None
    max_total: int | str | None = None
    digest: Literal["sha256", "xxh3"] | None = None
    server_events = FILE_EVENTS
    types: ClassVar[frozenset[str]] = names(
        """
        button checkbox color date datetime-local email file hidden image month number password
        radio range reset search submit tel text time url week
        """
    )

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        own = {name: value for name, value in vars(cls).items() if name in FILE_RULES}
        shown = {f"data_{name}": _rule(name, value) for name, value in own.items()}
        if accept := vars(cls).get("accept"):
            shown["accept"] = accept_text(accept)
        cls.presets = {**cls.presets, **shown}

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
        """The event by which the browser sends what was entered."""
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
        for other in other_radios(self):
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
        """Numbers become int or float; anything else (half typed, empty) becomes None."""
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
