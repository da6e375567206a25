"""What a preview shows of a document: a description as JSON, bounded in every direction.

The page builds elements from it and never parses it as HTML.
"""

import json

from .errors import Unsuitable


def read(source: str, target: str, kind: str, name: str, part: int, plain: bool) -> None:
    """Write a description of a file.

    Args:
        kind: "text", "markdown", "table", "sheets", "archive" or "svg".
        name: of the file; it decides how text is highlighted.
        part: which sheet.
        plain: do without highlighting.
    """
    found = _read(source, kind, name, part, plain)
    with open(target, "w", encoding="utf-8") as file:
        json.dump(found, file, ensure_ascii=True)  # also lone surrogates


def _read(source: str, kind: str, name: str, part: int, plain: bool) -> dict[str, object]:
    if kind == "text":
        from .text import read_text

        return read_text(source, name, plain)
    if kind == "markdown":
        from .markdown import read_markdown

        return read_markdown(source)
    if kind == "table":
        from .table import read_table

        return read_table(source)
    if kind == "sheets":
        from .sheets import read_sheet

        return read_sheet(source, part)
    if kind == "svg":
        from .svg import read_svg

        return read_svg(source)
    if kind == "archive":
        from .archive import read_archive

        return read_archive(source)
    raise Unsuitable(f"there is no preview of the kind {kind!r}")
