"""Query: the rows of an SQL query, which the database sorts, filters and reads in parts."""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from .conditions import Filter, Sort

_SIGNS = {"=", "!=", ">", ">=", "<", "<="}


class Query:
    """Rows of an SQL query, for a `Table`. The database sorts and filters; nothing else is read.

    Args:
        connection: of `sqlite3` or another DB-API module, or a function that opens one, which is
            then closed after each reading.
        sql: one SELECT.
        parameters: of the query, by position.
        quote: the sign around the names of columns: MySQL takes a backtick.

    Raises:
        ValueError: only the thread that opened a connection of sqlite3 can use it.
    """

    def __init__(
        self,
        connection: Any,
        sql: str,
        parameters: Sequence[Any] = (),
        *,
        quote: str = '"',
    ) -> None:
        if isinstance(connection, sqlite3.Connection):
            _check_threads(connection)
        self._connection = connection
        self._sql = sql.strip().rstrip(";")
        self._parameters = list(parameters)
        self._quote = quote
        self._text = "char" if quote == "`" else "text"  # as MySQL casts
        self._lock = threading.Lock()
        self._names: list[str] | None = None
        self._totals: dict[tuple[Filter, ...], int] = {}

    @property
    def names(self) -> Sequence[str]:
        """The names of its columns."""
        if self._names is None:
            with self._cursor() as cursor:
                cursor.execute(f"select * from ({self._sql}) as t limit 0", self._parameters)
                self._names = [str(each[0]) for each in cursor.description]
        return self._names

    def __call__(
        self, start: int, count: int, sort: Sequence[Sort], filters: Sequence[Filter]
    ) -> tuple[list[dict[str, Any]], int]:
        """Rows and how many there are in all, as a table asks for them."""
        names = self.names
        with self._cursor() as cursor:
            mark = _mark(cursor)
            where, values = self._where(filters, mark)
            table, parameters = f"from ({self._sql}) as t{where}", [*self._parameters, *values]
            if (total := self._totals.get(tuple(filters))) is None:
                cursor.execute(f"select count(*) {table}", parameters)
                [total] = cursor.fetchone()
                self._totals = {tuple(filters): total}
            order = self._order_by(sort, mark)
            cursor.execute(
                f"select * {table}{order} limit {int(count)} offset {int(start)}", parameters
            )
            rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        return rows, total

    def refresh(self) -> None:
        """The data have changed: count them again."""
        self._totals = {}

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        with self._lock:
            if not callable(self._connection) or hasattr(self._connection, "cursor"):
                with closing(self._connection.cursor()) as cursor:
                    yield cursor
                return
            with closing(self._connection()) as connection, closing(connection.cursor()) as cursor:
                yield cursor

    def _name(self, name: Any, mark: str) -> str:
        text = str(name).replace(self._quote, self._quote * 2)
        if mark == "%s":
            text = text.replace("%", "%%")
        return f"{self._quote}{text}{self._quote}"

    def _order_by(self, sort: Sequence[Sort], mark: str) -> str:
        terms = []
        for column, descending in sort:
            name = self._name(column, mark)
            terms.append(f"{name} is null, {name}{' desc' if descending else ''}")
        return f" order by {', '.join([*terms, *self._ties(sort, mark)])}" if terms else ""

    def _ties(self, sort: Sequence[Sort], mark: str) -> Iterator[str]:
        """The other columns: a database may give equal rows in another order at each reading, so
        that some would be in two parts and others in none."""
        sorted_by = {each.column for each in sort}
        for name in self.names:
            if name not in sorted_by:
                term = self._name(name, mark)
                # PostgreSQL has types, such as json, that it compares only as text.
                yield term if mark == "?" else f"cast({term} as {self._text})"

    def _where(self, filters: Sequence[Filter], mark: str) -> tuple[str, list[Any]]:
        conditions, values = [], []
        for each in filters:
            names = self.names if each.column is None else [each.column]
            alternatives = []
            for name in names:
                condition, value = self._condition(self._name(name, mark), each, mark)
                alternatives.append(condition)
                values += value
            conditions.append(f"({' or '.join(alternatives)})")
        return f" where {' and '.join(conditions)}" if conditions else "", values

    def _condition(self, name: str, condition: Filter, mark: str) -> tuple[str, list[Any]]:
        text = f"cast({name} as {self._text})"
        given = f"cast({mark} as {self._text})"
        value = condition.value
        if condition.operator == "contains":
            pattern = str(value)
            for sign in "!%_":
                pattern = pattern.replace(sign, f"!{sign}")
            # The database lowers both: SQLite knows only the letters from A to Z.
            return f"lower({text}) like lower({given}) escape '!'", [f"%{pattern}%"]
        assert condition.operator in _SIGNS
        if value is None:
            empty = f"({name} is null or {text} = '')"
            return (empty if condition.operator == "=" else f"not {empty}"), []
        if isinstance(value, str):
            found = f"lower({text}) {condition.operator} lower({given})"
        else:
            found = f"{name} {condition.operator} {mark}"
        # An empty cell is not equal to anything.
        return (f"({name} is null or {found})" if condition.operator == "!=" else found), [
            _plain(value)
        ]


def _plain(value: Any) -> Any:
    """Moments as text, which is how SQLite has them and what others convert."""
    return (
        value.isoformat(" ")
        if hasattr(value, "hour") and hasattr(value, "year")
        else (value.isoformat() if hasattr(value, "isoformat") else value)
    )


def _mark(cursor: Any) -> str:
    """How the module of the database marks parameters."""
    module = sys.modules.get(type(cursor).__module__.partition(".")[0])
    return "?" if getattr(module, "paramstyle", "qmark") == "qmark" else "%s"


def _check_threads(connection: sqlite3.Connection) -> None:
    failures: list[Exception] = []

    def use(open_cursor: Callable[[], sqlite3.Cursor]) -> None:
        try:
            open_cursor().close()
        except sqlite3.ProgrammingError as error:
            failures.append(error)

    thread = threading.Thread(target=use, args=[connection.cursor])
    thread.start()
    thread.join()
    if failures:
        raise ValueError(
            "A table reads on other threads: open the connection with "
            "sqlite3.connect(..., check_same_thread=False), or pass a function that opens one."
        )
