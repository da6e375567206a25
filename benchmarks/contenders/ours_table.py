"""A table with Satchel: ``python ours_table.py PORT``, with as many rows as TABLE_ROWS says."""

from __future__ import annotations

import sys
from typing import Any

from table_rows import COLUMNS, rows

import core as jp
from core import kit

ROWS = rows()


COLUMN_OPTIONS = [kit.Column(name, format="plain") for name in COLUMNS]


def page() -> jp.WebPage:
    """A table."""
    wp = kit.Page("Table")
    kit.Table(ROWS, COLUMN_OPTIONS, style="height: 500px", a=wp)
    return wp


def shell(rows: list[dict[str, Any]]) -> jp.WebPage:
    """A table in a shell."""
    wp = kit.Shell("Tables", heading="Table")
    wp.link("Table", "/shell")
    wp.link("Other", "/")
    kit.Table(rows, COLUMN_OPTIONS, style="height: 500px", a=wp)
    return wp


@jp.SetRoute("/shell")
def shell_with_rows() -> jp.WebPage:
    """All rows."""
    return shell(ROWS)


@jp.SetRoute("/shell-without-rows")
def shell_without_rows() -> jp.WebPage:
    """None."""
    return shell([])


jp.justpy(page, port=int(sys.argv[1]))
