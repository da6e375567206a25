"""NameIndex: original names of files on disks that cannot keep them with the files.

A file of lines for each session, among the notes of the application. A line says what a file of
some name and size was called; so it holds wherever the file is moved, put into the trash or copied
to, until people rename it. If it is lost, files have the names that the disk gave them.
"""

from __future__ import annotations

import json
import logging
import os
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from . import disk
from .whole_file import write_whole

log = logging.getLogger(__name__)

MOST_BYTES = 4 << 20
"""Of one session: beyond that, the older half is forgotten."""

_SESSION = re.compile(r"[0-9a-f]{32}")
_changing = threading.Lock()


class _Line(NamedTuple):
    given: str
    original: str
    size: int


_known: dict[Path, tuple[tuple[int, int], dict[str, list[_Line]]]] = {}


_places: dict[Path, Path] = {}
"""The folder of the indexes, by each folder that holds folders of sessions."""


def keep_in(folder: Path, *roots: Path) -> None:
    """Keep the names of sessions in a folder.

    Args:
        roots: each contains a folder for each session.
    """
    _places.update(dict.fromkeys(roots, folder))


def note(path: Path, original: str) -> None:
    """Note durably what a file was called; OSError if that is not possible."""
    index = _index(path)
    if index is None:
        return
    found = path.lstat()
    # Its inode would tell nothing: it changes with each mount of such disks, and is used again.
    line = json.dumps([path.name, original, found.st_size]).encode() + b"\n"
    with _changing:
        disk.private_folder(index.parent)
        if _size(index) + len(line) > MOST_BYTES:
            _halve(index)
        descriptor = os.open(index, os.O_WRONLY | os.O_CREAT | os.O_APPEND | disk.NO_FOLLOW, 0o600)
        try:
            # A line that a crash cut off is ended, and passed over.
            disk.write_all(descriptor, b"\n" + line)
            disk.sync(descriptor)
        finally:
            os.close(descriptor)


def find(path: Path) -> str | None:
    """What a file was called, if that is known."""
    index = _index(path)
    if index is None:
        return None
    try:
        lines = _lines(index).get(path.name, [])
        size = path.lstat().st_size if lines else 0
    except OSError:
        return None
    return next((each.original for each in reversed(lines) if each.size == size), None)


def forget(session: Path) -> None:
    """Forget the names of a session whose folder is gone."""
    if (index := _of(session)) is not None:
        disk.discard(index)


def _of(session: Path) -> Path | None:
    folder = _places.get(session.parent)
    return folder / f"{session.name}.jsonl" if folder is not None else None


def _index(path: Path) -> Path | None:
    """The index of the session in whose folders a file is."""
    folders = (each for each in path.parents if _SESSION.fullmatch(each.name))
    session = next(folders, None)
    return _of(session) if session is not None else None


def _lines(index: Path) -> dict[str, list[_Line]]:
    """The lines of an index by the given names, the oldest first."""
    try:
        found = index.stat()
    except FileNotFoundError:
        return {}
    stamp = found.st_size, found.st_mtime_ns
    known = _known.get(index)
    if known is None or known[0] != stamp:
        lines: dict[str, list[_Line]] = {}
        for line in _parsed(disk.read(index, 2 * MOST_BYTES)):
            lines.setdefault(line.given, []).append(line)
        _known[index] = known = stamp, lines
    return known[1]


def _parsed(content: bytes) -> Iterator[_Line]:
    for text in content.splitlines():
        try:
            line = _Line(*json.loads(text))
        except (ValueError, TypeError):  # cut off, or written by anybody
            continue
        if isinstance(line.given, str) and isinstance(line.original, str):
            yield line


def _size(index: Path) -> int:
    try:
        return index.stat().st_size
    except FileNotFoundError:
        return 0


def _halve(index: Path) -> None:
    """Forget the older half, whole or not at all."""
    write_whole(index, disk.read(index, 2 * MOST_BYTES)[-MOST_BYTES // 2 :])
