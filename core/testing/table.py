"""Table: a table as a person uses it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from .control import Control
from .dom import Element
from .errors import NotPossible, NotSeen
from .tab import Tab

_AT_ONCE = 200  # rows asked for at a time
_CLASS = "kit-table-view"


class Table:
    """A table that a page shows. Rows are numbered from 0, in the order in which they are shown.

    Raises:
        NotSeen: the page does not show it, or shows several.
    """

    def __init__(self, tab: Tab, label: str | None) -> None:
        self._tab = tab
        self._label = label
        self._order: list[list[Any]] = self._prop("order")
        self._filters: dict[int, str] = {}
        self._search = ""

    @property
    def columns(self) -> list[str]:
        """The titles of the columns."""
        return [column["title"] for column in self._prop("columns")]

    @property
    def count(self) -> int:
        """How many rows there are, of those that are not filtered out."""
        total: int = self._answer("wanted", start=0, count=1)["total"]
        return total

    @property
    def rows(self) -> list[list[Any]]:
        """The values of all rows, as `cell` gives them."""
        return list(self._rows())

    def cell(self, row: int, column: str) -> Any:
        """The value of a cell: text, a number, a bool or None; a date is text, such as
        "2026-03-31". Texts are whole.

        Raises:
            NotSeen: there is no such row or column.
        """
        place = self._place(column)
        row_id, values = self._row(row)
        if _is_cut(values[place]):
            return self._answer("asked_cell", id=row_id, column=place)["text"]
        return _unpacked(values[place])

    def sort(self, *columns: str) -> None:
        """Sort by columns; one with a ``-`` before its title descends."""
        titles = self.columns
        by = [
            (title.removeprefix("-"), True) if title not in titles else (title, False)
            for title in columns
        ]
        self._order = [[self._place(title), descends] for title, descends in by]

    def search(self, text: str) -> None:
        """Enter something into the search box."""
        self._search = text

    def filter(self, column: str, condition: str) -> None:
        """Filter a column, such as with "> 100"; "" shows all."""
        self._filters[self._place(column)] = condition

    def edit(self, row: int, column: str, text: str) -> None:
        """Enter a text into a cell.

        Raises:
            NotPossible: people cannot change the cell, or the text is refused; with the words.
        """
        place = self._place(column)
        if not self._prop("columns")[place].get("editable"):
            raise NotPossible(f"The cells of {column!r} cannot be changed.")
        row_id, values = self._row(row)
        self._answer("entered", cells=[[row_id, place, values[place], text]])

    def undo(self) -> None:
        """Undo the last edit; raises NotPossible as `edit` does."""
        self._check(self._control().send("asked_undo", False))

    def redo(self) -> None:
        """Do again what was undone."""
        self._check(self._control().send("asked_undo", True))

    def select(self, *rows: int) -> None:
        """Select rows, and no others."""
        self._control().send("chosen", self._detail(ranges=[[row, row + 1, 0, 0] for row in rows]))

    def open(self, row: int) -> None:
        """Open a row, as with Enter."""
        row_id, _ = self._row(row)
        self._control().send("asked_open", self._detail(id=row_id, column=0))

    def save(self, suffix: str = "csv") -> None:
        """Save the rows as "csv" or "xlsx"; the page's `downloads` then has the file."""
        columns = list(range(len(self.columns)))
        self._answer("asked_save", columns=columns, format=suffix)

    def _rows(self) -> Iterator[list[Any]]:
        start, total = 0, 1
        while start < total:
            answer = self._answer("wanted", start=start, count=_AT_ONCE)
            yield from ([_unpacked(value) for value in row] for row in answer["rows"])
            total = answer["total"] + answer["more"]
            start += max(1, len(answer["rows"]))

    def _row(self, number: int) -> tuple[int, list[Any]]:
        answer = self._answer("wanted", start=number, count=1)
        if number < 0 or not answer["rows"]:
            raise NotSeen(f"The table has no row {number}, but {answer['total']} rows.")
        return answer["ids"][0], answer["rows"][0]

    def _place(self, column: str) -> int:
        titles = self.columns
        if column not in titles:
            raise NotSeen(f"The table has no column {column!r}, but {', '.join(titles)}.")
        return titles.index(column)

    def _answer(self, event: str, **detail: Any) -> Any:
        answer = self._control().send(event, self._detail(**detail))
        return self._check(answer)

    def _check(self, answer: Any) -> Any:
        if answer and answer.get("problem"):
            raise NotPossible(answer["problem"])
        return answer

    def _detail(self, **detail: Any) -> dict[str, Any]:
        filters = [[place, text] for place, text in self._filters.items()]
        around = self._element().around()
        language = next(
            (each.attributes["lang"] for each in around if "lang" in each.attributes), ""
        )
        view = {"sort": self._order, "filters": filters, "search": self._search}
        return {"view": {**view, "language": language}, **detail}

    def _prop(self, name: str) -> Any:
        return json.loads(self._element().attributes.get(f"data-prop-{name}", "null"))

    def _control(self) -> Control:
        return Control(self._tab, self._element())

    def _element(self) -> Element:
        with self._tab.reading():
            found = [
                element
                for element in self._tab.document.root.visible()
                if _CLASS in element.attributes.get("class", "").split()
                and self._label in (None, json.loads(element.attributes["data-prop-label"]))
            ]
        if len(found) != 1:
            wanted = f" named {self._label!r}" if self._label else ""
            raise NotSeen(f"The page shows {len(found)} tables{wanted}.")
        return found[0]


def _is_cut(value: Any) -> bool:
    return isinstance(value, list) and value[0] == "cut"


def _unpacked(value: Any) -> Any:
    return value[1] if isinstance(value, list) else value
