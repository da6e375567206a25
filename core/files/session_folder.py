"""Session folders: what the user sees in a file manager is all there is; no index beside it."""

import builtins
import logging
import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from . import disk
from .beneath import Place, at, descriptor, held, lstat
from .entries import Entry, entries, is_plain
from .names import key, safe_name
from .placement import Placement, make_folder, naming

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
        with self._found(name) as (_, path):
            return path

    def add(self, source: Path, name: str, folder: str = "") -> Path:
        """Move a finished, synced file in under a safe form of `name`; return where it lies.

        A name that is taken (also in another case or normal form) gets a number: `a (2).jpg`.

        Args:
            folder: the folders to put it in, made where they are missing: `holiday/beach`.

        Raises:
            OSError: the file was not added; nothing was changed.
            NotDurable: it is in place, but the disk failed before that was durable.
        """
        placement = Placement()
        target = placement.add(self.folder, source, name, folder, follow=False)
        placement.sync()
        return target

    def rename(self, name: str, new: str) -> Path:
        """Give the file `name` (or `folder/name`) another name in its folder; where it lies then.

        Args:
            new: made safe as in `add`. FileExistsError where that is taken.
        """
        new = safe_name(new)
        with self._found(name) as (place, path):
            target = path.with_name(new)
            if target != path:
                with naming(path.parent):
                    _rename(place, path.name, new)
                disk.try_to_sync(path.parent)
        return target

    def remove(self, name: str) -> None:
        """Delete the file and the folders that are empty then; FileNotFoundError for none."""
        with self._found(name) as (place, path):
            at(os.unlink, place, path.name)
            disk.try_to_sync(path.parent)
        *parts, _ = path.relative_to(self.folder).parts
        while parts and self._removed(parts):
            parts.pop()

    @contextmanager
    def _found(self, name: str) -> Iterator[tuple[Place, Path]]:
        """The folder, held, in which the file `name` lies, and the file's path."""
        *parts, last = name.split("/")
        with ExitStack() as stack:
            try:
                if not all(map(is_plain, [*parts, last])):
                    raise FileNotFoundError
                place = stack.enter_context(held(self.folder, parts))
                if not stat.S_ISREG(lstat(place, last).st_mode):
                    raise FileNotFoundError
            except (OSError, ValueError):
                missing = f"There is no file {name!r} in this session's folder."
                raise FileNotFoundError(missing) from None
            yield place, self.folder.joinpath(*parts, last)

    def _removed(self, parts: builtins.list[str]) -> bool:
        """Whether a folder could be removed: it was empty."""
        try:
            with held(self.folder, parts[:-1]) as place:
                at(os.rmdir, place, parts[-1])
        except OSError:  # there is something in it, or it is gone already
            return False
        return True


def _rename(place: Place, old: str, new: str) -> None:
    """Rename in a folder; FileExistsError where the name is taken."""
    of = descriptor(place)
    source, target = (place / old, place / new) if isinstance(place, Path) else (old, new)
    if key(old) == key(new) and _is_same(place, old, new):
        # Another case of a name, on a disk that knows no cases.
        os.rename(source, target, src_dir_fd=of, dst_dir_fd=of)
        return
    if key(new) in {key(each) for each in os.listdir(place) if each != old}:
        raise _taken(new)
    try:
        disk.move_new(Path(source), Path(target), of, of)
    except FileExistsError:
        raise _taken(new) from None


def _is_same(place: Place, old: str, new: str) -> bool:
    try:
        return os.path.samestat(lstat(place, old), lstat(place, new))
    except FileNotFoundError:
        return False


def _taken(name: str) -> FileExistsError:
    return FileExistsError(f"There is a file “{name}” already. Choose another name.")
