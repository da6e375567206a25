"""Fetched: rows that a function of the program gives, a block at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from core.language.texts import N_, _

from .columns import Column
from .conditions import Filter, Sort, View
from .identity import Id, id_of
from .ordered import MOST_KNOWN
from .row_list import value_in
from .source import Add, Block, Places, RowsFailed

# rows(start, count, sort, filters) -> the rows, or the rows and how many there are in all.
Fetch = Callable[[int, int, Sequence[Sort], Sequence[Filter]], Any]

FAILED = N_("The rows could not be loaded: {reason}")

BLOCK = 200
"""Rows asked for at a time."""

MOST_BLOCKS = 50
"""Blocks that are kept for browsers that scroll back."""

MOST_SEARCHED = 20
"""Blocks that are asked for to find rows again."""

MOST_HELD = 2000
"""Rows that are found again."""


class Fetched:
    """Rows of a function.

    Args:
        fetch: the function.
        key: the column whose values are the ids of rows. None: their places are, and a row is only
            known again where it was, with the values that it had.
        add: adds a row with some values where the program has its rows, and returns it.
    """

    def __init__(self, fetch: Fetch, key: Any = None, add: Add | None = None) -> None:
        self._fetch, self._key, self._add = fetch, key, add
        self.is_writable = False
        self.lasts = "" if key is None else f"key {key!r}"
        # By view and id: where rows were when a page got them.
        self._places: dict[tuple[View, Id], int] = {}
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
                raise RowsFailed(_(FAILED, reason=_words(error))) from error
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
        ids = [self._know(view, row, place) for place, row in enumerate(rows, start)]
        values = [[value_in(row, column.name) for column in columns] for row in rows]
        return Block(ids, values, self._totals.get(view))

    def held(self, view: View, columns: Sequence[Column], start: int, end: int) -> dict[Id, Any]:
        """The rows of a view from `start` up to `end`; raises LookupError if there are too many."""
        if end - start > MOST_HELD:
            raise LookupError("too many rows")
        ids = self.block(view, columns, start, end - start).ids
        return {row_id: self.row(view, row_id) for row_id in ids}

    def places(self, view: View, columns: Sequence[Column], held: Mapping[Id, Any]) -> Places:
        """Where rows are in a view now, as far as a search finds them."""
        if self._key is None:
            ids = sorted(each for each in held if isinstance(each, int))
            same = [at for at in ids if self._row_at(view, at) == held[at]]
            return Places({at: at for at in same}, ())
        is_complete = self._search(view, held)
        places = {self._places[view, each]: each for each in held if self._is_known(view, each)}
        is_all = is_complete and not view.filters
        hidden = [] if is_all else [each for each in held if each not in set(places.values())]
        return Places(dict(sorted(places.items())), hidden)

    def locate(self, view: View, ids: Collection[Id]) -> None:
        """Find out where rows are, before they are asked for one by one."""
        self._search(view, ids)

    def _search(self, view: View, ids: Collection[Id]) -> bool:
        """Look for rows near where they were, then from the first one on; whether all rows of the
        view have been looked at."""
        if self._key is None:
            return False
        missing = {each for each in ids if not self._is_known(view, each)}
        for number in self._blocks_to_search(view, missing):
            if missing and number * BLOCK < self._totals.get(view, number * BLOCK + 1):
                for place, row in enumerate(self._rows(view, number), number * BLOCK):
                    missing.discard(self._know(view, row, place))
        return self._totals.get(view, MOST_SEARCHED * BLOCK + 1) <= MOST_SEARCHED * BLOCK

    def _blocks_to_search(self, view: View, ids: Iterable[Id]) -> list[int]:
        were = {self._places[view, each] // BLOCK for each in ids if (view, each) in self._places}
        near = [each + step for each in sorted(were) for step in (0, 1, -1) if each + step >= 0]
        return list(dict.fromkeys([*near[:MOST_SEARCHED], *range(MOST_SEARCHED)]))

    def _know(self, view: View, row: Any, place: int) -> Id:
        if self._key is None:
            return place
        row_id = id_of(value_in(row, self._key))
        self._places.pop((view, row_id), None)
        self._places[view, row_id] = place
        while len(self._places) > MOST_KNOWN:
            del self._places[next(iter(self._places))]
        return row_id

    def _is_known(self, view: View, row_id: Id) -> bool:
        place = row_id if self._key is None else self._places.get((view, row_id), -1)
        row = self._row_at(view, place)
        return row is not None and (self._key is None or id_of(value_in(row, self._key)) == row_id)

    def _row_at(self, view: View, place: Id) -> Any:
        """A row, or None if there is none."""
        if not isinstance(place, int) or place < 0:
            return None
        rows = self._rows(view, place // BLOCK)
        return rows[place % BLOCK] if place % BLOCK < len(rows) else None

    def kept(self, view: View, row_id: Id) -> Any:
        """The row."""
        return self.row(view, row_id)

    def rows_in(
        self, view: View, columns: Sequence[Column], held: Mapping[Id, Any]
    ) -> Sequence[Any]:
        """Rows in the order of a view; those that were not found as they were."""
        places = self.places(view, columns, held)
        found = [self._row_at(view, place) for place in places.shown]
        return [*found, *(held[each] for each in places.hidden)]

    def row(self, view: View, row_id: Id) -> Any:
        """A row as the function gave it."""
        if not self._is_known(view, row_id):
            raise LookupError("row")
        place = row_id if self._key is None else self._places[view, row_id]
        return self._row_at(view, place)

    def value(self, view: View, row_id: Id, column: Column) -> Any:
        """The value of a cell."""
        return value_in(self.row(view, row_id), column.name)

    def write(self, row_id: Id, column: Column, value: Any) -> None:
        """Nothing: the program stores what was edited, and it is fetched again."""
        self.refresh()

    @property
    def can_add(self) -> bool:
        """Whether the program adds rows."""
        return self._add is not None

    def draft(self, values: dict[Any, Any]) -> Any:
        """The values."""
        return values

    def add(self, values: dict[Any, Any], row: Any) -> Any:
        """Let the program add a row."""
        assert self._add is not None
        return self._add(values)

    def has(self, row: Any, values: dict[Any, Any]) -> bool:
        """Nobody but the program knows."""
        return True

    def remove(self, row: Any, values: dict[Any, Any]) -> None:
        """Nothing: the program removes it, and the rows are fetched again."""
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
            raise RowsFailed(_(FAILED, reason=_words(error))) from error
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
