"""Session folders: what the user sees in a file manager is all there is; no index beside it."""

import builtins
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

from . import disk
from .entries import MAX_DEPTH, Entry, entries, is_kind, is_plain
from .errors import UnsafeName
from .names import key, numbered, safe_name

__all__ = ["Entry", "SessionFolder"]

# Choosing a free name and taking it is one step, for all folders of this process.
_naming = threading.Lock()


class SessionFolder:
    """The files of one session: plain names in one folder (0700), openable by anything.

    Whatever other windows, programs or people put there, or take away, is seen at once.
    """

    def __init__(self, path: Path) -> None:
        self.folder = path

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
        """
        name, parts = safe_name(name), _safe_parts(folder)
        with _naming:
            while True:
                inside = self._made(parts)
                try:
                    target = inside / free_name(inside, name)
                    disk.move_new(source, target)
                except FileExistsError:  # something else put it there just now
                    continue
                except FileNotFoundError:
                    if inside.is_dir():
                        raise  # it is the source that is not there
                else:
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
        with _naming:
            if target.exists() and path.samefile(target):
                os.rename(path, target)  # another case of a name, on a disk that knows no cases
                disk.sync_folder(path.parent)
                return target
            others = {key(name) for name in os.listdir(path.parent) if name != path.name}
            if key(new) in others:
                raise _taken(new)
            try:
                disk.move_new(path, target)
            except FileExistsError:
                raise _taken(new) from None
        return target

    def remove(self, name: str) -> None:
        """Delete the file and the folders that are empty then; FileNotFoundError for none."""
        path = self.path(name)
        path.unlink()
        disk.sync_folder(path.parent)
        for parent in path.parents:
            if parent == self.folder or not _removed(parent):
                return

    def _made(self, parts: builtins.list[str]) -> Path:
        """The folder of these parts. One that is there in another case is the same."""
        disk.private_folder(self.folder)
        path = self.folder
        for part in parts:
            path = _step(path, part)
        return path


def free_name(folder: Path, name: str, is_free: Callable[[Path], bool] = lambda path: False) -> str:
    """`name`, with a number where something in the folder has it.

    Args:
        is_free: whether what has the name may be used, too.
    """
    taken = {key(other): other for other in os.listdir(folder)}
    free, number = name, 1
    while (other := taken.get(key(free))) is not None:
        if is_free(folder / other):
            return other
        number += 1
        free = numbered(name, number)
    return free


def _is_folder_or_gone(path: Path) -> bool:
    return is_kind(path, stat.S_ISDIR) or not os.path.lexists(path)


def _step(folder: Path, part: str) -> Path:
    """The folder `part` in a folder, made if it is missing."""
    while True:
        try:
            path = folder / free_name(folder, part, _is_folder_or_gone)
            if not is_kind(path, stat.S_ISDIR):
                path.mkdir(mode=0o700)
                disk.sync_folder(folder)
        except FileExistsError:  # something else put it there just now
            continue
        except FileNotFoundError:  # emptied, and with that removed, by another window
            disk.private_folder(folder)
        else:
            return path


def _safe_parts(folder: str) -> builtins.list[str]:
    parts = [part for part in folder.replace("\\", "/").split("/") if part]
    if len(parts) > MAX_DEPTH:
        raise UnsafeName(f"A file can lie {MAX_DEPTH} folders deep, not {len(parts)}.")
    return [safe_name(part) for part in parts]


def _removed(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:  # there is something in it, or it is gone already
        return False
    return True


def _taken(name: str) -> FileExistsError:
    return FileExistsError(f"There is a file “{name}” already. Choose another name.")
