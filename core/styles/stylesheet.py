"""Class names in use -> the CSS rules they need, in the order of Tailwind's cascade.

`rules()` needs no state: ask again with new names and insert what comes by its order. Names
that are no utility give nothing.
"""

import math
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from core.styles import ordering, utilities
from core.styles.arbitrary import split
from core.styles.utilities import Node, Utility, data, split_class

from . import variants
from .variants import Variant


class Rule(NamedTuple):
    """One CSS rule, as every browser counts, also where it does not know the selector.

    A rule goes behind all rules whose order is not greater than its own.
    """

    order: int  # less than 2 ** 53, so that a browser can compare it
    css: str


class _Class(NamedTuple):
    rules: tuple[Rule, ...]
    needs: tuple[Rule, ...]  # theme variables, @property, @keyframes
    name: tuple[tuple[bool, int, str], ...]  # decides between equal orders


# With `page.dark`, browsers paint the page itself, scroll bars and controls (the icon of a date
# input) for the dark, too.
DARK = "@layer base{.dark{color-scheme:dark}}"

# The grey border of JustPy's Tailwind, a hand over buttons as before 4, dialogs in the middle.
_OURS = (
    "*,::after,::before,::backdrop,::file-selector-button{border-color:#e5e7eb}"
    ":where(.dark) :is(*,::after,::before),.dark ::file-selector-button{border-color:#374151}"
    'button:not(:disabled),[role="button"]:not(:disabled){cursor:pointer}'
    "dialog{margin:auto}"
)
_ORDER_BITS = 53
_MAXIMUM_LENGTH = 1000  # characters of a class name
_MAXIMUM_VARIANTS = 8  # of a class
_MAXIMUM_BRANCHES = 16  # of its variants together: `marker` alone has four


@cache
def base_css() -> str:
    """Tailwind's preflight and the theme variables it uses, in a cascade layer, and a look for the
    controls that it leaves without one (file inputs, progress, meter).

    Being in a layer, it gives way to every rule of a program. Send it before the rules.
    """
    preflight, controls = _asset("tailwind/preflight.css"), _asset("controls.css")
    theme = "".join(rule.css for rule in _needs(preflight, ()))
    return f"@layer base{{{preflight}{_OURS}{controls}}}{theme}"


def _asset(name: str) -> str:
    return " ".join(files("assets").joinpath(name).read_text(encoding="utf-8").split())


def rules(classes: Iterable[str]) -> list[Rule]:
    """The rules of these classes, sorted; without variants first, then as Tailwind orders them.

    Those of order 0 are shared by many classes (theme variables, @property, @keyframes).
    """
    found = [built for name in dict.fromkeys(classes) if (built := _class(name))]
    needs = dict.fromkeys(need for built in found for need in built.needs)
    found.sort(key=lambda built: (built.rules[0].order, built.name))
    return [*needs, *(rule for built in found for rule in built.rules)]


@lru_cache(maxsize=16384)
def _class(name: str) -> _Class | None:
    if len(name) > _MAXIMUM_LENGTH or not name.isprintable():
        return None
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
    needs = _needs("".join(texts), registered)
    return _Class(tuple(Rule(order, text) for text in texts), needs, ordering.natural(name))


def _order(base: str, utility: Utility, around: list[Variant]) -> int:
    """Variants first, the greatest before the others, then the utility's place, then its name.

    A place is never 0, so that the end of the variants sorts before any further variant; what does
    not fit into 53 bits is cut off at the end.
    """
    order, bits = 0, 0
    for place in [*sorted((v.place for v in around), reverse=True), 0]:
        order, bits = order << variants.PLACE_BITS | place, bits + variants.PLACE_BITS
    order = order << utilities.PLACE_BITS | utility.place + 1
    order = order << ordering.DETAIL_BITS | ordering.detail(base, utility.prefix)
    bits += utilities.PLACE_BITS + ordering.DETAIL_BITS
    return order >> bits - _ORDER_BITS if bits > _ORDER_BITS else order << _ORDER_BITS - bits


class _Flat(NamedTuple):
    selector: str
    at_rules: tuple[str, ...]  # the outermost first
    declarations: tuple[str, ...]


