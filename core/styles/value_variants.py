"""Variants with a value: `data-[size=large]`, `min-[600px]`, `nth-3`, `supports-[display:grid]`."""

import math
import re

from . import arbitrary
from .tables import data
from .variant_data import Variant, place, sample

_WIDTH = re.compile(r"(\d+(?:\.\d+)?|\.\d+)(px|rem|em|ch|vw|%)")


def value_variant(name: str) -> Variant | None:
    """The variant of a name with a value; None if there is none."""
    root, value = _value(name)
    if value is None:
        return None
    if root in ("min", "max", "@", "@min", "@max"):
        return _width(root, value)
    bracketed = name.endswith(("]", ")"))
    step = _step(root, value, bracketed)
    return Variant(place(name, sample(name)), ((step,),)) if step else None


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
    """The place of a width; one that is not in Tailwind's data goes behind the one before it.

    The data has every 64 px and every 4 rem; for `max-`, smaller ones come later.
    """
    rows = data()["variants"]
    if f"{prefix}{value}" in rows:
        return place(f"{prefix}{value}")
    if width is None or width[2] not in ("px", "rem"):
        return place(f"{prefix}[128rem]") + 1
    by, last = (64, 2048) if width[2] == "px" else (4, 128)
    steps = float(width[1]) / by
    before = math.ceil(steps) if prefix.endswith("max-") else int(steps)
    return place(f"{prefix}[{min(last, max(by, before * by))}{width[2]}]") + 1
