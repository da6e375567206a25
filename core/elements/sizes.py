"""Sizes as programs write them: ``20_000_000`` or ``'20 MB'``."""

from __future__ import annotations

import re

_UNITS: dict[str, int] = {
    "": 1,
    "b": 1,
    "byte": 1,
    "bytes": 1,
    **{f"{letter}b": 1000**power for power, letter in enumerate("kmgt", 1)},
    **{f"{letter}ib": 1024**power for power, letter in enumerate("kmgt", 1)},
}
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*+([a-z]*)\s*", re.IGNORECASE | re.ASCII)


def byte_count(size: int | str) -> int:
    """The number of bytes in ``'20 MB'`` (of 1000 kB), ``'512 KiB'`` (of 1024 bytes), or a number.

    Raises:
        ValueError: it is no size.
    """
    found = _SIZE.fullmatch(str(size))
    if found is None or found[2].lower() not in _UNITS:
        raise ValueError(f"{size!r} is no size: write a number of bytes, or as in '20 MB'.")
    number, unit = found[1], _UNITS[found[2].lower()]
    return round(float(number) * unit) if "." in number else int(number) * unit


def count(number: int | str) -> int:
    """A number of files, as programs write it: 3 or ``'3'``.

    Raises:
        ValueError: it is no such number.
    """
    if isinstance(number, bool) or not str(number).isdecimal():
        raise ValueError(f"{number!r} is no number of files: write 3, or None for no limit.")
    return int(number)
