"""Frame: a data frame of pandas, Polars or Arrow as rows of a table, by way of Narwhals."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from .columns import Column
from .conditions import View
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
            raise ValueError(f"The column cannot hold {value!r:.50}.")
        self._frame = self._frame.with_columns(changed)

    def _plain(self, series: Any) -> list[Any]:
        values: list[Any] = series.to_list()
        missing = self._missing
        return values if missing is None else [None if missing(v) else v for v in values]


def _is_missing(value: Any) -> bool:
    """Whether pandas means a missing value: NaN, NaT or NA."""
    if isinstance(value, float):
        return value != value
    return type(value).__name__ in ("NaTType", "NAType")
