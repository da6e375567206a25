"""Tables with NiceGUI: ``python nicegui_table.py PORT``, with as many rows as TABLE_ROWS says."""

from __future__ import annotations

import sys

from nicegui import ui
from table_rows import COLUMNS, rows

ROWS = rows()


@ui.page("/table")
def table() -> None:
    """Quasar's table, with virtual scrolling."""
    columns = [{"name": n, "label": n, "field": n, "sortable": True} for n in COLUMNS]
    shown = ui.table(columns=columns, rows=ROWS, row_key="id", pagination=0)
    shown.props("virtual-scroll").style("height: 500px")


@ui.page("/aggrid")
def aggrid() -> None:
    """AG Grid."""
    columns = [{"field": name} for name in COLUMNS]
    ui.aggrid({"columnDefs": columns, "rowData": ROWS}).style("height: 500px")


ui.run(host="127.0.0.1", port=int(sys.argv[1]), reload=False, show=False)
