"""Selection: the rows that one browser selected, which stay selected wherever they go."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .columns import Column
from .conditions import View
from .identity import Id
from .requests import MOST_RANGES, Selected, id_in, places_in
from .source import Source


@dataclass(frozen=True)
class Part:
    """Rows that were selected together.

    Attributes:
        left, right: the columns, as the browser counts them.
        start, end: places of the rows, which are only good until the rows change.
        held: the rows by their ids; None while nobody needs them.
    """

    left: int
    right: int
    start: int = 0
    end: int = 0
    held: dict[Id, Any] | None = None


@dataclass(frozen=True)
class Selection:
    """What one browser selected.

    Attributes:
        view: in which it did.
        parts: what this view shows.
        hidden: what another view showed, and this one does not.
        generation: of the rows whose places the parts have.
        is_lost: whether more rows were selected, which can no longer be found.
    """

    view: View = View()
    parts: Sequence[Part] = ()
    hidden: Sequence[Part] = ()
    generation: int | None = None
    is_lost: bool = False

    @classmethod
    def read(cls, selected: Selected, view: View, before: Selection, source: Source) -> Selection:
        """What a browser says that it selected; raises LookupError if no page of ours would."""
        given = [id_in(each) for each in selected.ids]
        ids, parts = iter(given), []
        for start, end, left, right in places_in(selected.ranges):
            held = None
            if given:
                held = _kept(source, view, list(itertools.islice(ids, end - start)))
            parts.append(Part(left, right, start, end, held))
        hidden = before.hidden if selected.keeps else ()
        return cls(view, parts, hidden, selected.generation)

    def resolved(self, source: Source, columns: Sequence[Column], generation: int) -> Selection:
        """The same rows by their ids; none if there are too many to keep them so."""
        if any(part.held is None for part in self.parts) and self.generation not in (
            None,
            generation,
        ):
            return Selection(self.view, is_lost=True)
        try:
            parts = [_resolved(part, source, self.view, columns) for part in self.parts]
        except LookupError:
            return Selection(self.view, is_lost=True)
        return replace(self, parts=parts)

    def moved(
        self, source: Source, view: View, columns: Sequence[Column], generation: int
    ) -> Selection:
        """Where the rows are in a view; nowhere if they are in too many places. It must be
        resolved."""
        parts: list[Part] = []
        hidden: list[Part] = []
        for part in (*self.parts, *self.hidden):
            held = part.held or {}
            places = source.places(view, columns, held)
            for start, end in _ranges(places.shown):
                here = {places.shown[n]: held[places.shown[n]] for n in range(start, end)}
                parts.append(Part(part.left, part.right, start, end, here))
                if len(parts) > MOST_RANGES:
                    return Selection(view, is_lost=True)
            if places.hidden:
                rest = {each: held[each] for each in places.hidden}
                hidden.append(Part(part.left, part.right, held=rest))
        return Selection(view, parts, hidden, generation, self.is_lost)

    @property
    def held(self) -> dict[Id, Any]:
        """All rows of a resolved selection, by their ids."""
        found: dict[Id, Any] = {}
        for part in (*self.parts, *self.hidden):
            found |= part.held or {}
        return found

    @property
    def count_hidden(self) -> int:
        """How many rows are selected, but not in the view."""
        return len(set(itertools.chain.from_iterable(part.held or {} for part in self.hidden)))

    @property
    def ranges(self) -> list[list[int]]:
        """The parts as the browser has them."""
        return [[part.start, part.end, part.left, part.right] for part in self.parts]


def _resolved(part: Part, source: Source, view: View, columns: Sequence[Column]) -> Part:
    if part.held is not None:
        return part
    return replace(part, held=source.held(view, columns, part.start, part.end))


def _kept(source: Source, view: View, ids: Sequence[Id]) -> dict[Id, Any]:
    held = {}
    for each in ids:
        try:
            held[each] = source.kept(view, each)
        except LookupError:
            continue  # it has been removed
    return held


def _ranges(places: Collection[int]) -> Iterator[tuple[int, int]]:
    """Places in ascending order as pairs of a first one and the one after the last."""
    start = end = -1
    for place in places:
        if place != end:
            if end > start:
                yield start, end
            start = place
        end = place + 1
    if end > start:
        yield start, end
