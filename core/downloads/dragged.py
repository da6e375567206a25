"""Files for other programs: what a program names -> paths whose names are those that people know.

A program that people drop files on sees the paths. So a file whose name differs from the one on the
disk, or is that of another file in the same drag, is given a second name in a folder of its own.
"""

from __future__ import annotations

import logging
import os
import secrets
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ..elements.drag_files import files_in
from ..files import copies, disk
from ..files.distinct_names import distinct_paths
from ..files.entries import Entry
from ..files.errors import FileError, UnsafeName
from ..files.names import legal_name
from ..files.original_names import original_name
from ..files.received_file import File
from ..files.session_folder import SessionFolder
from ..language.reasons import reason
from ..language.texts import _, ngettext
from ..sizes import size_text
from ..words import well_formed

log = logging.getLogger(__name__)

MOST_FILES = 10_000
"""Files at a time: some programs read the list of them more than once while it is dragged."""

MOST_COPIED = 2_000_000_000
"""Bytes that are copied or generated for one drag; a person holds the mouse button meanwhile."""

KEPT = 24 * 3600.0
"""Seconds for which they are kept: an upload may read them long after the drop."""


class Ready(NamedTuple):
    """Paths that another program can be given.

    `are_originals`: whether taking them away takes the files away.
    """

    paths: list[Path]
    are_originals: bool


class Named(NamedTuple):
    """A file or folder, and the name under which another program is to know it."""

    path: Path
    name: str


def named(files: Any, folder: SessionFolder) -> list[Named]:
    """The paths and names of files as programs name them (`drag_files`).

    Args:
        folder: the session folder that the entries are in.

    Raises:
        FileError: an entry is gone, or there are too many.
    """
    given = files_in(files)
    check_count(given)
    return [_named(file, folder) for file in given]


def check_count(files: Sequence[Any]) -> None:
    """Raise FileError if there are too many."""
    if len(files) > MOST_FILES:
        most = MOST_FILES
        raise FileError(_("At most {count} files can be dragged or copied at a time.", count=most))


def _named(file: Any, folder: SessionFolder) -> Named:
    if isinstance(file, Entry):
        try:
            path = folder.path(file.path, folders=file.is_folder)
            return Named(path, original_name(path))
        except FileNotFoundError:
            raise gone([file.label]) from None
    if isinstance(file, File):
        return Named(file.path.absolute(), file.name)
    name, path = file if isinstance(file, tuple) else (None, file)
    path = Path(path).absolute()
    return Named(path, name or original_name(path))


def gone(names: Sequence[str]) -> FileError:
    """Files have vanished."""
    name, others = well_formed(names[0]), len(names) - 1
    if others == 0:
        return FileError(_("“{name}” is no longer there.", name=name))
    return FileError(
        ngettext(
            "“{name}” and {count} other file are no longer there.",
            "“{name}” and {count} other files are no longer there.",
            others,
            name=name,
        )
    )


def check_all(paths: Sequence[Path], names: Sequence[str] = ()) -> None:
    """Raise FileError if some files are no longer there. Blocks.

    Args:
        names: what people call them; by default their own.
    """
    if missing := vanished(paths, names):
        raise gone(missing)


def vanished(paths: Sequence[Path], names: Sequence[str] = ()) -> list[str]:
    """The names of files that are no longer there. Blocks.

    Args:
        names: what people call them; by default their own.
    """
    named = zip(paths, names or [path.name for path in paths], strict=True)
    return [name for path, name in named if not path.exists()]


class SecondNames:
    """Folders for files that other programs are to know by other names. Any thread may call it.

    Args:
        root: on the same disk as the sessions, so that a second name costs nothing.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    def place(self) -> Path:
        """A new folder, which is kept for a day."""
        return disk.private_folder(self._root / secrets.token_hex(8))

    def ready(self, files: Sequence[Named]) -> Ready:
        """A path for each file, with the name that it is to have. Blocks.

        Raises:
            FileError: one is gone, or cannot be read or copied.
        """
        check_all([file.path for file in files], [file.name for file in files])
        names = distinct_paths(_plain_name(file) for file in files)
        to_copy = _Limit()
        found, are_originals = [], True
        for file, name in zip(files, names, strict=True):
            path = Path(os.path.realpath(file.path))  # a file manager would copy the link itself
            if not os.access(path, os.R_OK):
                raise FileError(_("“{name}” may not be read.", name=well_formed(file.name)))
            is_right = name == path.name or path.is_dir()
            found.append(path if is_right else self._second_name(path, name, to_copy))
            are_originals = are_originals and is_right and not file.path.is_symlink()
        return Ready(found, are_originals)

    def sweep(self) -> None:
        """Remove old folders. Blocks."""
        for folder in self._root.glob("*"):
            try:
                if time.time() - folder.stat().st_mtime > KEPT:
                    disk.remove(folder)
            except OSError as error:
                log.warning("%s could not be removed: %s", folder, error)

    def _second_name(self, path: Path, name: str, to_copy: _Limit) -> Path:
        second = self.place() / name
        try:
            os.link(path, second)
        except OSError:  # another disk, or one without hard links
            to_copy.add(path)
            try:
                copies.append_file(path, second, path.stat().st_size)
            except OSError as error:
                disk.discard(second)
                why = {"name": well_formed(name), "reason": reason(error)}
                raise FileError(_("“{name}” could not be copied: {reason}.", **why)) from error
        return second


class _Limit:
    """Counts the bytes that are copied for a drag."""

    def __init__(self) -> None:
        self._bytes = 0

    def add(self, path: Path) -> None:
        self._bytes += path.stat().st_size
        if self._bytes > MOST_COPIED:
            raise too_large(path.name)


def too_large(name: str) -> FileError:
    """More would have to be made than a person waits for."""
    return FileError(
        _(
            "“{name}” is not ready to be dragged: at most {size} are copied or made for that. "
            "Save it instead.",
            name=well_formed(name),
            size=size_text(MOST_COPIED),
        )
    )


def _plain_name(file: Named) -> str:
    """The name as the file system of the person can hold it."""
    if file.name == file.path.name:
        return file.name
    try:
        return legal_name(file.name)
    except UnsafeName:
        return file.path.name


def expanded(files: Iterable[Named]) -> list[tuple[str, Path]]:
    """The files, with those in folders by their paths below these, as a ZIP takes them. Blocks."""
    found: list[tuple[str, Path]] = []
    for path, name in files:
        if path.is_dir():
            below = SessionFolder(path).list()
            found += [(f"{name}/{entry.path}", path / entry.path) for entry in below]
        else:
            found.append((name, path))
    return found
