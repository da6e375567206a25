"""Destinations: a folder of a shelf, as text that the page knows and sends back with files."""

from __future__ import annotations

from urllib.parse import quote, unquote


def destination(key: str, folder: str = "") -> str:
    """The text for a folder (`holiday/beach`; "" is the top) of the shelf with a key."""
    return f"{_quoted(key)}/{_quoted(folder)}"


def place_of(text: str) -> tuple[str, str]:
    """The key of the shelf and the folder; a page may have sent anything."""
    key, _, folder = text.partition("/")
    return _read(key), _read(folder)


def _quoted(name: str) -> str:
    return quote(name, safe="", errors="surrogateescape")


def _read(text: str) -> str:
    return unquote(text, errors="surrogateescape")
