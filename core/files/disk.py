"""What must be done with a file so that it is whole, private, and still there after a power cut."""

import contextlib
import ctypes
import errno
import logging
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import atomic_rename
from .errors import NotDurable

if sys.platform == "darwin":
    import fcntl

log = logging.getLogger(__name__)

BLOCK = 1 << 20
"""Bytes read or written at a time: 1 MiB was measured to be best."""

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Flags for os.open: a symlink is an error, children do not inherit, Windows changes no bytes."""

BESIDE = re.compile(r"\.[0-9a-f]{16}\.part")
"""The names of copies that are not whole yet: hidden, beside what they will become."""

# What link() answers on file systems without hard links (FAT, some network and FUSE ones);
# Windows says EINVAL.
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}

# What fsync() and open() answer for folders on disks that cannot sync them (some network and FUSE
# ones), or that may be written but not read.
_NO_SYNC = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EACCES, errno.EPERM}

# What F_FULLFSYNC answers on disks that do not know it.
_NO_FULL_SYNC = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOTTY}

# What copy_file_range() answers where it cannot do its work: across, or on old, file systems.
_NO_COPY = {errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM}

# Bytes that the kernel is asked to copy in one call.
_AT_ONCE = 1 << 30


def private_folder(path: Path) -> Path:
    """Make the folder, 0700, if it is missing."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def create_private(path: str | Path, folder: int | None = None) -> int:
    """A descriptor for writing a new file, 0600; FileExistsError where there is one.

    Args:
        folder: the descriptor of the folder that it is a name in.
    """
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | NO_FOLLOW, 0o600, dir_fd=folder)


def write_all(descriptor: int, data: bytes | memoryview) -> None:
    """Write all of `data`; when the disk is full, as much of it as fits, and raise."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def sync(descriptor: int) -> None:
    """Make what was written to an open file or folder outlive a power cut: fsync(2).

    On macOS that leaves it in the memory of the drive; F_FULLFSYNC of fcntl(2) does not. Disks that
    do not know that, such as network ones, get the other.
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
    descriptor = os.open(path, os.O_RDWR | NO_FOLLOW)  # Windows cannot sync what is only read
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def sync_files(paths: Sequence[Path]) -> None:
    """fsync all the files, which lie on one file system; where it can be, with one call."""
    if paths and not _sync_file_system(paths[0]):
        for path in paths:
            sync_file(path)


def _sync_file_system(path: Path) -> bool:
    """syncfs(2): one commit of the journal for any number of files. Linux only."""
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


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def link_alone(source: Path, target: Path) -> bool:
    """Give a file a second name, unless it has one already or the file system knows no such."""
    if source.stat().st_nlink != 1:
        return False
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return False
    return True


def copy_range(source: Path, target: Path, size: int) -> None:
    """Append the first `size` bytes of a file to another, 0600 if it is new; nothing is synced.

    Within the kernel where it can be: copy_file_range(2) shares the blocks on btrfs and XFS.
    """
    with source.open("rb") as reader:
        copy_open(reader.fileno(), target, size)


def copy_open(reader: int, target: Path, size: int, at: int = 0) -> None:
    """The same for a file that is open already, from `at` on; EIO where it is shorter."""
    writer = os.open(target, os.O_WRONLY | os.O_CREAT | NO_FOLLOW, 0o600)
    try:
        start, copied = os.fstat(writer).st_size, 0
        while copied < size:
            wanted = min(size - copied, _AT_ONCE)
            count = _copy_some(reader, writer, at + copied, start + copied, wanted)
            if count == 0:
                raise OSError(errno.EIO, "The file became shorter while it was copied")
            copied += count
    finally:
        os.close(writer)


def _copy_some(reader: int, writer: int, at: int, to: int, size: int) -> int:
    if sys.platform == "linux" and hasattr(os, "copy_file_range"):
        try:
            return os.copy_file_range(reader, writer, size, at, to)
        except OSError as error:
            if error.errno not in _NO_COPY:
                raise
    os.lseek(reader, at, os.SEEK_SET)
    os.lseek(writer, to, os.SEEK_SET)
    block = os.read(reader, min(size, BLOCK))
    write_all(writer, block)
    return len(block)


