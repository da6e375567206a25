"""Identity: how a row in memory is known again after others were added, removed or sorted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Protocol

from .values import text_of

# What a page names a row by.
Id = int | str


class Identity(Protocol):
    """The ids of rows that are kept at positions, from 0."""

    lasts: str
    """What the ids mean: two sources that say the same name the same rows by the same ids. Empty
    if ids are only good for one source."""

    def ids(self, positions: Sequence[int]) -> Sequence[Id]:
        """The ids of the rows at some positions."""

    def find(self, ids: Collection[Id]) -> Mapping[int, Id]:
        """Where rows are now, in the order of their positions; those that are gone are left out."""


class ByPosition:
    """Rows that stay where they are, as in a data frame.

    Args:
        count: how many there are.
    """

    lasts = ""

    def __init__(self, count: Callable[[], int]) -> None:
        self._count = count

    def ids(self, positions: Sequence[int]) -> Sequence[Id]:
        """The positions themselves."""
        return positions

    def find(self, ids: Collection[Id]) -> Mapping[int, Id]:
        """Those positions that there are."""
        count = self._count()
        found = sorted(each for each in ids if isinstance(each, int) and 0 <= each < count)
        return {position: position for position in found}


class ByKey:
    """Rows with a column whose value no two of them share.

    Args:
        key: the name of the column.
        all_values: gives its value in all rows.
        values_at: gives its value in the rows at some positions.
    """

    def __init__(
        self,
        key: Any,
        all_values: Callable[[], Sequence[Any]],
        values_at: Callable[[Sequence[int]], Sequence[Any]],
    ) -> None:
        self.lasts = f"key {key!r}"
        self._all_values, self._values_at = all_values, values_at

    def ids(self, positions: Sequence[int]) -> Sequence[Id]:
        """The values of the column."""
        return [id_of(value) for value in self._values_at(positions)]

    def find(self, ids: Collection[Id]) -> Mapping[int, Id]:
        """The rows with these values."""
        wanted = ids if isinstance(ids, Mapping | set) else set(ids)
        keys = map(id_of, self._all_values())
        return {position: each for position, each in enumerate(keys) if each in wanted}


class ByObject:
    """Rows that are objects of the program, such as dictionaries.

    An id is only good while somebody keeps its object: Python gives the address to another one.

    Args:
        rows: gives them.
    """

    lasts = "object"

    def __init__(self, rows: Callable[[], Sequence[Any]]) -> None:
        self._rows = rows
        # Tuples that were edited: the new one by its address, and the one that had the id.
        self._replaced: dict[int, tuple[Any, Any]] = {}

    def ids(self, positions: Sequence[int]) -> Sequence[Id]:
        """The addresses of the objects."""
        rows = self._rows()
        return [self._id(rows[position]) for position in positions]

    def find(self, ids: Collection[Id]) -> Mapping[int, Id]:
        """The same objects."""
        wanted = ids if isinstance(ids, Mapping | set) else set(ids)
        if self._replaced:
            named = enumerate(map(self._id, self._rows()))
        else:
            named = enumerate(map(id, self._rows()))
        return {position: each for position, each in named if each in wanted}

    def replace(self, old: Any, new: Any) -> None:
        """A new object is the same row as an old one."""
        _, first = self._replaced.pop(id(old), (old, old))
        self._replaced[id(new)] = new, first

    def _id(self, row: Any) -> Id:
        return id(self._replaced[id(row)][1]) if id(row) in self._replaced else id(row)


def id_of(key: Any) -> Id:
    """The id of a row with this key; a page gets it as JSON."""
    return key if type(key) is int and abs(key) < 2**53 else text_of(key)
