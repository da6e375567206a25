"""Tailwind's variants: `hover`, `md`, `group-data-[open]`, `[&_p]` as selectors and at-rules.

A variant is a list of branches, a branch a list of steps, a step a selector in which `&` stands for
what was there before, or an at-rule. Names without values come from Tailwind's own data.
"""

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from core.styles import arbitrary
from core.styles.utilities import data

Branch = tuple[str, ...]


class Variant(NamedTuple):
    """What a variant puts around the declarations of a utility."""

    place: int  # among the variants, from 1, less than 2 ** PLACE_BITS
    branches: tuple[Branch, ...]
    declarations: tuple[str, ...] = ()  # put before the utility's own
    registered: tuple[str, ...] = ()


PLACE_BITS = 10
# The system decides what is dark, and a page with `dark=True` is dark anyway.
_MORE: dict[str, tuple[Branch, ...]] = {"dark": (("&:where(.dark, .dark *)",),)}


@lru_cache(maxsize=2048)
def find(name: str) -> Variant | None:
    """The variant of that name, None if there is none."""
    row = data()["variants"].get(name)
    if row and len(row) > 1:
        place, steps, declarations, registered = row
        branches = tuple(map(tuple, steps)) + _MORE.get(name, ())
        return Variant(place, branches, tuple(declarations), tuple(registered.split()))
    if name.startswith("["):
        return _arbitrary(name)
    return _compound(name) or _functional(name)


def _place(*names: str) -> int:
    """The place of the first name that Tailwind was asked about; the last of all otherwise."""
    rows = data()["variants"]
    return next((int(rows[n][0]) for n in (*names, "[&_zz]") if n in rows), 0)


def _arbitrary(name: str) -> Variant | None:
    """`[&_p]`, `[.dark_&]`, `[@media_print]`."""
    value = arbitrary.decode(name[1:-1]) if name.endswith("]") else None
    if value is None or ";" in value:
        return None
    if value.startswith("@"):
        known = re.fullmatch(r"(@media|@supports|@container)\s*([^&]+)", value)
        return Variant(_place(), ((f"{known[1]} {known[2]}",),)) if known else None
    if value[0] in ">+~":  # only has-[>img] knows what these stand for
        return None
    return Variant(_place(), ((value if "&" in value else f"&:is({value})",),))


# ---- compound: a variant of another element ------------------------------------------------


def _group(selector: str, modifier: str) -> str:
    return f":is({_marked(selector, 'group', modifier)} &)"


def _peer(selector: str, modifier: str) -> str:
    return f":is({_marked(selector, 'peer', modifier)} ~ &)"


def _marked(selector: str, mark: str, modifier: str) -> str:
    named = f"{mark}\\/{modifier}" if modifier else mark
    found = selector.replace("&", f":where(.{named})")
    return f":is({found})" if len(arbitrary.split(found, ",")) > 1 else found


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


_TOO_DEEP = re.compile(r"(?:(?:group|peer|has|in|not)-){5}")


def _compound(name: str) -> Variant | None:
    root, _, rest = name.partition("-")
    if not rest or root not in (*_COMPOUNDS, "not") or _TOO_DEEP.match(name):
        return None
    rest, modifier = _without_modifier(rest) if root in ("group", "peer") else (rest, "")
    if root == "has" and re.match(r"\[[>+~]", rest):
        value = arbitrary.decode(rest[1:-1])
        return Variant(_place("has-[zz]"), ((f"&:has({value})",),)) if value else None
    inner = None if modifier is None or rest in ("*", "**") else find(rest)
    if inner is None or inner.declarations or len(inner.branches) != 1 and rest not in _MORE:
        return None
    branch = inner.branches[0]
    if any("::" in step for step in branch):
        return None
    branches = _negated(branch) if root == "not" else _around(root, branch, modifier or "")
    near = rest.partition("-")[0]
    samples = (rest, _sample(rest), f"{near}-hover", f"{near}-[64rem]", "[zz]")
    places = (f"{root}-{sample}" for sample in samples)
    return Variant(_place(*places), branches) if branches else None


def _without_modifier(rest: str) -> tuple[str, str | None]:
    """'hover/name' -> 'hover', 'name'. None: the modifier is not one."""
    parts = arbitrary.split(rest, "/")
    if len(parts) == 1:
        return rest, ""
    return parts[0], parts[1] if re.fullmatch(r"[\w-]+", parts[1]) else None


def _around(root: str, branch: Branch, modifier: str) -> tuple[Branch, ...]:
    if sum(not step.startswith("@") for step in branch) != 1:
        return ()
    change = _COMPOUNDS[root]
    return (tuple(s if s.startswith("@") else change(s, modifier) for s in branch),)


def _negated(branch: Branch) -> tuple[Branch, ...]:
    """`not-hover` also holds where nothing can hover: a branch for each step."""
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


