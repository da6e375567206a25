"""Atomic rename to a name that must be free: a kill leaves one name, never two or none.

Linux: renameat2(2) with RENAME_NOREPLACE; macOS: renameatx_np(2) with RENAME_EXCL.
"""

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_RENAME_NOREPLACE = 1
_RENAME_EXCL = 4

# What disks and systems answer that do not support the call.
_UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


def rename_new(
    source: str | Path, target: str | Path, of: int | None = None, into: int | None = None
) -> bool:
    """Rename, or raise FileExistsError; False if the system or the disk does not support it.

    Args:
        of: the descriptor of the folder that `source` is relative to.
        into: the descriptor of the folder that `target` is relative to.
    """
    if (library := _library()) is None:
        return False
    names = os.fsencode(source), os.fsencode(target)
    if sys.platform == "darwin":
        call, no_folder, flag = library.renameatx_np, -2, _RENAME_EXCL
    else:
        call, no_folder, flag = library.renameat2, -100, _RENAME_NOREPLACE
    folders = [no_folder if folder is None else folder for folder in (of, into)]  # AT_FDCWD
    failed = call(folders[0], names[0], folders[1], names[1], flag)
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(source), None, str(target))


@cache
def _library() -> Any:
    """The C library; None if it does not provide the call."""
    name = {"linux": "renameat2", "darwin": "renameatx_np"}.get(sys.platform)
    if name is None:
        return None
    library = ctypes.CDLL(None, use_errno=True)
    return library if hasattr(library, name) else None
