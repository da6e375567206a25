"""Edits: cells that people changed, all of a paste or none, and the way back."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .columns import Column
from .conditions import View
from .identity import Id
from .source import Source
from .values import packed, value_of

logger = logging.getLogger(__name__)

MOST_UNDONE = 100
"""Edits that can be undone, one after the other."""

# check(row, column, value): the words of what is wrong with a value, or None.
Check = Callable[[Any, Any, Any], str | None]


@dataclass(frozen=True)
class Change:
    """A cell that was edited.

    Attributes:
        row: the row as the program knows it; of its own list, the changed object itself.
        column: the name of the column.
        old, new: its values before and after.
    """

    row: Any
    column: Any
    old: Any
    new: Any


@dataclass(frozen=True)
class Entry:
    """What a person entered into a cell: `shown` is the value that the page had there."""

    row_id: Id
    column: Column
    shown: Any
    text: str


@dataclass(frozen=True)
class _Step:
    view: View
    row_id: Id
    column: Column
    old: Any
    new: Any


class Refused(Exception):
    """Entries that cannot be stored: (position of the entry, words) for each."""

    def __init__(self, problems: Sequence[tuple[int, str]]) -> None:
        super().__init__(problems[0][1])
        self.problems = problems


class Edits:
    """Changes cells of a source, and undoes that."""

    def __init__(self) -> None:
        self._done: list[list[_Step]] = []
        self._undone: list[list[_Step]] = []

    def clear(self) -> None:
        """Forget what was done: the rows are others."""
        self._done.clear()
        self._undone.clear()

    def enter(
        self, source: Source, view: View, entries: Sequence[Entry], check: Check | None
    ) -> list[Change]:
        """Store entries: all or, if one is refused, none.

        Raises:
            Refused: with the reasons.
        """
        problems: list[tuple[int, str]] = []
        steps: list[_Step] = []
        source.locate(view, [entry.row_id for entry in entries])
        for position, entry in enumerate(entries):
            try:
                steps.append(_step(source, view, entry, check))
            except ValueError as error:
                problems.append((position, str(error)))
        if problems:
            raise Refused(problems)
        steps = [step for step in steps if not _same(step.old, step.new)]
        changes = _write(source, steps)
        if steps:
            self._done.append(steps)
            del self._done[:-MOST_UNDONE]
            self._undone.clear()
        return changes

    def undo(self, source: Source) -> list[Change]:
        """Take back the last edit; the changes are those that undo it.

        Raises:
            Refused: something else has changed the same cells since.
        """
        return _move(source, self._done, self._undone, backwards=True)

    def redo(self, source: Source) -> list[Change]:
        """Do again what was undone; raises as `undo` does."""
        return _move(source, self._undone, self._done, backwards=False)


def _move(
    source: Source, taken: list[list[_Step]], put: list[list[_Step]], *, backwards: bool
) -> list[Change]:
    if not taken:
        return []
    _locate(source, taken[-1])
    steps = taken.pop()
    ways = [replace(s, old=s.new, new=s.old) for s in reversed(steps)] if backwards else steps
    for step in ways:
        what = "undone" if backwards else "done again"
        try:
            value = source.value(step.view, step.row_id, step.column)
        except LookupError:
            raise Refused([(0, f"This cannot be {what}: the row is gone.")]) from None
        if not _same(value, step.old):
            raise Refused([(0, f"This cannot be {what}: the cell has changed since.")])
    try:
        changes = _write(source, ways)
    except Refused:
        taken.append(steps)  # people can try again
        raise
    put.append(steps)
    return changes


def _locate(source: Source, steps: Sequence[_Step]) -> None:
    for view in {step.view for step in steps}:
        source.locate(view, [step.row_id for step in steps if step.view == view])


def _step(source: Source, view: View, entry: Entry, check: Check | None) -> _Step:
    try:
        row = source.row(view, entry.row_id)
        old = source.value(view, entry.row_id, entry.column)
    except LookupError:
        raise ValueError("This row is gone.") from None
    if packed(old) != entry.shown:
        raise ValueError("This cell has changed meanwhile.")
    new = value_of(entry.text, entry.column.kind or "text", old)
    words = check(row, entry.column.name, new) if check is not None else None
    if words:
        raise ValueError(words)
    return _Step(view, entry.row_id, entry.column, old, new)


def _write(source: Source, steps: Sequence[_Step]) -> list[Change]:
    """Write all values, or none: if one fails, those before it are put back."""
    for done, step in enumerate(steps):
        try:
            source.write(step.row_id, step.column, step.new)
        except Exception as error:  # of the program's own class, or of a data frame's library
            for earlier in reversed(steps[:done]):
                source.write(earlier.row_id, earlier.column, earlier.old)
            logger.warning("A cell of a table could not be stored.", exc_info=True)
            words = f"This could not be stored. {error}".rstrip(" .")
            raise Refused([(done, f"{words}.")]) from error
    return [_change(source, step) for step in steps]


def _change(source: Source, step: _Step) -> Change:
    row = source.row(step.view, step.row_id)
    return Change(row, step.column.name, step.old, step.new)


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and packed(one) == packed(other) and repr(one) == repr(other)
