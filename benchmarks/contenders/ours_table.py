"""A table with Satchel: ``python ours_table.py PORT``, with as many rows as TABLE_ROWS says."""

from __future__ import annotations

import sys

from table_rows import COLUMNS, rows

import core as jp
from core import kit

ROWS = rows()


def page() -> jp.WebPage:
    """A table."""
    wp = kit.Page("Table")
    columns = [kit.Column(name, format="plain") for name in COLUMNS]
    kit.Table(ROWS, columns, style="height: 500px", a=wp)
    return wp


jp.justpy(page, port=int(sys.argv[1]))
