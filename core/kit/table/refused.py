"""Refused: what people entered and cannot be stored."""

from __future__ import annotations

from collections.abc import Sequence


class Refused(Exception):
    """Entries that cannot be stored: (position of the entry, words) for each."""

    def __init__(self, problems: Sequence[tuple[int, str]]) -> None:
        super().__init__(problems[0][1])
        self.problems = problems
