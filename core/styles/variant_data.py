"""Variant: the selectors and at-rules that a variant adds, and its place among the variants."""

import re
from typing import NamedTuple

from .tables import data

Branch = tuple[str, ...]


class Variant(NamedTuple):
    """The selectors and at-rules that a variant puts around declarations."""

    place: int  # among the variants, from 1, less than 2 ** PLACE_BITS
    branches: tuple[Branch, ...]
    declarations: tuple[str, ...] = ()  # before those of the utility
    registered: tuple[str, ...] = ()


PLACE_BITS = 10


def place(*names: str) -> int:
    """The place of the first name that is in Tailwind's data; else the last place."""
    rows = data()["variants"]
    return next((int(rows[n][0]) for n in (*names, "[&_zz]") if n in rows), 0)


def sample(name: str) -> str:
    """'data-[open]' -> 'data-[zz]': the name by which Tailwind's data has such variants."""
    name = _without_value(name)
    return re.sub(r"^(data|aria|supports)-[^\[].*", r"\1-zz", re.sub(r"-\d+$", "-3", name))


def _without_value(name: str) -> str:
    """'data-[open]/x' -> 'data-[zz]/x': replaces the first bracket to the last of its kind."""
    found = re.search(r"[\[(]", name)
    end = name.rfind("]" if found[0] == "[" else ")") if found else -1
    return f"{name[: found.start()]}[zz]{name[end + 1 :]}" if found and end > 0 else name
