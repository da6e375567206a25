"""Moves of files: whole or not at all, and never over another file by accident."""

import contextlib
import errno
import logging
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from . import atomic_rename, copies, disk
from .errors import NotDurable

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Name:
    """The path of a file, or (with `folder`) its name in a folder that is open."""

    path: Path
    folder: int | None

    @property
    def argument(self) -> str | Path:
        """What the calls of the system take."""
        return self.path if self.folder is None else self.path.name

    def unlink(self) -> None:
        disk.patiently(os.unlink, self.argument, dir_fd=self.folder)


def move_new(source: Path, target: Path, of: int | None = None, into: int | None = None) -> None:
    """Move to a name that must be free (FileExistsError).

    Durable after `sync_folder`, as with `move_over`. OSError (EXDEV) between file systems.

    Args:
        of: the descriptor of the folder of `source`, if it is open.
        into: the descriptor of the folder of `target`, if it is open.
    """
    old, new = _Name(source, of), _Name(target, into)
    if os.name == "nt":
        disk.patiently(os.rename, source, target)  # refuses an existing name there
    elif not atomic_rename.rename_new(old.argument, new.argument, of, into):
        _link_and_unlink(old, new)


def move_over(source: Path, target: Path, into: int | None = None) -> None:
    """Move, replacing a file of that name; also between file systems.

    Args:
        into: the descriptor of the folder of `target`, if it is open.
    """
    new = _Name(target, into)
    try:
        disk.patiently(os.replace, source, new.argument, dst_dir_fd=into)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        with copies.copied(source, target.parent) as copy:
            disk.patiently(os.replace, copy, new.argument, dst_dir_fd=into)
        discard_original(source, target)


@contextlib.contextmanager
def with_one_name(source: Path) -> Iterator[Path]:
    """The file to move: `source`, or a copy that replaces it if it has a second name.

    A kill during a move leaves the file with two names, which must not both be moved to new ones.
    """
    if source.stat(follow_symlinks=False).st_nlink == 1:
        yield source
        return
    with copies.copied(source, source.parent) as copy:
        yield copy
    disk.discard(source)


def discard_original(source: Path, copy: Path) -> None:
    """Remove a file that was copied to another file system, once the name there is durable."""
    try:
        disk.sync_folder(copy.parent)
    except OSError as error:
        raise NotDurable(copy, error) from error
    disk.discard(source)


def _link_and_unlink(source: _Name, target: _Name) -> None:
    folders = {"src_dir_fd": source.folder, "dst_dir_fd": target.folder}
    try:
        os.link(source.argument, target.argument, **folders, follow_symlinks=False)
    except OSError as error:
        if error.errno not in copies.NO_LINKS:
            raise
        _reserve_and_replace(source, target)
        return
    try:
        source.unlink()
    except FileNotFoundError:  # it was moved or removed at the same moment, which takes precedence
        target.unlink()
        raise
    except OSError as error:
        try:
            target.unlink()
        except OSError:  # the move is done, but the old name remains
            log.error(
                "%s remains, although it was moved to %s: %s", source.path, target.path, error
            )
        else:
            raise


def _reserve_and_replace(source: _Name, target: _Name) -> None:
    """Without hard links: take the name with an empty file, then put the file over it.

    A folder, which has no hard links anywhere, goes over an empty folder.
    """
    is_folder = stat.S_ISDIR(os.lstat(source.path).st_mode)
    if is_folder:
        os.mkdir(target.argument, 0o700, dir_fd=target.folder)
    else:
        os.close(disk.create_private(target.argument, target.folder))
    folders = {"src_dir_fd": source.folder, "dst_dir_fd": target.folder}
    try:
        disk.patiently(os.replace, source.argument, target.argument, **folders)
    except BaseException:
        with contextlib.suppress(OSError):
            if is_folder:
                os.rmdir(target.argument, dir_fd=target.folder)
            else:
                target.unlink()
        raise
