"""The files in a session folder, as they are at this moment."""

import logging
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..media.types import guess_type
from .addresses import quoted
from .distinct_names import key
from .file_versions import version
from .names import MAX_DEPTH, is_transient, shown
from .openat import OpenFolder, opened, opened_inside

ENTRIES = "/_satchel/entry/"

FOLDER = "inode/directory"
"""The type of folders, as freedesktop.org names it."""

log = logging.getLogger(__name__)

# On Windows a backslash separates names, and a colon follows a drive or precedes a stream.
_NOT_PLAIN = set("\0/\\:" if os.name == "nt" else "\0/")

DROPPED = " ." if os.name == "nt" else ""
"""Characters that the system drops at the end of a name, which then stands for another file."""


@dataclass(frozen=True)
class Entry:
    """One file: its size in bytes, its media type by name, `modified` in seconds since 1970.

    `folder` is its folder below the session's (`holiday/beach`), "" at the top. `version` is
    another text whenever the content may be another one. In `SessionFolder.level` there are
    folders, too: of size 0 and type `inode/directory`.
    """

    name: str
    size: int
    type: str
    modified: float
    folder: str = ""
    version: str = field(default="", compare=False)

    @property
    def path(self) -> str:
        """Its folders and its name, with slashes, as `SessionFolder` takes it."""
        return f"{self.folder}/{self.name}" if self.folder else self.name

    @property
    def is_folder(self) -> bool:
        """Whether this is a folder."""
        return self.type == FOLDER

    @property
    def address(self) -> str:
        """The address of the file, for the session that owns it.

        It contains the version, so that a page requests a replaced file again.
        """
        return f"{ENTRIES}{quoted(self.path)}?v={self.version}"

    @property
    def thumbnail(self) -> str:
        """The address of a small picture of the file, for the session that owns the file.

        It contains the version, so that browsers do not show a replaced file from their cache.
        """
        return f"/_satchel/thumbnail/{quoted(self.path)}?v={self.version}"

    @property
    def label(self) -> str:
        """Its name as one line of text that cannot pretend to be another one.

        Each byte that is not UTF-8 is `�`, and so is each control character and each mark that
        turns the direction of what follows (CWE-451).
        """
        return shown(self.name)


def entries(folder: Path) -> list[Entry]:
    """The regular files below a folder, by path; without symlinks and what programs keep there.

    Files whose names start with a dot are listed: people put them there.
    """
    try:
        with opened(folder) as top:
            return sorted(_below(top, "", 0), key=place)
    except FileNotFoundError:
        return []


def entry_at(folder: Path, path: str) -> Entry | None:
    """The entry of one file below a folder, as `entries` would list it; None if it would not."""
    *parts, name = path.split("/")
    if len(parts) > MAX_DEPTH or not all(map(is_plain, [*parts, name])):
        return None
    try:
        with opened(folder, parts) as inside:
            return _described(name, inside.stat(name), "/".join(parts))
    except (OSError, ValueError):  # removed, or no folder on the way
        return None


def differences(
    folder: Path, known: Mapping[str, Entry], paths: Iterable[str]
) -> dict[str, Entry | None] | None:
    """Of paths, those that are not as they were known; None: one may have been a folder."""
    now = {path: entry_at(folder, path) for path in paths}
    if any(entry is None and path not in known for path, entry in now.items()):
        return None
    return {path: entry for path, entry in now.items() if not _is_same(known.get(path), entry)}


def _is_same(one: Entry | None, other: Entry | None) -> bool:
    return one == other and (one is None or other is None or one.version == other.version)


def place(entry: Entry) -> tuple[str, str]:
    """What `entries` sorts by."""
    return key(entry.path), entry.path


def level(folder: OpenFolder, path: str) -> list[Entry]:
    """The regular files and the folders in an open folder, by name, as in `entries`.

    Args:
        path: of the folder below the session's.
    """
    items = (item for item in folder.scan() if not is_transient(item.name))
    found = list(filter(None, (_entry(folder, item, path, folders=True) for item in items)))
    # Twice by a text takes half the time of once by two.
    found.sort(key=lambda entry: entry.name)
    found.sort(key=lambda entry: key(entry.name))
    return found


def _below(folder: OpenFolder, path: str, depth: int) -> Iterator[Entry]:
    for item in folder.scan():
        if is_transient(item.name):
            continue
        if item.is_dir(follow_symlinks=False):
            if depth < MAX_DEPTH:
                yield from _inside(folder, item.name, f"{path}/{item.name}".lstrip("/"), depth + 1)
        elif (entry := _entry(folder, item, path)) is not None:
            yield entry


def _inside(folder: OpenFolder, name: str, path: str, depth: int) -> Iterator[Entry]:
    try:
        with opened_inside(folder, name) as inner:
            yield from _below(inner, path, depth)
    except FileNotFoundError:  # removed while we looked
        return
    except OSError as error:
        log.warning("The folder %r cannot be read: %s", path, error)


def _entry(
    folder: OpenFolder, item: os.DirEntry[str], path: str, folders: bool = False
) -> Entry | None:
    try:
        found = folder.status(item)
    except FileNotFoundError:  # removed while we looked
        return None
    if folders and stat.S_ISDIR(found.st_mode):
        return Entry(item.name, 0, FOLDER, found.st_mtime, path)
    return _described(item.name, found, path)


def _described(name: str, found: os.stat_result, folder: str) -> Entry | None:
    if not stat.S_ISREG(found.st_mode):
        return None
    return Entry(name, found.st_size, guess_type(name), found.st_mtime, folder, version(found))


def is_plain(part: str) -> bool:
    """Whether this may be one step of a path to a file of a person, and only one step."""
    if part in ("", ".", "..") or names_another(part):
        return False
    return not set(part) & _NOT_PLAIN and not is_transient(part)


def names_another(part: str) -> bool:
    """Whether the system takes this step of a path for another name."""
    return part not in (".", "..") and part != part.rstrip(DROPPED)
