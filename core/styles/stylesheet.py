"""Class names in use -> the CSS rules they need, in the order of Tailwind's cascade.

`rules()` is stateless: call it again with new names, and insert the rules by their order. The name
of a ready-made part brings its style sheet. Other names have no rules.
"""

import math
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from . import ordering, templates, utilities, variant_data, variants
from .class_names import escape, split_class
from .css_files import css_file
from .flat_rules import flat_rules
from .part_sheets import part_sheet, part_theme
from .templates import Utility
from .theme import required_rules
from .variant_data import Variant


class Rule(NamedTuple):
    """A CSS rule; browsers count it as one, even if they do not support its selector.

    It belongs behind all rules whose order is not greater than its own.
    """

    order: int  # less than 2 ** 53, so that a browser can compare it
    css: str


class _Class(NamedTuple):
    rules: tuple[Rule, ...]
    needs: tuple[Rule, ...]  # theme variables, @property, @keyframes
    name: tuple[tuple[bool, int, str], ...]  # decides between equal orders


# With `page.dark`, browsers also make the page itself, scroll bars and controls (such as the icon
# of a date input) dark, or light.
DARK = "@layer base{.dark{color-scheme:dark}.light{color-scheme:light}}"

# The grey border of JustPy's Tailwind, a hand over buttons as before 4, dialogs in the middle.
_OURS = (
    "*,::after,::before,::backdrop,::file-selector-button{border-color:#e5e7eb}"
    ":where(.dark) :is(*,::after,::before),.dark ::file-selector-button{border-color:#374151}"
    'button:not(:disabled),[role="button"]:not(:disabled){cursor:pointer}'
    "dialog{margin:auto}"
)
_ORDER_BITS = 53
_PARTS = 1  # before all utilities
_MAXIMUM_LENGTH = 1000  # characters of a class name
_MAXIMUM_VARIANTS = 8  # of a class
_MAXIMUM_BRANCHES = 16  # of its variants together: `marker` alone has four


@cache
def base_css() -> str:
    """Tailwind's preflight with its theme variables, and styles for controls that it leaves bare.

    They are in a cascade layer, so that every rule of a program overrides them. Send them before
    the rules.
    """
    preflight, controls = css_file("tailwind/preflight.css"), css_file("controls.css")
    theme = "".join(required_rules(preflight))
    return f"@layer base{{{preflight}{_OURS}{controls}}}{theme}"


def rules(classes: Iterable[str]) -> list[Rule]:
    """The rules of these classes, sorted; without variants first, then as Tailwind orders them.

    Those of order 0 are shared by many classes (theme variables, @property, @keyframes).
    """
    found = [built for name in dict.fromkeys(classes) if (built := _class(name))]
    needs = dict.fromkeys(need for built in found for need in built.needs)
    found.sort(key=lambda built: (built.rules[0].order, built.name))
    return [*needs, *(rule for built in found for rule in built.rules)]


def part_rules(classes: Iterable[str]) -> list[Rule]:
    """The rules of ready-made parts alone, for a page without utilities."""
    return rules(name for name in classes if part_sheet(name))


@lru_cache(maxsize=16384)
def _class(name: str) -> _Class | None:
    if len(name) > _MAXIMUM_LENGTH or not name.isprintable():
        return None
    if sheet := part_sheet(name):
        return _Class((Rule(_PARTS, sheet),), (Rule(0, part_theme()),), ordering.natural(name))
    candidate = split_class(name)
    utility = utilities.find(candidate.base)
    found = [variants.find(variant) for variant in candidate.variants]
    around = [variant for variant in found if variant]
    if utility is None or len(around) != len(found) or len(found) > _MAXIMUM_VARIANTS:
        return None
    if math.prod(len(variant.branches) for variant in around) > _MAXIMUM_BRANCHES:
        return None
    order = _order(candidate.base, utility, around)
    texts = list(_texts(name, utility, around, candidate.important))
    registered = (*utility.registered, *(p for v in around for p in v.registered))
    needs = _shared("".join(texts), registered)
    return _Class(tuple(Rule(order, text) for text in texts), needs, ordering.natural(name))


def _order(base: str, utility: Utility, around: list[Variant]) -> int:
    """Variants first, the greatest before the others, then the utility's place, then its name.

    A place is never 0, so that the end of the variants sorts before any further variant; what does
    not fit into 53 bits is cut off at the end.
    """
    order, bits = 0, 0
    for place in [*sorted((v.place for v in around), reverse=True), 0]:
        order, bits = order << variant_data.PLACE_BITS | place, bits + variant_data.PLACE_BITS
    order = order << templates.PLACE_BITS | utility.place + 1
    order = order << ordering.DETAIL_BITS | ordering.detail(base, utility.prefix)
    bits += templates.PLACE_BITS + ordering.DETAIL_BITS
    return order >> bits - _ORDER_BITS if bits > _ORDER_BITS else order << _ORDER_BITS - bits


def _texts(name: str, utility: Utility, around: list[Variant], important: bool) -> Iterator[str]:
    """The texts of a class's rules."""
    mark = "!important" if important else ""
    for flat in flat_rules(f".{escape(name)}", (), around, utility.nodes):
        rule = f"{flat.selector}{{{';'.join(d + mark for d in flat.declarations)}}}"
        for at_rule in reversed(flat.at_rules):
            rule = f"{at_rule}{{{rule}}}"
        if (around or "::" in flat.selector) and not rule.startswith("@media"):
            # Browsers drop a rule whose selector they do not support. The @media around it stays,
            # so that our rules can be counted.
            rule = f"@media all{{{rule}}}"
        yield rule


def theme_rules(css: str) -> list[Rule]:
    """Rules for the theme variables in a program's own CSS: `color: var(--color-red-500)`."""
    return list(_shared(css))


def _shared(css: str, registered: Iterable[str] = ()) -> tuple[Rule, ...]:
    return tuple(Rule(0, rule) for rule in required_rules(css, registered))
