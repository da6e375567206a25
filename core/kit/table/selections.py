"""Selections: what each browser that shows a table selected, also after the rows have changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from core.language.texts import N_, _

from .columns import Column
from .conditions import View
from .requests import Selected
from .selection import Selection
from .source import RowsFailed, Source

MOST_BROWSERS = 50
"""Browsers of one table whose selections are known."""

LOST = N_("The selection was cleared: too many rows were selected to find them again.")


class Selections:
    """The selections of all browsers. One thread at a time calls it.

    Args:
        source: of the rows.
        columns: of the table.
    """

    def __init__(self, source: Source, columns: Sequence[Column]) -> None:
        self._source, self._columns = source, columns
        self._generation = 0  # counts how often the rows have changed
        self._by_browser: dict[str, Selection] = {}
        self._last = Selection()

    @property
    def generation(self) -> int:
        """Of the rows: changes when they do."""
        return self._generation

    def choose(self, selected: Selected, view: View) -> None:
        """A browser selected rows of a view; raises LookupError if none of ours would."""
        before = self._by_browser.pop(selected.browser, Selection())
        self._last = Selection.read(selected, view, before, self._source)
        self._by_browser[selected.browser] = self._last
        while len(self._by_browser) > MOST_BROWSERS:
            del self._by_browser[next(iter(self._by_browser))]

    def moved(self, browser: str, view: View) -> dict[str, Any]:
        """Where the selection of a browser is in another view, or after a change."""
        before = self._by_browser.get(browser, Selection())
        now = self._resolved(before).moved(self._source, view, self._columns, self._generation)
        if browser in self._by_browser:
            self._by_browser[browser] = replace(now, is_lost=False)
            if before is self._last:
                self._last = self._by_browser[browser]
        words = {"problem": _(LOST)} if now.is_lost else {}
        return {"ranges": now.ranges, "hidden": now.count_hidden, **words}

    def rows(self) -> list[Any]:
        """The rows that were selected last, as the program knows them."""
        selection = self._resolved(self._last)
        return list(self._source.rows_in(selection.view, self._columns, selection.held))

    def refresh(self) -> None:
        """The rows have changed: what is selected is found by its ids from now on."""
        before, last = self._by_browser, self._last
        self._by_browser = {name: self._resolved(each) for name, each in before.items()}
        names = [name for name, each in before.items() if each is last]
        self._last = self._by_browser[names[0]] if names else self._resolved(last)
        self._source.refresh()
        self._generation += 1

    def take_over(self, other: Selections) -> None:
        """Go on with the selections of other rows, if these have the same ids."""
        if self._source.lasts and self._source.lasts == other._source.lasts:
            other.refresh()
            self._by_browser, self._last = other._by_browser, other._last
            self._generation = other._generation

    def _resolved(self, selection: Selection) -> Selection:
        try:
            return selection.resolved(self._source, self._columns, self._generation)
        except RowsFailed:  # the page asks for rows as well, and says what is wrong
            return Selection(selection.view, is_lost=True)
