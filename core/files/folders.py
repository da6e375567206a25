"""Session folders: what the user sees in a file manager is all there is; no index beside it."""

import builtins
import logging
import os
import stat
from pathlib import Path

from . import disk
from .entries import Entry, entries, is_kind, is_plain
from .names import key, safe_name
from .placing import Placing, make_folder, naming

__all__ = ["Entry", "SessionFolder"]

log = logging.getLogger(__name__)


class SessionFolder:
    """The files of one session: plain names in one folder (0700), openable by anything.

    Whatever other windows, programs or people put there, or take away, is seen at once.
    """

    def __init__(self, path: Path) -> None:
        self.folder = path

    def made(self) -> "SessionFolder":
        """Itself, with its folder in place: programs may put files there by its path alone.

        A disk that refuses is logged: what is there can still be listed, read and removed.
        """
        try:
            make_folder(self.folder)
        except OSError as error:
            log.warning("The session folder %s could not be made: %s", self.folder, error)
        return self

    # `list` is this class's own method in annotations below it.
    def list(self) -> builtins.list[Entry]:
        """The regular files with those in folders, by path; hidden ones and symlinks are left out.

        Blocks, as all of these methods do.
        """
        return entries(self.folder)

    def size(self) -> int:
        """How many bytes its files have together."""
        return sum(entry.size for entry in self.list())

    def path(self, name: str) -> Path:
        """Where the file `name` (or `folder/name`) lies.

        FileNotFoundError unless it is a regular file, reached without symlinks or hidden names.
        """
        path = self.folder
        parts = name.split("/")
        for number, part in enumerate(parts):
            if not is_plain(part):
                raise FileNotFoundError(f"There is no file {name!r} in this session's folder.")
            path = path / part
            if not is_kind(path, stat.S_ISREG if number == len(parts) - 1 else stat.S_ISDIR):
                raise FileNotFoundError(f"There is no file {name!r} in this session's folder.")
        return path

    def add(self, source: Path, name: str, folder: str = "") -> Path:
        """Move a finished, synced file in under a safe form of `name`; return where it lies.

        A name that is taken (also in another case or normal form) gets a number: `a (2).jpg`.

        Args:
            folder: the folders to put it in, made where they are missing: `holiday/beach`.

        Raises:
            OSError: the file was not added; nothing was changed.
            NotLasting: it is in place, but the disk failed before that was durable.
        """
        placing = Placing()
        target = placing.add(self.folder, source, name, folder)
        placing.sync()
        return target

    def rename(self, name: str, new: str) -> Path:
        """Give the file `name` (or `folder/name`) another name in its folder; where it lies then.

        Args:
            new: made safe as in `add`. FileExistsError where that is taken.
        """
        path, new = self.path(name), safe_name(new)
        target = path.parent / new
        if target == path:
            return path
        with naming(path.parent):
            _rename(path, target)
        disk.try_to_sync(path.parent)
        return target

    def remove(self, name: str) -> None:
        """Delete the file and the folders that are empty then; FileNotFoundError for none."""
        path = self.path(name)
        path.unlink()
        disk.try_to_sync(path.parent)
        for parent in path.parents:
            if parent == self.folder or not _removed(parent):
                return


def _rename(path: Path, target: Path) -> None:
    if target.exists() and path.samefile(target):
        os.rename(path, target)  # another case of a name, on a disk that knows no cases
        return
    others = {key(name) for name in os.listdir(path.parent) if name != path.name}
    if key(target.name) in others:
        raise _taken(target.name)
    try:
        disk.move_new(path, target)
    except FileExistsError:
        raise _taken(target.name) from None


def _removed(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:  # there is something in it, or it is gone already
        return False
    return True


def _taken(name: str) -> FileExistsError:
    return FileExistsError(f"There is a file “{name}” already. Choose another name.")
