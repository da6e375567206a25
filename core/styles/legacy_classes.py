"""Classes of Tailwind 1 to 3 that Tailwind 4 lacks. Names that 4 has mean what 4 says."""

import re
from collections.abc import Callable
from dataclasses import replace

from .templates import Node, Utility

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


def current_name(base: str) -> str | None:
    """Tailwind 4's name for an old one; None if there is none."""
    if base in _SAME:
        return _SAME[base]
    for pattern, new in _REWRITES:
        if pattern.fullmatch(base):
            return pattern.sub(new, base)
    match = _OLD_COLOR.search(base)
    if match is None:
        return None
    return f"{base[: match.start()]}-{_COLORS[match[1]]}-{match[2]}{base[match.end() :]}"


# Opacity classes: `bg-opacity-50`, which Tailwind 4 writes `bg-red-500/50`.

# Roots that had an opacity class of their own, and the property that their colours set.
_OPACITY = {
    "bg": "background-color",
    "text": "color",
    "border": "border-color",
    "divide": "border-color",
    "placeholder": "color",
    "ring": "--tw-ring-color",
}


def remembering_color(found: Utility) -> Utility:
    """The utility with its colour in a custom property too, from which `bg-opacity-50` takes it."""
    if found.root not in _OPACITY:
        return found
    target, variable = f"{_OPACITY[found.root]}:", f"--tw-{found.root}-is:"

    def remembered(node: str) -> list[str]:
        is_color = node.startswith(f"{target}var(--color")
        return [variable + node.removeprefix(target), node] if is_color else [node]

    return replace(found, nodes=_changed(found.nodes, remembered))


def _changed(nodes: tuple[Node, ...], change: Callable[[str], list[str]]) -> tuple[Node, ...]:
    """The nodes with others in place of each declaration."""
    out: list[Node] = []
    for node in nodes:
        out += change(node) if isinstance(node, str) else [(node[0], _changed(node[1], change))]
    return tuple(out)


_OLD_CLASS = re.compile(r"([a-z]+)-opacity-(\d{1,3})")


def old_opacity(base: str, find: Callable[[str], Utility | None]) -> Utility | None:
    """The utility of a class such as `bg-opacity-50`; None if it is not one.

    Args:
        find: finds utilities of Tailwind 4.
    """
    match = _OLD_CLASS.fullmatch(base)
    target = _OPACITY.get(match[1]) if match else None
    sample = find(f"{match[1]}-black") if match else None
    if match is None or target is None or sample is None:
        return None
    mixed = f"color-mix(in oklab, var(--tw-{match[1]}-is) {match[2]}%, transparent)"
    only = f"{target}:{mixed}"
    nodes = _changed(sample.nodes, lambda node: [only] if node.startswith(f"{target}:") else [])
    # Behind the colours: their places are even.
    return replace(sample, root=f"{match[1]}-opacity", nodes=nodes, place=sample.place + 1)
