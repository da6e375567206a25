"""Retiring: what is old in the folders of sessions.

Copies that a crash broke off are removed; where a setting says so, folders that nobody used for
long are, too.
"""

import logging
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from . import disk
from .sizes import size_text

log = logging.getLogger(__name__)

DAY = 24 * 3600.0

# Programs may keep other folders beside those of the sessions.
_SESSION = re.compile(r"[0-9a-f]{32}")


def retire(sessions: Path, days: float, is_used: Callable[[str], bool]) -> list[str]:
    """Remove the folders in which nothing changed for so many days; the sessions' ids. Blocks.

    Args:
        is_used: whether a session has a page open, or an upload on its way.
    """
    before = time.time() - days * DAY
    old = [each for each in _sessions(sessions) if not is_used(each.name) and _last(each) < before]
    return [folder.name for folder in old if _remove(folder, days)]


def tidy(sessions: Path) -> list[Path]:
    """Remove copies that were not finished within a day: a crash broke them off. Blocks."""
    before = time.time() - DAY
    old = [path for path in _copies(sessions) if _is_older(path, before)]
    return [path for path in old if _removed(path)]


def _copies(sessions: Path) -> Iterator[Path]:
    for session in _sessions(sessions):
        for inside, _, files in os.walk(session):
            yield from (Path(inside, name) for name in files if disk.BESIDE.fullmatch(name))


def _is_older(path: Path, before: float) -> bool:
    try:
        return path.lstat().st_mtime < before
    except FileNotFoundError:
        return False


def _removed(path: Path) -> bool:
    try:
        path.unlink()
    except OSError as error:
        log.error("%s, which a crash left behind, could not be removed: %s", path, error)
        return False
    log.info("Removed %s: a copy that a crash broke off.", path)
    return True


def _sessions(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as found:
            names = [item.name for item in found if item.is_dir(follow_symlinks=False)]
    except FileNotFoundError:
        return
    yield from (folder / name for name in names if _SESSION.fullmatch(name))


def _all(folder: Path) -> Iterator[os.stat_result]:
    """What is known of a folder and of all that lies in it; symlinks are not followed."""
    yield folder.lstat()
    for inside, folders, files in os.walk(folder):
        for name in (*folders, *files):
            yield Path(inside, name).lstat()


def _last(folder: Path) -> float:
    """When something in the folder changed last: put in, taken away, written or renamed."""
    try:
        return max(max(found.st_mtime, found.st_ctime) for found in _all(folder))
    except OSError:  # it is changing now
        return time.time()


def _remove(folder: Path, days: float) -> bool:
    try:
        size = size_text(sum(found.st_size for found in _all(folder)))
        shutil.rmtree(folder)
    except OSError as error:
        log.error("The old session folder %s could not be removed: %s", folder, error)
        return False
    log.info("Removed the session folder %s (%s): unused for %g days.", folder, size, days)
    return True
