"""Fetched: rows that a function of the program gives, a block at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .columns import Column
from .conditions import Filter, Sort, View
from .row_list import value_in
from .source import Block, RowsFailed

# rows(start, count, sort, filters) -> the rows, or the rows and how many there are in all.
Fetch = Callable[[int, int, Sequence[Sort], Sequence[Filter]], Any]

BLOCK = 200
"""Rows asked for at a time."""

MOST_BLOCKS = 50
"""Blocks that are kept for browsers that scroll back."""


class Fetched:
    """Rows of a function. Their ids are their positions in the view that was asked for last.

    Args:
        fetch: the function.
    """

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self.is_writable = False
        self._blocks: dict[tuple[View, int], Sequence[Any]] = {}
        self._totals: dict[View, int] = {}
        self._names: Sequence[Any] | None = None

    @property
    def names(self) -> Sequence[Any]:
        """The names of the columns, of those that the function has or of the first row."""
        if self._names is None:
            try:
                given = getattr(self._fetch, "names", None)
            except Exception as error:
                raise RowsFailed(f"The rows could not be loaded: {_words(error)}") from error
            self._names = given if given is not None else _names(self._rows(View(), 0))
        return self._names

    def sample(self, columns: Sequence[Column]) -> Sequence[Sequence[Any]]:
        """The values of the first rows."""
        return self.block(View(), columns, 0, BLOCK).rows

    def block(self, view: View, columns: Sequence[Column], start: int, count: int) -> Block:
        """Rows of a view."""
        rows: list[Any] = []
        for number in range(start // BLOCK, (start + count - 1) // BLOCK + 1):
            block = self._rows(view, number)
            rows += block
            if len(block) < BLOCK:
                break
        first = start - start // BLOCK * BLOCK
        rows = rows[first : first + count]
        ids = range(start, start + len(rows))
        values = [[value_in(row, column.name) for column in columns] for row in rows]
        return Block(ids, values, self._totals.get(view))

    def row(self, view: View, row_id: int) -> Any:
        """A row as the function gave it."""
        return self._rows(view, row_id // BLOCK)[row_id % BLOCK]

    def value(self, view: View, row_id: int, column: Column) -> Any:
        """The value of a cell."""
        return value_in(self.row(view, row_id), column.name)

    def write(self, row_id: int, column: Column, value: Any) -> None:
        """Nothing: the program stores what was edited, and it is fetched again."""
        self.refresh()

    def refresh(self) -> None:
        """The rows have changed."""
        self._blocks.clear()
        self._totals.clear()
        if callable(refresh := getattr(self._fetch, "refresh", None)):
            refresh()

    def _rows(self, view: View, number: int) -> Sequence[Any]:
        rows = self._blocks.pop((view, number), None)
        if rows is None:
            rows = self._fetched(view, number)
            while len(self._blocks) >= MOST_BLOCKS:
                del self._blocks[next(iter(self._blocks))]
        self._blocks[view, number] = rows
        return rows

    def _fetched(self, view: View, number: int) -> Sequence[Any]:
        start = number * BLOCK
        try:
            result = self._fetch(start, BLOCK, view.sort, view.filters)
            has_total = isinstance(result, tuple) and len(result) == 2 and type(result[1]) is int
            rows = list(result[0] if has_total else result)[:BLOCK]
        except Exception as error:
            raise RowsFailed(f"The rows could not be loaded: {_words(error)}") from error
        if len(self._totals) > MOST_BLOCKS:
            self._totals.clear()
        if has_total:
            self._totals[view] = max(result[1], start + len(rows))
        elif len(rows) < BLOCK and (rows or number == 0):
            self._totals[view] = start + len(rows)
        return rows


def _words(error: Exception) -> str:
    text = " ".join(str(error).split())[:300] or type(error).__name__
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _names(rows: Sequence[Any]) -> Sequence[Any]:
    first = rows[0] if rows else {}
    if isinstance(first, Mapping):
        return list(first)
    return list(getattr(first, "_fields", None) or range(len(first)))
