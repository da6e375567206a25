"""Source: where the rows of a table come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from .columns import Column
from .conditions import View


class RowsFailed(Exception):
    """The program's query or function failed; the text is for people, the cause for the log."""


class Block(NamedTuple):
    """Some rows of a view.

    Attributes:
        ids: what the source knows each row by.
        rows: the values of the columns, row by row.
        total: how many rows the view has; None if the source does not know yet.
    """

    ids: Sequence[int]
    rows: Sequence[Sequence[Any]]
    total: int | None


class Source(Protocol):
    """Rows, in any order and selection. One thread at a time calls it."""

    @property
    def names(self) -> Sequence[Any]:
        """The names of its columns; empty if it does not know them."""

    is_writable: bool
    """Whether `write` stores what was edited; otherwise the program itself does."""

    def sample(self, columns: Sequence[Column]) -> Sequence[Sequence[Any]]:
        """The values of some rows, from which the kinds of the columns are found out."""

    def block(self, view: View, columns: Sequence[Column], start: int, count: int) -> Block:
        """Rows of a view.

        Raises:
            RowsFailed: the program's query or function failed.
        """

    def row(self, view: View, row_id: int) -> Any:
        """A row as the program knows it; raises LookupError if it is gone."""

    def value(self, view: View, row_id: int, column: Column) -> Any:
        """The value of a cell; raises LookupError if its row is gone."""

    def write(self, row_id: int, column: Column, value: Any) -> None:
        """Change a cell; raises LookupError if its row is gone."""

    def refresh(self) -> None:
        """Forget what is known about the rows: they have changed."""
