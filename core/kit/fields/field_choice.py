"""Choice and Choices: controls of fields for one of many, and for several of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

import core as jp
from core.language.texts import N_, _

from .field_control import EMPTY, FieldControl, Wrong

FEW = 7
"""Options that people find without a search."""

Options = Mapping[Any, str] | Iterable[Any]


class _OfOptions(FieldControl):
    """A select whose options have values of any type.

    Attributes:
        chosen: what the program has chosen: the script shows it in place of the select.
    """

    chosen: list[str]

    def _offer(self, options: dict[Any, str]) -> None:
        self._values = by_key(options)
        for key, value in self._values.items():
            jp.Option(value=key, text=options[value], a=self.input)


class Choice(_OfOptions):
    """One of several options. If there are many, people find it by typing.

    Args:
        options: a list of values, a dictionary of values and their labels, or an `Enum`.
        value: the first one; None if nothing is chosen yet.
        placeholder: what it says if nothing is chosen.
        search: whether people can type; None: if there are more than `FEW`.
        attributes: ``required``, ``disabled``, and those of every component. Unless it is required,
            people may choose nothing if ``value`` is None.

    Raises:
        ValueError: the value is none of the options, or two options look the same.
    """

    def __init__(
        self,
        options: Options,
        value: Any = None,
        *,
        placeholder: str = N_("Choose"),
        search: bool | None = None,
        **attributes: Any,
    ) -> None:
        found = labelled(options)
        searched = len(found) > FEW if search is None else search
        made = jp.Select(classes="kit-field-input kit-field-select")
        super().__init__(made, behavior="choice" if searched else "", **attributes)
        if value is None:
            jp.Option(value="", text=_(placeholder), a=made)
        self._offer(found)
        self.write(value)

    def read(self) -> Any:
        """The value of the option; None if nothing is chosen."""
        key = str(self.input.value)
        if key in self._values:
            return self._values[key]
        if key:
            raise Wrong(_("Choose one of the list."))
        if self.required:
            raise Wrong(_("Choose one."))
        return None

    def write(self, value: Any) -> None:
        """Choose an option."""
        self.input.value = "" if value is None else key_of(value, self._values)
        self.chosen = [self.input.value]


class Choices(_OfOptions):
    """Several of many options: boxes to tick, or, if there are many, a search with what was chosen.

    Args:
        options: as for `Choice`.
        value: the first ones.
        search: whether people type to find them; None: if there are more than `FEW`.
        attributes: ``required``, ``disabled``, and those of every component.

    Raises:
        ValueError: a value is none of the options, or two options look the same.
    """

    def __init__(
        self,
        options: Options,
        value: Iterable[Any] = (),
        *,
        search: bool | None = None,
        **attributes: Any,
    ) -> None:
        found = labelled(options)
        searched = len(found) > FEW if search is None else search
        made = jp.Select(multiple=True, classes="kit-field-input kit-field-select")
        super().__init__(made, behavior="tokens" if searched else "boxes", **attributes)
        self._offer(found)
        self.write(value)

    def read(self) -> list[Any]:
        """The values, in the order of the options."""
        keys = {str(key) for key in self.input.value or ()}
        if not keys <= self._values.keys():
            raise Wrong(_("Choose from the list."))
        if self.required and not keys:
            raise Wrong(_(EMPTY))
        return [value for key, value in self._values.items() if key in keys]

    def write(self, value: Iterable[Any]) -> None:
        """Choose options."""
        self.input.value = self.chosen = [key_of(each, self._values) for each in value]


def labelled(options: Options) -> dict[Any, str]:
    """The options with their labels; of an Enum, its names as words."""
    if isinstance(options, type) and issubclass(options, Enum):
        return {each: words_of(each.name) for each in options}
    if isinstance(options, Mapping):
        return {value: str(label) for value, label in options.items()}
    return {value: str(value) for value in options}


def words_of(name: str) -> str:
    """A name of Python as words: ``longest_side`` -> "Longest side"."""
    words = name.replace("_", " ").strip()
    return words[:1].upper() + (words[1:].lower() if words.isupper() else words[1:])


def by_key(labels: Mapping[Any, str]) -> dict[str, Any]:
    """The values by the texts that browsers send."""
    keys = {_key(value): value for value in labels}
    if len(keys) < len(labels):
        raise ValueError(f"Two options are written in the same way: {list(labels)!r:.200}.")
    return keys


def key_of(value: Any, values: Mapping[str, Any]) -> str:
    """The text for a value; ValueError if it is no option."""
    key = _key(value)
    if key not in values:
        raise ValueError(f"{value!r:.100} is none of the options {list(values)!r:.200}.")
    return key


def _key(value: Any) -> str:
    return value.name if isinstance(value, Enum) else str(value)
