"""Class names: their parts, and how they are written in selectors."""

import re
from typing import NamedTuple

from .value_syntax import split


class Candidate(NamedTuple):
    """`md:hover:p-4!` -> variants ('md', 'hover'), base 'p-4', important."""

    variants: tuple[str, ...]
    base: str
    important: bool


def split_class(name: str) -> Candidate:
    """The parts of a class name."""
    *variants, base = split(name, ":") if ":" in name else [name]
    important = base.startswith("!") or base.endswith("!")
    base = base.removesuffix("!") if base.endswith("!") else base.removeprefix("!")
    return Candidate(tuple(variants), base, important)


def escape(name: str) -> str:
    """A class name as it is written in a selector (CSSOM's CSS.escape)."""
    text = re.sub(r"([^\w-])", r"\\\1", name, flags=re.ASCII)
    text = re.sub(r"\\([^\x00-\x7f])", r"\1", text)
    return re.sub(r"^(-?)(\d)", lambda m: f"{m[1]}\\3{m[2]} ", text)
