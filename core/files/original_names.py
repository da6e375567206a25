"""Original names: what files were called whose names the disk cannot hold.

A file keeps its original name in an extended attribute, beside the name that it got: so it goes
where the file goes, and ends when people rename the file. Where the system or the disk has no such
attributes, nothing is kept.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import sys
from pathlib import Path

from . import disk
from .errors import UnsafeName
from .names import legal_name

log = logging.getLogger(__name__)

ATTRIBUTE = "user.satchel.name"

_HAS_NONE = {errno.ENOTSUP, errno.EPERM, errno.ENOSPC, errno.E2BIG, errno.ERANGE}


def keep(path: Path, original: str) -> None:
    """Note durably what a file was called. Without that, nothing but its name is lost."""
    if sys.platform != "linux":
        return
    try:
        os.setxattr(path, ATTRIBUTE, json.dumps([path.name, original]).encode())
        disk.sync_file(path)
    except OSError as error:
        level = logging.INFO if error.errno in _HAS_NONE else logging.ERROR
        log.log(level, "The name %r is not kept with %s: %s", original, path, error)


def original_name(path: Path) -> str:
    """The name that a file had, as this system can hold it; without another one its own."""
    if sys.platform != "linux":
        return path.name
    try:
        given, original = json.loads(os.getxattr(path, ATTRIBUTE, follow_symlinks=False))
        return legal_name(original) if given == path.name else path.name
    except (OSError, ValueError, TypeError, UnsafeName):  # anybody may write what is there
        return path.name


def original_path(top: Path, path: str) -> str:
    """A path below a folder with the original name of the file."""
    around, slash, _ = path.rpartition("/")
    return around + slash + original_name(top / path)