# ---- functional: a variant with a value ------------------------------------------------------

_WIDTH = re.compile(r"(\d+(?:\.\d+)?|\.\d+)(px|rem|em|ch|vw|%)")


def _functional(name: str) -> Variant | None:
    root, value = _value(name)
    if value is None:
        return None
    if root in ("min", "max", "@", "@min", "@max"):
        return _width(root, value)
    bracketed = name.endswith(("]", ")"))
    step = _step(root, value, bracketed)
    return Variant(_place(name, _sample(name)), ((step,),)) if step else None


def _value(name: str) -> tuple[str, str | None]:
    """'data-[size=large]' -> 'data', 'size=large'."""
    match = re.fullmatch(
        r"(@(?:min|max)?|data|aria|nth(?:-last)?(?:-of-type)?|supports|min|max)"
        r"(?:(?<=@)|-)(?:\[(.+)\]|\((--.+)\)|([\w.%-]+))(/[\w-]+)?",
        name,
    )
    if match is None or (match[5] and not name.startswith("@")):
        return "", None
    raw = match[2] or (f"var({match[3]})" if match[3] else None)
    value = match[4] if raw is None else arbitrary.decode(raw)
    return match[1], value if value is None else value + (match[5] or "")


def _step(root: str, value: str, bracketed: bool) -> str:
    if root == "data":
        return f"&[data-{_quoted(value)}]" if _is_attribute(value) else ""
    if root == "aria":
        value = _quoted(value) if bracketed else f'{value}="true"'
        return f"&[aria-{value}]" if _is_attribute(value) else ""
    if root == "supports":
        return f"@supports {_supports(value)}"
    if not bracketed and not value.isdigit():
        return ""
    return f"&:{root.replace('nth', 'nth-child') if root == 'nth' else _NTH[root]}({value})"


_NTH = {
    "nth-last": "nth-last-child",
    "nth-of-type": "nth-of-type",
    "nth-last-of-type": "nth-last-of-type",
}


def _is_attribute(value: str) -> bool:
    return re.match(r"[\w-]+\s*(?:[~|^$*]?=.+)?$", value) is not None


def _quoted(value: str) -> str:
    """size=large -> size="large"."""
    name, equals, text = value.partition("=")
    text = text.strip()
    if not equals or text[:1] in "'\"":
        return value
    flag = re.fullmatch(r"(.+) ([iIsS])", text)
    return f'{name}="{flag[1]}" {flag[2]}' if flag else f'{name}="{text}"'


def _supports(value: str) -> str:
    if re.match(r"[\w-]*\s*\(", value):
        return value
    condition = value if ":" in value else f"{value}: var(--tw)"
    return condition if condition.startswith("(") else f"({condition})"


def _width(root: str, value: str) -> Variant | None:
    """`min-md`, `max-[600px]`, `@sm/sidebar`."""
    value, _, name = value.partition("/")
    kind = "--container" if root.startswith("@") else "--breakpoint"
    width = data()["theme"].get(f"{kind}-{value}", value)
    match = _WIDTH.fullmatch(width)
    if match is None and not width.startswith(("calc(", "min(", "max(")):
        return None
    compared = "<" if root.endswith("max") else ">="
    at_rule = "@container" if root.startswith("@") else "@media"
    step = f"{at_rule} {name + ' ' if name else ''}(width {compared} {width})"
    prefix = "@" if root in ("@", "@min") else f"{root}-"
    return Variant(_width_place(prefix, value, match), ((step,),))


def _width_place(prefix: str, value: str, width: re.Match[str] | None) -> int:
    """A width that Tailwind was not asked about goes behind the one before it.

    It was asked about every 64 px and every 4 rem; for `max-`, smaller comes later.
    """
    rows = data()["variants"]
    if f"{prefix}{value}" in rows:
        return _place(f"{prefix}{value}")
    if width is None or width[2] not in ("px", "rem"):
        return _place(f"{prefix}[128rem]") + 1
    by, last = (64, 2048) if width[2] == "px" else (4, 128)
    steps = float(width[1]) / by
    before = math.ceil(steps) if prefix.endswith("max-") else int(steps)
    return _place(f"{prefix}[{min(last, max(by, before * by))}{width[2]}]") + 1


def _sample(name: str) -> str:
    """'data-[open]' -> 'data-[zz]': the name that Tailwind was asked about."""
    name = _without_value(name)
    return re.sub(r"^(data|aria|supports)-[^\[].*", r"\1-zz", re.sub(r"-\d+$", "-3", name))


def _without_value(name: str) -> str:
    """'data-[open]/x' -> 'data-[zz]/x': all from the first bracket to the last of its kind."""
    found = re.search(r"[\[(]", name)
    end = name.rfind("]" if found[0] == "[" else ")") if found else -1
    return f"{name[: found.start()]}[zz]{name[end + 1 :]}" if found and end > 0 else name
