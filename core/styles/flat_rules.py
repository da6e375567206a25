"""Nested declarations -> flat rules, which all browsers support."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .templates import Node
from .value_syntax import split
from .variant_data import Variant


class FlatRule(NamedTuple):
    """Declarations of one selector inside at-rules."""

    selector: str
    at_rules: tuple[str, ...]  # the outermost first
    declarations: tuple[str, ...]


def flat_rules(
    selector: str, at_rules: tuple[str, ...], around: list[Variant], nodes: tuple[Node, ...]
) -> Iterator[FlatRule]:
    """The rules of nodes with variants around them."""
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
        yield from flat_rules(inner, outer, others, nodes)


def _stepped(selector: str, outer: tuple[str, ...], step: str) -> tuple[str, tuple[str, ...]]:
    if step.startswith("@"):
        return selector, (*outer, step)
    return _nested(step, selector), outer


def _nested(step: str, selector: str) -> str:
    """The step with `&` replaced by the selector, as CSS nesting does.

    A selector of several parts is put in `:is()` if other parts precede it.
    """
    listed = len(split(selector, ",")) > 1
    several = any(len(split(selector, combinator)) > 1 for combinator in " >+~")
    if "::" in selector or not (listed or several):
        return step.replace("&", selector)

    def put(match: re.Match[str]) -> str:
        behind = step[: match.start()].endswith((" ", ">", "+", "~"))
        return f":is({selector})" if behind or listed else selector

    return re.sub("&", put, step)


def _flat(selector: str, at_rules: tuple[str, ...], nodes: tuple[Node, ...]) -> Iterator[FlatRule]:
    """Nested nodes as flat rules."""
    declarations = tuple(node for node in nodes if isinstance(node, str))
    if declarations:
        yield FlatRule(selector, at_rules, declarations)
    for node in nodes:
        if not isinstance(node, str):
            yield from _flat(*_stepped(selector, at_rules, node[0]), node[1])
