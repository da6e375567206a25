"""TableView: the part of a table that its script draws, which asks for the rows in sight."""

from __future__ import annotations

from typing import Any

from ..script_part import ScriptPart
from .requests import Arranged, Cell, Chosen, Entered, Saving, Selected, Wanted


class TableView(ScriptPart):
    """The script part of `Table`.

    Attributes:
        label: the accessible name of the grid.
        columns: descriptions of the columns.
        arrangement: of the columns, as people left it: `order`, `widths`, `hidden`, `frozen`.
        order: the first order: pairs of a column's position and whether it descends.
        version: changes when the rows have changed: the script asks again for those in sight.
        search: whether there is a search box.
        unit: what a selection consists of: "rows" or "cells".
        saves: the formats of files that people can save.
        adds: whether a paste adds the rows for which there is no place.
        empty: what to say when there are no rows.
    """

    classes = "kit-table-view"
    script = "bundle/kit-table.js"  # of assets/kit/table.js
    sends = {
        "wanted": Wanted,
        "asked_cell": Cell,
        "asked_copy": Chosen,
        "chosen": Selected,
        "entered": Entered,
        "asked_undo": bool,
        "asked_save": Saving,
        "asked_open": Cell,
        "arranged": Arranged,
    }

    label: str = "Table"
    columns: list[dict[str, Any]] = []
    arrangement: dict[str, Any] = {}
    order: list[list[Any]] = []
    version: int = 0
    search: bool = True
    unit: str = "rows"
    saves: list[str] = []
    adds: bool = False
    empty: str = ""
