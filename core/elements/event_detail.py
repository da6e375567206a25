"""The detail of an event of a client module -> a value of its declared type."""

from __future__ import annotations

import dataclasses
import typing
from typing import Any

_SIMPLE = (str, int, float, bool, list, dict)


def read_detail(kind: type | None, detail: Any, event: str) -> Any:
    """A detail as a value of a type.

    Args:
        kind: a dataclass, whose fields of simple types are checked; or a type of JSON (``str``,
            ``int``, ``float``, ``bool``, ``list``, ``dict``); None drops the detail.
        event: its name in error messages.

    Raises:
        ValueError: the detail is of another type.
    """
    if kind is None:
        return None
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, detail, event)
    return _simple(kind, detail, event)


def _dataclass(kind: type, detail: Any, event: str) -> Any:
    if not isinstance(detail, dict):
        raise _error(event, kind, detail)
    hints = typing.get_type_hints(kind)
    values = {
        name: _simple(hints[name], value, f"{name} of {event}") if name in hints else value
        for name, value in detail.items()
    }
    try:
        return kind(**values)
    except TypeError as error:  # a field is missing, or unknown
        raise ValueError(f"{event}: {error}") from None


def _simple(kind: Any, value: Any, event: str) -> Any:
    plain = typing.get_origin(kind) or kind
    if plain not in _SIMPLE:
        return value
    if plain is float and type(value) is int:
        return float(value)
    if not isinstance(value, plain) or (isinstance(value, bool) and plain is not bool):
        raise _error(event, plain, value)
    return value


def _error(event: str, kind: type, value: Any) -> ValueError:
    return ValueError(f"{event} is {value!r:.100}, not of type {kind.__name__}")
