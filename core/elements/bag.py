"""Bag: a dictionary whose items are attributes too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


class Bag(dict[str, Any]):
    """A dictionary whose items are attributes too. What is missing is None and never raises."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.get(name)

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __missing__(self, name: str) -> None:
        return None


def bags(value: Any, clean: Callable[[str], str] = str) -> Any:
    """JSON data with every object in it as a `Bag`, and every text as `clean` leaves it."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return Bag({clean(name): bags(item, clean) for name, item in value.items()})
    if isinstance(value, list):
        return [bags(item, clean) for item in value]
    return value
