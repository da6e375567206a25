"""Names in text: lists of them, similar ones, and ones that can be encoded."""

from __future__ import annotations

from collections.abc import Iterable


def names(text: str) -> frozenset[str]:
    """The names in a text, which white space separates."""
    return frozenset(text.split())


def did_you_mean(name: str, known: Iterable[str], similarity: float = 0.6) -> str:
    """A question that suggests the known name that is most similar, if one is similar enough."""
    from difflib import get_close_matches  # seldom needed

    close = get_close_matches(name, sorted(known), 1, similarity)
    return f"Did you mean {close[0]!r}?" if close else ""


def well_formed(text: str) -> str:
    """The text with U+FFFD in place of each lone surrogate, which cannot be encoded."""
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
