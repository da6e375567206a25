"""RowList: a program's own list of dictionaries, tuples or objects as rows of a table."""

from __future__ import annotations

import itertools
import operator
from collections import UserList, deque
from collections.abc import Collection, Mapping, MutableMapping, MutableSequence, Sequence
from operator import methodcaller
from typing import Any

from .columns import Column
from .conditions import View
from .identity import ByObject, Id
from .ordered import Ordered
from .source import Add, Outdated

_SAMPLE = 200  # rows in which keys are looked for


class RowList(Ordered):
    """Rows of a list, which stays the program's own: it is neither copied nor reordered.

    What is shown is the list as it was at the last `refresh`, with the values of now.

    Args:
        rows: dictionaries, sequences (columns have their positions as names), or objects (columns
            are attributes).
        key: the column whose values are the ids of rows; None: the objects themselves are the rows.
            Of a sequence that is no list and may make its rows anew, the positions are.
        add: makes a new row with some values; None makes one like the first row.
    """

    def __init__(self, rows: Sequence[Any], key: Any = None, add: Add | None = None) -> None:
        super().__init__(key)
        self._given, self._add = rows, add
        self._keeps_objects = isinstance(rows, list | tuple | UserList | deque)
        if key is None and self._keeps_objects:
            self._identity = ByObject(lambda: self._rows)
        self._rows = self._as_now()
        self.names = _names(rows)

    def _as_now(self) -> Sequence[Any]:
        """The rows in an order that no change of the program's list disturbs."""
        return list(self._given) if self._keeps_objects else self._given

    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def values(self, name: Any) -> Sequence[Any]:
        """All values of a column."""
        if set(map(type, self._rows)) == {dict}:
            return list(map(methodcaller("get", name), self._rows))
        return [value_in(row, name) for row in self._rows]

    def rows_at(self, ids: Sequence[int], names: Sequence[Any]) -> Sequence[Sequence[Any]]:
        """The values of some rows; those that have been removed since are empty."""
        present = len(self._rows)
        rows = [self._rows[number] if number < present else {} for number in ids]
        return [[value_in(row, name) for name in names] for row in rows]

    def programs_rows(self, positions: Sequence[int]) -> Sequence[Any]:
        """The program's own rows."""
        return [self._rows[position] for position in positions]

    def refresh(self) -> None:
        """The rows have changed."""
        super().refresh()
        self._rows = self._as_now()

    def locate(self, view: View, ids: Collection[Id]) -> None:
        """Find out where rows are; raises Outdated if the program changed its list silently."""
        if not self._are_known(ids) and not self._is_current():
            raise Outdated
        super().locate(view, ids)

    def _is_current(self) -> bool:
        given, rows = self._given, self._rows
        return len(given) == len(rows) and all(map(operator.is_, given, rows))

    def row(self, view: View, row_id: Id) -> Any:
        """The program's own row."""
        return self._rows[self._position(row_id)]

    def write(self, row_id: Id, column: Column, value: Any) -> None:
        """Change a cell in the program's list: a tuple is replaced by one with the new value."""
        position = self._position(row_id)
        row, name = self._rows[position], column.name
        if isinstance(row, MutableMapping | list):
            row[name] = value
        elif isinstance(row, tuple):
            self._replace(position, _replaced(row, name, value))
        else:
            setattr(row, name, value)

    @property
    def can_add(self) -> bool:
        """Whether rows can be added: somebody can make one."""
        first = self._rows[0] if self._rows else {}
        can_make = self._add is not None or isinstance(first, MutableMapping | list | tuple)
        return can_make and isinstance(self._given, MutableSequence)

    def draft(self, values: dict[Any, Any]) -> Any:
        """A new row; the values, if the program makes the row."""
        return self._made(values) if self._add is None else values

    def add(self, values: dict[Any, Any], row: Any) -> Any:
        """Add a row to the program's list."""
        if row is None:
            row = self._made(values) if self._add is None else self._add(values)
        self._given.append(row)  # type: ignore[attr-defined]
        return row

    def has(self, row: Any, values: dict[Any, Any]) -> bool:
        """Whether a row that was added is still in the list, and has not changed."""
        place = self._place_of_added(row)
        given = {name: value for name, value in values.items() if value is not None}
        return place is not None and all(value_in(row, n) == v for n, v in given.items())

    def remove(self, row: Any, values: dict[Any, Any]) -> None:
        """Remove a row from the program's list."""
        place = self._place_of_added(row)
        if place is not None:
            del self._given[place]  # type: ignore[attr-defined]

    def _place_of_added(self, row: Any) -> int | None:
        """Where a row is in the list, from its end; a tuple that was edited and back is equal."""
        for place in range(len(self._given) - 1, -1, -1):
            other = self._given[place]
            if other is row or (isinstance(row, tuple) and other == row):
                return place
        return None

    def _made(self, values: dict[Any, Any]) -> Any:
        """A row like the first one."""
        first = self._rows[0] if self._rows else {}
        if isinstance(first, Mapping):
            return {**dict.fromkeys(self.names), **values}
        named = getattr(first, "_fields", None)
        if named is not None:
            return type(first)(*(values.get(name) for name in named))
        return type(first)(values.get(place) for place in range(len(first)))

    def _replace(self, position: int, new: Any) -> None:
        old = self._rows[position]
        self._given[position] = new  # type: ignore[index]
        if self._keeps_objects:
            self._rows[position] = new  # type: ignore[index]
        if isinstance(self._identity, ByObject):
            self._identity.replace(old, new)

    def _kept(self, position: int) -> Any:
        return self._rows[position]

    def _is_known(self, row_id: Id) -> bool:
        if not super()._is_known(row_id) or not self._keeps_objects:
            return super()._is_known(row_id)
        position, _ = self._known[row_id]
        given = self._given  # which the program may have changed without a word
        return position < len(given) and given[position] is self._rows[position]


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
