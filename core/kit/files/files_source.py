"""Sources of a file list: the folder of a session, or any list of files.

A source says which files there are now, cheaply whether that may have changed, and what can be done
with them.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import core as jp
from core.files.file_versions import version


class Found(NamedTuple):
    """A file of a source.

    `key` names it among the others for as long as it keeps its name, `given` is what the program
    knows it as, and `version` is that of the entry, which entries are not compared by.
    """

    key: str
    given: Any
    entry: jp.Entry
    version: str

    @classmethod
    def of(cls, entry: jp.Entry) -> Found:
        """A file of a folder."""
        return cls(entry.path, entry, entry, entry.version)


class Undo(Protocol):
    """A removal that can be undone.

    `to_trash` and `is_lasting` as of `core.files.removal.Removal`.
    """

    to_trash: bool
    is_lasting: bool

    def restore(self) -> list[str]:
        """Put the files back; return their keys."""

    def discard(self) -> None:
        """Let them go; OSError: they are there again."""


class Source(Protocol):
    """What a file list shows. All methods block."""

    followed: Path | None
    """The folder whose changes the system may report."""

    renames: bool
    """Whether files can be renamed."""

    def files(self) -> list[Found]:
        """The files that are there now."""

    def updated(self, before: list[Found], changed: Collection[str]) -> list[Found] | None:
        """`before`, with what has become of these keys since; None: all must be read again."""

    def has_changed(self) -> bool:
        """Whether `files` may return others than it did last."""

    def is_current(self, file: Found) -> bool:
        """Whether a file still has the size and the time that it had."""

    def shown(self, file: Found) -> jp.Entry | jp.File | str | os.PathLike[str]:
        """The file as `jp.file_address` takes it."""

    def path(self, file: Found) -> Path:
        """Where a file is; FileNotFoundError if it is gone."""

    def where(self, file: Found) -> str:
        """The folder of a file below the one that is shown; "" if it is in that."""

    def expanded(self, file: Found) -> list[tuple[str, Path]]:
        """The name and path of a file, or of all files in a folder; FileNotFoundError."""

    def rename(self, file: Found, new: str) -> str:
        """Rename a file; return its new key. OSError or jp.FileError says what is wrong."""

    def remove(self, files: Iterable[Found]) -> tuple[Undo, list[OSError]]:
        """Remove files; also return what went wrong with some of them."""


def is_current(path: Path, entry: jp.Entry) -> bool:
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return False
    return version(found) == entry.version
