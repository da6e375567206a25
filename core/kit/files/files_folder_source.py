"""The folder of a session, or any other, as the source of a file list."""

from __future__ import annotations

import bisect
import os
import re
from collections.abc import Collection, Iterable
from pathlib import Path

import core as jp
from core.files.entries import differences, place
from core.files.file_versions import is_folder_settled
from core.files.names import is_transient, shown
from core.files.original_names import original_name

from .files_source import Found, Undo, is_current

_SESSION = re.compile(r"[0-9a-f]{32}")


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
        return is_current(self.folder.folder / file.key, file.entry)

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
