"""The folders of jobs, for the files that they work on and that they make."""

from __future__ import annotations

import logging
import secrets
import shutil
from pathlib import Path

from ..files import disk
from ..files.file_lock import Lock

log = logging.getLogger(__name__)

LOCK = "lock"


class JobFolders:
    """A folder for the jobs of this process, with one for each of them.

    Other processes may have theirs beside it; a lock says whether their process still runs.

    Args:
        root: contains the folders of all processes.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._ours = root / secrets.token_hex(8)
        self._lock = Lock(self._ours / LOCK)

    def of(self, job_id: str) -> Path:
        """The folder of a job, which may not exist yet."""
        return self._ours / job_id

    def open(self) -> None:
        """Remove the folders of processes that have ended, and make ours. Blocks."""
        disk.private_folder(self._root)
        for folder in list(self._root.iterdir()):
            self._remove_leftover(folder)
        disk.private_folder(self._ours)
        self._lock.take()

    def close(self) -> None:
        """Remove all that is ours. Blocks."""
        self._lock.release()
        remove(self._ours)

    def _remove_leftover(self, folder: Path) -> None:
        lock = Lock(folder / LOCK)
        try:
            if not lock.take():
                return  # its process runs
        except OSError as error:
            log.warning("%s is not removed: %s", folder, error)
            return
        lock.release()
        log.info("Removing the files of jobs of a program that was killed: %s", folder)
        remove(folder)


def remove(folder: Path) -> None:
    """Remove a folder with its content; log a failure of the disk. Blocks."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except OSError as error:
        log.error("Could not remove %s, which is no longer needed: %s", folder, error)
