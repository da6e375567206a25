"""Mounts: whether a folder is on a disk of another computer, or of a program (FUSE)."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_REMOTE = re.compile(
    "nfs|cifs|smb|9p$|ceph$|afs$|ncpfs|lustre|gluster|gpfs|beegfs|vboxsf|virtiofs|prl_fs|fuse($|[.])"
)
_ESCAPED = re.compile(r"\\([0-7]{3})")


def is_remote(folder: Path) -> bool:
    """Whether other computers or programs may change what is in it unseen by this system.

    Known on Linux, and on Windows of shares that are named as such.
    """
    path = os.path.realpath(folder)
    if sys.platform != "linux":
        return path.startswith("\\\\")
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
    except OSError:
        return False
    return _REMOTE.match(type_of(path, mounts)) is not None


def type_of(path: str, mounts: str) -> str:
    """The type of the file system that a path is on, by the text of mountinfo; "" if unknown."""
    best, found = "", ""
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5:
            continue
        point = _ESCAPED.sub(lambda octal: chr(int(octal[1], 8)), fields[4])
        # Of two at one place, the later one is in front.
        if len(point) >= len(best) and f"{path}/".startswith(f"{point.rstrip('/')}/"):
            best, found = point, after.partition(" ")[0]
    return found
