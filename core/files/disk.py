"""Files on the disk: private (0600 and 0700), whole, and durable after a power cut."""

import ctypes
import errno
import logging
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

if sys.platform == "darwin":
    import fcntl

log = logging.getLogger(__name__)

Result = TypeVar("Result")

BLOCK = 1 << 20
"""Bytes read or written at a time: 1 MiB was measured to be best."""

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Flags for os.open: fail on a symlink, do not pass to children, keep all bytes on Windows."""

# fsync() and open() of folders on disks that cannot sync them (some network and FUSE ones; EBADF:
# CIFS, AIX), or that allow writing but not reading.
_NO_SYNC = {
    *(errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP),
    *(errno.EBADF, errno.EACCES, errno.EPERM),
}

# F_FULLFSYNC on disks that do not support it.
_NO_FULL_SYNC = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOTTY}


PATIENCE = 2.0
"""Seconds for which a file that somebody else has open is tried again on Windows."""

PAUSE = 0.01
"""Seconds in between."""

# What Windows says of a file that somebody else has open, or is removing at this moment:
# ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION.
_IN_USE = {5, 32, 33}


def patiently(call: Callable[..., Result], *arguments: Any, **options: Any) -> Result:
    """Call a function of the system that removes, renames or opens a file.

    Windows refuses to remove and to replace a file while anybody has it open: we ourselves while
    another thread reads it, or a virus scanner. Such a refusal is waited for, `PATIENCE` at most;
    then it is raised. Other systems never refuse that.
    """
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            return call(*arguments, **options)
        except PermissionError as error:
            if not _is_in_use(error) or time.monotonic() >= ends:
                raise
        time.sleep(PAUSE)


def _is_in_use(error: PermissionError) -> bool:
    number = getattr(error, "winerror", None)  # open() has none: it calls the C library
    return number in _IN_USE or (number is None and os.name == "nt")


@contextmanager
def stale_is_missing(folder: Path) -> Iterator[None]:
    """FileNotFoundError where NFS and FUSE say ESTALE: a folder was removed while it was used."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ESTALE:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(folder)) from error
        raise


def private_folder(path: Path) -> Path:
    """Create the folder, and those around it that are missing, 0700."""
    for folder in (*reversed(path.parents), path):  # with `parents=True`, those would not be 0700
        if not folder.is_dir():
            folder.mkdir(mode=0o700, exist_ok=True)
    return path


def create_private(path: str | Path, folder: int | None = None) -> int:
    """A descriptor for writing a new file, 0600; FileExistsError if the name is taken.

    Args:
        folder: the descriptor of the folder that `path` is relative to.
    """
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | NO_FOLLOW, 0o600, dir_fd=folder)


def write_all(descriptor: int, data: bytes | memoryview) -> None:
    """Write all of `data`; on a full disk, write as much as fits and raise OSError."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def read(path: Path, most: int) -> bytes:
    """So many bytes of a file at most, which others may replace at the same moment."""
    with patiently(lambda: path.open("rb")) as file:
        return file.read(most)


def remove(path: Path) -> None:
    """Remove a file, or a folder with its content."""
    if path.is_dir():
        patiently(shutil.rmtree, path)
    else:
        unlink(path)


def unlink(path: Path) -> None:
    """Remove a file, if it is there."""
    patiently(path.unlink, missing_ok=True)


def discard(path: Path) -> None:
    """Remove a file that is no longer needed; log a failure of the disk."""
    try:
        unlink(path)
    except OSError as error:
        log.error("Could not remove %s, which is no longer needed: %s", path, error)


def sync(descriptor: int) -> None:
    """Make what was written to an open file or folder durable: fsync(2).

    On macOS fsync leaves the data in the drive's memory; F_FULLFSYNC of fcntl(2) does not. Disks
    without F_FULLFSYNC, such as network disks, get fsync.
    """
    if sys.platform == "darwin":
        try:
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
        except OSError as error:
            if error.errno not in _NO_FULL_SYNC:
                raise
    os.fsync(descriptor)


def sync_file(path: Path) -> None:
    """fsync the file's content and size."""
    descriptor = os.open(path, os.O_RDWR | NO_FOLLOW)  # Windows cannot sync a read-only descriptor
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def sync_files(paths: Sequence[Path]) -> None:
    """fsync all the files, which lie on one file system; with a single call where possible."""
    if paths and not sync_file_system(paths[0]):
        for path in paths:
            sync_file(path)


def sync_file_system(path: Path) -> bool:
    """syncfs(2): one commit of the journal for any number of files. False where unsupported.

    For one file it costs what fsync does; for 300 it was measured to be 11 to 47 times as fast.
    """
    if sys.platform != "linux":
        return False
    descriptor = os.open(path, os.O_RDONLY | NO_FOLLOW)
    try:
        if ctypes.CDLL(None, use_errno=True).syncfs(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(path))
    finally:
        os.close(descriptor)
    return True


def sync_folder(path: Path) -> None:
    """fsync the names in the folder, where system and disk can; Windows does so by itself."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            sync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def try_to_sync(folder: Path) -> None:
    """Sync after a change that a power cut may undo without harm; log a failure of the disk."""
    try:
        sync_folder(folder)
    except FileNotFoundError:  # the folder was removed meanwhile
        return
    except OSError as error:
        log.error("Could not sync %s; a power cut may undo changes in it: %s", folder, error)
