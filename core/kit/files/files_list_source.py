"""Any list of files as the source of a file list, and the source that a program means."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import core as jp
from core.files.file_versions import version
from core.language.texts import _
from core.media.types import guess_type

from .files_folder_source import FolderSource
from .files_source import Found, Source, Undo, is_current


class ListSource:
    """Any list of files: paths, `jp.File`, `jp.Entry`. Removing one takes it off the list only."""

    renames = False
    followed: Path | None = None

    def __init__(self, given: Iterable[Any]) -> None:
        self.given = [_listed(number, each) for number, each in enumerate(given)]

    def files(self) -> list[Found]:
        found = ((key, given, _entry(given)) for key, given in self.given)
        return [
            Found(key, given, entry, entry.version)
            for key, given, entry in found
            if entry is not None
        ]

    def updated(self, before: list[Found], changed: Collection[str]) -> list[Found] | None:
        return None

    def has_changed(self) -> bool:
        return False

    def is_current(self, file: Found) -> bool:
        given = file.given
        return isinstance(given, jp.Entry) or is_current(_path(given), file.entry)

    def shown(self, file: Found) -> Any:
        return file.given

    def path(self, file: Found) -> Path:
        if isinstance(file.given, jp.Entry):
            raise FileNotFoundError("The program lists an Entry without its folder.")
        path = _path(file.given)
        if not path.is_file():
            raise FileNotFoundError(f"There is no file {str(path)!r}.")
        return path

    def where(self, file: Found) -> str:
        return file.entry.folder

    def expanded(self, file: Found) -> list[tuple[str, Path]]:
        return [(file.entry.label, self.path(file))]

    def rename(self, file: Found, new: str) -> str:
        raise jp.FileError(_("The files of this list cannot be renamed."))

    def remove(self, files: Iterable[Found]) -> tuple[Undo, list[OSError]]:
        before, gone = self.given, {file.key for file in files}
        self.given = [each for each in before if each[0] not in gone]
        return _OffTheList(self, before, gone), []


class _OffTheList:
    """Files that were taken off a list."""

    to_trash = False
    is_lasting = True

    def __init__(self, source: ListSource, before: list[tuple[str, Any]], gone: set[str]) -> None:
        self._source, self._before, self._gone = source, before, gone

    def restore(self) -> list[str]:
        """Put them back where they were among those that are still there."""
        still = {key for key, _ in self._source.given} | self._gone
        known = {key for key, _ in self._before}
        later = [each for each in self._source.given if each[0] not in known]
        self._source.given = [each for each in self._before if each[0] in still] + later
        return [key for key, _ in self._before if key in self._gone]

    def discard(self) -> None:
        """Nothing is left to do."""


def source_of(given: Any, trash: bool = False) -> Source:
    """The source that a program means.

    Args:
        given: a session's folder, the path of a folder, or a list of files.
        trash: files of folders are removed to the system's trash.

    Raises:
        TypeError: it is something else.
    """
    if isinstance(given, jp.SessionFolder):
        return FolderSource(given, trash)
    if isinstance(given, str | os.PathLike):
        return FolderSource(jp.SessionFolder(Path(given)), trash)
    if isinstance(given, Sequence):
        return ListSource(given)
    raise TypeError(
        f"kit.Files shows a session's folder, a folder, or a list of files, not {given!r:.100}."
    )


def _listed(number: int, given: Any) -> tuple[str, Any]:
    if isinstance(given, jp.Entry | jp.File | str | os.PathLike):
        return f"{number}", given
    raise TypeError(
        f"kit.Files lists paths, jp.File and jp.Entry, not {given!r:.100} (number {number})."
    )


def _entry(given: Any) -> jp.Entry | None:
    """Name, size, type and time of a file; None if it is not there."""
    if isinstance(given, jp.Entry):
        return given
    path = _path(given)
    name = given.name if isinstance(given, jp.File) else path.name
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    kind, now = guess_type(name), version(found)
    return jp.Entry(name, found.st_size, kind, found.st_mtime, version=now)


def _path(given: Any) -> Path:
    return Path(given.path if isinstance(given, jp.File) else given)
