"""Class names of Tailwind 1 to 3 that Tailwind 4 lacks. A name that 4 has means what 4 says."""

import re

_SAME = {
    "whitespace-no-wrap": "whitespace-nowrap",
    "overflow-ellipsis": "text-ellipsis",
    "flex-no-wrap": "flex-nowrap",
    "flex-shrink": "shrink",
    "flex-grow": "grow",
    "font-hairline": "font-thin",
    "scrolling-touch": "[-webkit-overflow-scrolling:touch]",
    "scrolling-auto": "[-webkit-overflow-scrolling:auto]",
    "shadow-outline": "shadow-[0_0_0_3px_rgb(66_153_225/0.5)]",
    "outline-white": "outline-[2px_dotted_white]",
    "outline-black": "outline-[2px_dotted_black]",
    "decoration-slice": "box-decoration-slice",
    "decoration-clone": "box-decoration-clone",
    "clearfix": "flow-root",
    "blur-0": "blur-none",
    "underline-dashed": "decoration-dashed",
}
_COLORS = {
    "blue-gray": "slate",
    "cool-gray": "gray",
    "true-gray": "neutral",
    "warm-gray": "stone",
    "light-blue": "sky",
    "grey": "gray",
}
_REWRITES = (
    (re.compile(r"col-gap-(.+)"), r"gap-x-\1"),
    (re.compile(r"row-gap-(.+)"), r"gap-y-\1"),
    (re.compile(r"flex-(shrink|grow)-(.+)"), r"\1-\2"),
)
_OLD_COLOR = re.compile(r"-(" + "|".join(_COLORS) + r")-(\d{2,3})(?=$|/)")

# Roots that had an opacity class of their own, and the property that their colours set.
OPACITY = {
    "bg": "background-color",
    "text": "color",
    "border": "border-color",
    "divide": "border-color",
    "placeholder": "color",
    "ring": "--tw-ring-color",
}


def current_name(base: str) -> str | None:
    """Tailwind 4's name for an old one, None if there is no such thing."""
    if base in _SAME:
        return _SAME[base]
    for pattern, new in _REWRITES:
        if pattern.fullmatch(base):
            return pattern.sub(new, base)
    match = _OLD_COLOR.search(base)
    if match is None:
        return None
    return f"{base[: match.start()]}-{_COLORS[match[1]]}-{match[2]}{base[match.end() :]}"
