"""Model: a dataclass or pydantic model as a list of settings, each with its control."""

from __future__ import annotations

import dataclasses
import datetime
import math
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from contextvars import copy_context
from enum import Enum
from pathlib import Path
from typing import Any, Literal

from core.elements.with_blocks import leave_all
from core.language.texts import _

from .field_choice import Choice, Choices, words_of
from .field_control import FieldControl, Wrong
from .field_number import Number, Slider
from .field_path import LocalPath
from .field_simple import Color, Date, Switch, Time
from .field_text import Text

_NAMES = {"ge": "min", "le": "max", "min_length": "min_length", "max_length": "max_length"}
"""What pydantic calls the options of our controls."""

_CONTROLS: dict[Any, type[FieldControl]] = {
    bool: Switch,
    int: Number,
    float: Number,
    str: Text,
    datetime.date: Date,
    datetime.time: Time,
    Path: LocalPath,
}
_NEVER_EMPTY = (Switch, Slider, Color, Text, Choices)


@dataclasses.dataclass(frozen=True)
class Setting:
    """One setting.

    Attributes:
        label, hint: for people.
        kind: its type, without None.
        is_optional: whether it may be None.
        control: the class of its control.
        options: of the control.
    """

    label: str
    hint: str
    kind: Any
    is_optional: bool
    control: type[FieldControl]
    options: Mapping[str, Any]

    def make_control(self, value: Any) -> FieldControl:
        """A control that shows a value."""
        options = dict(self.options)
        if not self.is_optional and not issubclass(self.control, _NEVER_EMPTY):
            options.setdefault("required", True)
        make: Any = self.control
        if issubclass(self.control, Choice | Choices):
            control = make(options.pop("options", None) or _choices(self.kind), value, **options)
        else:
            control = make(value, **options)
        if isinstance(control, Number | Slider):
            control.is_whole = self.kind is int
        return typing.cast("FieldControl", control)

    def encode(self, value: Any) -> Any:
        """The value for JSON."""
        if isinstance(value, Enum):
            return value.name
        if isinstance(value, list):
            return [self.encode(each) for each in value]
        if isinstance(value, datetime.date | datetime.time):
            return value.isoformat()
        return str(value) if isinstance(value, Path) else value

    def decode(self, raw: Any) -> Any:
        """The value that was written as `raw`.

        Raises:
            ValueError: it is not of the type, or the control does not take it.
        """
        if raw is None and self.is_optional:
            return None
        value = _decoded(self.kind, raw)
        if isinstance(value, Path):
            return value  # it may be back tomorrow
        return copy_context().run(self._checked, value)

    def _checked(self, value: Any) -> Any:
        leave_all()  # this control is on no page
        try:
            return self.make_control(value).read()
        except Wrong as wrong:
            raise ValueError(str(wrong)) from None


class Model:
    """The settings that a dataclass or pydantic model describes.

    Args:
        made: the class.

    Raises:
        TypeError: it is neither, or a field has no default or a type without a control.

    Attributes:
        settings: by their names, in order.
    """

    def __init__(self, made: type) -> None:
        self._made: Any = made
        if dataclasses.is_dataclass(made):
            found = _of_dataclass(made)
        elif hasattr(made, "model_fields"):
            found = _of_pydantic(made)
        else:
            raise TypeError(f"Settings takes a dataclass or a pydantic model, not {made!r:.100}.")
        self.settings = dict(found)
        try:
            self.first()
        except (TypeError, ValueError) as error:
            raise TypeError(f"Give each field of {made.__name__} a default: {error}") from None

    def first(self) -> Any:
        """An instance with the defaults."""
        return self._made()

    def replaced(self, value: Any, changes: Mapping[str, Any]) -> Any:
        """An instance with other values; ValueError with words for people if it is wrong."""
        values = {each: getattr(value, each) for each in self.settings}
        try:
            return self._made(**{**values, **changes})
        except ValueError as error:
            raise ValueError(_words(error)) from None


def _of_dataclass(made: Any) -> Iterator[tuple[str, Setting]]:
    hints = typing.get_type_hints(made, include_extras=True)
    for field in dataclasses.fields(made):
        if field.init:
            yield field.name, _setting(field.name, hints[field.name], field.metadata)


