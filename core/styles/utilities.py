"""Tailwind's utilities as data: a class name -> what it declares and its place in the cascade.

The data in `assets/tailwind` is made by scripts/make_styles from Tailwind's own compiler; it is
read when the first class is looked up. Values are filled into templates, see make_styles.mjs.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from . import arbitrary
from .legacy_names import OPACITY, current_name

# A declaration 'property:value', or (selector with & or at-rule, what is in it).
Node = str | tuple[str, "tuple[Node, ...]"]


class Candidate(NamedTuple):
    """`md:hover:p-4!` -> variants ('md', 'hover'), base 'p-4', important."""

    variants: tuple[str, ...]
    base: str
    important: bool


@dataclass(frozen=True, slots=True)
class Utility:
    """What a class without its variants declares."""

    root: str
    nodes: tuple[Node, ...]
    place: int  # among the utilities, less than 2 ** PLACE_BITS
    registered: tuple[str, ...]  # custom properties that need an @property rule

    @property
    def prefix(self) -> str:
        """What the names of all utilities of this place begin with, a sign aside."""
        prefixes: list[str] = data()["prefixes"]
        return prefixes[self.place // 2]


PLACE_BITS = 10


@cache
def data() -> Mapping[str, Any]:
    """The tables of assets/tailwind/data.json, about 10 ms when first called."""
    text = files("assets").joinpath("tailwind", "data.json").read_text(encoding="utf-8")
    tables: dict[str, Any] = json.loads(text)
    return tables


def split_class(name: str) -> Candidate:
    """A class name's parts; nothing is looked up."""
    if ":" not in name:
        *variants, base = [name]
    else:
        *variants, base = arbitrary.split(name, ":")
    important = base.startswith("!") or base.endswith("!")
    base = base.removesuffix("!") if base.endswith("!") else base.removeprefix("!")
    return Candidate(tuple(variants), base, important)


@lru_cache(maxsize=8192)
def find(base: str) -> Utility | None:
    """The utility of a class name without variants, old names included; None if there is none."""
    found = _find(base)
    if found is None:
        old = current_name(base)
        found = _find(old) if old else _old_opacity(base)
    return found


def _find(base: str) -> Utility | None:
    fixed = data()["fixed"].get(base)
    if fixed is not None:
        return _filled(base, fixed)
    parts = arbitrary.split(base, "/")
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
    kind = f"[{hint}:]" if hint else f"[{arbitrary.kind(value)}]"
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
        return None if plain < 0 else _filled(root, plain, value)
    kind, text = _modifier(modifier)
    template = modifiers.get(f"={modifier}", modifiers.get(kind))
    return None if template is None else _filled(root, template, value, text)


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


_PLACEHOLDER = re.compile(r"\{(?:([vmp])|s:(.*?)\|(.*?):s)\}")


def _filled(root: str, template: int, value: str = "", modifier: str = "") -> Utility:
    def fill(match: re.Match[str]) -> str:
        if match[1] == "v":
            return value
        if match[1] == "m":
            return modifier
        if match[1] == "p":
            return f"{float(modifier) * 100:g}%"
        before, after = fill_all(match[2]), fill_all(match[3])
        return arbitrary.colored(value, f"var({before}", f"{after})")

    def fill_all(text: str) -> str:
        return _PLACEHOLDER.sub(fill, text) if "{" in text else text

    def nodes(rows: list[Any]) -> tuple[Node, ...]:
        return tuple(
            fill_all(texts[row]) if isinstance(row, int) else (row[0], nodes(row[1]))
            for row in rows
        )

    texts = data()["texts"]
    place, listed, rows = data()["templates"][template]
    registered = tuple(data()["lists"][listed].split())
    return _remembering_color(Utility(root, nodes(rows), place * 2, registered))


def _remembering_color(found: Utility) -> Utility:
    """Colours also go into a custom property, from which old `bg-opacity-50` takes them."""
    old = OPACITY.get(found.root)
    if old is None:
        return found
    return replace(found, nodes=_remembered(found.nodes, f"{old}:", f"--tw-{found.root}-is:"))


def _remembered(nodes: tuple[Node, ...], target: str, variable: str) -> tuple[Node, ...]:
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, tuple):
            out.append((node[0], _remembered(node[1], target, variable)))
        elif node.startswith(target + "var(--color"):
            out += [variable + node.removeprefix(target), node]
        else:
            out.append(node)
    return tuple(out)


_OLD_OPACITY = re.compile(r"([a-z]+)-opacity-(\d{1,3})")


def _old_opacity(base: str) -> Utility | None:
    """`bg-opacity-50` of Tailwind 1 to 3, which 4 writes `bg-red-500/50`."""
    match = _OLD_OPACITY.fullmatch(base)
    target = OPACITY.get(match[1]) if match else None
    sample = _find(f"{match[1]}-black") if match else None
    if match is None or target is None or sample is None:
        return None
    mixed = f"color-mix(in oklab, var(--tw-{match[1]}-is) {match[2]}%, transparent)"
    nodes = _only(sample.nodes, f"{target}:", mixed)
    # Behind the colours: their places are even.
    return replace(sample, root=f"{match[1]}-opacity", nodes=nodes, place=sample.place + 1)


def _only(nodes: tuple[Node, ...], target: str, value: str) -> tuple[Node, ...]:
    """The nodes around the declaration of target, with another value."""
    return tuple(
        (node[0], _only(node[1], target, value)) if isinstance(node, tuple) else target + value
        for node in nodes
        if isinstance(node, tuple) or node.startswith(target)
    )
