"""Duplicates: files of a folder whose content another file there has already."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from .digests import of_file
from .entries import Entry

log = logging.getLogger(__name__)

SAMPLE = 1 << 16
"""Bytes at the beginning that are compared first: most files of one size differ there."""

MOST_BYTES = 20_000_000_000
"""Bytes that are read at a time; files beyond are not compared, the largest first."""


class Duplicate(NamedTuple):
    """A file, and one that has the same content and was there before."""

    file: Entry
    original: Entry


def found(
    entries: Iterable[Entry], arrived: Iterable[str], path: Callable[[str], Path]
) -> list[Duplicate]:
    """Which of the files that arrived have the content of another one. Blocks.

    Two files are the same if size and SHA-256 are. Empty files, and those that vanish or cannot be
    read meanwhile, are no duplicates.

    Args:
        entries: all files of the folder.
        arrived: the paths of those that arrived, in order: the first of several is the original.
        path: finds a file.
    """
    order = {name: number for number, name in enumerate(arrived, 1)}
    by_size = defaultdict(list)
    for entry in entries:
        by_size[entry.size].append(entry)
    reader, result = _Reader(path), []
    for size in sorted(by_size):
        if size and any(each.path in order for each in by_size[size]):
            for same in reader.same(by_size[size]):
                first, *others = sorted(same, key=lambda each: order.get(each.path, 0))
                result += [Duplicate(each, first) for each in others if each.path in order]
    return sorted(result, key=lambda each: order[each.file.path])


class _Reader:
    """Reads files, but only so many bytes."""

    def __init__(self, path: Callable[[str], Path]) -> None:
        self._path = path
        self._left = MOST_BYTES

    def same(self, entries: list[Entry]) -> Iterator[list[Entry]]:
        """The groups of files, all of one size, that have the same content."""
        for alike in self._groups(entries, SAMPLE):
            if alike[0].size <= SAMPLE:
                yield alike
            else:
                yield from self._groups(alike, alike[0].size)

    def _groups(self, entries: list[Entry], size: int) -> Iterator[list[Entry]]:
        """The groups of several files that begin with the same bytes."""
        groups = defaultdict(list)
        for entry in entries if len(entries) > 1 else []:
            if (digest := self._digest(entry, size)) is not None:
                groups[digest].append(entry)
        return (group for group in groups.values() if len(group) > 1)

    def _digest(self, entry: Entry, size: int) -> bytes | None:
        self._left -= min(size, entry.size)
        if self._left < 0:
            return None
        try:
            return of_file(self._path(entry.path), "sha256", size).digest()
        except OSError as error:  # it is left alone, which loses nothing
            log.info("%r was not compared: %s", entry.path, error)
            return None
