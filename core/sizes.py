"""Numbers of bytes and of files, as programs and people write them: ``20_000_000``, ``'20 MB'``."""

from __future__ import annotations

import re

from .language.numbers import number_text
from .language.texts import N_, _, ngettext

_UNITS: dict[str, int] = {
    "": 1,
    "b": 1,
    "byte": 1,
    "bytes": 1,
    **{f"{letter}b": 1000**power for power, letter in enumerate("kmgt", 1)},
    **{f"{letter}ib": 1024**power for power, letter in enumerate("kmgt", 1)},
}
_SHOWN = (N_("{number} kB"), N_("{number} MB"), N_("{number} GB"), N_("{number} TB"))
"""Of 1000 each, as in file managers."""

_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*+([a-z]*)\s*", re.IGNORECASE | re.ASCII)


def byte_count(size: int | str) -> int:
    """The number of bytes in ``'20 MB'`` (of 1000 kB), ``'512 KiB'`` (of 1024 bytes), or a number.

    Raises:
        ValueError: it is not a size.
    """
    found = _SIZE.fullmatch(str(size))
    if found is None or found[2].lower() not in _UNITS:
        raise ValueError(f"{size!r} is not a size: use a number of bytes, or text such as '20 MB'.")
    number, unit = found[1], _UNITS[found[2].lower()]
    return round(float(number) * unit) if "." in number else int(number) * unit


def count(number: int | str) -> int:
    """A number of files, as programs write it: 3 or ``'3'``.

    Raises:
        ValueError: it is not a whole number from 0.
    """
    if isinstance(number, bool) or not str(number).isdecimal():
        raise ValueError(f"{number!r} is not a number of files: use 3, or None for no limit.")
    return int(number)


def size_text(count: int) -> str:
    """`1 byte`, `340 kB`, `2.4 MB`, as the person's language writes them."""
    if count < 1000:
        return ngettext("{count} byte", "{count} bytes", count)
    value, unit = count / 1000, 0
    while value >= 999.5 and unit < len(_SHOWN) - 1:
        value /= 1000
        unit += 1
    digits = 1 if unit > 0 and value < 99.95 else 0
    return _(_SHOWN[unit], number=number_text(value, digits))


def against(size: int, most: int) -> tuple[str, str]:
    """Two different sizes as texts that differ: exact if their short forms are the same."""
    texts = size_text(size), size_text(most)
    if texts[0] != texts[1]:
        return texts
    return ngettext("{count} byte", "{count} bytes", size), number_text(most)
