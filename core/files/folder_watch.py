"""Folder watches: the system says what changes below a folder, without being asked.

All who follow one folder share one watch, and all watches one observer with its threads, which end
with the last of them. Files that programs keep beside those of people are not reported.
"""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .mounts import is_remote
from .names import is_transient

MOST_PATHS = 500
"""Changed files that are named one by one; of more it is only known that something changed."""


class NotWatched(OSError):
    """The system cannot say what changes in this folder."""


class FolderChanges:
    """What has changed below a folder since it was last asked. Its methods block.

    Args:
        folder: which is watched with all below it.
        tell: called by another thread when something has changed.

    Attributes:
        failure: why the system no longer watches the whole folder; "" if it can.

    Raises:
        FileNotFoundError: there is no such folder.
        NotWatched: the system does not report its changes.
    """

    def __init__(self, folder: Path, tell: Callable[[], None]) -> None:
        self.folder = folder
        self._tell = tell
        self._paths: set[str] | None = set()
        self._lock = threading.Lock()
        self.failure = ""
        self._identity = _identity(folder)
        if self._identity is None:
            raise FileNotFoundError(errno.ENOENT, "There is no such folder", str(folder))
        if is_remote(folder):
            raise NotWatched("It is on a network disk, which reports no changes.")
        self._watch = _watches.follow(os.path.realpath(folder), self)

    def take(self) -> set[str] | None:
        """The paths of files that may have changed, below the folder, with slashes; None: any."""
        with self._lock:
            taken, self._paths = self._paths, set()
        return taken

    def are_over(self) -> bool:
        """Whether no more will come: the folder is another one now, or watching it has failed."""
        return bool(self.failure) or _identity(self.folder) != self._identity

    def close(self) -> None:
        """Stop following the folder."""
        _watches.leave(self._watch, self)

    def add(self, path: str | None) -> None:
        """A file changed; None: anything."""
        with self._lock:
            if path is None or (self._paths is not None and len(self._paths) >= MOST_PATHS):
                self._paths = None
            elif self._paths is not None:
                self._paths.add(path)
        self._tell()

    def fail(self, reason: str) -> None:
        """The folder, or one in it, cannot be watched."""
        self.failure = reason
        self._tell()


class _Watch:
    """A folder that the system watches, with those who follow it."""

    def __init__(self, path: str) -> None:
        self._prefix = path.rstrip(os.sep) + os.sep
        self.path = path
        self.followers: tuple[FolderChanges, ...] = ()
        self.handle: Any = None

    def dispatch(self, event: Any) -> None:
        """What the observer's thread calls."""
        for path in map(os.fsdecode, (event.src_path, event.dest_path)):
            if not path:
                continue
            if event.is_directory or not path.startswith(self._prefix):
                self.tell(None)
                continue
            inside = path.removeprefix(self._prefix).split(os.sep)
            if not any(map(is_transient, inside)):
                self.tell("/".join(inside))

    def contains(self, path: str) -> bool:
        """Whether it is about this folder."""
        return f"{path}{os.sep}".startswith(self._prefix)

    def tell(self, path: str | None) -> None:
        """Tell the followers that a file has changed; None: anything."""
        for follower in self.followers:
            follower.add(path)


class _Watches:
    """The watches of this process. They hold nothing of any application."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._observer: Any = None
        self._watches: dict[str, _Watch] = {}

    def follow(self, path: str, changes: FolderChanges) -> _Watch:
        with self._lock:
            watch = self._watches.get(path) or _Watch(path)
            watch.followers += (changes,)
            if watch.handle is None:
                self._watches[path] = watch
                try:
                    watch.handle = self._begun(watch)
                except Exception as error:
                    del self._watches[path]
                    self._end_observer()
                    if isinstance(error, FileNotFoundError):
                        raise
                    raise NotWatched(f"The system does not report them: {error}.") from error
            return watch

    def leave(self, watch: _Watch, changes: FolderChanges) -> None:
        with self._lock:
            watch.followers = tuple(each for each in watch.followers if each is not changes)
            if not watch.followers and self._watches.get(watch.path) is watch:
                del self._watches[watch.path]
                self._observer.unschedule(watch.handle)
                self._end_observer()

    def _begun(self, watch: _Watch) -> Any:
        try:
            # Only now: programs that show no folder start without it.
            from .system_observer import EVENTS, SystemObserver
        except ImportError as error:
            raise NotWatched(f"This system has no observer of folders: {error}") from error
        if self._observer is None:
            self._observer = SystemObserver(self._lost, self._failed)
            self._observer.start()
        return self._observer.schedule(watch, watch.path, recursive=True, event_filter=EVENTS)

    def _end_observer(self) -> None:
        if not self._watches and self._observer is not None:
            self._observer.stop()
            self._observer = None

    def _lost(self) -> None:
        for watch in tuple(self._watches.values()):
            watch.tell(None)

    def _failed(self, path: str, error: OSError) -> None:
        reason = f"The system does not report those of {path}: {error.strerror}."
        for watch in tuple(self._watches.values()):
            if watch.contains(path):
                for follower in watch.followers:
                    follower.fail(reason)


_watches = _Watches()


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(folder)
    except OSError:
        return None
    return found.st_dev, found.st_ino
