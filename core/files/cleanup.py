"""Cleanup of session folders: what a crash left hidden (unfinished copies, removed files) and, if a
setting says so, the folders of sessions without a recent visit are removed.
"""

import itertools
import logging
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ..sizes import size_text
from . import disk, name_index, trash_removal
from .clock import DAY, Clock
from .copies import TEMPORARY_NAME
from .removal import HIDDEN_NAME
from .visits import Visits

log = logging.getLogger(__name__)

# Programs may keep other folders beside those of the sessions.
_SESSION = re.compile(r"[0-9a-f]{32}")


def remove_unvisited(
    roots: Sequence[Path],
    days: float,
    is_used: Callable[[str], bool],
    visits: Visits,
    clock: Clock,
) -> list[str]:
    """Remove the folders of sessions without a visit for `days`; return their ids. Blocks.

    A session without a recorded visit counts as visited now. Those of which one of the folders has
    changed are kept as well.

    Args:
        roots: each contains a folder for each session.
        is_used: whether a session has an open page or an unfinished upload.
    """
    removed = []
    found: dict[str, list[Path]] = {}
    for folder in itertools.chain.from_iterable(map(_sessions, roots)):
        found.setdefault(folder.name, []).append(folder)
    for name, folders in found.items():
        if is_used(name) or not all(_is_old(each, days, visits, clock) for each in folders):
            continue
        if all([_remove(each, days) for each in folders]):
            visits.forget(name)
            for folder in folders:
                name_index.forget(folder)
            removed.append(name)
    return removed


def remove_leftovers(sessions: Path, clock: Clock) -> list[Path]:
    """Remove copies that have been unfinished, and files removed, for two days; return their paths.

    Blocks.
    """
    return [path for path in _leftovers(sessions) if _is_older(path, clock) and _removed(path)]


def _is_old(folder: Path, days: float, visits: Visits, clock: Clock) -> bool:
    if clock.age(_last(folder)) < days * DAY:
        return False
    visited = visits.last(folder.name)  # read last, because looking at all files is slow
    if visited is None:
        visits.mark(folder.name)
        visited = time.time()
    return clock.age(visited) >= days * DAY


def _leftovers(sessions: Path) -> Iterator[Path]:
    for session in _sessions(sessions):
        for inside, folders, files in os.walk(session):
            yield from (Path(inside, name) for name in files if TEMPORARY_NAME.fullmatch(name))
            yield from (Path(inside, name) for name in folders if HIDDEN_NAME.fullmatch(name))


def _is_older(path: Path, clock: Clock) -> bool:
    try:
        return clock.age(path.lstat().st_mtime) > 2 * DAY  # a jump of the clock may account for one
    except FileNotFoundError:
        return False


def _removed(path: Path) -> bool:
    try:
        if path.is_symlink():
            path.unlink()
        elif path.name.endswith(".trashing"):
            trash_removal.send_all(path)
        else:
            disk.remove(path)
    except OSError as error:
        log.error("Could not remove %s, which a crash left behind: %s", path, error)
        return False
    log.info("Removed %s, which a crash left behind.", path)
    return True


def _sessions(folder: Path) -> Iterator[Path]:
    try:
        with os.scandir(folder) as found:
            names = [item.name for item in found if item.is_dir(follow_symlinks=False)]
    except FileNotFoundError:
        return
    yield from (folder / name for name in names if _SESSION.fullmatch(name))


def _all(folder: Path) -> Iterator[os.stat_result]:
    """The status of a folder and all its content; symlinks are not followed."""
    yield folder.lstat()
    for inside, folders, files in os.walk(folder):
        for name in (*folders, *files):
            yield Path(inside, name).lstat()


def _last(folder: Path) -> float:
    """When something in the folder was last added, removed, written or renamed."""
    try:
        return max(max(found.st_mtime, found.st_ctime) for found in _all(folder))
    except OSError:  # it is changing right now
        return time.time()


def _remove(folder: Path, days: float) -> bool:
    try:
        size = size_text(sum(found.st_size for found in _all(folder)))
        disk.patiently(shutil.rmtree, folder)
    except OSError as error:
        log.error("Could not remove the old session folder %s: %s", folder, error)
        return False
    log.info("Removed the session folder %s (%s): not visited for %g days.", folder, size, days)
    return True
