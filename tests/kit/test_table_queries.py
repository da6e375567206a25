"""Rows that a query or a function gives, a block at a time."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

import core as jp
from core import kit
from core.testing import NotPossible, serve
from tests.kit.conftest import ShowTable
from tests.support.api import shows


@pytest.fixture
def database(tmp_path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(tmp_path / "shop.db", check_same_thread=False)
    connection.execute("create table item (id integer primary key, name text, price real)")
    rows = [(n, f"Thing {n}", None if n == 5 else n / 2) for n in range(1000)]
    connection.executemany("insert into item values (?, ?, ?)", rows)
    connection.execute("update item set name = '100% wool_' where id = 7")
    return connection


@shows("kit.Query")
def test_a_query(database: sqlite3.Connection, show_table: ShowTable) -> None:
    table = show_table(kit.Query(database, "select * from item where id < ?;", [900]))
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


def test_rows_with_equal_values_are_in_one_part_each(
    database: sqlite3.Connection, show_table: ShowTable
) -> None:
    """Databases may read equal rows in any order; this query makes SQLite do so."""
    database.execute("update item set price = id % 2, name = 'Thing'")
    table = show_table(kit.Query(database, "select price, name, id from item order by random()"))
    table.sort("-price", "name")
    ids = [row[2] for row in table.rows]
    assert len(ids) == 1000
    assert sorted(ids) == list(range(1000))
    assert ids[:4] == [1, 3, 5, 7]


def test_conditions_that_databases_understand_in_another_way(
    database: sqlite3.Connection, show_table: ShowTable
) -> None:
    database.execute("""update item set name = 'Äpfel "x"; drop table item' where id = 8""")
    query = kit.Query(database, 'select id, name as "a ""%"" b", price from item limit 10')
    table = show_table(query)
    table.search("Äpfel")
    assert [row[0] for row in table.rows] == [8]
    table.search('"X"; DROP')
    assert [row[0] for row in table.rows] == [8]
    table.search("")
    table.filter('a "%" b', "= THING 9")
    assert [row[0] for row in table.rows] == [9]
    table.filter('a "%" b', "")
    table.filter("price", "!= 2")
    assert [row[0] for row in table.rows] == [0, 1, 2, 3, 5, 6, 7, 8, 9]  # 5 has none
    table.sort('-a "%" b')
    assert table.cell(8, "id") == 7


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


def test_a_query_that_fails_and_then_works(tmp_path: Path, show_table: ShowTable) -> None:
    path = tmp_path / "late.db"
    table = show_table(kit.Query(lambda: sqlite3.connect(path), "select * from late"), ["a", "b"])
    assert table.columns == ["a", "b"]
    with pytest.raises(NotPossible, match="could not be loaded: no such table: late"):
        assert table.rows
    with sqlite3.connect(path) as connection:
        connection.execute("create table late as select 1 as a, 2 as b")
    assert table.rows == [[1, 2]]


def test_columns_are_found_out_as_soon_as_the_query_works(
    tmp_path: Path, show_table: ShowTable
) -> None:
    path = tmp_path / "late.db"
    table = show_table(kit.Query(lambda: sqlite3.connect(path), "select * from late"))
    assert table.columns == []
    with pytest.raises(NotPossible, match="no such table: late"):
        assert table.rows
    with sqlite3.connect(path) as connection:
        connection.execute("create table late as select 1 as a, 2 as b")
    assert table.count == 1
    assert table.columns == ["a", "b"]
    assert table.rows == [[1, 2]]


@shows("kit.Sort", "kit.Filter")
def test_a_function(show_table: ShowTable) -> None:
    asked = []

    def rows(
        start: int, count: int, sort: list[kit.Sort], filters: list[kit.Filter]
    ) -> tuple[list[dict[str, int]], int]:
        asked.append((start, count, *sort, *filters))
        numbers = range(10**9)
        return [{"n": number} for number in numbers[start : start + count]], len(numbers)

    table = show_table(rows)
    assert table.count == 10**9
    assert table.cell(999_999_999, "n") == 999_999_999
    table.sort("-n")
    table.filter("n", "> 5")
    assert table.cell(0, "n") == 0
    assert asked[-1][2:] == (kit.Sort("n", True), kit.Filter("n", ">", 5))


def test_a_function_that_does_not_know_how_many_rows_there_are(show_table: ShowTable) -> None:
    def rows(start: int, count: int, *_: Any) -> list[tuple[int, int]]:
        return [(number, -number) for number in range(start, min(450, start + count))]

    table = show_table(rows)
    assert [row[0] for row in table.rows] == list(range(450))
    assert table.count == 450
