"""Conflicts of classes: which class replaces which in `set_class` and `set_classes`.

A new class replaces an old one with the same variants if it declares all properties that the old
one declares in Tailwind's data: `p-4` replaces `px-2`, but `px-2` only refines `p-4`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .class_names import split_class
from .templates import Node
from .utilities import find


def replace_classes(current: str, new: str) -> str:
    """The classes of `current` that none of `new` replaces, then those of `new`."""
    added = list(dict.fromkeys(new.split()))
    kept = [
        old
        for old in current.split()
        if old not in added and not any(_replaces(name, old) for name in added)
    ]
    return " ".join([*kept, *added])


def _replaces(new: str, old: str) -> bool:
    ours, theirs = _subject(new), _subject(old)
    if ours is None or theirs is None or ours.condition != theirs.condition:
        return False
    if ours.root == theirs.root and ours.first == theirs.first:
        return True
    # A custom property that the new class reads but does not set: the two work together.
    together = theirs.variables & ours.read - ours.variables
    return bool(theirs.properties) and theirs.properties <= ours.covered and not together


class _Subject(NamedTuple):
    """The properties that a class declares."""

    condition: tuple[frozenset[str], bool]  # variants, important
    root: str
    first: str  # the property declared first
    properties: frozenset[str]  # declared; custom ones only if there are no others
    covered: frozenset[str]  # those and their longhands
    variables: frozenset[str]  # custom properties declared
    read: frozenset[str]  # custom properties used


@lru_cache(maxsize=4096)
def _subject(name: str) -> _Subject | None:
    candidate = split_class(name)
    utility = find(candidate.base)
    if utility is None:
        return None
    declared = list(_declared("", utility.nodes))
    variables = frozenset(p for p, _ in declared if "--" in p)
    real = dict.fromkeys(p for p, _ in declared if p not in variables)
    properties = frozenset(real) or variables
    return _Subject(
        (frozenset(candidate.variants), candidate.important),
        utility.root,
        next(iter(real), next(iter(sorted(variables)), "")),
        properties,
        frozenset(longhand for p in properties for longhand in _longhands(p)),
        variables,
        frozenset(used for _, value in declared for used in re.findall(r"var\((--[\w-]+)", value)),
    )


def _declared(within: str, nodes: tuple[Node, ...]) -> Iterator[tuple[str, str]]:
    """Properties and values; a property of another element (`& > *`) carries its selector."""
    for node in nodes:
        if isinstance(node, str):
            name, _, value = node.partition(":")
            yield within + name, value
        else:
            inside = within if node[0].startswith("@") else f"{within}{node[0]} "
            yield from _declared(inside, node[1])


# Shorthand properties of CSS, and what they set.

_SIDES = {
    "inline": ("inline-start", "inline-end", "left", "right"),
    "block": ("block-start", "block-end", "top", "bottom"),
}
_CORNERS = (
    *("start-start", "start-end", "end-start", "end-end"),
    *("top-left", "top-right", "bottom-left", "bottom-right"),
)
_LONGHANDS: dict[str, tuple[str, ...]] = {
    "overflow": ("overflow-x", "overflow-y"),
    "overscroll-behavior": ("overscroll-behavior-x", "overscroll-behavior-y"),
    "gap": ("row-gap", "column-gap"),
    "flex": ("flex-grow", "flex-shrink", "flex-basis"),
    "grid-column": ("grid-column-start", "grid-column-end"),
    "grid-row": ("grid-row-start", "grid-row-end"),
    "place-content": ("align-content", "justify-content"),
    "place-items": ("align-items", "justify-items"),
    "place-self": ("align-self", "justify-self"),
    "border-radius": tuple(f"border-{corner}-radius" for corner in _CORNERS),
    "inset": ("inset-inline", "inset-block", *(s for sides in _SIDES.values() for s in sides)),
    "inset-inline": ("inset-inline-start", "inset-inline-end", "left", "right"),
    "inset-block": ("inset-block-start", "inset-block-end", "top", "bottom"),
    "font-size": (),
}


@lru_cache(maxsize=1024)
def _longhands(name: str) -> tuple[str, ...]:
    """A property and all those it sets: padding -> padding, padding-inline, padding-left..."""
    selector, _, plain = name.rpartition(" ")
    before = f"{selector} " if selector else ""
    if plain in _LONGHANDS:
        return (name, *(before + longhand for longhand in _LONGHANDS[plain]))
    return (name, *(before + longhand for longhand in _sides(plain)))


def _sides(name: str) -> Iterator[str]:
    """The sides of margin, padding, scroll-..., border-width, -style, -color."""
    match = re.fullmatch(
        r"((?:scroll-)?(?:margin|padding)|border)(?:-(inline|block))?(-width|-style|-color)?", name
    )
    if match is None:
        return
    base, axis, kind = match[1], match[2], match[3] or ""
    for axis_name in (axis,) if axis else _SIDES:
        yield f"{base}-{axis_name}{kind}"
        yield from (f"{base}-{side}{kind}" for side in _SIDES[axis_name])
