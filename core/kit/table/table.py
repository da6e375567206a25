"""Table: rows of which only those in sight are in the page."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Literal

import core as jp
from core.language.reasons import reason
from core.language.texts import N_, _

from .. import arrangements
from .added_rows import Check
from .arrangement import changed, described
from .columns import Column
from .conditions import Sort
from .edits import Edit
from .export import can_write_xlsx
from .fetched import Fetched
from .frame import Frame, is_frame
from .requests import Arranged, Saving
from .row_list import RowList
from .shown import Shown
from .source import Add, Source
from .table_view import TableView

EVENTS = frozenset({"edited", "selected", "opened"})


class Table(jp.Div):
    """A table of any number of rows, of which a page has those in sight.

    People sort by clicks on titles (with Shift by several columns), search, filter columns, change
    their widths and places, select, copy, save, and edit where they may. Sorting and filtering
    belong to the browser: two of them can show the same table in different orders.

    Args:
        rows: a list of dictionaries, tuples or objects; a data frame of pandas, Polars or Arrow
            (with Narwhals installed); a `Query`; or a function
            ``rows(start, count, sort, filters)`` that returns a list of rows, or this list and
            the number of all rows.
        columns: names, or `Column`s; None shows all.
        key: the column whose values tell rows from each other, by which selected rows are found
            again after others were added, removed or sorted. Without it, the rows of a list are its
            objects; those of a data frame stay where they are; and a row of a query or function is
            only known again in the same place with the same values.
        editable: whether people can change cells; columns may say otherwise.
        check: ``check(row, column, value)`` returns words if a value is wrong.
        add: what to do with the rows of a paste that is longer than an editable table. True adds
            them to a list, if its rows are dictionaries, lists or tuples. A function
            ``add(values)`` returns a new row, given a dictionary: the table adds it to its list;
            that of a query or another function stores it as well. False adds none.
        select: what people select, "rows" or "cells"; None: cells if the table is editable.
        sort: the first order: names of columns, with ``-`` before one that descends, or `Sort`s.
        search: whether there is a search box.
        save: the name of files that people save, without a suffix; "" offers none.
        label: what screen readers call the table.
        arrangement: the name under which each session keeps what it does to the columns (widths,
            order, hidden and frozen ones), in the program's data folder; "" keeps nothing. None:
            the label.
        empty: what to say when there are no rows.
        attributes: as for `core.Div`; ``edited=``, ``selected=`` and ``opened=`` are handlers.

    Events: `edited` (``msg.changes``, a list of `Change`, and the rows ``msg.added`` and
    ``msg.removed``, the latter by undoing), `selected` and `opened` (``msg.row``).

    Raises:
        TypeError: the rows are something else.
        ValueError: the rows have no such column.
    """

    allowed_events = jp.Div.allowed_events | EVENTS
    server_events = jp.Div.server_events | EVENTS

    def __init__(
        self,
        rows: Any = (),
        columns: Sequence[Any] | None = None,
        *,
        key: Any = None,
        editable: bool = False,
        check: Check | None = None,
        add: Add | bool = True,
        select: Literal["rows", "cells"] | None = None,
        sort: Sequence[Any] = (),
        search: bool = True,
        save: str = "table",
        label: str = N_("Table"),
        arrangement: str | None = None,
        empty: str = N_("There are no rows."),
        **attributes: Any,
    ) -> None:
        attributes["classes"] = f"kit-table {attributes.get('classes', '')}".strip()
        super().__init__(**attributes)
        self._given = None if columns is None else list(columns)
        self._editable, self._check, self._save = editable, check, save
        self._key, self._add = key, add
        self._arrangement_name = label if arrangement is None else arrangement
        self._arrangement = arrangements.read("tables", self._arrangement_name)
        self._sort = [_sort_of(each) for each in sort]
        saves = ["csv", "xlsx"] if can_write_xlsx() else ["csv"]
        self._view = TableView(
            label=_(label),
            search=search,
            unit=select or ("cells" if editable else "rows"),
            saves=saves if save else [],
            empty=_(empty),
            a=self,
        )
        self._bind()
        self._rows = rows
        self._show(self._find_out(rows))

    def _bind(self) -> None:
        view = self._view
        view.on("wanted", self._wanted, concurrent=True)
        view.on("asked_cell", self._answer_cell, concurrent=True)
        view.on("asked_copy", self._answer_copy, concurrent=True)
        view.on("chosen", self._choose)
        view.on("entered", self._enter)
        view.on("asked_undo", self._undo)
        view.on("asked_save", self._save_file)
        view.on("asked_open", self._open)
        view.on("arranged", self._arrange)

    # For the program

    @property
    def rows(self) -> Any:
        """The rows: the program's own list or function; of a data frame, one with what was edited.
        Setting it shows others.
        """
        source = self._shown.source
        return source.native if isinstance(source, Frame) else self._rows

    @rows.setter
    def rows(self, rows: Any) -> None:
        self._rows = rows
        self._show_instead(self._find_out(rows))

    def _find_out(self, rows: Any) -> Shown:
        source = _source_of(rows, self._key, self._add if callable(self._add) else None)
        return Shown(source, self._given, self._key, self._editable, self._check)

    def _show_instead(self, shown: Shown) -> None:
        shown.take_over(self._shown)
        self._show(shown)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        names = [column.name for column in shown.columns]
        order = [each for each in self._sort if each.column in names]
        self._view.columns = [column.described(self._editable) for column in shown.columns]
        self._view.arrangement = described(self._arrangement, shown.columns)
        self._view.order = [[names.index(each.column), each.descending] for each in order]
        self._view.adds = shown.source.can_add and self._add is not False
        self._view.version += 1

    @property
    def columns(self) -> list[Column]:
        """The columns, with the kinds and widths that were found out."""
        return list(self._shown.columns)

    @property
    def selected(self) -> list[Any]:
        """The rows that were selected last, in the order in which they were shown."""
        return self._shown.selected()

    def refresh(self) -> None:
        """Show the rows as they are now, in all browsers: they have changed."""
        if not self._shown.is_complete:
            self._show_instead(self._find_out(self.rows))
            return
        self._shown.forget()
        self._view.version += 1

    # What the script sends; all of it may be forged.

    def _wanted(self, msg: jp.Msg) -> Any:
        shows = not self._shown.is_complete and self._find_columns()
        msg.answer = self._shown.answer(self._shown.rows, msg.detail)
        return None if shows else True  # True: nothing in the page has changed

    def _find_columns(self) -> bool:
        """Try again what was not possible before; whether the columns are others now."""
        shown = self._find_out(self.rows)
        if shown.columns == self._shown.columns:
            return False
        self._show_instead(shown)
        return True

    def _answer_cell(self, msg: jp.Msg) -> bool:
        msg.answer = self._shown.answer(self._shown.text, msg.detail)
        return True

    def _answer_copy(self, msg: jp.Msg) -> bool:
        msg.answer = self._shown.answer(self._shown.copy, msg.detail)
        return True

    def _choose(self, msg: jp.Msg) -> Any:
        is_handled = self._shown.choose(msg.detail) and "selected" in self.handlers
        return self._emit("selected", msg) if is_handled else True

    def _open(self, msg: jp.Msg) -> Any:
        found = self._shown.answer(self._shown.row, msg.detail)
        return self._emit("opened", msg, row=found["row"]) if "row" in found else True

    def _enter(self, msg: jp.Msg) -> Any:
        if msg.detail.added and not self._view.adds:
            return True
        return self._edit(self._shown.enter, msg)

    def _undo(self, msg: jp.Msg) -> Any:
        return self._edit(self._shown.move, msg)

    def _edit(self, edit: Callable[[Any], Edit], msg: jp.Msg) -> Any:
        done = Edit()

        def answer(detail: Any) -> dict[str, Any]:
            nonlocal done
            done = edit(detail)
            return {"done": done.count, "added": len(done.added)}

        msg.answer = self._shown.answer(answer, msg.detail)
        if not done.count:
            return True
        parts = {"changes": done.changes, "added": done.added, "removed": done.removed}
        result = self._emit("edited", msg, **parts)
        if inspect.isawaitable(result):
            return self._show_after(result, done)
        return self._show_edited(done)

    def _show_edited(self, done: Edit) -> None:
        """Show what was edited, after the program has stored it if the source does not."""
        if done.added or done.removed or not self._shown.source.is_writable:
            self._shown.forget()
        self._view.version += 1

    async def _show_after(self, result: Awaitable[Any], done: Edit) -> None:
        await result
        self._show_edited(done)

    def _save_file(self, msg: jp.Msg) -> Any:
        saving: Saving = msg.detail
        if saving.format in self._view.saves:
            msg.answer = self._shown.answer(self._shown.file, saving)
            content = msg.answer.pop("content", None)
            if content is not None:
                msg.page.download(content, f"{self._save}.{saving.format}")
        return True

    def _arrange(self, msg: jp.Msg) -> bool:
        msg.answer = self._shown.answer(self._keep_arrangement, msg.detail)
        return True

    def _keep_arrangement(self, arranged: Arranged) -> dict[str, Any]:
        columns = self._shown.columns
        self._arrangement = changed(self._arrangement, arranged.columns, columns)
        self._view.arrangement = described(self._arrangement, columns)
        try:
            arrangements.write("tables", self._arrangement_name, self._arrangement)
        except OSError as error:
            return {
                "problem": _(
                    "The columns stay so until the page is loaded again: {words}.",
                    words=reason(error),
                )
            }
        return {}

    def _emit(self, event: str, msg: jp.Msg, **details: Any) -> Any:
        """Call the program's handler of an event; what it returned."""
        handler = self.handlers.get(event)
        if handler is None:
            return None
        return handler(self, jp.Msg({**msg, "event_type": event, "target": self, **details}))


def _sort_of(each: Any) -> Sort:
    if isinstance(each, Sort):
        return each
    if isinstance(each, str) and each.startswith("-"):
        return Sort(each[1:], True)
    return Sort(each)


def _source_of(rows: Any, key: Any, add: Add | None) -> Source:
    if is_frame(rows):
        return Frame(rows, key)
    if callable(rows):
        return Fetched(rows, key, add)
    if isinstance(rows, Sequence) and not isinstance(rows, str | bytes | Mapping):
        return RowList(rows, key, add)
    raise TypeError(
        "The rows of a kit.Table are a list of dictionaries, tuples or objects, a data frame, a "
        f"kit.Query or a function rows(start, count, sort, filters), not {rows!r:.100}."
    )
