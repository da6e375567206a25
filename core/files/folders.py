"""Folders made for files: durable with their first file, removed again if there is none."""

import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from . import disk

_unsynced: dict[Path, object] = {}
"""Folders in which `make_folder` made others, not synced since: the last change of each."""

_changing = threading.Lock()


def make_folder(folder: Path) -> list[Path]:
    """Make a folder and its parents, 0700, if missing.

    Returns:
        Those that were missing, the outermost first.
    """
    made: list[Path] = []
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        return []
    except FileNotFoundError:
        made = make_folder(folder.parent)
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except BaseException:
            remove_empty(made)
            raise
    with _changing:
        _unsynced[folder.parent] = object()
    return [*made, folder]


def remove_empty(made: Sequence[Path]) -> None:
    """Remove the folders that are empty: they were made for a file that was not stored."""
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()


def unsynced_parents(folder: Path) -> list[Path]:
    """The parents of a folder that `sync` still has to make durable."""
    return [parent for parent in folder.parents if parent in _unsynced]


def sync(folder: Path) -> None:
    """Make the names in a folder durable; do nothing if it was removed."""
    change = _unsynced.get(folder)
    with suppress(FileNotFoundError):
        disk.sync_folder(folder)
    with _changing:
        if change is not None and _unsynced.get(folder) is change:
            del _unsynced[folder]
