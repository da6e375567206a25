"""Workbooks (ECMA-376), made of XML."""

from __future__ import annotations

import io
import zipfile

_FORMATS = "http://schemas.openxmlformats.org"
_MAIN = f"{_FORMATS}/spreadsheetml/2006/main"
_OFFICE = f"{_FORMATS}/officeDocument/2006/relationships"
_PACKAGE = f"{_FORMATS}/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def workbook(*sheets: str, names: tuple[str, ...] = ("First", "Second")) -> bytes:
    """A workbook whose sheets have these rows, in XML."""
    numbered = list(enumerate(sheets, 1))
    entries = "".join(
        f'<sheet name="{names[n - 1]}" sheetId="{n}" r:id="r{n}"/>' for n, _ in numbered
    )
    places = "".join(
        _related(f"r{n}", "worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered
    )
    book = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{entries}</sheets></workbook>'
    types = f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET}"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": _relations(_related("r", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": _relations(places),
    }
    for number, rows in numbered:
        sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet
    return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    """A ZIP of texts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def cells(number: int, *values: str | int) -> str:
    """A row in XML."""
    return f'<row r="{number}">{"".join(_cell(number, *each) for each in enumerate(values))}</row>'


def _cell(row: int, column: int, value: str | int) -> str:
    place = f"{chr(65 + column)}{row}"
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def _related(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
