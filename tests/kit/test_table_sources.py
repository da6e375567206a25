"""Where the rows of a table come from: lists, data frames, queries, functions, and bad ones."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

import core as jp
from core import kit
from core.testing import NotPossible, serve
from tests.kit.conftest import ShowTable


def test_dictionaries_with_different_keys(show_table: ShowTable) -> None:
    table = show_table([{"a": 1}, {"b": "two", "a": None}, {}])
    assert table.columns == ["a", "b"]
    assert table.rows == [[1, None], [None, "two"], [None, None]]


class Point(NamedTuple):
    x: int
    y: float


@dataclass
class Person:
    name: str
    age: int | None


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ([(1, 2.5), (3, 4.5)], ["0", "1"]),
        ([[1, 2.5], [3, 4.5]], ["0", "1"]),
        ([Point(1, 2.5), Point(3, 4.5)], ["x", "y"]),
    ],
)
def test_tuples_lists_and_named_tuples(
    rows: list[Any], columns: list[str], show_table: ShowTable
) -> None:
    table = show_table(rows, editable=True)
    assert table.columns == columns
    table.edit(1, columns[1], "6")
    assert table.rows == [[1, 2.5], [3, 6.0]]
    assert list(rows[1]) == [3, 6.0]
    table.undo()
    assert list(rows[1]) == [3, 4.5]


def test_objects(show_table: ShowTable) -> None:
    people = [Person("Ada", 36), Person("Grace", None)]
    table = show_table(people, editable=True)
    table.edit(1, "age", "85")
    assert people[1].age == 85
    assert table.rows == [["Ada", 36], ["Grace", 85]]


def frames() -> Iterator[Any]:
    values = {"name": ["b", "a", "c"], "size": [2.5, None, 1.5], "count": [1, 2, 3]}
    for library in ("pandas", "polars", "pyarrow"):
        module = pytest.importorskip(library)
        yield module.table(values) if library == "pyarrow" else module.DataFrame(values)


@pytest.mark.parametrize("place", [0, 1, 2], ids=["pandas", "polars", "pyarrow"])
def test_data_frames(place: int, show_table: ShowTable) -> None:
    frame = list(frames())[place]
    tables: list[kit.Table] = []

    def page() -> jp.WebPage:
        wp = kit.Page()
        tables.append(kit.Table(frame, editable=True, a=wp))
        return wp

    with serve(page) as user:
        table = user.open("/").table()
        assert table.columns == ["name", "size", "count"]
        assert table.cell(1, "size") is None
        table.sort("-size")
        assert [row[0] for row in table.rows] == ["b", "c", "a"]
        table.filter("count", "2..")
        assert [row[0] for row in table.rows] == ["c", "a"]
        table.edit(0, "name", "new")
        table.edit(0, "count", "9")
        assert table.cell(0, "name") == "new"
        assert type(tables[0].rows) is type(frame)
        assert str(frame["name"][2]) == "c"
        assert str(tables[0].rows["name"][2]) == "new"
        with pytest.raises(NotPossible, match="could not be stored"):
            table.edit(0, "count", "1.5")  # a column of whole numbers
        table.undo()
        table.undo()
        assert table.cell(0, "name") == "c"


def test_a_mixture_of_types_sorts(show_table: ShowTable) -> None:
    moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    values = [
        "b",
        3,
        None,
        math.nan,
        math.inf,
        Decimal("1.5"),
        moment.date(),
        moment,
        b"x",
        [1],
        "A",
    ]
    table = show_table([{"value": value} for value in values])
    table.sort("value")
    up = [row[0] for row in table.rows]
    assert up[:3] == ["1.5", 3, "∞"]
    assert up[-2:] == [None, "NaN"]
    table.sort("-value")
    down = [row[0] for row in table.rows]
    assert down[-3:] == ["1.5", None, "NaN"]
    assert len(down) == len(values)
    for condition in ("> 2", "= x", "!= x", "2..5", "="):
        table.filter("value", condition)
        assert isinstance(table.count, int)


class Odd:
    def __str__(self) -> str:
        raise RuntimeError("no text")


def test_values_that_no_browser_knows(show_table: ShowTable) -> None:
    values = [10**30, -math.inf, Odd(), "\ud800", "<b>bold</b>", "x" * 1_000_000]
    table = show_table([{"value": value} for value in values], editable=True)
    assert table.rows[0] == [str(10**30)]
    assert table.rows[1] == ["-∞"]
    assert table.rows[2] == ["(RuntimeError)"]
    assert table.rows[4] == ["<b>bold</b>"]
    assert len(table.rows[5][0]) < 1000
    assert table.cell(5, "value") == "x" * 1_000_000


def test_odd_names_and_the_same_title_twice(show_table: ShowTable) -> None:
    rows = [{"": 1, "a b": 2, 'x"]': 3, 7: 4, None: 5}]
    columns = [*rows[0], kit.Column("a b", title="Again")]
    table = show_table(rows, columns)
    assert table.rows == [[1, 2, 3, 4, 5, 2]]
    table.sort("-Again")
    assert table.count == 1


def test_what_is_wrong_is_said_at_once() -> None:
    with pytest.raises(ValueError, match="no column 'nmae'; they have 'name'"):
        kit.Table([{"name": 1}], ["nmae"])
    with pytest.raises(TypeError, match="a data frame, a kit.Query or a function"):
        kit.Table("rows")
    with pytest.raises(ValueError, match="kind of 'a'"):
        kit.Column("a", kind="money")  # type: ignore[arg-type]


def test_no_rows(show_table: ShowTable) -> None:
    assert show_table([]).count == 0
    assert show_table([], ["a"]).columns == ["a"]
    assert show_table().rows == []
