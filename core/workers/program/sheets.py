"""The first rows of a sheet of a spreadsheet: values, and never formulas or macros."""

import datetime
import zipfile
from itertools import islice

from .errors import Unsuitable
from .table import MAX_COLUMNS, MAX_ROWS, shown_rows

MAX_UNPACKED = 500 << 20
"""Bytes that a workbook may have when it is unpacked."""

MAX_SHEETS = 50
"""Sheets that can be chosen."""


def read_sheet(source: str, part: int) -> dict[str, object]:
    """The first rows of one sheet, and the names of all."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    _check_size(source)
    try:
        with CalamineWorkbook.from_path(source) as book:
            names = book.sheet_names[:MAX_SHEETS]
            if not 0 <= part < len(names):
                raise Unsuitable("it has no such sheet")
            sheet = book.get_sheet_by_index(part)
            found = list(islice(sheet.to_python(nrows=MAX_ROWS + 1), MAX_ROWS + 1))
            height, width = sheet.height, sheet.width
    except PasswordError:
        raise Unsuitable("it has a password") from None
    except CalamineError as error:
        raise ValueError(f"it is not a sound workbook ({error})") from error
    rows = [[_text(cell) for cell in row[: MAX_COLUMNS + 1]] for row in found]
    return {
        **shown_rows(rows),
        "columns": width,
        "total": height,
        "exact": True,
        "sheets": [name[:100] for name in names],
        "sheet": part,
    }


def _check_size(source: str) -> None:
    if not zipfile.is_zipfile(source):  # an old .xls
        return
    with zipfile.ZipFile(source) as archive:
        size = sum(each.file_size for each in archive.infolist())
    if size > MAX_UNPACKED:
        raise Unsuitable(f"it would be {size:,} bytes when it is unpacked")


def _text(cell: object) -> str:
    """A value as a spreadsheet shows it."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return f"{cell:.15g}"
    if isinstance(cell, datetime.datetime):
        midnight = cell.time() == datetime.time()
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "seconds")
    return str(cell)
