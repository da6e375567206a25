"""What must be done with a file so that it is whole, private, and still there after a power cut."""

import asyncio
import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

BLOCK = 1 << 20
"""Bytes read or written at a time: 1 MiB was measured to be best."""

NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Flags for os.open: a symlink is an error, children do not inherit, Windows changes no bytes."""

# Only for file work, so that slow handlers on other threads cannot hold up a transfer.
_POOL = ThreadPoolExecutor(max_workers=8, thread_name_prefix="satchel-disk")

# What link() answers on file systems without hard links (FAT, some network and FUSE ones).
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}


def in_thread(function: Callable[[*Ts], T], *arguments: *Ts) -> asyncio.Future[T]:
    """Run blocking file work off the event loop."""
    return asyncio.get_running_loop().run_in_executor(_POOL, function, *arguments)


def private_folder(path: Path) -> Path:
    """Make the folder, 0700, if it is missing."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def create_private(path: Path) -> int:
    """A descriptor for writing a new file, 0600; FileExistsError where there is one."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | NO_FOLLOW, 0o600)


def write_all(descriptor: int, data: bytes | memoryview) -> None:
    """Write all of `data`; when the disk is full, as much of it as fits, and raise."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def sync_file(path: Path) -> None:
    """fsync the file's content and size."""
    descriptor = os.open(path, os.O_RDWR | NO_FOLLOW)  # Windows cannot sync what is only read
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """fsync the names in the folder; Windows has no such call and does it by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def move_new(source: Path, target: Path) -> None:
    """Move to a name that must be free (FileExistsError); whole or not at all, and durable."""
    try:
        _rename_new(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _over_devices(source, target, _rename_new)
    sync_folder(target.parent)


def move_over(source: Path, target: Path) -> None:
    """Move, replacing a file of that name; whole or not at all, and durable."""
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _over_devices(source, target, os.replace)
    sync_folder(target.parent)


def copy_beside(source: Path, folder: Path) -> Path:
    """A synced copy in `folder` under a hidden, random name, to be renamed."""
    beside = folder / f".{secrets.token_hex(8)}.part"
    try:
        with source.open("rb") as reader, os.fdopen(create_private(beside), "wb") as writer:
            shutil.copyfileobj(reader, writer, BLOCK)
            writer.flush()
            os.fsync(writer.fileno())
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _over_devices(source: Path, target: Path, rename: Callable[[Path, Path], None]) -> None:
    beside = copy_beside(source, target.parent)
    try:
        rename(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    source.unlink()


def _rename_new(source: Path, target: Path) -> None:
    if os.name == "nt":
        os.rename(source, target)  # refuses an existing name there
        return
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _reserve_and_replace(source, target)
        return
    source.unlink()


def _reserve_and_replace(source: Path, target: Path) -> None:
    """Without hard links: take the name with an empty file, then put the file over it."""
    os.close(create_private(target))
    try:
        os.replace(source, target)
    except BaseException:
        with contextlib.suppress(OSError):
            target.unlink()
        raise