def _texts(name: str, utility: Utility, around: list[Variant], important: bool) -> Iterator[str]:
    """The texts of a class's rules."""
    mark = "!important" if important else ""
    for flat in _within(f".{escape(name)}", (), around, utility.nodes):
        rule = f"{flat.selector}{{{';'.join(d + mark for d in flat.declarations)}}}"
        for at_rule in reversed(flat.at_rules):
            rule = f"{at_rule}{{{rule}}}"
        if (around or "::" in flat.selector) and not rule.startswith("@media"):
            # A browser drops a rule whose selector it does not know. Inside of @media there is
            # still one rule for each of ours, so that they can be counted.
            rule = f"@media all{{{rule}}}"
        yield rule


def _within(
    selector: str, at_rules: tuple[str, ...], around: list[Variant], nodes: tuple[Node, ...]
) -> Iterator[_Flat]:
    """The nodes inside of the variants, flat."""
    if not around:
        yield from _flat(selector, at_rules, nodes)
        return
    variant, *others = around
    for branch in variant.branches:
        inner, outer = selector, at_rules
        for step in branch:
            inner, outer = _stepped(inner, outer, step)
        if not others:
            yield from _flat(inner, outer, variant.declarations + nodes)
            continue
        yield from _flat(inner, outer, variant.declarations)
        yield from _within(inner, outer, others, nodes)


def _stepped(selector: str, outer: tuple[str, ...], step: str) -> tuple[str, tuple[str, ...]]:
    if step.startswith("@"):
        return selector, (*outer, step)
    return _nested(step, selector), outer


def _nested(step: str, selector: str) -> str:
    """The step with the selector for `&`, as CSS nesting takes it.

    A selector of several parts is put in `:is()` where other parts stand before it.
    """
    listed = len(split(selector, ",")) > 1
    several = any(len(split(selector, combinator)) > 1 for combinator in " >+~")
    if "::" in selector or not (listed or several):
        return step.replace("&", selector)

    def put(match: re.Match[str]) -> str:
        behind = step[: match.start()].endswith((" ", ">", "+", "~"))
        return f":is({selector})" if behind or listed else selector

    return re.sub("&", put, step)


def _flat(selector: str, at_rules: tuple[str, ...], nodes: tuple[Node, ...]) -> Iterator[_Flat]:
    """Nested nodes as flat rules."""
    declarations = tuple(node for node in nodes if isinstance(node, str))
    if declarations:
        yield _Flat(selector, at_rules, declarations)
    for node in nodes:
        if not isinstance(node, str):
            yield from _flat(*_stepped(selector, at_rules, node[0]), node[1])


_USED = re.compile(r"var\((--[\w-]+)")
_ANIMATION = re.compile(r"animation(?:-name)?:\s*([^;}]+)")


def _needs(css: str, registered: Iterable[str]) -> tuple[Rule, ...]:
    """Rules for what the text uses: variables (and what those use), properties, keyframes."""
    theme, keyframes = data()["theme"], data()["keyframes"]
    out = {f"@property {name}{{{data()['registered'][name]}}}": None for name in registered}
    waiting = [css]
    while waiting:
        text = waiting.pop()
        for name in re.findall(r"\w+", " ".join(_ANIMATION.findall(text))):
            if name in keyframes:
                out[f"@keyframes {name}{{{keyframes[name]}}}"] = None
        for name in _USED.findall(text):
            rule = f":root{{{name}:{theme.get(name)}}}"
            if name in theme and rule not in out:
                out[rule] = None
                kind = "animation:" if name.startswith("--animate-") else ""
                waiting.append(kind + theme[name])
    return tuple(Rule(0, rule) for rule in out)


def theme_rules(css: str) -> list[Rule]:
    """Rules for the theme variables in a program's own CSS: `color: var(--color-red-500)`."""
    return list(_needs(css, ()))


def escape(name: str) -> str:
    """A class name as it is written in a selector (CSSOM's CSS.escape)."""
    text = re.sub(r"([^\w-])", r"\\\1", name, flags=re.ASCII)
    text = re.sub(r"\\([^\x00-\x7f])", r"\1", text)
    return re.sub(r"^(-?)(\d)", lambda m: f"{m[1]}\\3{m[2]} ", text)
