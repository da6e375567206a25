"""Original names: what files were called whose names the disk cannot hold.

A file keeps its original name in an extended attribute, beside the name that it got: so it goes
where the file goes, and ends when people rename the file. Where the system or the disk has no such
attributes, the session keeps it (`name_index`).
"""

from __future__ import annotations

import errno
import json
import logging
import os
import sys
from pathlib import Path

from . import disk, name_index
from .errors import UnsafeName
from .names import legal_name

log = logging.getLogger(__name__)

ATTRIBUTE = "user.satchel.name"

_HAS_NONE = {errno.ENOTSUP, errno.ENOSYS, errno.EPERM, errno.ENOSPC, errno.E2BIG, errno.ERANGE}


def keep(path: Path, original: str) -> None:
    """Note durably what a file was called. Without that, nothing but its name is lost."""
    try:
        if not _keep_with_file(path, original):
            name_index.note(path, original)
    except OSError as error:
        log.error("The name %r is not kept with %s: %s", original, path, error)


def _keep_with_file(path: Path, original: str) -> bool:
    """Whether the disk keeps the name with the file."""
    if sys.platform != "linux":
        return False
    try:
        os.setxattr(path, ATTRIBUTE, json.dumps([path.name, original]).encode())
    except OSError as error:
        if error.errno in _HAS_NONE:
            return False
        raise
    disk.sync_file(path)
    return True


def original_name(path: Path) -> str:
    """The name that a file had, as this system can hold it; without another one its own."""
    noted = _noted(path)
    try:
        return path.name if noted is None else legal_name(noted)
    except UnsafeName:  # anybody may write what is there
        return path.name


def _noted(path: Path) -> str | None:
    """What the disk or the session knows of the name that a file had."""
    if sys.platform == "linux":
        try:
            given, original = json.loads(os.getxattr(path, ATTRIBUTE, follow_symlinks=False))
            return str(original) if given == path.name else None
        except (OSError, ValueError, TypeError):
            pass
    return name_index.find(path)


def original_path(top: Path, path: str) -> str:
    """A path below a folder with the original name of the file."""
    around, slash, _ = path.rpartition("/")
    return around + slash + original_name(top / path)
