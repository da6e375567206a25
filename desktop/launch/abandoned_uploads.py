"""Removes expired uploads of programs that are not running.

Each program has its own upload folder. The uploads of a program that is never started again (its
file was moved, for example) would stay for ever, so other programs of the data folder expire them.
"""

import contextlib
import logging
from pathlib import Path

from core.files.clock import Clock
from core.uploads.expiry import UNSEEN, Expiry
from core.uploads.folder_store import FolderStore
from core.uploads.limits import UploadLimits
from core.uploads.upload import UploadsInUse
from desktop.start.instance import Instance
from desktop.start.plan import Plan

log = logging.getLogger("satchel.desktop")


def sweep(plan: Plan) -> None:
    """Remove expired uploads from the folders of programs that are not running. Blocks."""
    clock = Clock(plan.folders.data / "visits" / "uploads.clock", UNSEEN)
    for folder in plan.folders.uploads.iterdir():
        if folder.is_dir() and folder.name != plan.identity.mark:
            try:
                sweep_one(folder, Instance(plan.folders.data, folder.name), clock)
            except OSError as error:
                log.warning("Old uploads in %s could not be removed: %s", folder, error)


def sweep_one(folder: Path, program: Instance, clock: Clock) -> None:
    if not program.lock.take():
        return  # it is running, and does this itself
    try:
        Expiry(FolderStore(folder), UploadLimits(), UploadsInUse(), clock).remove_expired()
        with contextlib.suppress(OSError):  # some have not expired
            folder.rmdir()
    finally:
        program.lock.release()
