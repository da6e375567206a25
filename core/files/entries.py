"""What lies in a session folder, as it is at this moment."""

import logging
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..media.types import guess_type
from .beneath import Place, held, inside
from .names import MAX_DEPTH, as_text, key, quoted

log = logging.getLogger(__name__)

# On Windows a backslash separates, and a colon names a drive or a stream.
_NOT_PLAIN = set("\0/\\:" if os.name == "nt" else "\0/")


@dataclass(frozen=True)
class Entry:
    """One file: its size in bytes, its media type by name, `modified` in seconds since 1970.

    `folder` is where it lies below the session's folder (`holiday/beach`), "" at its top.
    """

    name: str
    size: int
    type: str
    modified: float
    folder: str = ""

    @property
    def path(self) -> str:
        """Its folders and its name, with slashes: what `SessionFolder` knows it by."""
        return f"{self.folder}/{self.name}" if self.folder else self.name

    @property
    def thumbnail(self) -> str:
        """The address of a small picture of the file, for the session whose file it is.

        The time is in it, so that a replaced file is not shown from the browser's cache.
        """
        return f"/_satchel/thumbnail/{quoted(self.path)}?v={self.modified}"

    @property
    def label(self) -> str:
        """Its name as text: what is no UTF-8 in it, as old disks and archives have, is `�`."""
        return as_text(self.name)


def entries(folder: Path) -> list[Entry]:
    """The regular files below a folder, by path; what is hidden and symlinks are left out."""
    try:
        with held(folder) as place:
            return sorted(_below(place, "", 0), key=lambda entry: (key(entry.path), entry.path))
    except FileNotFoundError:
        return []


def _below(place: Place, path: str, depth: int) -> Iterator[Entry]:
    with os.scandir(place) as found:
        items = [item for item in found if is_plain(item.name)]
    for item in items:
        if item.is_dir(follow_symlinks=False):
            if depth < MAX_DEPTH:
                yield from _inside(place, item.name, f"{path}/{item.name}".lstrip("/"), depth + 1)
        elif (entry := _entry(item, path)) is not None:
            yield entry


def _inside(place: Place, name: str, path: str, depth: int) -> Iterator[Entry]:
    try:
        with inside(place, name) as inner:
            yield from _below(inner, path, depth)
    except FileNotFoundError:  # removed while we looked
        return
    except OSError as error:
        log.warning("The folder %r cannot be read: %s", path, error)


def _entry(item: os.DirEntry[str], path: str) -> Entry | None:
    try:
        found = item.stat(follow_symlinks=False)
    except FileNotFoundError:  # removed while we looked
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Entry(item.name, found.st_size, guess_type(item.name), found.st_mtime, path)


def is_plain(part: str) -> bool:
    """May this be one step of a path?"""
    return bool(part) and not part.startswith(".") and not set(part) & _NOT_PLAIN


def is_kind(path: Path, kind: Callable[[int], bool]) -> bool:
    """Whether there is such a thing (`stat.S_ISREG`, ...) at the path, and no symlink."""
    try:
        return kind(os.lstat(path).st_mode)
    except (OSError, ValueError):  # missing, too long, below a file, not encodable
        return False
