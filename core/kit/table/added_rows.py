"""Added rows: those of a paste that is longer than the table, and the way back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from core.language.texts import N_, _

from .columns import Column
from .refused import Refused
from .source import Source
from .values import value_of

logger = logging.getLogger(__name__)

WRONG = N_("New row, {column}: {words}")

# check(row, column, value): the words of what is wrong with a value, or None.
Check = Callable[[Any, Any, Any], str | None]

# What a person entered into a new row.
NewRow = Sequence[tuple[Column, str]]


@dataclass(frozen=True)
class Added:
    """A row that was added.

    Attributes:
        values: of its cells, by the names of their columns.
        row: as the program knows it.
    """

    values: dict[Any, Any]
    row: Any


def values_of(
    source: Source, new: NewRow, columns: Iterable[Column], check: Check | None
) -> dict[Any, Any]:
    """The values of a new row, None where nothing was entered.

    Args:
        source: to which it will be added.
        new: what was entered.
        columns: those that people may change.
        check: says what is wrong with a value.

    Raises:
        ValueError: one of them is refused; the message is for the person.
    """
    values = {column.name: None for column in columns}
    for column, text in new:
        try:
            values[column.name] = value_of(text, column.kind or "text")
        except ValueError as error:
            raise ValueError(_(WRONG, column=column.heading, words=error)) from None
    row = source.draft(values)
    for column in columns if check is not None else ():
        if check is not None and (words := check(row, column.name, values[column.name])):
            raise ValueError(_(WRONG, column=column.heading, words=words))
    return values


def add(source: Source, rows: Sequence[Added]) -> list[Added]:
    """Add rows: all of them or, if one cannot be added, none; raises Refused."""
    done: list[Added] = []
    for each in rows:
        try:
            done.append(Added(each.values, source.add(each.values, each.row)))
        except Exception as error:  # of the program's own function
            for earlier in reversed(done):
                source.remove(earlier.row, earlier.values)
            logger.warning("A row of a table could not be added.", exc_info=True)
            words = _("A row could not be added. {error}", error=error).rstrip(" .")
            raise Refused([(0, f"{words}.")]) from error
    return done


def remove(source: Source, rows: Sequence[Added]) -> None:
    """Remove rows that were added: all of them or, if one has changed since, none; raises
    Refused."""
    if not all(source.has(each.row, each.values) for each in rows):
        raise Refused([(0, _("This cannot be undone: a row that was added has changed since."))])
    for each in reversed(rows):
        source.remove(each.row, each.values)
