"""Templates of utilities: declarations with placeholders, see scripts/make_styles.mjs."""

import re
from dataclasses import dataclass
from typing import Any

from .tables import data
from .value_kinds import colored

# A declaration 'property:value', or (selector with & or at-rule, what is in it).
Node = str | tuple[str, "tuple[Node, ...]"]


@dataclass(frozen=True, slots=True)
class Utility:
    """What a class without its variants declares."""

    root: str
    nodes: tuple[Node, ...]
    place: int  # among the utilities, less than 2 ** PLACE_BITS
    registered: tuple[str, ...]  # custom properties that need an @property rule

    @property
    def prefix(self) -> str:
        """With this, the names of all utilities of this place begin, apart from a sign."""
        prefixes: list[str] = data()["prefixes"]
        return prefixes[self.place // 2]


PLACE_BITS = 10

PLACEHOLDER = re.compile(r"\{(?:([vmp])|s:(.*?)\|(.*?):s)\}")


def filled(root: str, template: int, value: str = "", modifier: str = "") -> Utility:
    """The utility of a root: its template filled with a value and a modifier."""

    def fill(match: re.Match[str]) -> str:
        if match[1] == "v":
            return value
        if match[1] == "m":
            return modifier
        if match[1] == "p":
            return f"{float(modifier) * 100:g}%"
        before, after = fill_all(match[2]), fill_all(match[3])
        return colored(value, f"var({before}", f"{after})")

    def fill_all(text: str) -> str:
        return PLACEHOLDER.sub(fill, text) if "{" in text else text

    def nodes(rows: list[Any]) -> tuple[Node, ...]:
        return tuple(
            fill_all(texts[row]) if isinstance(row, int) else (row[0], nodes(row[1]))
            for row in rows
        )

    texts = data()["texts"]
    place, listed, rows = data()["templates"][template]
    registered = tuple(data()["lists"][listed].split())
    return Utility(root, nodes(rows), place * 2, registered)
