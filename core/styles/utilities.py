"""Utilities of Tailwind: a class name -> its declarations and its place in the cascade."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from . import arbitrary
from .legacy_classes import current_name, old_opacity, remembering_color
from .tables import data
from .templates import Utility, filled
from .value_kinds import kind as kind_of
from .value_syntax import split


@lru_cache(maxsize=8192)
def find(base: str) -> Utility | None:
    """The utility of a class name without variants, old or new; None if there is none."""
    found = _find(base)
    if found is None:
        old = current_name(base)
        found = _find(old) if old else old_opacity(base, _find)
    return found


def _find(base: str) -> Utility | None:
    fixed = data()["fixed"].get(base)
    if fixed is not None:
        return _utility(base, fixed)
    parts = split(base, "/")
    if len(parts) > 2:
        return None
    modifier = parts[1] if len(parts) == 2 else ""
    if base.startswith("["):
        return None if modifier else _property(base)
    if parts[0].endswith(("]", ")")):
        return _with_arbitrary(parts[0], modifier)
    return _with_name(parts[0], modifier)


def _property(base: str) -> Utility | None:
    """An arbitrary property: `[mask-type:luminance]`."""
    match = re.fullmatch(r"\[(--[\w-]+|-?[a-z][a-z-]*):(.+)\]", base)
    value = arbitrary.decode(match[2]) if match else None
    if match is None or value is None:
        return None
    places = data()["places"]
    place = places.get(match[1], places[""])
    return Utility(match[1], (f"{match[1]}:{value}",), place * 2, ())


_ARBITRARY_VALUE = re.compile(
    r"(?P<root>[^\[(]+)-(?:\[(?:(?P<hint>[a-z-]+):)?(?P<value>.+)\]"
    r"|\((?:(?P<hint2>[a-z-]+):)?(?P<variable>--.+)\))"
)


def _with_arbitrary(text: str, modifier: str) -> Utility | None:
    """`w-[37px]`, `text-[length:var(--x)]`, `bg-(--colour)`, `bg-(image:--picture)`."""
    match = _ARBITRARY_VALUE.fullmatch(text)
    root = _root(match["root"]) if match else None
    if match is None or root is None:
        return None
    raw = f"var({match['variable']})" if match["variable"] else match["value"]
    value = arbitrary.decode(raw)
    if value is None:
        return None
    hint = match["hint"] or match["hint2"]
    kind = f"[{hint}:]" if hint else f"[{kind_of(value)}]"
    family = root.kinds.get(kind, root.kinds.get("[other:]" if hint else "[other]", -1))
    return _resolved(root.name, family, value, modifier)


def _with_name(text: str, modifier: str) -> Utility | None:
    """`p-4`, `bg-red-500/50`, `w-1/2`: the longest root whose value is known."""
    cut = len(text)
    while cut > 0:
        root, value = _root(text[:cut]), text[cut + 1 :]
        found = _named(root, value, modifier) if root else None
        if found:
            return found
        cut = text.rfind("-", 0, cut)
    return None


_BARE = (
    ("int", re.compile(r"0|[1-9]\d{0,8}")),
    ("quarter", re.compile(r"(?:0|[1-9]\d{0,8})\.(?:25|5|75)")),
    ("percent", re.compile(r"(?:0|[1-9]\d{0,8})%")),
    ("quarter%", re.compile(r"(?:0|[1-9]\d{0,8})\.(?:25|5|75)%")),
    ("decimal", re.compile(r"\d{1,9}\.\d{1,9}")),
)


def _bare(value: str) -> str:
    return next((kind for kind, pattern in _BARE if pattern.fullmatch(value)), "")


def _named(root: "_Root", value: str, modifier: str) -> Utility | None:
    family = root.names.get(value, root.kinds.get(_bare(value), -1))
    return _resolved(root.name, family, value, modifier)


class _Root(NamedTuple):
    name: str
    kinds: dict[str, int]  # kind of a value -> family
    names: dict[str, int]  # value -> family


@cache
def _known_root(name: str) -> _Root:
    kinds, groups = data()["utilities"][name]
    names = data()["names"]
    return _Root(name, kinds, {value: f for i, f in groups for value in names[i].split(" ")})


def _root(name: str) -> _Root | None:
    return _known_root(name) if name in data()["utilities"] else None


def _resolved(root: str, family: int, value: str, modifier: str) -> Utility | None:
    if family < 0:
        return None
    plain, modifiers = data()["families"][family]
    if not modifier:
        return None if plain < 0 else _utility(root, plain, value)
    kind, text = _modifier(modifier)
    template = modifiers.get(f"={modifier}", modifiers.get(kind))
    return None if template is None else _utility(root, template, value, text)


def _modifier(modifier: str) -> tuple[str, str]:
    """Kind and CSS of what follows the slash: `50`, `[0.5]`, `[37%]`, `(--alpha)`."""
    if modifier[0] in "[(":
        inner = modifier[1:-1] if modifier[0] == "[" else f"var({modifier[1:-1]})"
        value = arbitrary.decode(inner) if modifier[-1] in "])" else None
        if value is None:
            return "", ""
        return ("[number]" if _is_number(value) else "[other]"), value
    return _bare(modifier) or "name", modifier


def _is_number(value: str) -> bool:
    return re.fullmatch(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)", value) is not None


def _utility(root: str, template: int, value: str = "", modifier: str = "") -> Utility:
    return remembering_color(filled(root, template, value, modifier))
