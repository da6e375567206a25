"""Tailwind's variants: `hover`, `md`, `group-data-[open]`, `[&_p]` as selectors and at-rules.

A variant is a list of branches, a branch a list of steps, a step an at-rule or a selector with `&`
for the selector before it. Names without values come from Tailwind's own data.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from . import arbitrary
from .tables import data
from .value_syntax import split
from .value_variants import value_variant
from .variant_data import Branch, Variant, place, sample

# The system decides whether a page is dark; one with `dark=True` always is, `dark=False` never.
_DARK: tuple[Branch, ...] = (
    ("@media (prefers-color-scheme: dark)", "&:where(:not(.light, .light *))"),
    ("&:where(.dark, .dark *)",),
)


@lru_cache(maxsize=2048)
def find(name: str) -> Variant | None:
    """The variant of a name; None if there is none."""
    row = data()["variants"].get(name)
    if row and len(row) > 1:
        at, steps, declarations, registered = row
        branches = _DARK if name == "dark" else tuple(map(tuple, steps))
        return Variant(at, branches, tuple(declarations), tuple(registered.split()))
    if name.startswith("["):
        return _arbitrary(name)
    return _compound(name) or value_variant(name)


def _arbitrary(name: str) -> Variant | None:
    """`[&_p]`, `[.dark_&]`, `[@media_print]`."""
    value = arbitrary.decode(name[1:-1]) if name.endswith("]") else None
    if value is None or ";" in value:
        return None
    if value.startswith("@"):
        known = re.fullmatch(r"(@media|@supports|@container)\s*([^&]+)", value)
        return Variant(place(), ((f"{known[1]} {known[2]}",),)) if known else None
    if value[0] in ">+~":  # allowed in has-[>img] only
        return None
    return Variant(place(), ((value if "&" in value else f"&:is({value})",),))


_TOO_DEEP = re.compile(r"(?:(?:group|peer|has|in|not)-){5}")


def _compound(name: str) -> Variant | None:
    root, _, rest = name.partition("-")
    if not rest or root not in (*_COMPOUNDS, "not") or _TOO_DEEP.match(name):
        return None
    rest, modifier = _without_modifier(rest) if root in ("group", "peer") else (rest, "")
    if root == "has" and re.match(r"\[[>+~]", rest):
        value = arbitrary.decode(rest[1:-1])
        return Variant(place("has-[zz]"), ((f"&:has({value})",),)) if value else None
    inner = None if modifier is None or rest in ("*", "**") else find(rest)
    if inner is None or inner.declarations or len(inner.branches) != 1 and rest != "dark":
        return None
    branch = inner.branches[0]
    if any("::" in step for step in branch):
        return None
    branches = _negated(branch) if root == "not" else _around(root, branch, modifier or "")
    near = rest.partition("-")[0]
    samples = (rest, sample(rest), f"{near}-hover", f"{near}-[64rem]", "[zz]")
    places = (f"{root}-{sample}" for sample in samples)
    return Variant(place(*places), branches) if branches else None


def _without_modifier(rest: str) -> tuple[str, str | None]:
    """'hover/name' -> 'hover', 'name'; None for an invalid modifier."""
    parts = split(rest, "/")
    if len(parts) == 1:
        return rest, ""
    return parts[0], parts[1] if re.fullmatch(r"[\w-]+", parts[1]) else None


# Selectors of compound variants, which depend on another element: `group-hover`, `not-open`.


def _group(selector: str, modifier: str) -> str:
    return f":is({_marked(selector, 'group', modifier)} &)"


def _peer(selector: str, modifier: str) -> str:
    return f":is({_marked(selector, 'peer', modifier)} ~ &)"


def _marked(selector: str, mark: str, modifier: str) -> str:
    named = f"{mark}\\/{modifier}" if modifier else mark
    found = selector.replace("&", f":where(.{named})")
    return f":is({found})" if len(split(found, ",")) > 1 else found


def _has(selector: str, modifier: str) -> str:
    return f"&:has({selector.replace('&', '*')})"


def _in(selector: str, modifier: str) -> str:
    return f":where({selector.replace('&', '*')}) &"


_COMPOUNDS: dict[str, Callable[[str, str], str]] = {
    "group": _group,
    "peer": _peer,
    "has": _has,
    "in": _in,
}


def _around(root: str, branch: Branch, modifier: str) -> tuple[Branch, ...]:
    """The branches of `group-`, `peer-`, `has-` or `in-` before a variant; none if impossible."""
    if sum(not step.startswith("@") for step in branch) != 1:
        return ()
    change = _COMPOUNDS[root]
    return (tuple(s if s.startswith("@") else change(s, modifier) for s in branch),)


def _negated(branch: Branch) -> tuple[Branch, ...]:
    """`not-hover` also applies if hovering is impossible: a branch for each step."""
    selectors = [step for step in branch if not step.startswith("@")]
    at_rules = [step for step in branch if step.startswith("@")]
    if len(selectors) > 1 or len(at_rules) > 1:
        return ()
    negated = [f"&:not({step.replace('&', '*')})" for step in selectors]
    negated += [_not_at(step) for step in at_rules]
    return tuple((step,) for step in negated) if all(negated) else ()


def _not_at(step: str) -> str:
    rule, _, condition = step.partition(" ")
    if rule not in ("@media", "@supports", "@container") or "," in condition:
        return ""
    if condition.startswith("not "):
        return f"{rule} {condition.removeprefix('not ')}"
    name, _, rest = condition.partition(" ")
    if rule == "@container" and not name.startswith("("):
        return f"{rule} {name} not {rest}"
    return f"{rule} not {condition}"
