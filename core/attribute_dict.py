"""AttributeDict: a dictionary whose items are attributes too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


class AttributeDict(dict[str, Any]):
    """A dictionary whose items are attributes too; missing ones are None and never raise."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.get(name)

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __missing__(self, name: str) -> None:
        return None


def attribute_dicts(value: Any, clean: Callable[[str], str] = str) -> Any:
    """JSON data with its objects as `AttributeDict`, and its texts cleaned by `clean`."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        items = value.items()
        return AttributeDict({clean(key): attribute_dicts(item, clean) for key, item in items})
    if isinstance(value, list):
        return [attribute_dicts(item, clean) for item in value]
    return value
