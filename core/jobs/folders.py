"""The folders of jobs, for the files that they work on and that they make."""

from __future__ import annotations

import logging
import os
import secrets
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from ..files import disk

if TYPE_CHECKING:
    # Loaded with the first job: it loads twenty modules, among them a database.
    from filelock import FileLock

log = logging.getLogger(__name__)

LOCK = ".lock"


class JobFolders:
    """A folder for the jobs of this process, with one for each of them.

    Other processes may have theirs beside it; a lock says whether their process still runs.

    Args:
        root: contains the folders of all processes.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._ours = root / secrets.token_hex(8)
        self._lock: FileLock | None = None  # until there is a job
        self._changing = threading.Lock()

    def of(self, job_id: str) -> Path:
        """The folder of a job, which may not exist yet."""
        return self._ours / job_id

    def add(self, job_id: str) -> Path:
        """The folder of a new job, in ours, which the first job makes. Blocks."""
        with self._changing:
            if self._lock is None:
                disk.private_folder(self._root)
                lock = _lock_of(self._ours)
                _take(lock)  # before there is a folder that another process could remove
                disk.private_folder(self._ours)
                self._lock = lock
        return self.of(job_id)

    def close(self) -> None:
        """Remove all that is ours. Blocks."""
        with self._changing:
            if self._lock is not None:
                remove(self._ours)
                self._lock.release()
                disk.discard(Path(self._lock.lock_file))
                self._lock = None

    def size(self, job_id: str) -> int:
        """The bytes of a job's files. Blocks."""
        found = (Path(top, name) for top, _, names in os.walk(self.of(job_id)) for name in names)
        return sum(map(_size, found))

    def remove_leftovers(self) -> None:
        """Remove the folders of processes that have ended. Blocks."""
        folders = [path for path in self._root.glob("*") if path.suffix != LOCK]
        for folder in folders:
            lock = _lock_of(folder)
            if folder != self._ours and _take(lock):
                log.info("Removing the files of jobs of a program that was killed: %s", folder)
                remove(folder)
                lock.release()
                disk.discard(Path(lock.lock_file))


def _lock_of(folder: Path) -> FileLock:
    from filelock import FileLock

    # Not bound to a thread: it is taken and released on different ones.
    return FileLock(folder.with_suffix(LOCK), mode=0o600, thread_local=False)


def _take(lock: FileLock) -> bool:
    """Take a lock without waiting; whether it is ours now. Where files have no locks, it is not."""
    from filelock import Timeout

    try:
        lock.acquire(blocking=False)
    except Timeout:
        return False
    except (NotImplementedError, OSError) as error:
        log.warning("%s cannot be locked: %s", lock.lock_file, error)
        return False
    return True


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:  # it has just been removed
        return 0


def remove(folder: Path) -> None:
    """Remove a folder with its content; log a failure of the disk. Blocks."""
    try:
        disk.patiently(shutil.rmtree, folder)
    except FileNotFoundError:
        pass
    except OSError as error:
        log.error("Could not remove %s, which is no longer needed: %s", folder, error)
