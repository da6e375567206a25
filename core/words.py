"""Lists of names, written as text."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def names(text: str) -> frozenset[str]:
    """The names in a text, separated by white space."""
    return frozenset(text.split())


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A question that ends with a blank; empty where nothing is like the name."""
    close = get_close_matches(name, sorted(known), 1)
    return f"Did you mean {close[0]!r}? " if close else ""


def well_formed(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, of which no encoding can be made."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
