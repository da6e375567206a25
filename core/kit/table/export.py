"""Export: rows of a table as text for a spreadsheet, as CSV and as XLSX."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import Any

from .columns import Column
from .conditions import View
from .source import Source
from .values import MOST_EXACT, copied, text_of

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


def tsv(rows: Iterable[Sequence[Any]], sign: str) -> str:
    """Rows as spreadsheets exchange them: tabs between cells, quotation marks where needed.

    Args:
        sign: what stands before decimals.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerows([copied(value, sign) for value in row] for row in rows)
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
    """Whether XlsxWriter is installed."""
    return find_spec("xlsxwriter") is not None


def xlsx(rows: Iterable[Sequence[Any]], columns: Sequence[Column]) -> Iterator[bytes]:
    """Rows as an Excel file with a heading that stays in sight. More rows than a sheet has are
    continued on further ones."""
    from xlsxwriter import Workbook

    made = io.BytesIO()
    # Rows go to a temporary file as they come. Times without a zone are the only ones Excel knows.
    with Workbook(made, {"constant_memory": True, "remove_timezone": True}) as book:
        formats = {
            datetime.datetime: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
            datetime.date: book.add_format({"num_format": "yyyy-mm-dd"}),
            datetime.time: book.add_format({"num_format": "hh:mm:ss"}),
        }
        bold = book.add_format({"bold": True})
        waiting = iter(rows)
        while True:
            sheet = book.add_worksheet()
            sheet.freeze_panes(1, 0)
            for place, column in enumerate(columns):
                sheet.write_string(0, place, _written(column.heading), bold)
                sheet.set_column_pixels(place, place, column.width or 120)
            number = 0
            for number, row in enumerate(itertools.islice(waiting, MOST_IN_EXCEL), 1):
                for place, value in enumerate(row):
                    _write(sheet, number, place, value, formats)
            if number < MOST_IN_EXCEL:
                break
    yield made.getvalue()


def _write(sheet: Any, row: int, place: int, value: Any, formats: dict[type, Any]) -> None:
    """Write a value as what it is. Text is never a formula, a link or a number."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float) and abs(value) <= MOST_EXACT:  # not NaN either
        sheet.write_number(row, place, value)
    elif isinstance(value, datetime.date) and value.year < 1900:
        sheet.write_string(row, place, text_of(value))
    elif isinstance(value, datetime.date | datetime.time):
        kind = next(each for each in formats if isinstance(value, each))
        sheet.write_datetime(row, place, value, formats[kind])
    else:
        sheet.write_string(row, place, _written(text_of(value)))


def _written(text: str) -> str:
    return _NOT_IN_XML.sub("", text)[:LONGEST_IN_EXCEL]
