"""The syntax of arbitrary values: nested brackets and quotes."""

import re
from collections.abc import Iterator

_PAIRS = {"(": ")", "[": "]"}
# What ends a <style> element or opens a comment; quotes in a bare url() confuse CSS's tokenizer.
_REFUSED = re.compile(r'[\x00-\x1f\x7f{}]|</|<!|/\*|\\$|url\(\s*+(?!["\'])[^)]*["\'(]')


def is_safe(text: str) -> bool:
    """Whether text is one value: its brackets and quotes are balanced, without `;` outside them."""
    if _REFUSED.search(text):
        return False
    expected: list[str] = []
    for char, quoted in scan(text):
        if quoted is None:
            return False
        if quoted:
            continue
        if char in _PAIRS:
            expected.append(_PAIRS[char])
        elif (char in ")]" and (not expected or expected.pop() != char)) or (
            char == ";" and not expected
        ):
            return False
    return not expected


def split(text: str, separator: str) -> list[str]:
    """The parts of text between separators outside of brackets and quotes."""
    parts, start, depth = [], 0, 0
    for index, (char, quoted) in enumerate(scan(text)):
        if quoted:
            continue
        if char == separator and depth == 0:
            parts.append(text[start:index])
            start = index + 1
        depth = max(0, depth + (char in "([") - (char in ")]"))
    return [*parts, text[start:]]


def scan(text: str) -> Iterator[tuple[str, bool | None]]:
    """Each character and whether it is quoted or escaped; None for an unclosed quote at the end."""
    quote, escaped = "", False
    for char in text:
        literal = escaped or bool(quote)
        if escaped:
            escaped = False
        elif char == "\\":
            escaped, literal = True, True
        elif quote:
            quote = "" if char == quote else quote
        elif char in "'\"":
            quote, literal = char, True
        yield char, literal
    if quote:
        yield "", None


def closing(value: str, start: int) -> int:
    """The index of the bracket that closes the one before `start`; the length if none does."""
    depth = 1
    for index, (char, quoted) in enumerate(scan(value)):
        if index < start or quoted:
            continue
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return index
    return len(value)
