"""The target of a save: whether a path names a folder or the file itself."""

import errno
import os
import stat
from pathlib import Path


def is_folder(target: str | os.PathLike[str], name: str) -> bool:
    """Whether a file called `name` goes into `target`, rather than in its place.

    Raises:
        OSError: the target is neither a folder nor a file, or could be either.
    """
    path = Path(target)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return _ends_as_folder(target) or _is_to_be_folder(path, name)
    if stat.S_ISDIR(mode):
        return True
    if _ends_as_folder(target):
        raise NotADirectoryError(errno.ENOTDIR, "Not a folder, but a file")
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "Not a file, but a device")
    return False


def _ends_as_folder(target: str | os.PathLike[str]) -> bool:
    return os.path.basename(os.fspath(target)) in ("", ".", "..")


def _is_to_be_folder(path: Path, name: str) -> bool:
    """False for a path that clearly names a file: one with an extension or the file's own name."""
    if path.suffix or path.name.endswith(name) or path.is_symlink() or not path.parent.is_dir():
        return False
    raise FileNotFoundError(
        errno.ENOENT,
        f"There is no folder {path.name!r}, and a name without an extension could mean one. "
        f"Write '{path.name}/' for a new folder, or save(folder, name={path.name!r}) for a file",
    )
