"""Removals: files that the disk refused to remove count as gone, and are removed when it allows."""

import logging
import os
import threading
from pathlib import Path

from ..files import disk

log = logging.getLogger(__name__)

MOST = 10_000
"""Paths that are remembered; what is more is found by its age (`FolderStore.orphans`)."""


class Removals:
    """Removes files and folders, now or later. All calls block; none raises what the disk says."""

    def __init__(self) -> None:
        self._paths: dict[Path, None] = {}
        self._changing = threading.Lock()

    def __contains__(self, path: Path) -> bool:
        return path in self._paths

    def remove(self, *paths: Path) -> None:
        """Remove what lies at the paths; `retry` tries again what the disk refuses to remove."""
        for path in paths:
            if (error := _removed(path)) and os.path.lexists(path):
                log.error("%s cannot be removed now; trying again later: %s", path, error)
                with self._changing:
                    if len(self._paths) < MOST:
                        self._paths[path] = None

    def retry(self) -> None:
        """Remove what is left, up to the first path that the disk still refuses to remove.

        That one is the last to be tried again: a file that is in use holds up no others.
        """
        for path in list(self._paths):
            is_left = _removed(path) and os.path.lexists(path)
            with self._changing:
                self._paths.pop(path, None)
                if is_left:
                    self._paths[path] = None
                    return


def _removed(path: Path) -> OSError | None:
    """Why the disk refused, if it did."""
    try:
        disk.remove(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        return error
    return None
