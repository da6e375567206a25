"""Lists of names, written as text."""

from __future__ import annotations


def names(text: str) -> frozenset[str]:
    """The names in a text, separated by white space."""
    return frozenset(text.split())
