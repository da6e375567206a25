"""Conditions: what people write to filter a table, `> 100` or `2..5`, and the order of its rows."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from .columns import Column
from .numerals import decimal_sign
from .values import sort_key, text_of, value_of

Operator = Literal["contains", "=", "!=", ">", ">=", "<", "<="]

LONGEST = 1000
"""Characters of a condition."""

_SIGNS: tuple[Operator, ...] = (">=", "<=", "!=", "=", ">", "<")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
}


class Sort(NamedTuple):
    """An order of rows.

    Attributes:
        column: the name of the column.
        descending: whether the largest value comes first.
    """

    column: Any
    descending: bool = False


@dataclass(frozen=True)
class Filter:
    """A condition that rows must meet.

    Attributes:
        column: the name of the column; None for a search in all columns.
        operator: "contains" (without regard to case), or a comparison.
        value: the text to find, or the value to compare with; with "=" and "!=", None means an
            empty cell.
    """

    column: Any
    operator: Operator
    value: Any

    def test(self) -> Callable[[Any], bool]:
        """A function that says whether a value meets the condition."""
        if self.operator == "contains":
            text = str(self.value).casefold()
            return lambda value: text in text_of(value).casefold()
        if self.value is None:
            is_empty = self.operator == "="
            return lambda value: (value is None or value == "") is is_empty
        compare, wanted = _COMPARE[self.operator], sort_key(self.value)

        def meets(value: Any) -> bool:
            key = sort_key(value)
            # Of values of another kind, only "!=" is true.
            return compare(key, wanted) if key[0] == wanted[0] else self.operator == "!="

        return meets


class View(NamedTuple):
    """An order and selection of rows, as a browser asks for it."""

    sort: tuple[Sort, ...] = ()
    filters: tuple[Filter, ...] = ()


def filters_of(text: str, column: Column, decimal: str = ".") -> list[Filter]:
    """The conditions that a person wrote for a column: `abc`, `> 5`, `!= x`, `=`, `2..5`.

    Args:
        decimal: what stands before decimals in the person's language.

    Raises:
        ValueError: it compares with what is not of the column's kind.
    """
    text = text.strip()[:LONGEST]
    if not text:
        return []
    for sign in _SIGNS:
        if text.startswith(sign):
            return [Filter(column.name, sign, _operand(text[len(sign) :].strip(), column, decimal))]
    first, dots, last = text.partition("..")
    if dots and column.kind != "text":
        bounds: list[tuple[Operator, str]] = [(">=", first.strip()), ("<=", last.strip())]
        return [
            Filter(column.name, sign, _operand(bound, column, decimal))
            for sign, bound in bounds
            if bound
        ]
    if column.kind == "bool":
        return [Filter(column.name, "=", value_of(text, "bool"))]
    return [Filter(column.name, "contains", text)]


def _operand(text: str, column: Column, decimal: str) -> Any:
    kind = column.kind or "text"
    if kind == "datetime" and len(text) == 10:
        return datetime.datetime.combine(value_of(text, "date"), datetime.time())
    return value_of(text, kind, sign=decimal) if text else None


def decimal_in(detail: Any) -> str:
    """What stands before decimals in the language of a view."""
    return decimal_sign(str(detail.get("language") or "")[:50])


def view_of(detail: Any, columns: Sequence[Column]) -> View:
    """The view that a page describes: `{sort: [[column, descending]], filters: [[column, text]],
    search: text, language: tag}`, with columns by position. It may be forged.

    Raises:
        ValueError: a condition cannot be read; the message is for the person.
        LookupError: no page of ours describes it so.
    """
    if not isinstance(detail, dict):
        raise LookupError("view")
    sort = {column_at(each[0], columns): bool(each[1]) for each in _pairs(detail.get("sort"))}
    filters: list[Filter] = []
    for position, text in _pairs(detail.get("filters")):
        filters += filters_of(str(text), column_at(position, columns), decimal_in(detail))
    search = str(detail.get("search") or "").split()
    filters += [Filter(None, "contains", word[:LONGEST]) for word in search[:20]]
    return View(tuple(Sort(column.name, down) for column, down in sort.items()), tuple(filters))


def column_at(position: Any, columns: Sequence[Column]) -> Column:
    """The column at a position that a page sent; raises LookupError if there is none."""
    if type(position) is not int or not 0 <= position < len(columns):
        raise LookupError("column")
    return columns[position]


def _pairs(value: Any) -> list[list[Any]]:
    pairs = value if isinstance(value, list) else []
    if any(not isinstance(pair, list) or len(pair) != 2 for pair in pairs[:200]):
        raise LookupError("pairs")
    return pairs[:200]
