"""The order of class names that set the same properties: alphabetical, with numbers as numbers.

Tailwind puts -m-2 before m-2 before m-10 before m-[3px] before m-auto.
"""

import re

DETAIL_BITS = 30
_DIGITS = re.compile(r"([0-9]{1,18})")


def natural(text: str) -> tuple[tuple[bool, int, str], ...]:
    """A sort key: red-50 before red-500, p-2 before p-10."""
    return tuple(
        (not p.isdigit(), int(p) if p.isdigit() else 0, p) for p in _DIGITS.split(text) if p
    )


def detail(name: str, prefix: str) -> int:
    """A number less than 2 ** DETAIL_BITS that grows with `natural(name)`; its end is approximate.

    Args:
        prefix: with which all compared names begin, apart from a sign.
    """
    positive = (not name.startswith("-")) << 29
    own = name.removeprefix("-")
    if not own.startswith(prefix):
        return positive | (0 if own < prefix else (1 << 29) - 1)
    value = own.removeprefix(prefix).removeprefix("-")
    if not value or value[0].isdigit():
        return positive | _numbers(value)
    return positive | 1 << 28 | _words(value)


def _numbers(value: str) -> int:
    """1, then 1.5, then 1/2: 10 bits, 7 bits for what follows, 11 bits for the next number."""
    whole, *rest = _DIGITS.split(value)[1:] or ["0"]
    follows = min(ord(rest[0][0]), 127) if rest and rest[0] else 0
    following = int(rest[1]) if len(rest) > 1 else 0
    return min(int(whole), 1023) << 18 | follows << 11 | min(following, 2047)


def _words(value: str) -> int:
    """red-50, then red-500: 6 bits for each of three characters, 10 bits for the first number."""
    number = _DIGITS.search(value)
    first, second, third = (min(max(ord(c) - 64, 0), 63) for c in f"{value[:3]:\0<3}")
    return first << 22 | second << 16 | third << 10 | min(int(number[1]) if number else 0, 1023)
