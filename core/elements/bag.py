"""Bag: a dictionary whose items are attributes too."""

from __future__ import annotations

from collections.abc import Mapping
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


def bags(value: Any) -> Any:
    """JSON data with every object in it as a `Bag`."""
    if isinstance(value, Mapping):
        return Bag({name: bags(item) for name, item in value.items()})
    if isinstance(value, list):
        return [bags(item) for item in value]
    return value