def _of_pydantic(made: Any) -> Iterator[tuple[str, Setting]]:
    for name, info in made.model_fields.items():
        options: dict[str, Any] = {"label": info.title, "hint": info.description}
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        for rule in info.metadata:
            limits = {ours: getattr(rule, theirs, None) for theirs, ours in _NAMES.items()}
            options |= {ours: limit for ours, limit in limits.items() if limit is not None}
            if isinstance(rule, type) and issubclass(rule, FieldControl):
                options["control"] = rule
        yield name, _setting(name, info.annotation, {**options, **extra})


def _setting(name: str, annotation: Any, metadata: Mapping[Any, Any]) -> Setting:
    options = {str(key): value for key, value in metadata.items()}
    kind = annotation
    if typing.get_origin(kind) is typing.Annotated:
        kind, *extras = typing.get_args(kind)
        for extra in extras:
            if isinstance(extra, type) and issubclass(extra, FieldControl):
                options["control"] = extra
    members = typing.get_args(kind) if _is_union(kind) else (kind,)
    kinds = [each for each in members if each is not type(None)]
    label, hint = options.pop("label", None) or words_of(name), options.pop("hint", None) or ""
    control = options.pop("control", None) or _control(kinds[0])
    if len(kinds) > 1 or control is None:
        raise TypeError(
            f"The setting {name!r} is of type {annotation!r:.100}, which has no control. Settings "
            "are bool, int, float, str, Literal, Enum, lists of these two, date, time or Path."
        )
    return Setting(label, hint, kinds[0], len(members) > len(kinds), control, options)


def _is_union(kind: Any) -> bool:
    return typing.get_origin(kind) in (typing.Union, types.UnionType)


def _control(kind: Any) -> type[FieldControl] | None:
    if typing.get_origin(kind) is list:
        return Choices if _is_choice(typing.get_args(kind)[0]) else None
    return Choice if _is_choice(kind) else _CONTROLS.get(kind)


def _is_choice(kind: Any) -> bool:
    is_enum = isinstance(kind, type) and issubclass(kind, Enum)
    return is_enum or typing.get_origin(kind) is Literal


def _choices(kind: Any) -> dict[Any, str]:
    if typing.get_origin(kind) is list:
        (kind,) = typing.get_args(kind)
    if typing.get_origin(kind) is Literal:
        values = typing.get_args(kind)
        return {each: words_of(each) if str(each).islower() else str(each) for each in values}
    return {each: words_of(each.name) for each in kind}


def _decoded(kind: Any, raw: Any) -> Any:
    if typing.get_origin(kind) is list:
        (inner,) = typing.get_args(kind)
        if not isinstance(raw, list):
            raise ValueError(f"{raw!r:.100} is no list")
        return [_decoded(inner, each) for each in raw]
    if _is_choice(kind):
        values = {each.name if isinstance(each, Enum) else each: each for each in _choices(kind)}
        found = [value for key, value in values.items() if key == raw and type(key) is type(raw)]
        if not found:
            raise ValueError(f"{raw!r:.100} is none of {list(values)}")
        return found[0]
    read = _READERS.get(kind)
    if read is None:
        return raw
    try:
        return read(raw)
    except TypeError:
        raise ValueError(f"{raw!r:.100} is of another type") from None


def _exactly(kind: type) -> Callable[[Any], Any]:
    def read(raw: Any) -> Any:
        if type(raw) is not kind:
            raise TypeError
        return raw

    return read


def _float(raw: Any) -> float:
    if type(raw) not in (int, float) or not math.isfinite(raw):
        raise TypeError
    return float(raw)


_READERS: dict[Any, Callable[[Any], Any]] = {
    bool: _exactly(bool),
    int: _exactly(int),
    str: _exactly(str),
    float: _float,
    datetime.date: datetime.date.fromisoformat,
    datetime.time: datetime.time.fromisoformat,
    Path: Path,
}


def _words(error: ValueError) -> str:
    """What a model says about a value; of pydantic's many lines, the sentence."""
    errors = getattr(error, "errors", None)
    if not callable(errors):
        return str(error) or _("This is not possible.")
    said = str(errors()[0]["msg"]).removeprefix("Value error, ")
    return said if said.endswith(".") else f"{said}."
