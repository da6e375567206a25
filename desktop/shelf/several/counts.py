"""Counts: how many files are in each of several folders, counted again only where one changed."""

from __future__ import annotations

import os
from pathlib import Path

from core.files.file_versions import is_folder_settled
from core.files.names import is_transient


class Counts:
    """The numbers of files in folders and those below them."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[dict[str, int], int]] = {}

    def of(self, folder: Path) -> int:
        """The number of files that people put there. Blocks."""
        stamps, count = self._known.get(folder, ({}, 0))
        if _are_current(stamps):
            return count
        stamps, count = {os.fspath(folder): _changed(folder)}, 0
        for inside, folders, files in os.walk(folder):
            folders[:] = [name for name in folders if not is_transient(name)]
            stamps |= {(path := os.path.join(inside, name)): _changed(path) for name in folders}
            count += sum(not is_transient(name) for name in files)
        self._known[folder] = stamps, count
        return count


def _are_current(stamps: dict[str, int]) -> bool:
    """Whether nothing was added to folders, or removed from them, since they had these times."""
    latest = max(stamps.values(), default=0) / 1e9
    is_settled = bool(stamps) and is_folder_settled(latest)
    return is_settled and {path: _changed(path) for path in stamps} == stamps


def _changed(folder: str | Path) -> int:
    """When a name was last added to a folder or removed from it, in ns; 0 if it is missing."""
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return 0
