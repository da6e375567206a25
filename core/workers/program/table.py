"""The first rows of a table in text: CSV, with whatever character between the cells."""

import csv
import io
import os
from collections import Counter

from .encoding import decoded

MAX_ROWS = 200
"""Rows that are shown, besides the heading."""

MAX_COLUMNS = 100
"""Columns that are shown."""

MAX_CELL = 300
"""Characters that are shown of a cell."""

MAX_BYTES = 2 << 20
"""Bytes of a file in which the rows are looked for."""

MAX_COUNTED = 1 << 30
"""Bytes of a file whose lines are counted."""

_DELIMITERS = ",;\t|"


def read_table(source: str) -> dict[str, object]:
    """The first rows of a file."""
    with open(source, "rb") as file:
        raw = file.read(MAX_BYTES)
        size = os.fstat(file.fileno()).st_size
        whole = size <= len(raw)
        lines = None if whole or size > MAX_COUNTED else raw.count(b"\n") + _lines(file)
    text, encoding = decoded(raw)
    if not whole and "\n" in text:
        text = text[: text.rindex("\n")]  # the last row is not complete
    rows = list(_rows(text, _delimiter(text)))
    columns = max(map(len, rows), default=0)
    total = len(rows) if whole else lines
    return {
        **shown_rows(rows),
        "columns": columns,
        "total": total,
        "exact": whole,
        "encoding": encoding,
    }


def shown_rows(rows: list[list[str]]) -> dict[str, object]:
    """The rows that are shown, with the heading, if the first row looks like one."""
    heading = bool(rows) and _is_heading(rows[0])
    kept = rows[: MAX_ROWS + heading]
    return {"heading": heading, "rows": [[_cell(text) for text in row] for row in kept]}


def _rows(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(MAX_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [row[: MAX_COLUMNS + 1] for row in reader if row]


def _cell(text: str) -> str:
    return text if len(text) <= MAX_CELL else f"{text[:MAX_CELL]}…"


def _is_heading(row: list[str]) -> bool:
    """A heading has a text for each column, and no number."""
    return all(cell.strip() and not _is_number(cell) for cell in row)


def _is_number(cell: str) -> bool:
    return cell.strip().strip("%€$£").replace(",", "").replace(".", "").lstrip("+-").isdigit()


def _delimiter(text: str) -> str:
    """The character that divides most of the first lines into as many cells each."""
    lines = text[:65536].split("\n")[:20]

    def score(delimiter: str) -> tuple[int, int]:
        counts = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
        cells, rows = max(counts.items(), key=lambda each: each[1], default=(1, 0))
        return (rows, cells) if cells > 1 else (0, 0)

    return max(_DELIMITERS, key=score)


def _lines(file: io.BufferedReader) -> int:
    """The lines in the rest of a file."""
    return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
