"""The changes that turn one list of children into another, with as few moves as possible."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple


class Run(NamedTuple):
    """Children to insert, in this order, after a child (None: at the start)."""

    after: int | None
    items: list[int]


def splice(old: Sequence[int], new: Sequence[int]) -> tuple[list[int], list[Run]]:
    """The ids to remove, and the runs of ids to insert or move. No id is twice in a list."""
    start, end = _common_ends(old, new)
    old_part, new_part = old[start : len(old) - end], new[start : len(new) - end]
    coming = set(new_part)
    removed = [number for number in old_part if number not in coming]
    staying = _longest_in_order(old_part, new_part)
    return removed, _runs(new[start - 1] if start else None, new_part, staying)


def _common_ends(old: Sequence[int], new: Sequence[int]) -> tuple[int, int]:
    shorter = min(len(old), len(new))
    if old[:shorter] == new[:shorter]:  # appended to or cut, the usual case: compared in C
        return shorter, 0
    start = end = 0
    while old[start] == new[start]:
        start += 1
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def _longest_in_order(old: Sequence[int], new: Sequence[int]) -> set[int]:
    """The most ids of ``old`` that have the same order in ``new`` (patience sorting)."""
    place = {number: index for index, number in enumerate(old)}
    tails: list[int] = []  # places that end the best sequences of length 1, 2, ...
    ends: list[int] = []  # the ids at those places
    before: dict[int, int | None] = {}
    for number in new:
        if number not in place:
            continue
        length = bisect_left(tails, place[number])
        before[number] = ends[length - 1] if length else None
        tails[length : length + 1] = [place[number]]
        ends[length : length + 1] = [number]
    staying = set()
    last = ends[-1] if ends else None
    while last is not None:
        staying.add(last)
        last = before[last]
    return staying


def _runs(after: int | None, new: Sequence[int], staying: set[int]) -> list[Run]:
    runs: list[Run] = []
    for number in new:
        if number in staying:
            after = number
        elif runs and runs[-1].after == after:
            runs[-1].items.append(number)
        else:
            runs.append(Run(after, [number]))
    return runs
