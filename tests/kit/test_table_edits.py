"""Cells that are edited: what is entered becomes a value or is refused; forgeries do nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import pytest

import core as jp
from core import kit
from core.testing import Control, NotPossible, Page, Table, serve
from tests.kit.conftest import ShowTable
from tests.support.api import shows

ROWS: list[dict[str, Any]] = []
TOLD: list[kit.Change] = []


def example() -> jp.WebPage:
    ROWS[:] = [
        {
            "name": f"n{number}",
            "count": number,
            "price": 1.5,
            "paid": False,
            "day": None,
            "id": number,
        }
        for number in range(300)
    ]
    ROWS[0]["day"] = datetime.date(2026, 1, 2)
    TOLD.clear()

    def check(row: Any, column: str, value: Any) -> str | None:
        return "Too many." if column == "count" and value > 1000 else None

    def edited(msg: jp.Msg) -> None:
        TOLD.extend(msg.changes)

    wp = kit.Page()
    columns = ["name", "count", "price", "paid", "day", kit.Column("id", editable=False)]
    kit.Table(ROWS, columns, editable=True, check=check, edited=edited, a=wp)
    return wp


@pytest.fixture
def page() -> Iterator[Page]:
    with serve(example) as user:
        yield user.open("/")


@pytest.fixture
def table(page: Page) -> Table:
    return page.table()


def view(page: Page) -> Control:
    """The script part, as whose script a test sends events."""
    elements = page.document.elements()
    element = next(e for e in elements if "kit-table-view" in e.attributes.get("class", ""))
    return Control(page, element)


def row_id(page: Page, place: int) -> Any:
    """The id by which the page knows a row."""
    wanted = {"view": VIEW, "start": place, "count": 1}
    return view(page).send("wanted", wanted)["ids"][0]


VIEW = {"sort": [], "filters": [], "search": ""}


@shows("Table(edited)", "kit.Change")
def test_what_is_entered_becomes_a_value_of_the_column(table: Table) -> None:
    for column, text, value in [
        ("count", " 1 000 ", 1000),
        ("price", "2", 2.0),
        ("paid", "yes", True),
        ("day", "2026-03-04", datetime.date(2026, 3, 4)),
        ("name", " a\nb ", " a\nb "),
        ("price", "", None),
    ]:
        table.edit(2, column, text)
        assert ROWS[2][column] == value
        assert type(ROWS[2][column]) is type(value)
        assert TOLD[-1].new == value
    assert TOLD[0] == kit.Change(ROWS[2], "count", 2, 1000)


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        ("count", "many", "“many” is not a number."),
        ("count", "1001", "Too many."),
        ("paid", "maybe", "“maybe” is neither yes nor no."),
        ("day", "2026-02-30", "“2026-02-30” is not a date"),
        ("id", "7", "cannot be changed"),
    ],
)
def test_what_is_refused_says_why(table: Table, column: str, text: str, words: str) -> None:
    before = dict(ROWS[2])
    with pytest.raises(NotPossible, match=words):
        table.edit(2, column, text)
    assert ROWS[2] == before
    assert TOLD == []


def test_edits_are_undone_and_done_again(table: Table) -> None:
    table.edit(0, "count", "5")
    table.edit(1, "count", "6")
    table.undo()
    table.undo()
    table.undo()
    assert [ROWS[0]["count"], ROWS[1]["count"]] == [0, 1]
    table.redo()
    assert ROWS[0]["count"] == 5
    assert [change.new for change in TOLD] == [5, 6, 1, 0, 5]
    table.edit(3, "count", "7")  # nothing can be done again after it
    table.redo()
    assert ROWS[1]["count"] == 1


def test_an_undo_that_could_not_be_stored_can_be_tried_again(show_table: ShowTable) -> None:
    class Row(dict[str, Any]):
        is_locked = False

        def __setitem__(self, name: str, value: Any) -> None:
            if self.is_locked:
                raise RuntimeError("The database is locked.")
            super().__setitem__(name, value)

    row = Row(name="old")
    table = show_table([row], editable=True)
    table.edit(0, "name", "new")
    row.is_locked = True
    with pytest.raises(NotPossible, match="database is locked"):
        table.undo()
    row.is_locked = False
    table.undo()
    assert row["name"] == "old"


def test_an_edit_does_not_overwrite_what_somebody_else_wrote(page: Page, table: Table) -> None:
    table.edit(0, "count", "5")
    ROWS[0]["count"] = 8
    with pytest.raises(NotPossible, match="has changed since"):
        table.undo()
    old = {"view": VIEW, "cells": [[row_id(page, 0), 1, 5, "9"]]}
    assert view(page).send("entered", old)["problem"] == "This cell has changed meanwhile."
    assert ROWS[0]["count"] == 8


def test_all_of_a_paste_or_none(page: Page) -> None:
    first, second, third = (row_id(page, place) for place in range(3))
    cells = [[first, 1, 0, "10"], [second, 1, 1, "many"], [third, 0, "n2", "new"]]
    answer = view(page).send("entered", {"view": VIEW, "cells": cells})
    assert answer["problems"] == [[1, "“many” is not a number."]]
    assert ROWS[0]["count"] == 0
    cells[1][3] = "11"
    assert view(page).send("entered", {"view": VIEW, "cells": cells})["done"] == 3
    assert [row["count"] for row in ROWS[:3]] == [10, 11, 2]
    assert len(TOLD) == 3


def test_rows_are_edited_in_the_order_in_which_they_are_shown(table: Table) -> None:
    table.sort("-count")
    table.edit(0, "name", "last")
    assert ROWS[299]["name"] == "last"
    table.search("last")
    assert table.count == 1


FORGED: list[tuple[str, Any]] = [
    ("entered", {"view": VIEW, "cells": [[0, 5, 0, "1"]]}),  # not editable
    ("entered", {"view": VIEW, "cells": [[-1, 1, 0, "1"]]}),
    ("entered", {"view": VIEW, "cells": [[[0], 1, 0, "1"]]}),
    ("entered", {"view": VIEW, "cells": [[10**9, 1, 0, "1"]]}),
    ("entered", {"view": VIEW, "cells": [[0, -1, 0, "1"]]}),
    ("entered", {"view": VIEW, "cells": [[0, True, 0, "1"]]}),
    ("entered", {"view": VIEW, "cells": [[0, 1, 0, ["1"]]]}),
    ("entered", {"view": VIEW, "cells": ["row", 3]}),
    ("entered", {"view": VIEW, "cells": [[0, 0, "n0", "x"]] * 15_001}),
    ("entered", {"view": VIEW, "cells": [], "added": [[[5, "1"]]]}),  # not editable
    ("entered", {"view": VIEW, "cells": [], "added": [[[0]], 3]}),
    ("entered", {"view": VIEW, "cells": [], "added": [[]] * 15_001}),
    ("wanted", {"view": {"sort": [[99, False]]}, "start": 0, "count": 1}),
    ("wanted", {"view": {"sort": [["name", False]]}, "start": 0, "count": 1}),
    ("wanted", {"view": {"sort": 5, "filters": [[0]]}, "start": 0, "count": 1}),
    ("asked_cell", {"view": VIEW, "id": -1, "column": 0}),
    ("asked_cell", {"view": VIEW, "id": 0, "column": 10**6}),
    ("asked_copy", {"view": VIEW, "ranges": [[5, 1]], "columns": [0]}),
    ("asked_copy", {"view": VIEW, "ranges": [["a", {}]], "columns": [0]}),
    ("asked_copy", {"view": VIEW, "ranges": [[0, 2]], "columns": [[]]}),
    ("asked_save", {"view": VIEW, "columns": [7], "format": "csv"}),
]


@pytest.mark.parametrize(("event", "detail"), FORGED)
def test_forged_events_change_nothing(page: Page, event: str, detail: Any) -> None:
    before = [dict(row) for row in ROWS]
    assert view(page).send(event, detail)["problem"]
    assert before == ROWS
    assert TOLD == []


def test_forged_ranges_end_soon(page: Page) -> None:
    wanted = {"view": VIEW, "start": -(10**30), "count": 10**30}
    assert len(view(page).send("wanted", wanted)["rows"]) == 300
    wanted = {"view": VIEW, "start": 10**30, "count": 1}
    assert view(page).send("wanted", wanted)["rows"] == []
    view(page).send("chosen", {"view": VIEW, "ranges": [[0, 2**40, 0, 2**50]]})
    view(page).send("chosen", {"view": VIEW, "ranges": [[0, 1, 0, 0]], "ids": [{}, 10**30, "x"]})
    view(page).send("chosen", {"view": VIEW, "ranges": [[0, 1]]})
    wanted = {"view": VIEW, "start": 0, "count": 1, "browser": "x", "active": [10**30]}
    assert view(page).send("wanted", wanted)["problem"]
    view(page).send("asked_open", {"view": VIEW, "id": 10**9, "column": 0})
    view(page).send("asked_save", {"view": VIEW, "columns": [0], "format": "exe"})
    assert page.downloads == []
