"""Where the rows of a table come from: lists, data frames, queries, functions, and bad ones."""

from __future__ import annotations

import datetime
import math
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import core as jp
from core import kit
from core.testing import NotPossible, Page, Table, serve
from tests.support.api import shows

Shown = Callable[..., Table]


@pytest.fixture
def shown() -> Iterator[Shown]:
    """A function that shows a table to a user."""
    users: list[Any] = []

    def show(*arguments: Any, **options: Any) -> Table:
        def page() -> jp.WebPage:
            wp = kit.Page()
            kit.Table(*arguments, **options, a=wp)
            return wp

        serving = serve(page)
        users.append(serving)
        opened: Page = serving.__enter__().open("/")
        return opened.table()

    yield show
    for each in users:
        each.__exit__(None, None, None)


def test_dictionaries_with_different_keys(shown: Shown) -> None:
    table = shown([{"a": 1}, {"b": "two", "a": None}, {}])
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
def test_tuples_lists_and_named_tuples(rows: list[Any], columns: list[str], shown: Shown) -> None:
    table = shown(rows, editable=True)
    assert table.columns == columns
    table.edit(1, columns[1], "6")
    assert table.rows == [[1, 2.5], [3, 6.0]]
    assert list(rows[1]) == [3, 6.0]
    table.undo()
    assert list(rows[1]) == [3, 4.5]


def test_objects(shown: Shown) -> None:
    people = [Person("Ada", 36), Person("Grace", None)]
    table = shown(people, editable=True)
    table.edit(1, "age", "85")
    assert people[1].age == 85
    assert table.rows == [["Ada", 36], ["Grace", 85]]


def frames() -> Iterator[Any]:
    values = {"name": ["b", "a", "c"], "size": [2.5, None, 1.5], "count": [1, 2, 3]}
    for library in ("pandas", "polars", "pyarrow"):
        module = pytest.importorskip(library)
        yield module.table(values) if library == "pyarrow" else module.DataFrame(values)


@pytest.mark.parametrize("place", [0, 1, 2], ids=["pandas", "polars", "pyarrow"])
def test_data_frames(place: int, shown: Shown) -> None:
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


@pytest.fixture
def database(tmp_path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(tmp_path / "shop.db", check_same_thread=False)
    connection.execute("create table item (id integer primary key, name text, price real)")
    rows = [(n, f"Thing {n}", None if n == 5 else n / 2) for n in range(1000)]
    connection.executemany("insert into item values (?, ?, ?)", rows)
    connection.execute("update item set name = '100% wool_' where id = 7")
    return connection


@shows("kit.Query")
def test_a_query(database: sqlite3.Connection, shown: Shown) -> None:
    table = shown(kit.Query(database, "select * from item where id < ?;", [900]))
    assert table.count == 900
    assert table.cell(899, "name") == "Thing 899"
    table.sort("-price", "name")
    assert table.cell(0, "id") == 899
    assert table.cell(899, "price") is None
    table.filter("price", "> 440")
    assert table.count == 19
    table.filter("price", "=")
    assert table.rows == [[5, "Thing 5", None]]
    table.filter("price", "")
    table.search("100% WOOL_")
    assert [row[0] for row in table.rows] == [7]
    table.search("%")
    assert table.count == 1


def test_the_program_stores_what_is_edited_of_a_query(database: sqlite3.Connection) -> None:
    def page() -> jp.WebPage:
        wp = kit.Page()

        def edited(msg: jp.Msg) -> None:
            for change in msg.changes:
                column = {"name": "name", "price": "price"}[change.column]
                database.execute(
                    f"update item set {column} = ? where id = ?", [change.new, change.row["id"]]
                )

        query = kit.Query(database, "select * from item order by id")
        kit.Table(query, editable=True, edited=edited, a=wp)
        return wp

    with serve(page) as user:
        table = user.open("/").table()
        table.edit(300, "name", "Other")
        assert table.cell(300, "name") == "Other"
        table.undo()
        assert table.cell(300, "name") == "Thing 300"
        table.redo()
        assert table.cell(300, "name") == "Other"


def test_a_connection_of_another_thread_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="check_same_thread=False"):
        kit.Query(sqlite3.connect(":memory:"), "select 1")


def test_a_query_that_fails_and_then_works(tmp_path: Path, shown: Shown) -> None:
    path = tmp_path / "late.db"
    table = shown(kit.Query(lambda: sqlite3.connect(path), "select * from late"), ["a", "b"])
    assert table.columns == ["a", "b"]
    with pytest.raises(NotPossible, match="could not be loaded: no such table: late"):
        assert table.rows
    with sqlite3.connect(path) as connection:
        connection.execute("create table late as select 1 as a, 2 as b")
    assert table.rows == [[1, 2]]


def test_columns_are_found_out_as_soon_as_the_query_works(tmp_path: Path, shown: Shown) -> None:
    path = tmp_path / "late.db"
    table = shown(kit.Query(lambda: sqlite3.connect(path), "select * from late"))
    assert table.columns == []
    with pytest.raises(NotPossible, match="no such table: late"):
        assert table.rows
    with sqlite3.connect(path) as connection:
        connection.execute("create table late as select 1 as a, 2 as b")
    assert table.count == 1
    assert table.columns == ["a", "b"]
    assert table.rows == [[1, 2]]


@shows("kit.Sort", "kit.Filter")
def test_a_function(shown: Shown) -> None:
    asked = []

    def rows(
        start: int, count: int, sort: list[kit.Sort], filters: list[kit.Filter]
    ) -> tuple[list[dict[str, int]], int]:
        asked.append((start, count, *sort, *filters))
        numbers = range(10**9)
        return [{"n": number} for number in numbers[start : start + count]], len(numbers)

    table = shown(rows)
    assert table.count == 10**9
    assert table.cell(999_999_999, "n") == 999_999_999
    table.sort("-n")
    table.filter("n", "> 5")
    assert table.cell(0, "n") == 0
    assert asked[-1][2:] == (kit.Sort("n", True), kit.Filter("n", ">", 5))


def test_a_function_that_does_not_know_how_many_rows_there_are(shown: Shown) -> None:
    def rows(start: int, count: int, *_: Any) -> list[tuple[int, int]]:
        return [(number, -number) for number in range(start, min(450, start + count))]

    table = shown(rows)
    assert [row[0] for row in table.rows] == list(range(450))
    assert table.count == 450


def test_a_mixture_of_types_sorts(shown: Shown) -> None:
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
    table = shown([{"value": value} for value in values])
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


def test_values_that_no_browser_knows(shown: Shown) -> None:
    values = [10**30, -math.inf, Odd(), "\ud800", "<b>bold</b>", "x" * 1_000_000]
    table = shown([{"value": value} for value in values], editable=True)
    assert table.rows[0] == [str(10**30)]
    assert table.rows[1] == ["-∞"]
    assert table.rows[2] == ["(RuntimeError)"]
    assert table.rows[4] == ["<b>bold</b>"]
    assert len(table.rows[5][0]) < 1000
    assert table.cell(5, "value") == "x" * 1_000_000


def test_odd_names_and_the_same_title_twice(shown: Shown) -> None:
    rows = [{"": 1, "a b": 2, 'x"]': 3, 7: 4, None: 5}]
    columns = [*rows[0], kit.Column("a b", title="Again")]
    table = shown(rows, columns)
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


def test_no_rows(shown: Shown) -> None:
    assert shown([]).count == 0
    assert shown([], ["a"]).columns == ["a"]
    assert shown().rows == []
