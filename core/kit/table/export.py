"""Export: rows of a table as text for a spreadsheet, as CSV and as XLSX."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from .columns import Column
from .conditions import View
from .source import Source
from .values import MOST_EXACT, text_of

AT_ONCE = 2000
"""Rows read at a time."""

MOST_IN_EXCEL = 1_048_575
"""Rows below a heading in one sheet."""

LONGEST_IN_EXCEL = 32_767
"""Characters in one cell."""

_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f￾￿]")


def rows_of(
    source: Source, view: View, columns: Sequence[Column], start: int = 0, end: int | None = None
) -> Iterator[Sequence[Any]]:
    """The values of rows of a view, from `start` up to `end`."""
    while end is None or start < end:
        count = AT_ONCE if end is None else min(AT_ONCE, end - start)
        rows = source.block(view, columns, start, count).rows
        yield from rows
        start += len(rows)
        if len(rows) < count:
            return


def tsv(rows: Iterable[Sequence[Any]]) -> str:
    """Rows as spreadsheets exchange them: tabs between cells, quotation marks where needed."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerows([text_of(value) for value in row] for row in rows)
    return text.getvalue()


def csv_lines(rows: Iterable[Sequence[Any]], columns: Sequence[Column]) -> Iterator[str]:
    """Rows as CSV (RFC 4180) with a heading, in pieces. It begins with a mark by which Excel knows
    that it is UTF-8."""
    text = io.StringIO("\ufeff")
    text.seek(1)
    writer = csv.writer(text)
    writer.writerow([column.heading for column in columns])
    for number, row in enumerate(rows):
        writer.writerow([text_of(value) for value in row])
        if number % 1000 == 999:
            yield text.getvalue()
            text.seek(0)
            text.truncate()
    yield text.getvalue()


def can_write_xlsx() -> bool:
    """Whether openpyxl is installed."""
    return find_spec("openpyxl") is not None


def xlsx(rows: Iterable[Sequence[Any]], columns: Sequence[Column]) -> Iterator[bytes]:
    """Rows as an Excel sheet with a heading that stays in sight. More rows than a sheet has are
    continued on further ones."""
    from openpyxl import Workbook  # type: ignore[import-untyped]

    book = Workbook(write_only=True)
    sheet: Any = None
    for number, row in enumerate(rows):
        if number % MOST_IN_EXCEL == 0:
            sheet = _sheet(book, columns)
        sheet.append([_cell(sheet, value) for value in row])
    if sheet is None:
        _sheet(book, columns)
    made = io.BytesIO()
    book.save(made)
    yield made.getvalue()


def _sheet(book: Any, columns: Sequence[Column]) -> Any:
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, column.heading) for column in columns])
    return sheet


def _cell(sheet: Any, value: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]

    is_moment = isinstance(value, datetime.date) and value.year >= 1900
    is_finite = isinstance(value, int | float) and abs(value) < MOST_EXACT
    if value is None or is_finite or (is_moment and getattr(value, "tzinfo", None) is None):
        return value
    cell = WriteOnlyCell(sheet, "")
    cell.value = _NOT_IN_XML.sub("", text_of(value))[:LONGEST_IN_EXCEL]
    cell.data_type = "s"  # also if it begins like a formula
    return cell
