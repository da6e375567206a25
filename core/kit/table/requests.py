"""Requests: what the script of a table asks for. A page may forge them, so all are checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from .added_rows import NewRow
from .columns import Column
from .conditions import column_at
from .edits import Entry
from .identity import Id
from .numerals import plain

MOST_ROWS = 500
"""Rows of one answer."""

MOST_ENTRIES = 15_000
"""Cells of one paste; a message has at most 100,000 values (core.live.messages)."""

MOST_RANGES = 2000
"""Separate ranges of one selection, as in assets/kit/table-selection.js."""

MOST_IDS = 2000
"""Rows of a selection that are named one by one, and not by their places."""

FARTHEST = 2**53


@dataclass
class Wanted:
    """Rows of a view that came into sight. If the rows are others than before, or in another order,
    `browser` asks where its selection is now, and the row `active`."""

    view: dict[str, Any]
    start: int
    count: int
    browser: str = ""
    active: Any = None


@dataclass
class Cell:
    """The whole value of one cell."""

    view: dict[str, Any]
    id: Any
    column: int


@dataclass
class Chosen:
    """Ranges of a view: pairs of the first row and the one after the last, and columns."""

    view: dict[str, Any]
    ranges: list[Any]
    columns: list[Any] = field(default_factory=list)


@dataclass
class Selected:
    """What a browser selected: [first row, the one after the last, first column, last column] for
    each range, and the ids of all rows in them if these are few. Otherwise the places are those of
    a `generation` of the rows. With `keeps`, what the view does not show stays selected."""

    view: dict[str, Any]
    ranges: list[Any]
    browser: str = ""
    ids: list[Any] = field(default_factory=list)
    generation: Any = None
    keeps: bool = False


@dataclass
class Entered:
    """Cells that people changed: [row id, column, the value shown there, text] for each; and new
    rows, with [column, text] for each cell."""

    view: dict[str, Any]
    cells: list[Any]
    added: list[Any] = field(default_factory=list)


@dataclass
class Arranged:
    """All columns in their order: [column, width, is hidden, is frozen] for each."""

    columns: list[Any]


@dataclass
class Saving:
    """A file of the rows of a view, in the order of these columns."""

    view: dict[str, Any]
    columns: list[Any]
    format: str


def ranges_in(detail: Any) -> list[tuple[int, int]]:
    """Ranges of rows, without those that no page of ours would send; raises LookupError."""
    ranges = [tuple(each) for each in detail[:MOST_RANGES] if isinstance(each, list)]
    for each in ranges:
        if len(each) != 2 or any(type(number) is not int for number in each):
            raise LookupError("ranges")
        if not 0 <= each[0] <= each[1] <= FARTHEST:
            raise LookupError("ranges")
    return ranges


def places_in(detail: Any) -> list[tuple[int, int, int, int]]:
    """Ranges of rows and columns; raises LookupError."""
    if any(not isinstance(each, list) or len(each) != 4 for each in detail[:MOST_RANGES]):
        raise LookupError("ranges")
    rows = ranges_in([each[:2] for each in detail])
    columns = ranges_in([each[2:] for each in detail])
    return [(*one, *other) for one, other in zip(rows, columns, strict=True)]


def id_in(detail: Any) -> Id:
    """The id of a row; raises LookupError."""
    if type(detail) is not int and type(detail) is not str:
        raise LookupError("id")
    return detail


def columns_in(detail: Sequence[Any], columns: Sequence[Column]) -> list[Column]:
    """Columns by their positions; raises LookupError."""
    return [column_at(position, columns) for position in detail[: len(columns)]]


def entries_in(
    detail: Sequence[Any], columns: Sequence[Column], editable: bool, decimal: str
) -> Iterator[Entry]:
    """Entries into cells that people may change, with numbers as Python writes them.

    Args:
        decimal: what stands before decimals in the person's language.

    Raises:
        LookupError: no page of ours sends that.
        ValueError: it can be one number or another.
    """
    if len(detail) > MOST_ENTRIES:
        raise LookupError("entries")
    for each in detail:
        if not isinstance(each, list) or len(each) != 4:
            raise LookupError("entry")
        row_id, position, shown, text = each
        column, entered = _cell(position, text, columns, editable, decimal)
        yield Entry(id_in(row_id), column, shown, entered)


def new_rows_in(
    detail: Sequence[Any], columns: Sequence[Column], editable: bool, decimal: str
) -> list[NewRow]:
    """New rows with entries into cells that people may change; as `entries_in`."""
    if any(not isinstance(row, list) for row in detail):
        raise LookupError("row")
    cells = [cell for row in detail for cell in row]
    if len(detail) > MOST_ENTRIES or len(cells) > MOST_ENTRIES:
        raise LookupError("entries")
    if any(not isinstance(cell, list) or len(cell) != 2 for cell in cells):
        raise LookupError("cell")
    return [[_cell(cell[0], cell[1], columns, editable, decimal) for cell in row] for row in detail]


def may_edit(column: Column, editable: bool) -> bool:
    """Whether people can change the cells of a column."""
    return editable if column.editable is None else column.editable


def _cell(
    position: Any, text: Any, columns: Sequence[Column], editable: bool, decimal: str
) -> tuple[Column, str]:
    column = column_at(position, columns)
    if not may_edit(column, editable) or not isinstance(text, str):
        raise LookupError("cell")
    return column, plain(text, decimal) if column.kind == "number" else text
