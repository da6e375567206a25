"""Edits: cells that people changed, all of a paste or none, and the way back."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.language.texts import N_, _

from . import added_rows
from .added_rows import Added, Check
from .columns import Column
from .conditions import View
from .identity import Id
from .refused import Refused
from .source import Source
from .values import packed, value_of

logger = logging.getLogger(__name__)

MOST_UNDONE = 100
"""Edits that can be undone, one after the other."""


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


@dataclass(frozen=True)
class Edit:
    """What was done at once.

    Attributes:
        changes: of cells.
        added, removed: rows as the program knows them.
    """

    changes: Sequence[Change] = ()
    added: Sequence[Any] = ()
    removed: Sequence[Any] = ()

    @property
    def count(self) -> int:
        """Of all that has changed."""
        return len(self.changes) + len(self.added) + len(self.removed)


@dataclass(frozen=True)
class _Past:
    steps: Sequence[_Step]
    added: Sequence[Added]


class Edits:
    """Changes cells of a source, and undoes that."""

    def __init__(self) -> None:
        self._done: list[_Past] = []
        self._undone: list[_Past] = []

    def enter(
        self,
        source: Source,
        view: View,
        entries: Sequence[Entry],
        check: Check | None,
        new: Sequence[dict[Any, Any]] = (),
    ) -> Edit:
        """Store entries and the values of new rows: all or, if one is refused, none.

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
        try:
            added = added_rows.add(source, [Added(values, None) for values in new])
        except Refused:
            _write(source, _back(steps))
            raise
        if steps or added:
            self._done.append(_Past(steps, added))
            del self._done[:-MOST_UNDONE]
            self._undone.clear()
        return Edit(changes, [each.row for each in added])

    def undo(self, source: Source) -> Edit:
        """Take back the last edit; the changes are those that undo it.

        Raises:
            Refused: something else has changed the same cells since.
        """
        if not self._done:
            return Edit()
        past = self._done[-1]
        _locate(source, past.steps)
        self._done.pop()
        ways = _back(past.steps)
        _check_unchanged(source, ways, N_("This cannot be undone: the cell has changed since."))
        try:
            added_rows.remove(source, past.added)
            changes = _write(source, ways)
        except Refused:
            self._done.append(past)  # people can try again
            raise
        self._undone.append(past)
        return Edit(changes, removed=[each.row for each in past.added])

    def redo(self, source: Source) -> Edit:
        """Do again what was undone; raises as `undo` does."""
        if not self._undone:
            return Edit()
        past = self._undone[-1]
        _locate(source, past.steps)
        self._undone.pop()
        _check_unchanged(
            source, past.steps, N_("This cannot be done again: the cell has changed since.")
        )
        try:
            changes = _write(source, past.steps)
            added = added_rows.add(source, past.added)
        except Refused:
            self._undone.append(past)
            raise
        self._done.append(_Past(past.steps, added))
        return Edit(changes, [each.row for each in added])


def _back(steps: Sequence[_Step]) -> list[_Step]:
    return [replace(step, old=step.new, new=step.old) for step in reversed(steps)]


def _check_unchanged(source: Source, steps: Sequence[_Step], changed: str) -> None:
    for step in steps:
        try:
            value = source.value(step.view, step.row_id, step.column)
        except LookupError:
            raise Refused([(0, _("This is no longer possible: the row is gone."))]) from None
        if not _same(value, step.old):
            raise Refused([(0, _(changed))])


def _locate(source: Source, steps: Sequence[_Step]) -> None:
    for view in {step.view for step in steps}:
        source.locate(view, [step.row_id for step in steps if step.view == view])


def _step(source: Source, view: View, entry: Entry, check: Check | None) -> _Step:
    try:
        row = source.row(view, entry.row_id)
        old = source.value(view, entry.row_id, entry.column)
    except LookupError:
        raise ValueError(_("This row is gone.")) from None
    if packed(old) != entry.shown:
        raise ValueError(_("This cell has changed meanwhile."))
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
            words = _("This could not be stored. {error}", error=error).rstrip(" .")
            raise Refused([(done, f"{words}.")]) from error
    return [_change(source, step) for step in steps]


def _change(source: Source, step: _Step) -> Change:
    row = source.row(step.view, step.row_id)
    return Change(row, step.column.name, step.old, step.new)


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and packed(one) == packed(other) and repr(one) == repr(other)
