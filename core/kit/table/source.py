"""Source: where the rows of a table come from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from .columns import Column
from .conditions import View
from .identity import Id

# add(values): a new row with these values, by the names of their columns.
Add = Callable[[dict[Any, Any]], Any]


class RowsFailed(Exception):
    """The program's query or function failed; the text is for people, the cause for the log."""


class Outdated(Exception):
    """The program has changed its rows without saying so: `refresh`, then try again."""


class Block(NamedTuple):
    """Some rows of a view.

    Attributes:
        ids: what the source knows each row by, also after others were added or removed.
        rows: the values of the columns, row by row.
        total: how many rows the view has; None if the source does not know yet.
    """

    ids: Sequence[Id]
    rows: Sequence[Sequence[Any]]
    total: int | None


class Places(NamedTuple):
    """Where rows are in a view.

    Attributes:
        shown: their ids by their places, in this order.
        hidden: the ids of those that are there, but not in this view.
    """

    shown: Mapping[int, Id]
    hidden: Collection[Id]


class Source(Protocol):
    """Rows, in any order and selection. One thread at a time calls it."""

    @property
    def names(self) -> Sequence[Any]:
        """The names of its columns; empty if it does not know them."""

    is_writable: bool
    """Whether `write` stores what was edited; otherwise the program itself does."""

    @property
    def lasts(self) -> str:
        """What its ids mean: those of a source that says the same are good here, too; or empty."""

    def sample(self, columns: Sequence[Column]) -> Sequence[Sequence[Any]]:
        """The values of some rows, from which the kinds of the columns are found out."""

    def block(self, view: View, columns: Sequence[Column], start: int, count: int) -> Block:
        """Rows of a view.

        Raises:
            RowsFailed: the program's query or function failed.
        """

    def held(self, view: View, columns: Sequence[Column], start: int, end: int) -> dict[Id, Any]:
        """The ids of the rows of a view from `start` up to `end`, each with what has to be kept so
        that it stays good; raises LookupError if these are too many."""

    def places(self, view: View, columns: Sequence[Column], held: Mapping[Id, Any]) -> Places:
        """Where rows are in a view now."""

    def kept(self, view: View, row_id: Id) -> Any:
        """What has to be kept so that an id stays good; raises LookupError if no page got it."""

    def rows_in(
        self, view: View, columns: Sequence[Column], held: Mapping[Id, Any]
    ) -> Sequence[Any]:
        """Rows as the program knows them, without those that are gone, in the order of a view, then
        those that it does not show."""

    def locate(self, view: View, ids: Collection[Id]) -> None:
        """Find out where rows are, before they are asked for one by one; raises Outdated."""

    def row(self, view: View, row_id: Id) -> Any:
        """A row as the program knows it; raises LookupError if it is gone."""

    def value(self, view: View, row_id: Id, column: Column) -> Any:
        """The value of a cell; raises LookupError if its row is gone."""

    def write(self, row_id: Id, column: Column, value: Any) -> None:
        """Change a cell; raises LookupError if its row is gone."""

    def refresh(self) -> None:
        """Forget what is known about the rows: they have changed."""

    @property
    def can_add(self) -> bool:
        """Whether rows can be added."""

    def draft(self, values: dict[Any, Any]) -> Any:
        """A row with these values as the program's check gets it, before it is added."""

    def add(self, values: dict[Any, Any], row: Any) -> Any:
        """Add a row at the end; `row` if it was there before. Returns it as the program knows
        it."""

    def has(self, row: Any, values: dict[Any, Any]) -> bool:
        """Whether a row that was added is still there with these values."""

    def remove(self, row: Any, values: dict[Any, Any]) -> None:
        """Remove a row that was added."""
