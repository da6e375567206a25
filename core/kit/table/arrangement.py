"""Arrangement: what people did to the columns of a table, by the names of the columns.

It is kept as the differences to what the program says, so that what nobody touched follows the
program, and another set of columns takes what it knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .columns import NARROWEST, WIDEST, Column
from .conditions import column_at

MOST_COLUMNS = 2000
"""The most columns whose arrangement is kept, including those that the table no longer has."""


def changed(before: Mapping[str, Any], detail: Sequence[Any], columns: Sequence[Column]) -> Any:
    """What is kept after a page arranged the columns: [column, width, is hidden, is frozen] for
    each, in their order. Raises LookupError if no page of ours would say so.
    """
    kept = dict(_columns_in(before))
    order = []
    for each in detail[: len(columns)]:
        if not isinstance(each, list) or len(each) != 4:
            raise LookupError("column")
        number, width, is_hidden, is_frozen = each
        column = column_at(number, columns)
        if type(width) is not int or not NARROWEST <= width <= WIDEST:
            raise LookupError("width")
        order.append(number)
        own: dict[str, Any] = {"width": width} if width != column.width else {}
        own |= {"hidden": bool(is_hidden)} if bool(is_hidden) != column.hidden else {}
        own |= {"frozen": bool(is_frozen)} if bool(is_frozen) != column.frozen else {}
        kept.pop(str(column.name), None)
        if own:
            kept[str(column.name)] = own
    names = [str(columns[number].name) for number in order]
    is_moved = order != sorted(order)
    new = {"order": names} if is_moved else {}
    return {**new, "columns": dict(list(kept.items())[-MOST_COLUMNS:])}


def described(kept: Mapping[str, Any], columns: Sequence[Column]) -> dict[str, Any]:
    """What the script needs of an arrangement, with columns by their positions."""
    found = _columns_in(kept)
    own = [found.get(str(column.name), {}) for column in columns]
    pairs = list(zip(columns, own, strict=True))
    hidden = _all(pairs, "hidden")
    return {
        "order": _order(kept.get("order"), [str(column.name) for column in columns]),
        "widths": [_width(each.get("width"), column) for column, each in pairs],
        "hidden": hidden if len(hidden) < len(columns) else [],
        "frozen": _all(pairs, "frozen"),
    }


def _columns_in(kept: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """A file may have been changed by hand."""
    columns = kept.get("columns")
    items = columns.items() if isinstance(columns, dict) else ()
    return {name: each for name, each in items if isinstance(each, dict)}


def _order(kept: Any, names: Sequence[str]) -> list[int]:
    """The positions of columns; a new one stands behind the one that it follows in the program."""
    known = [each for each in kept if isinstance(each, str)] if isinstance(kept, list) else []
    places = {name: place for place, name in enumerate(known)}
    order = sorted((n for n, name in enumerate(names) if name in places), key=_place(places, names))
    if not order:
        return list(range(len(names)))
    for number, name in enumerate(names):
        if name not in places:
            order.insert(order.index(number - 1) + 1 if number else 0, number)
    return order


def _place(places: Mapping[str, int], names: Sequence[str]) -> Any:
    return lambda number: places[names[number]]


def _width(kept: Any, column: Column) -> int | None:
    is_good = type(kept) is int and NARROWEST <= kept <= WIDEST
    return kept if is_good else column.width


def _all(pairs: Sequence[tuple[Column, Mapping[str, Any]]], name: str) -> list[int]:
    return [n for n, (column, own) in enumerate(pairs) if own.get(name, getattr(column, name))]
