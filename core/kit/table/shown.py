"""Shown: what a table shows, and the answers to the requests of its pages."""

from __future__ import annotations

import contextlib
import itertools
import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from core.language.texts import N_, _

from . import export
from .added_rows import Check, values_of
from .columns import Column, columns_of
from .conditions import View, decimal_in, view_of
from .edits import Edit, Edits
from .refused import Refused
from .requests import (
    MOST_ROWS,
    Cell,
    Chosen,
    Entered,
    Saving,
    Selected,
    Wanted,
    columns_in,
    entries_in,
    id_in,
    may_edit,
    new_rows_in,
    places_in,
    ranges_in,
)
from .selections import Selections
from .source import Outdated, RowsFailed, Source
from .values import packed, text_of

logger = logging.getLogger(__name__)

MOST_COPIED = 20_000_000
"""Characters of one copy."""

MOST_CHOSEN = 100
"""Selections that wait until a thread has time for them."""

STALE = N_("The table has changed. Try again.")


class Shown:
    """A source, its columns, and what people do with them. Any thread may call it.

    Args:
        source: of the rows.
        given: the columns that the program names; None: all.
        key: the column whose values are the ids of rows.
        editable: whether people can change cells of columns that do not say so themselves.
        check: says what is wrong with a value.

    Attributes:
        columns: the columns with their kinds and widths.
        is_complete: whether these could be found out.

    Raises:
        ValueError: the source has no such column.
    """

    def __init__(
        self,
        source: Source,
        given: Sequence[Any] | None,
        key: Any,
        editable: bool,
        check: Check | None,
    ) -> None:
        self.source, self._editable, self._check = source, editable, check
        self._lock = threading.Lock()  # one thread at a time asks a source
        self._edits = Edits()
        self._is_stale = False
        self.columns, self.is_complete = _columns(source, given, key)
        self._selections = Selections(source, self.columns)
        self._chosen: deque[tuple[Selected, View]] = deque(maxlen=MOST_CHOSEN)

    def take_over(self, other: Shown) -> None:
        """Keep the selections of what was shown before, if the same rows may be there."""
        with other._lock:
            other._catch_up()
            self._selections.take_over(other._selections)

    def forget(self) -> None:
        """The rows have changed: the next request finds out how."""
        self._is_stale = True

    def answer(self, answer: Callable[[Any], dict[str, Any]], detail: Any) -> dict[str, Any]:
        """The answer of a method below to a request of the script; what fails is in words."""
        try:
            with self._lock:
                self._catch_up()
                try:
                    return answer(detail)
                except Outdated:
                    self._selections.refresh()
                    return answer(detail)
        except RowsFailed as error:
            logger.warning("Rows of a table: %s", error, exc_info=error.__cause__)
            return {"problem": str(error)}
        except Refused as refused:
            return {"problem": str(refused), "problems": refused.problems}
        except LookupError:
            return {"problem": _(STALE)}
        except ValueError as error:
            return {"problem": str(error)}

    def _catch_up(self) -> None:
        while self._chosen:
            with contextlib.suppress(LookupError):  # a forged one
                self._selections.choose(*self._chosen.popleft())
        if self._is_stale:
            self._is_stale = False
            self._selections.refresh()

    def rows(self, wanted: Wanted) -> dict[str, Any]:
        """Rows that came into sight."""
        start, count = max(0, wanted.start), min(max(1, wanted.count), MOST_ROWS)
        view = view_of(wanted.view, self.columns)
        block = self.source.block(view, self.columns, start, count)
        moved = self._moved(view, wanted) if wanted.browser else {}
        return {
            **moved,
            "generation": self._selections.generation,
            "ids": list(block.ids),
            "rows": [[packed(value) for value in row] for row in block.rows],
            "total": start + len(block.rows) if block.total is None else block.total,
            "more": block.total is None,
        }

    def _moved(self, view: View, wanted: Wanted) -> dict[str, Any]:
        """Where the selection of a browser is now, and its active row."""
        active: int | None = None
        if wanted.active is not None:
            places = self.source.places(view, self.columns, {id_in(wanted.active): None})
            active = next(iter(places.shown), None)
        selection = self._selections.moved(wanted.browser, view)
        return {"moved": {"selection": selection, "active": active}}

    def text(self, cell: Cell) -> dict[str, Any]:
        """The whole text of a cell."""
        [column] = columns_in([cell.column], self.columns)
        view, row_id = view_of(cell.view, self.columns), id_in(cell.id)
        self.source.locate(view, [row_id])
        return {"text": text_of(self.source.value(view, row_id, column))}

    def copy(self, chosen: Chosen) -> dict[str, Any]:
        """Ranges of rows as text for a spreadsheet."""
        view, text = view_of(chosen.view, self.columns), ""
        columns = columns_in(chosen.columns, self.columns)
        for start, end in ranges_in(chosen.ranges):
            text += export.tsv(self._picked(view, columns, start, end), decimal_in(chosen.view))
            if len(text) > MOST_COPIED:
                return {"problem": _("This is too much to copy. Save it as a file.")}
        return {"text": text}

    def enter(self, entered: Entered) -> Edit:
        """Store what people entered; raises Refused, LookupError or ValueError."""
        view, decimal = view_of(entered.view, self.columns), decimal_in(entered.view)
        entries = list(entries_in(entered.cells, self.columns, self._editable, decimal))
        new = new_rows_in(entered.added, self.columns, self._editable, decimal)
        if new and not self.source.can_add:
            raise LookupError("added")
        columns = [column for column in self.columns if may_edit(column, self._editable)]
        values = [values_of(self.source, each, columns, self._check) for each in new]
        return self._edits.enter(self.source, view, entries, self._check, values)

    def move(self, forward: bool) -> Edit:
        """Undo the last edit, or do it again; raises Refused."""
        return self._edits.redo(self.source) if forward else self._edits.undo(self.source)

    def choose(self, selected: Selected) -> bool:
        """Rows were selected; whether there can be such a selection. It waits for no thread."""
        try:
            places_in(selected.ranges)
            self._chosen.append((selected, view_of(selected.view, self.columns)))
        except (LookupError, ValueError):
            return False
        return True

    def row(self, cell: Cell) -> dict[str, Any]:
        """A row as the program knows it."""
        view, row_id = view_of(cell.view, self.columns), id_in(cell.id)
        self.source.locate(view, [row_id])
        return {"row": self.source.row(view, row_id)}

    def file(self, saving: Saving) -> dict[str, Any]:
        """The content of a file of all rows of a view; they are read while it is sent."""
        view, columns = view_of(saving.view, self.columns), columns_in(saving.columns, self.columns)
        write: Callable[..., Any] = export.xlsx if saving.format == "xlsx" else export.csv_lines
        return {"content": write(self._locked(self._picked(view, columns)), columns)}

    def selected(self) -> list[Any]:
        """The rows that were selected last, in the order in which they were shown."""
        with self._lock:
            self._catch_up()
            return self._selections.rows()

    def _picked(
        self, view: View, columns: Sequence[Column], start: int = 0, end: int | None = None
    ) -> Iterator[list[Any]]:
        places = [self.columns.index(column) for column in columns]
        for row in export.rows_of(self.source, view, self.columns, start, end):
            yield [row[place] for place in places]

    def _locked(self, rows: Iterator[Any]) -> Iterator[Any]:
        while True:
            with self._lock:
                some = list(itertools.islice(rows, export.AT_ONCE))
            yield from some
            if not some:
                return


def _columns(source: Source, given: Sequence[Any] | None, key: Any) -> tuple[list[Column], bool]:
    """The columns, and whether all about them could be found out: there are rows to look at."""
    try:
        columns = columns_of(given, source.names)
        if key is not None:
            columns_of([key], source.names)  # raises ValueError if there is no such column
        rows = source.sample(columns)
    except RowsFailed:  # the page asks as well, and says what is wrong
        named = columns_of(given, ()) if given is not None else []
        return [column.completed(()) for column in named], False
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    return [c.completed(v) for c, v in zip(columns, values, strict=True)], bool(rows)
