"""Session folders: what the user sees in a file manager is all there is; no index beside it."""

import os
import stat
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from . import disk
from .media import guess_type
from .names import key, numbered, safe_name

# Choosing a free name and taking it is one step, for all folders of this process.
_naming = threading.Lock()

# A backslash separates for some programs on every system; a colon names a drive or a stream.
_NOT_PLAIN = set("\0/\\:" if os.name == "nt" else "\0/\\")


@dataclass(frozen=True)
class Entry:
    """One file: its size in bytes, its media type by name, `modified` in seconds since 1970."""

    name: str
    size: int
    type: str
    modified: float

    @property
    def thumbnail(self) -> str:
        """The address of a small picture of the file, for the session whose file it is.

        The time is in it, so that a replaced file is not shown from the browser's cache.
        """
        return f"/_satchel/thumbnail/{quote(self.name)}?v={self.modified}"


class SessionFolder:
    """The files of one session: plain names in one folder (0700), openable by anything."""

    def __init__(self, path: Path) -> None:
        self.folder = path

    def list(self) -> list[Entry]:
        """The regular files, by name; hidden ones, folders and symlinks are left out."""
        try:
            with os.scandir(self.folder) as found:
                entries = [_entry(item) for item in found if _plain(item.name)]
        except FileNotFoundError:
            return []
        return sorted((e for e in entries if e), key=lambda entry: (key(entry.name), entry.name))

    def path(self, name: str) -> Path:
        """Where the file `name` (or `folder/name`) lies.

        FileNotFoundError unless it is a regular file, reached without symlinks or hidden names.
        """
        path = self.folder
        parts = name.split("/")
        for number, part in enumerate(parts):
            if not _plain(part):
                raise FileNotFoundError(f"There is no file {name!r} in this session's folder.")
            path = path / part
            if not _is(path, stat.S_ISREG if number == len(parts) - 1 else stat.S_ISDIR):
                raise FileNotFoundError(f"There is no file {name!r} in this session's folder.")
        return path

    def add(self, source: Path, name: str) -> Path:
        """Move a finished, synced file in under a safe form of `name`; return where it lies.

        A name that is taken (also in another case or normal form) gets a number: `a (2).jpg`.
        """
        name = safe_name(name)
        disk.private_folder(self.folder)
        with _naming:
            target = self._free(name)
            while True:
                try:
                    disk.move_new(source, target)
                except FileExistsError:  # something else put it there just now
                    target = self._free(name)
                else:
                    return target

    def remove(self, name: str) -> None:
        """Delete the file; FileNotFoundError when there is none."""
        path = self.path(name)
        path.unlink()
        disk.sync_folder(path.parent)

    def _free(self, name: str) -> Path:
        taken = {key(other) for other in os.listdir(self.folder)}
        free, number = name, 1
        while key(free) in taken:
            number += 1
            free = numbered(name, number)
        return self.folder / free


def _entry(item: os.DirEntry[str]) -> Entry | None:
    try:
        found = item.stat(follow_symlinks=False)
    except FileNotFoundError:  # removed while we looked
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Entry(item.name, found.st_size, guess_type(item.name), found.st_mtime)


def _plain(part: str) -> bool:
    """May this be one step of a path?"""
    return bool(part) and not part.startswith(".") and not set(part) & _NOT_PLAIN


def _is(path: Path, kind: Callable[[int], bool]) -> bool:
    try:
        return kind(os.lstat(path).st_mode)
    except (OSError, ValueError):  # missing, too long, below a file, not encodable
        return False
