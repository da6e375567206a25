"""Sources of a file list: the folder of a session, or any list of files.

A source says which files there are now, cheaply whether that may have changed, and what can be done
with them.
"""

from __future__ import annotations

import bisect
import os
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import core as jp
from core.files.entries import differences, place
from core.files.file_versions import is_folder_settled, version
from core.files.names import is_transient, shown
from core.files.original_names import original_name
from core.language.texts import _
from core.media.types import guess_type

_SESSION = re.compile(r"[0-9a-f]{32}")


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


class FolderSource:
    """The files of a session's folder, or of any other, with those in its subfolders.

    Args:
        trash: they are removed to the system's trash.
    """

    renames = True

    def __init__(self, folder: jp.SessionFolder, trash: bool = False) -> None:
        self.folder = folder
        self.followed: Path | None = folder.folder
        self._trash = trash
        self._stamp: dict[str, int] = {}
        self._is_of_session = _SESSION.fullmatch(folder.folder.name) is not None

    def files(self) -> list[Found]:
        # The stamp is older than the list: what changes in between counts as a change.
        self._stamp = self._stamped(folders_below(self.folder.folder))
        return [Found.of(entry) for entry in self.folder.list()]

    def updated(self, before: list[Found], changed: Collection[str]) -> list[Found] | None:
        known = {file.key: file.entry for file in before if file.key in changed}
        different = differences(self.folder.folder, known, changed)
        if not different:
            return None if different is None else before
        found = [file for file in before if file.key not in different]
        new = (Found.of(entry) for entry in different.values() if entry is not None)
        for file in new:
            bisect.insort(found, file, key=lambda each: place(each.entry))
        return found

    def has_changed(self) -> bool:
        latest = max(self._stamp.values(), default=0) / 1e9
        return not is_folder_settled(latest) or self._stamped(self._stamp) != self._stamp

    def is_current(self, file: Found) -> bool:
        return _is_current(self.folder.folder / file.key, file.entry)

    def shown(self, file: Found) -> jp.Entry | Path:
        # The address of an entry leads into the session's own folder only, past no symlink, and
        # the browser keeps its thumbnail.
        return file.entry if self._is_of_session else self.folder.folder / file.key

    def path(self, file: Found) -> Path:
        return self.folder.path(file.key)

    def where(self, file: Found) -> str:
        return file.entry.folder

    def expanded(self, file: Found) -> list[tuple[str, Path]]:
        path = self.path(file)
        return [(shown(original_name(path)), path)]

    def rename(self, file: Found, new: str) -> str:
        renamed = self.folder.rename(file.key, new)
        return renamed.relative_to(self.folder.folder).as_posix()

    def remove(self, files: Iterable[Found]) -> tuple[Undo, list[OSError]]:
        removal = self.folder.removal(trash=self._trash)
        return removal, removal.add_all(file.key for file in files)

    def _stamped(self, folders: Iterable[str]) -> dict[str, int]:
        """When names were last added or removed in each folder, in ns; 0 where it is missing."""
        return {folder: _time(folder) for folder in folders}


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
        return isinstance(given, jp.Entry) or _is_current(_path(given), file.entry)

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


def _is_current(path: Path, entry: jp.Entry) -> bool:
    try:
        found = path.lstat()
    except (OSError, ValueError):
        return False
    return version(found) == entry.version


def folders_below(top: Path) -> list[str]:
    """The folder, even if it is missing, and those below it, as `SessionFolder.list` walks them."""
    found = [os.fspath(top)]
    for inside, folders, _files in os.walk(top):
        folders[:] = [name for name in folders if not is_transient(name)]
        found += (os.path.join(inside, name) for name in folders)
    return found


def _time(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return 0
