"""Renaming to a name that must be free, in one step: a kill leaves one name, never two or none.

Linux: renameat2(2) with RENAME_NOREPLACE; macOS: renamex_np(2) with RENAME_EXCL.
"""

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_AT_FDCWD = -100
_RENAME_NOREPLACE = 1
_RENAME_EXCL = 4

# What they answer on disks and systems that do not know them.
_UNKNOWN = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


def rename_new(source: Path, target: Path) -> bool:
    """Rename, or raise FileExistsError; False where the system or the disk cannot do it."""
    if (library := _library()) is None:
        return False
    names = os.fsencode(source), os.fsencode(target)
    if sys.platform == "darwin":
        failed = library.renamex_np(*names, _RENAME_EXCL)
    else:
        failed = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_NOREPLACE)
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(source), None, str(target))


@cache
def _library() -> Any:
    """The C library, if it has the call."""
    name = {"linux": "renameat2", "darwin": "renamex_np"}.get(sys.platform)
    if name is None:
        return None
    library = ctypes.CDLL(None, use_errno=True)
    return library if hasattr(library, name) else None
