"""Placement: files go into folders; each folder is listed once and synced once for all of them."""

import errno
import os
import stat
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from weakref import WeakValueDictionary

from . import disk
from .beneath import Place, at, descriptor, held
from .entries import is_kind
from .errors import NotDurable
from .names import key, numbered, safe_name, safe_parts

_NAMING: WeakValueDictionary[str, threading.Lock] = WeakValueDictionary()

_CHANGED: dict[Path, object] = {}
"""Folders in which `make_folder` made others that were not synced since, and the last change."""

_CHANGING = threading.Lock()


def naming(folder: Path) -> threading.Lock:
    """Hold it to choose a free name in a folder and take it: one step in this process.

    Each folder has its own: one on a slow disk, or a network mount, holds up no others.
    """
    with _CHANGING:
        return _NAMING.setdefault(os.path.abspath(folder), threading.Lock())


def make_folder(folder: Path) -> list[Path]:
    """Make a folder and those around it, 0700, if missing; durable with the first file in it.

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
            unmake(made)
            raise
    with _CHANGING:
        _CHANGED[folder.parent] = object()
    return [*made, folder]


def unmake(made: Sequence[Path]) -> None:
    """Remove folders that were made for a file that did not come; not what others put there."""
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()


class Placement:
    """Files that are put into folders together; they are durable after `sync`."""

    def __init__(self) -> None:
        self._taken: dict[Path, TakenNames] = {}
        self._unsynced: set[Path] = set()

    def add(
        self, folder: Path, source: Path, name: str, below: str = "", *, follow: bool = True
    ) -> Path:
        """Move a file in as `SessionFolder.add` does; return where it lies.

        Args:
            follow: whether `folder` may be a symlink; those below it never are.
        """
        name, parts = safe_name(name), safe_parts(below, name)
        with disk.alone(source) as source, _Steps(folder, parts, follow) as steps:
            try:
                return self._add(steps, source, name)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
            return self._bring(steps, source, name)

    def _add(self, steps: "_Steps", source: Path, name: str) -> Path:
        """Move a file in from the same file system."""
        while (target := self._move(steps, self._made(steps), source, name)) is None:
            pass
        return target

    def _bring(self, steps: "_Steps", source: Path, name: str) -> Path:
        """Move a file in from another one."""
        target = None
        try:
            with disk.brought(source, self._made(steps)) as copy:
                target = self._add(steps, copy, name)
            return target
        except NotDurable as error:
            error.path = target or error.path
            raise

    def _move(self, steps: "_Steps", inside: Path, source: Path, name: str) -> Path | None:
        """None where somebody else took the name, or removed the folder, at the same moment."""
        taken = self._names(inside)
        with naming(inside):
            try:
                target = inside / taken.free(name)
                with steps.held(inside) as place:
                    disk.move_new(source, target, into=descriptor(place))
            except FileExistsError:
                taken.refused(target.name)
                return None
            except FileNotFoundError:
                if inside.is_dir():
                    raise  # it is the source that is not there
                return None
            taken.note(target.name)
        self._unsynced.add(inside)
        return target

    def replace(self, source: Path, target: Path) -> Path:
        """Move a file to a path, where another one is replaced; the path."""
        with disk.alone(source) as source:
            disk.move_over(source, target)
        self._unsynced.add(target.parent)
        return target

    def sync(self) -> None:
        """Make all of them durable; NotDurable where the disk failed."""
        failed: NotDurable | None = None
        while self._unsynced:
            folder = self._unsynced.pop()
            try:
                _sync(folder)
            except OSError as error:
                failed = NotDurable(folder, error)
                failed.__cause__ = error
        if failed:
            raise failed

    def _names(self, folder: Path) -> "TakenNames":
        return self._taken.setdefault(folder, TakenNames(folder))

    def _made(self, steps: "_Steps") -> Path:
        """The folder of these steps. One that is there in another case is the same."""
        self._make(steps.folder, steps)
        with suppress(FileNotFoundError), steps.held(steps.folder):  # it is no symlink
            pass
        folder = steps.folder
        for part in steps.parts:
            folder = self._step(folder, part, steps)
        return folder

    def _make(self, folder: Path, steps: "_Steps") -> None:
        steps.made += make_folder(folder)
        self._unsynced.update(each for each in folder.parents if each in _CHANGED)

    def _step(self, folder: Path, part: str, steps: "_Steps") -> Path:
        """The folder `part` in a folder, made if it is missing."""
        while True:
            try:
                with naming(folder):
                    return self._stepped(folder, part, steps)
            except FileNotFoundError:  # emptied, and with that removed, by another window
                self._make(folder, steps)

    def _stepped(self, folder: Path, part: str, steps: "_Steps") -> Path:
        taken = self._names(folder)
        while True:
            path = folder / taken.free(part, _is_folder_or_gone)
            if is_kind(path, stat.S_ISDIR):
                return path
            try:
                with steps.held(folder) as place:
                    at(os.mkdir, place, path.name, 0o700)
            except FileExistsError:  # something else put it there just now
                taken.refused(path.name)
            else:
                steps.made.append(path)
                taken.note(path.name)
                self._unsynced.add(folder)
                return path


class _Steps:
    """The folders that a file goes into; those that were made for it go where it does not come."""

    def __init__(self, folder: Path, parts: list[str], follow: bool) -> None:
        self.folder, self.parts, self.follow = folder, parts, follow
        self.made: list[Path] = []

    def held(self, inside: Path) -> AbstractContextManager[Place]:
        """One of the folders: no symlink, but for the first one where that is followed."""
        return held(self.folder, inside.relative_to(self.folder).parts, follow=self.follow)

    def __enter__(self) -> "_Steps":
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is not None and not isinstance(error, NotDurable):
            unmake(self.made)


def _sync(folder: Path) -> None:
    change = _CHANGED.get(folder)
    with suppress(FileNotFoundError):  # somebody removed it, with what was in it
        disk.sync_folder(folder)
    with _CHANGING:
        if change is not None and _CHANGED.get(folder) is change:
            del _CHANGED[folder]


class TakenNames:
    """The names in one folder: listed again only when something else has changed it.

    That shows in the folder's time, which we set to the nanosecond after each change of ours:
    file systems put down their clock's last tick, so no other change has the same. What slips in
    within our own change is still refused by the disk where the names are equal.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: tuple[int, int, int] | None = None
        self._names: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def free(self, name: str, is_free: Callable[[Path], bool] = lambda path: False) -> str:
        """`name`, with a number where something in the folder has it.

        Args:
            is_free: whether what has the name may be used, too.
        """
        if self._seen is None or self._seen != self._now():
            self._list()
        wanted = key(name)
        free, number = name, 1
        while (other := self._names.get(key(free))) is not None:
            if is_free(self._folder / other):
                return other
            number = max(number, self._numbers.get(wanted, 1)) + 1
            free = numbered(name, number)
            self._numbers[wanted] = number
        return free

    def note(self, name: str) -> None:
        """We put that there."""
        self._names[key(name)] = name
        self._mark()

    def refused(self, name: str) -> None:
        """The disk says that it is taken."""
        self._list()
        self._names.setdefault(key(name), name)

    def _list(self) -> None:
        self._mark()  # before the list: what changes meanwhile shows
        self._names = {key(name): name for name in os.listdir(self._folder)}
        self._numbers = {}

    def _mark(self) -> None:
        """From now on every change of somebody else shows."""
        try:
            found = self._folder.stat()
            os.utime(self._folder, ns=(found.st_atime_ns, time.time_ns()))
            self._seen = self._now()
        except OSError:  # a folder of somebody else, or gone: we have to look each time
            self._seen = None

    def _now(self) -> tuple[int, int, int]:
        found = self._folder.stat()
        return found.st_dev, found.st_ino, found.st_mtime_ns


def _is_folder_or_gone(path: Path) -> bool:
    return is_kind(path, stat.S_ISDIR) or not os.path.lexists(path)
