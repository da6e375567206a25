"""Frame: a data frame of pandas, Polars or Arrow as rows of a table, by way of Narwhals."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from core.language.texts import _

from . import engine
from .columns import Column
from .conditions import Filter, Sort, View
from .identity import Id
from .ordered import Ordered
from .values import packed

_LIBRARIES = ("pandas", "polars", "pyarrow", "modin", "cudf")


def is_frame(rows: Any) -> bool:
    """Whether this is a data frame. Neither Narwhals nor the frame's library is imported for it."""
    library = type(rows).__module__.partition(".")[0]
    return library in _LIBRARIES and library in sys.modules


class Frame(Ordered):
    """Rows of a data frame. What is edited is in `native`, a new frame that shares the rest.

    Args:
        rows: the frame.
        key: the column whose values are the ids of rows; None: their positions are.

    Raises:
        ImportError: Narwhals is not installed.
        TypeError: it is part of such a library, but no data frame; a lazy one must be collected.
        ValueError: two columns have the same name.
    """

    def __init__(self, rows: Any, key: Any = None) -> None:
        super().__init__(key)
        try:
            import narwhals
        except ImportError as error:
            hint = "A data frame in a kit.Table needs Narwhals: pip install narwhals."
            raise ImportError(hint) from error
        self._frame: Any = narwhals.from_native(rows, eager_only=True)
        self._missing = _is_missing if self._frame.implementation.is_pandas_like() else None
        self.names: Sequence[Any] = self._frame.columns

    @property
    def native(self) -> Any:
        """The data frame."""
        return self._frame.to_native()

    def count(self) -> int:
        """How many rows there are."""
        return len(self._frame)

    def values(self, name: Any) -> Sequence[Any]:
        """All values of a column."""
        return self._plain(self._frame[name])

    def rows_at(self, ids: Sequence[int], names: Sequence[Any]) -> Sequence[Sequence[Any]]:
        """The values of some rows."""
        some = self._frame[list(ids)]
        return list(zip(*(self._plain(some[name]) for name in names), strict=True))

    def programs_rows(self, positions: Sequence[int]) -> Sequence[Any]:
        """Rows as dictionaries."""
        values = self.rows_at(positions, self.names)
        return [dict(zip(self.names, row, strict=True)) for row in values]

    def row(self, view: View, row_id: Id) -> Any:
        """A row as a dictionary."""
        [row] = self.programs_rows([self._position(row_id)])
        return row

    def write(self, row_id: Id, column: Column, value: Any) -> None:
        """Change a cell; raises ValueError if the column cannot hold the value."""
        position = self._position(row_id)
        changed = self._frame[column.name].scatter([position], [value])
        [stored] = self._plain(changed[[position]])
        if packed(stored) != packed(value):  # Polars cuts the decimals off
            raise ValueError(_("The column cannot hold {value}.", value=f"{value!r:.50}"))
        self._frame = self._frame.with_columns(changed)

    def _filtered(self, filters: Iterable[Filter], names: Sequence[Any]) -> Sequence[int]:
        kept: Any = None
        for each in filters:
            found = self._met(each, names if each.column is None else [each.column], kept)
            kept = found if kept is None else kept & found
        return range(self.count()) if kept is None else kept.arg_true().to_list()

    def _met(self, condition: Filter, names: Sequence[Any], kept: Any) -> Any:
        """Rows in which one of some columns meets a condition, of those that are kept."""
        met: Any = None
        left = []
        for name in names:
            found = engine.meets(self._column(name), condition)
            if found is None:
                left.append(name)
            else:
                met = found if met is None else met | found
        if not left:
            return met
        alone, wanted = condition.test(), [True] * self.count() if kept is None else kept.to_list()
        marks = [False] * self.count() if met is None else met.to_list()
        for name in left:
            for number, value in enumerate(self.values(name)):
                if wanted[number] and not marks[number]:
                    marks[number] = alone(value)
        return self._series("met", marks, "Boolean")

    def _sorted(self, order: Sequence[int], sorts: Sequence[Sort]) -> Sequence[int]:
        keys = [engine.key(self._column(sort.column)) for sort in sorts]
        if not keys or any(key is None for key in keys):
            return super()._sorted(order, sorts)
        import narwhals

        # Positions last: rows that are equal stay in their order.
        all_positions = self._series("position", list(range(self.count())), "Int64")
        names = [*map(str, range(len(keys))), "position"]
        columns = [*(key.alias(n) for key, n in zip(keys, names, strict=False)), all_positions]
        frame = narwhals.from_dict({column.name: column for column in columns})
        if len(order) < self.count():
            frame = frame[list(order)]
        descending = [*(sort.descending for sort in sorts), False]
        positions: list[int] = frame.sort(names, descending=descending, nulls_last=True)[
            "position"
        ].to_list()
        return positions

    def _series(self, name: str, values: list[Any], dtype: str) -> Any:
        import narwhals

        kind = getattr(narwhals, dtype)
        return narwhals.new_series(name, values, kind, backend=self._frame.implementation)

    def _column(self, name: Any) -> Any:
        """A column for calculations: pandas combines columns by the labels of their rows."""
        import narwhals

        return narwhals.maybe_reset_index(self._frame[name])

    can_add = False

    def draft(self, values: dict[Any, Any]) -> Any:
        """The values."""
        return values

    def add(self, values: dict[Any, Any], row: Any) -> Any:
        """Data frames do not grow."""
        raise TypeError("no rows can be added to a data frame")

    def has(self, row: Any, values: dict[Any, Any]) -> bool:
        """Never."""
        return False

    def remove(self, row: Any, values: dict[Any, Any]) -> None:
        """There is none."""

    def _plain(self, series: Any) -> list[Any]:
        values: list[Any] = series.to_list()
        missing = self._missing
        return values if missing is None else [None if missing(v) else v for v in values]


def _is_missing(value: Any) -> bool:
    """Whether pandas means a missing value: NaN, NaT or NA."""
    if isinstance(value, float):
        return value != value
    return type(value).__name__ in ("NaTType", "NAType")
