"""RowList: a program's own list of dictionaries, tuples or objects as rows of a table."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from .columns import Column
from .conditions import View
from .ordered import Ordered

_SAMPLE = 200  # rows in which keys are looked for


class RowList(Ordered):
    """Rows of a list, which stays the program's own: it is neither copied nor reordered.

    Args:
        rows: dictionaries, sequences (columns have their positions as names), or objects (columns
            are attributes).
    """

    def __init__(self, rows: Sequence[Any]) -> None:
        super().__init__()
        self._rows = rows
        self.names = _names(rows)

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def values(self, name: Any) -> Sequence[Any]:
        """All values of a column."""
        return [value_in(row, name) for row in self._rows]

    def rows_at(self, ids: Sequence[int], names: Sequence[Any]) -> Sequence[Sequence[Any]]:
        """The values of some rows; those that have been removed since are empty."""
        present = len(self._rows)
        rows = [self._rows[number] if number < present else {} for number in ids]
        return [[value_in(row, name) for name in names] for row in rows]

    def row(self, view: View, row_id: int) -> Any:
        """The program's own row."""
        if not 0 <= row_id < len(self._rows):
            raise LookupError("row")
        return self._rows[row_id]

    def write(self, row_id: int, column: Column, value: Any) -> None:
        """Change a cell in the program's list: a tuple is replaced by one with the new value."""
        row, name = self.row(View(), row_id), column.name
        if isinstance(row, MutableMapping | list):
            row[name] = value
        elif isinstance(row, tuple):
            self._rows[row_id] = _replaced(row, name, value)  # type: ignore[index]
        else:
            setattr(row, name, value)


def value_in(row: Any, name: Any) -> Any:
    """The value of a column in a row; None if it has none."""
    if type(row) is dict or isinstance(row, Mapping):  # the first is much faster
        return row.get(name)
    if isinstance(name, int):
        return row[name] if isinstance(row, Sequence) and 0 <= name < len(row) else None
    return getattr(row, str(name), None)


def _names(rows: Sequence[Any]) -> Sequence[Any]:
    """The names of the columns: of the keys, in the order in which they first appear."""
    first = rows[0] if rows else None
    if first is None or isinstance(first, Mapping):
        keys = (row for row in itertools.islice(rows, _SAMPLE) if isinstance(row, Mapping))
        return list(dict.fromkeys(itertools.chain.from_iterable(keys)))
    if isinstance(first, Sequence):
        named = getattr(first, "_fields", None)
        longest = max(len(row) for row in itertools.islice(rows, _SAMPLE))
        return list(named) if named else list(range(longest))
    fields = getattr(first, "__dataclass_fields__", None) or vars(first)
    return [name for name in fields if not name.startswith("_")]


def _replaced(row: tuple[Any, ...], name: Any, value: Any) -> tuple[Any, ...]:
    if hasattr(row, "_replace"):
        replaced: tuple[Any, ...] = row._replace(**{str(name): value})
        return replaced
    return (*row[:name], value, *row[name + 1 :])