def sync_folder(path: Path) -> None:
    """fsync the names in the folder, where system and disk can; Windows does it by itself."""
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
    """The same for a change that would do no harm if a power cut undid it."""
    try:
        sync_folder(folder)
    except FileNotFoundError:  # somebody removed it, with what was in it
        return
    except OSError as error:
        log.error("A power cut may undo what was done in %s: %s", folder, error)


def discard(path: Path) -> None:
    """Remove a file that is not needed; the log tells where the disk fails at that."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.error("%s is not needed, but could not be removed: %s", path, error)


@contextlib.contextmanager
def alone(source: Path) -> Iterator[Path]:
    """The file to be moved: `source`, or a copy that replaces it where it has another name, too.

    A kill in the middle of a move leaves two names. Moved once more, both would stay one file.
    """
    if source.stat(follow_symlinks=False).st_nlink == 1:
        yield source
        return
    copy = copy_beside(source, source.parent)
    try:
        yield copy
    except BaseException:
        discard(copy)
        raise
    discard(source)


@dataclass(frozen=True)
class Spot:
    """Where a file is or is to be: its path, or (with `folder`) a name in a folder that is held."""

    path: Path
    folder: int | None = None

    @property
    def name(self) -> str | Path:
        """What the calls of the system take."""
        return self.path if self.folder is None else self.path.name

    def unlink(self) -> None:
        """Remove the file."""
        os.unlink(self.name, dir_fd=self.folder)


def move_new(source: Path, target: Path, of: int | None = None, into: int | None = None) -> None:
    """Move to a name that must be free (FileExistsError); whole or not at all.

    Durable after `sync_folder`, as with `move_over`. OSError (EXDEV) between file systems.

    Args:
        of: the descriptor of the folder that `source` lies in, where it is held.
        into: the one of the folder that it goes to.
    """
    old, new = Spot(source, of), Spot(target, into)
    if os.name == "nt":
        os.rename(source, target)  # refuses an existing name there
    elif not atomic_rename.rename_new(old.name, new.name, of, into):
        _link_and_unlink(old, new)


def move_over(source: Path, target: Path) -> None:
    """Move, replacing a file of that name; whole or not at all."""
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        try:
            with brought(source, target.parent) as copy:
                os.replace(copy, target)
        except NotDurable as late:
            late.path = target
            raise


def copy_beside(source: Path, folder: Path) -> Path:
    """A synced copy in `folder` under a hidden, random name, to be renamed."""
    beside = folder / f".{secrets.token_hex(8)}.part"
    try:
        with source.open("rb") as reader:
            writer = create_private(beside)
            try:
                while block := reader.read(BLOCK):
                    write_all(writer, block)
                sync(writer)
            finally:
                os.close(writer)
    except BaseException:
        discard(beside)
        raise
    return beside


@contextlib.contextmanager
def brought(source: Path, folder: Path) -> Iterator[Path]:
    """A copy of a file in a folder of another file system, to be renamed there.

    Then the file itself goes: not before the new name is durable.
    """
    copy = copy_beside(source, folder)
    try:
        yield copy
    except BaseException:
        discard(copy)
        raise
    try:
        sync_folder(folder)
    except OSError as error:
        raise NotDurable(folder, error) from error
    discard(source)


def _link_and_unlink(source: Spot, target: Spot) -> None:
    folders = {"src_dir_fd": source.folder, "dst_dir_fd": target.folder}
    try:
        os.link(source.name, target.name, **folders, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _reserve_and_replace(source, target)
        return
    try:
        source.unlink()
    except FileNotFoundError:  # somebody else moved or removed it at the same moment: theirs counts
        target.unlink()
        raise
    except OSError as error:
        try:
            target.unlink()
        except OSError:  # so it is there
            log.error(
                "%s lies at %s, too, and cannot be removed: %s", target.path, source.path, error
            )
        else:
            raise


def _reserve_and_replace(source: Spot, target: Spot) -> None:
    """Without hard links: take the name with an empty file, then put the file over it."""
    os.close(create_private(target.name, target.folder))
    try:
        os.replace(source.name, target.name, src_dir_fd=source.folder, dst_dir_fd=target.folder)
    except BaseException:
        with contextlib.suppress(OSError):
            target.unlink()
        raise
