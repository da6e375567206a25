"""Listing: the files of a source in an order, each with a number by which a page names it.

A page never sends names or positions, and a number that it invents is not in the listing. A file
keeps its number while it changes or is renamed here, so that selection and tiles stay with it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from core.files.distinct_names import key as comparable

from .files_kinds import Kind, kind_of
from .files_source import Found, Source

SORTS = ("name", "size", "type", "modified", "order")
"""What files can be sorted by; with a ``-`` before it from the last to the first."""

MOST_LEFT = 10_000
"""Files whose names are kept after they left; the oldest are forgotten."""

_DIGITS = re.compile(r"(\d+)")


class Listing:
    """The files of a source, as they were when it was last read.

    Args:
        before: what was shown before: none of its numbers stands for another file from now on.

    Attributes:
        source: where they come from.
        files: number -> file, also of those that a filter hides.
        shown: the numbers of the files that are shown, in their order.
        left: number -> name, of files that are no longer there.
    """

    def __init__(self, source: Source, before: Listing | None = None) -> None:
        self.source = source
        self.files: dict[int, Found] = {}
        self.shown: list[int] = []
        self.left: dict[int, str] = {}
        self._found: list[Found] = []
        self._numbers: dict[str, int] = {}
        self._last: int = 0 if before is None else before._last
        self._names: dict[str, tuple[list[Any], str]] = {}  # natural keys, which take longest

    def read(self, changed: Collection[str] | None = None) -> bool:
        """Read the source; whether anything in it has changed. `arrange` shows it. Blocks.

        Args:
            changed: the keys of what may have changed; None: anything.
        """
        found = None if changed is None else self.source.updated(self._found, changed)
        if found is None:
            known = {file.key: file for file in self._found}
            # What is the same stays the same object, which later comparisons are quick with.
            found = [_same(known.get(file.key), file) for file in self.source.files()]
        if found is self._found or found == self._found:
            return False
        self._found = found
        if len(self._names) > 2 * len(found):
            self._names.clear()
        return True

    def clear(self) -> bool:
        """The source cannot be read: nothing is in it; whether something was."""
        before, self._found = self._found, []
        return bool(before)

    def arrange(self, sort: str, order: Sequence[str], wanted: str, kind: Kind = "") -> None:
        """Sort and filter what was read.

        Args:
            sort: one of `SORTS`, perhaps after a ``-``.
            order: the keys of files in the program's order, for "order"; others follow.
            wanted: only files with this in their name are shown; "" shows all.
            kind: only files of this kind are shown; "" shows all.
        """
        found = list(self._found)
        if (sort_key := _sort_key(sort.lstrip("-"), order)) is not None:
            found.sort(key=sort_key)
        if sort.lstrip("-") != "order":
            found = self._by_name(found, sort_key)
        if sort.startswith("-"):
            found.reverse()
        if any(each.entry.is_folder for each in found):
            found.sort(key=lambda file: not file.entry.is_folder)
        numbers = {each.key: self._numbers.get(each.key) or self._new_number() for each in found}
        text = comparable(wanted)
        self.shown = [
            numbers[each.key]
            for each in found
            if (not text or text in comparable(each.entry.label))
            and (not kind or kind_of(each.entry.type) == kind)
        ]
        before, self.files = self.files, {numbers[each.key]: each for each in found}
        self._numbers = numbers
        self._keep_names(before)

    @property
    def previewable(self) -> list[int]:
        """The numbers of those shown that are no folders, in their order."""
        return [n for n in self.shown if not self.files[n].entry.is_folder]

    def number(self, key: str) -> int | None:
        """The number of the file with this key; None if there is none."""
        return self._numbers.get(key)

    def renamed(self, number: int, key: str) -> None:
        """A file has another key from now on, under which `read` will find it."""
        self._numbers.pop(self.files[number].key, None)
        self._numbers[key] = number

    def starting_with(self, text: str, after: int | None) -> int | None:
        """The next file in the order, from another one on, whose name starts with a text."""
        wanted = comparable(text)
        start = self.shown.index(after) if after is not None and after in self.shown else 0
        for number in self.shown[start:] + self.shown[:start]:
            if comparable(self.files[number].entry.label).startswith(wanted):
                return number
        return None

    def _keep_names(self, before: dict[int, Found]) -> None:
        """Keep the names of those that left: a page may ask for them before it learns that."""
        gone = before.keys() - self.files.keys()
        self.left.update((number, before[number].entry.label) for number in sorted(gone))
        for number in list(self.left)[:-MOST_LEFT]:
            del self.left[number]

    def _new_number(self) -> int:
        self._last += 1
        return self._last

    def _by_name(self, found: list[Found], equal: Callable[[Found], Any] | None) -> list[Found]:
        """Sort those by name that are sorted already and equal; without that, all of them.

        Natural keys take longest: times, which are rarely equal, need none.
        """
        if equal is None:
            return sorted(found, key=self._name)
        groups = (list(group) for _, group in itertools.groupby(found, equal))
        return [
            file
            for group in groups
            for file in (group if len(group) == 1 else sorted(group, key=self._name))
        ]

    def _name(self, file: Found) -> tuple[list[Any], str]:
        name = file.entry.name
        if name not in self._names:
            self._names[name] = natural(name)
        return self._names[name]


def natural(name: str) -> tuple[list[Any], str]:
    """A key to sort names by: `photo 2` before `photo 10`, and regardless of case."""
    parts: list[Any] = _DIGITS.split(comparable(name))
    # A number sorts by its length, then its digits; int() refuses digits beyond some thousands.
    parts[1::2] = [(len(digits := part.lstrip("0")), digits) for part in parts[1::2]]
    return parts, name


def runs(numbers: Iterable[int]) -> list[int]:
    """Numbers as the first and last of each run of successive ones: 7 8 9 2 -> 7 9 2 2."""
    ends: list[int] = []
    for number in numbers:
        if ends and number == ends[-1] + 1:
            ends[-1] = number
        else:
            ends += (number, number)
    return ends


def numbers_in(ends: Sequence[Any], known: Collection[int]) -> list[int]:
    """The known numbers in runs that a page sent, each once.

    The page may send anything: what is no run is left out, and the work is bounded.
    """
    found: dict[int, None] = {}
    most = 2 * len(known) + 1000  # some may have gone meanwhile
    for first, last in zip(ends[::2], ends[1::2], strict=False):
        if type(first) is int and type(last) is int and 0 <= last - first < most:
            most -= last - first + 1
            found.update((number, None) for number in range(first, last + 1) if number in known)
    return list(found)


def _same(old: Found | None, file: Found) -> Found:
    """The old one of two files with the same key, if it is still as it was."""
    if old is None or (old.entry, old.version) != (file.entry, file.version):
        return file
    return old


def _sort_key(sort: str, order: Sequence[str]) -> Callable[[Found], Any] | None:
    if sort == "size":
        return lambda file: file.entry.size
    if sort == "modified":
        return lambda file: file.entry.modified
    if sort == "type":
        return lambda file: file.entry.type
    if sort == "order" and order:
        places = {key: place for place, key in enumerate(order)}
        return lambda file: places.get(file.key, len(places))
    return None
