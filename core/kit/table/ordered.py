"""Ordered: rows in memory, and the orders and selections of them that browsers show."""

from __future__ import annotations

import itertools
from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any

from .columns import Column
from .conditions import Filter, View
from .source import Block
from .values import sort_key

VIEWS = 4
"""Orders that are kept, so that browsers with different ones do not sort in turns."""

_RUN = 50_000  # rows sorted at a time: meanwhile nothing else of the program runs


class Ordered(ABC):
    """Rows in memory. Their ids are their positions; an order is a sequence of positions."""

    is_writable = True

    def __init__(self) -> None:
        self._views: dict[View, Sequence[int]] = {}

    @abstractmethod
    def count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def values(self, name: Any) -> Sequence[Any]:
        """All values of a column."""

    @abstractmethod
    def rows_at(self, ids: Sequence[int], names: Sequence[Any]) -> Sequence[Sequence[Any]]:
        """The values of some rows in some columns."""

    def sample(self, columns: Sequence[Column]) -> Sequence[Sequence[Any]]:
        """The values of some rows, from the first to the last."""
        count = self.count()
        ids = [*range(min(count, 100)), *range(100, count, max(1, count // 100))]
        return self.rows_at(ids, [column.name for column in columns])

    def block(self, view: View, columns: Sequence[Column], start: int, count: int) -> Block:
        """Rows of a view."""
        order = self._order(view, columns)
        ids = order[start : start + count]
        return Block(ids, self.rows_at(ids, [column.name for column in columns]), len(order))

    def value(self, view: View, row_id: int, column: Column) -> Any:
        """The value of a cell; raises LookupError if its row is gone."""
        if not 0 <= row_id < self.count():
            raise LookupError("row")
        return self.rows_at([row_id], [column.name])[0][0]

    def refresh(self) -> None:
        """The rows have changed."""
        self._views.clear()

    def _order(self, view: View, columns: Sequence[Column]) -> Sequence[int]:
        if not view.sort and not view.filters:
            return range(self.count())
        order = self._views.pop(view, None)
        if order is None:
            order = self._filtered(view.filters, [column.name for column in columns])
            for sort in reversed(view.sort):
                values = self.values(sort.column)
                order = sorted_by(order, [values[number] for number in order], sort.descending)
            order = array("q", order)  # a fifth of a list
            while len(self._views) >= VIEWS:
                del self._views[next(iter(self._views))]  # the one not used for the longest time
        self._views[view] = order
        return order

    def _filtered(self, filters: Iterable[Filter], names: Sequence[Any]) -> Sequence[int]:
        order: Sequence[int] = range(self.count())
        for each in filters:
            meets, found = each.test(), set[int]()
            for name in names if each.column is None else [each.column]:
                values = self.values(name)
                found.update(n for n in order if n not in found and meets(values[n]))
            order = sorted(found)
        return order


def sorted_by(order: Sequence[int], values: list[Any], descending: bool) -> list[int]:
    """Numbers in the order of their values; those of empty cells come last in both directions."""
    present: list[int] = []
    absent: list[int] = []
    for number, value in zip(order, values, strict=True):
        (absent if _is_absent(value) else present).append(number)
    if absent:
        values = [value for value in values if not _is_absent(value)]
    pairs = list(zip(_keys(values), present, strict=True))
    runs = [pairs[start : start + _RUN] for start in range(0, len(pairs), _RUN)]
    for run in runs:
        run.sort(key=itemgetter(0), reverse=descending)
    while len(runs) > 1:
        merged = [_merged(*two, descending) for two in zip(runs[::2], runs[1::2], strict=False)]
        runs = [*merged, *runs[len(merged) * 2 :]]
    return [*(number for _, number in itertools.chain(*runs)), *absent]


def _merged(one: list[Any], other: list[Any], descending: bool) -> list[Any]:
    one += other
    one.sort(key=itemgetter(0), reverse=descending)  # finds the two runs, and merges them
    return one


def _keys(values: list[Any]) -> list[Any]:
    """Keys that compare with each other, whatever the values are."""
    kinds = set(map(type, values))
    if kinds <= {int, float, bool}:
        return values
    if kinds == {str}:
        return [value.casefold() for value in values]
    return list(map(sort_key, values))


def _is_absent(value: Any) -> bool:
    return value is None or (isinstance(value, float) and value != value)
