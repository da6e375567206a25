"""Ordered: rows in memory, and the orders and selections of them that browsers show."""

from __future__ import annotations

import itertools
from abc import ABC, abstractmethod
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from .columns import Column
from .conditions import Filter, Sort, View
from .identity import ByKey, ByPosition, Id, Identity
from .source import Block, Places
from .values import sort_key

VIEWS = 4
"""Orders that are kept, so that browsers with different ones do not sort in turns."""

MOST_KNOWN = 50_000
"""Rows that pages got last, whose ids are good."""

_RUN = 50_000  # rows sorted at a time: meanwhile nothing else of the program runs


class Ordered(ABC):
    """Rows in memory. An order is a sequence of their positions.

    Args:
        key: the column whose values are the ids of rows; None: their positions are.
    """

    is_writable = True

    def __init__(self, key: Any = None) -> None:
        self._views: dict[View, Sequence[int]] = {}
        self._identity: Identity = ByPosition(self.count) if key is None else self._by_key(key)
        # By their ids: where they are, and what has to be kept so that the id stays good.
        self._known: dict[Id, tuple[int, Any]] = {}

    def _by_key(self, key: Any) -> ByKey:
        return ByKey(
            key,
            lambda: self.values(key),
            lambda positions: [row[0] for row in self.rows_at(positions, [key])],
        )

    @property
    def lasts(self) -> str:
        """What its ids mean."""
        return self._identity.lasts

    @abstractmethod
    def count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def values(self, name: Any) -> Sequence[Any]:
        """All values of a column."""

    @abstractmethod
    def rows_at(self, ids: Sequence[int], names: Sequence[Any]) -> Sequence[Sequence[Any]]:
        """The values of some rows in some columns."""

    @abstractmethod
    def programs_rows(self, positions: Sequence[int]) -> Sequence[Any]:
        """Some rows as the program knows them."""

    def sample(self, columns: Sequence[Column]) -> Sequence[Sequence[Any]]:
        """The values of some rows, from the first to the last."""
        count = self.count()
        ids = [*range(min(count, 100)), *range(100, count, max(1, count // 100))]
        return self.rows_at(ids, [column.name for column in columns])

    def block(self, view: View, columns: Sequence[Column], start: int, count: int) -> Block:
        """Rows of a view."""
        order = self._order(view, columns)
        some = order[start : start + count]
        ids = self._identity.ids(some)
        for row_id, position in zip(ids, some, strict=True):
            self._know(row_id, position)
        return Block(ids, self.rows_at(some, [column.name for column in columns]), len(order))

    def held(self, view: View, columns: Sequence[Column], start: int, end: int) -> dict[Id, Any]:
        """The ids of the rows of a view from `start` up to `end`."""
        some = self._order(view, columns)[start:end]
        ids = self._identity.ids(some)
        return {row_id: self._kept(at) for row_id, at in zip(ids, some, strict=True)}

    def places(self, view: View, columns: Sequence[Column], held: Mapping[Id, Any]) -> Places:
        """Where rows are in a view now."""
        found = self._identity.find(held)
        order = self._order(view, columns)
        if isinstance(order, range):
            return Places(found, ())
        shown = {place: found[at] for place, at in enumerate(order) if at in found}
        seen = set(shown.values())
        return Places(shown, [each for each in found.values() if each not in seen])

    def kept(self, view: View, row_id: Id) -> Any:
        """What has to be kept so that an id stays good."""
        return self._known[row_id][1]

    def rows_in(
        self, view: View, columns: Sequence[Column], held: Mapping[Id, Any]
    ) -> Sequence[Any]:
        """Rows in the order of a view, then those that it does not show."""
        places = self.places(view, columns, held)
        positions = {row_id: position for position, row_id in self._identity.find(held).items()}
        ids = itertools.chain(places.shown.values(), places.hidden)
        return self.programs_rows([positions[each] for each in ids])

    def locate(self, view: View, ids: Collection[Id]) -> None:
        """Find out where rows are, before they are asked for one by one."""
        if self._are_known(ids):
            return
        wanted = set(ids)
        found = self._identity.find(wanted | self._known.keys())
        self._known.clear()
        for position, row_id in sorted(found.items(), key=lambda each: each[1] in wanted):
            self._know(row_id, position)

    def value(self, view: View, row_id: Id, column: Column) -> Any:
        """The value of a cell; raises LookupError if its row is gone."""
        return self.rows_at([self._position(row_id)], [column.name])[0][0]

    def refresh(self) -> None:
        """The rows have changed."""
        self._views.clear()

    def _kept(self, position: int) -> Any:
        return None

    def _know(self, row_id: Id, position: int) -> None:
        self._known.pop(row_id, None)
        self._known[row_id] = position, self._kept(position)
        while len(self._known) > MOST_KNOWN:
            del self._known[next(iter(self._known))]

    def _are_known(self, ids: Collection[Id]) -> bool:
        return all(self._is_known(each) for each in ids)

    def _is_known(self, row_id: Id) -> bool:
        position, _ = self._known.get(row_id, (-1, None))
        return 0 <= position < self.count() and self._identity.ids([position])[0] == row_id

    def _position(self, row_id: Id) -> int:
        if not self._is_known(row_id):
            raise LookupError("row")
        return self._known[row_id][0]

    def _order(self, view: View, columns: Sequence[Column]) -> Sequence[int]:
        if not view.sort and not view.filters:
            return range(self.count())
        order = self._views.pop(view, None)
        if order is None:
            order = self._filtered(view.filters, [column.name for column in columns])
            order = array("q", self._sorted(order, view.sort))  # a fifth of a list
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

    def _sorted(self, order: Sequence[int], sorts: Sequence[Sort]) -> Sequence[int]:
        for sort in reversed(sorts):
            values = self.values(sort.column)
            order = sorted_by(order, [values[number] for number in order], sort.descending)
        return order


def sorted_by(order: Sequence[int], values: list[Any], descending: bool) -> list[int]:
    """Numbers in the order of their values; those of empty cells come last in both directions."""
    places: Sequence[int] = range(len(values))
    absent: list[int] = []
    if {type(None), float} & set(map(type, values)):
        absent = [place for place in places if _is_absent(values[place])]
    if absent:
        places = [place for place in places if not _is_absent(values[place])]
    keys = _keys([values[place] for place in places])
    # Places of keys, not pairs: Python's garbage collector would look at each.
    runs = [list(range(len(keys))[start : start + _RUN]) for start in range(0, len(keys), _RUN)]
    for run in runs:
        run.sort(key=keys.__getitem__, reverse=descending)
    while len(runs) > 1:
        merged = [
            _merged(*two, keys, descending) for two in zip(runs[::2], runs[1::2], strict=False)
        ]
        runs = [*merged, *runs[len(merged) * 2 :]]
    present = (places[number] for number in itertools.chain(*runs))
    return [order[place] for place in itertools.chain(present, absent)]


def _merged(one: list[int], other: list[int], keys: list[Any], descending: bool) -> list[int]:
    one += other
    one.sort(key=keys.__getitem__, reverse=descending)  # finds the two runs, and merges them
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
