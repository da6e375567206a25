"""The trash of the system, as the freedesktop.org Trash specification 1.0 describes it.

A file is only ever renamed into a trash on its own disk, never copied. What it was called and where
it was is noted, durably, before that: a kill leaves it where it was or in the trash. `send2trash`
does neither, so other systems get their trash from there, and Linux from here.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import quote

from ..language.reasons import reason
from ..language.texts import _
from . import disk, moves
from .openat import OpenFolder, opened

INFO = ".trashinfo"

if sys.platform == "win32":  # which has a trash of another kind
    _USER = -1
else:
    _USER = os.getuid()

_MOST_BYTES = 255 - len(INFO)  # of a name in the trash


@dataclass(frozen=True)
class Trash:
    """A folder with the files that were removed, and notes on them.

    Attributes:
        folder: contains `files` and `info`.
        top: of the disk, which paths are relative to; None for the trash of the person's home.
    """

    folder: Path
    top: Path | None

    def note(self, path: Path) -> Place:
        """Note where a file is, and thereby take a name in the trash; `sync` makes it durable."""
        for part in ("files", "info"):
            disk.private_folder(self.folder / part)
        noted = quote(os.fsencode(path.relative_to(self.top) if self.top else path))
        date = time.strftime("%Y-%m-%dT%H:%M:%S")
        text = f"[Trash Info]\nPath={noted}\nDeletionDate={date}\n"
        with self.opened("info") as info, self.opened("files") as files:
            for number in count(1):
                name = name_in_trash(path.name, number)
                if _is_taken(files, name):  # without a note
                    continue
                with suppress(FileExistsError):
                    _write(info, name + INFO, text.encode())
                    return Place(self, name)
        raise AssertionError

    def opened(self, part: str) -> AbstractContextManager[OpenFolder]:
        """One of its two folders; only in people's homes may the trash be a symlink."""
        return opened(self.folder, [part], follow=self.top is None)


@dataclass(frozen=True)
class Place:
    """The place of a file in a trash."""

    trash: Trash
    name: str

    def fill(self, inside: OpenFolder, name: str) -> os.stat_result:
        """Move the file in; its status, by which `take_back` knows it."""
        with self.trash.opened("files") as files:
            moves.move_new(
                inside.path / name, files.path / self.name, inside.descriptor, files.descriptor
            )
            return files.stat(self.name)

    def take_back(self, known: os.stat_result, inside: OpenFolder, name: str) -> None:
        """Move the file out again, to a name that must be free.

        Raises:
            FileNotFoundError: it is no longer in the trash.
        """
        with self.trash.opened("files") as files:
            if not os.path.samestat(files.stat(self.name), known):
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            moves.move_new(
                files.path / self.name, inside.path / name, files.descriptor, inside.descriptor
            )
        self.forget()

    def forget(self) -> None:
        """Remove the note."""
        with suppress(OSError), self.trash.opened("info") as info:
            info.call(os.unlink, self.name + INFO)


def note(inside: OpenFolder, name: str) -> Place:
    """Take a place for a file in a trash on its disk.

    Raises:
        OSError: there is none that can be used; the file is where it was.
    """
    path = Path(os.path.realpath(inside.path)) / name
    first: OSError | None = None
    for trash in _found(path, inside.stat(name).st_dev):
        try:
            return trash.note(path)
        except OSError as error:
            first = first or error
    if first is not None:
        raise OSError(
            first.errno or errno.EIO, _("the trash cannot be used ({reason})", reason=reason(first))
        ) from first
    raise OSError(errno.EXDEV, _("its disk has no trash that can be used"))


def sync(places: Sequence[Place]) -> None:
    """Make notes durable."""
    for trash in dict.fromkeys(place.trash for place in places):
        info = trash.folder / "info"
        notes = [info / (place.name + INFO) for place in places if place.trash == trash]
        if len(notes) == 1:
            disk.sync_file(notes[0])
        else:
            disk.sync_files(notes)
        disk.sync_folder(info)


def name_in_trash(name: str, number: int) -> str:
    """A name for a file in the trash: with a number, and short enough for its note."""
    stem, end = os.path.splitext(name)
    if len(os.fsencode(end)) > 50:
        stem, end = name, ""
    end = f".{number}{end}" if number > 1 else end
    room = _MOST_BYTES - len(os.fsencode(end))
    start = os.fsencode(stem)
    return (stem if len(start) <= room else start[:room].decode(errors="ignore")) + end


def _found(path: Path, device: int) -> Iterator[Trash]:
    """The trashes that may take a file, the best first."""
    home = _home()
    if _device(home) == device:
        yield Trash(home, None)
    top = path.parent
    while not os.path.ismount(top):
        top = top.parent
    if top.parent == top and _device(home) == device:
        return  # people have no trash at the top of the system's own disk
    shared = top / ".Trash"
    with suppress(OSError):
        mode = shared.lstat().st_mode
        if stat.S_ISDIR(mode) and mode & stat.S_ISVTX and _is_ours(shared / str(_USER)):
            yield Trash(shared / str(_USER), top)
    with suppress(OSError):
        if _is_ours(top / f".Trash-{_USER}"):
            yield Trash(top / f".Trash-{_USER}", top)


def _home() -> Path:
    folder = os.environ.get("XDG_DATA_HOME", "")
    data = Path(folder) if os.path.isabs(folder) else Path.home() / ".local/share"
    return data / "Trash"


def _is_ours(folder: Path) -> bool:
    """Whether this is a folder of this user and no symlink; made where it is missing."""
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == _USER


def _device(path: Path) -> int:
    """The disk that a path is on, or will be when it is made."""
    while True:
        try:
            return path.stat().st_dev
        except FileNotFoundError:
            path = path.parent
        except OSError:  # it cannot be used
            return -1


def _is_taken(folder: OpenFolder, name: str) -> bool:
    try:
        folder.stat(name)
    except FileNotFoundError:
        return False
    return True


def _write(folder: OpenFolder, name: str, text: bytes) -> None:
    descriptor = disk.create_private(name, folder.descriptor)
    try:
        disk.write_all(descriptor, text)
    except BaseException:
        folder.call(os.unlink, name)
        raise
    finally:
        os.close(descriptor)
