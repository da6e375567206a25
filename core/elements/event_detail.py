"""The detail of an event that a client module sends -> a value of the declared type."""

from __future__ import annotations

import dataclasses
import types
import typing
from typing import Any

_SIMPLE = (str, int, float, bool, list, dict, types.NoneType)


def is_detail(kind: Any) -> bool:
    """Whether `read_detail` knows the type."""
    is_class = isinstance(kind, type) and dataclasses.is_dataclass(kind)
    return kind is None or is_class or (typing.get_origin(kind) or kind) in _SIMPLE


def read_detail(kind: Any, detail: Any, event: str) -> Any:
    """Convert a detail to a type.

    Args:
        kind: a dataclass, whose fields are checked if their types are simple ones; or a simple
            type: ``str``, ``int``, ``float``, ``bool``, ``list`` or ``dict``; None drops the
            detail.
        event: its name in the error message.

    Raises:
        ValueError: the detail is of another type.
    """
    if kind is None:
        return None
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, detail, event)
    return _simple(kind, detail, event)


def _dataclass(kind: Any, detail: Any, event: str) -> Any:
    if not isinstance(detail, dict):
        raise _error(event, kind, detail)
    fields = {field.name: field for field in dataclasses.fields(kind) if field.init}
    required = [name for name, field in fields.items() if _is_required(field)]
    if missing := [name for name in required if name not in detail]:
        raise ValueError(f"{event} lacks {', '.join(missing)}")
    if unknown := [name for name in detail if name not in fields]:
        raise ValueError(f"{event} has {', '.join(unknown)}, which {kind.__name__} does not know")
    types_of = typing.get_type_hints(kind)
    values = {n: _simple(types_of[n], value, f"{n} of {event}") for n, value in detail.items()}
    return kind(**values)


def _is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is field.default_factory is dataclasses.MISSING


def _simple(kind: Any, value: Any, event: str) -> Any:
    origin = typing.get_origin(kind)
    kinds = typing.get_args(kind) if origin in (typing.Union, types.UnionType) else (kind,)
    plain = [typing.get_origin(each) or each for each in kinds]
    if not set(plain) <= set(_SIMPLE) or type(value) in plain:
        return value
    if float in plain and type(value) is int:
        return float(value)
    if isinstance(value, dict) and dict in plain:
        return value
    raise _error(event, kind, value)


def _error(event: str, kind: Any, value: Any) -> ValueError:
    return ValueError(f"{event} is {value!r:.100}, not of type {getattr(kind, '__name__', kind)}")
