"""Named folders: those that a session has besides its own, each under a name that people gave it.

They are plain folders, and what a file manager shows is the truth: there is no index.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ..language.texts import _
from . import atomic_rename, disk, path_limits, trash_removal
from .distinct_names import key
from .entries import is_plain
from .folder_names import FolderNames
from .folders import make_folder
from .openat import OpenFolder, opened
from .portable_names import portable_name
from .removal import Removal
from .session_folder import SessionFolder

Enter = Callable[[OpenFolder, str], object]


class NamedFolders:
    """The named folders of one session. All methods block.

    Args:
        folder: contains them; made with the first.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> list[str]:
        """Their names, in the order of the alphabet; without hidden ones and symlinks."""
        try:
            with opened(self.folder) as inside:
                found = [item.name for item in inside.scan() if item.is_dir(follow_symlinks=False)]
        except FileNotFoundError:
            return []
        return sorted(filter(is_plain, found), key=lambda name: (key(name), name))

    def find(self, name: str) -> SessionFolder:
        """The folder of this name; FileNotFoundError if there is none."""
        with self._found(name):
            return SessionFolder(self.folder / name)

    def make(self, name: str) -> str:
        """Make a folder; its name, made safe as those of files, with a number if it is taken.

        Raises:
            UnsafeName: nothing is left of the name.
        """
        return self._enter(name, lambda inside, free: inside.call(os.mkdir, free, 0o700))

    def adopt(self, folder: Path, name: str) -> str:
        """Make a folder from elsewhere on the same disk one of these, with all that is in it.

        Args:
            folder: it is moved, whole or not at all.
            name: as for `make`.
        """
        given = self._enter(name, lambda inside, free: _move(folder, inside.path / free))
        disk.try_to_sync(folder.parent)
        return given

    def rename(self, name: str, new: str) -> str:
        """Give a folder another name; the new one, made safe.

        Raises:
            FileExistsError: another folder has it.
            FileNotFoundError: there is no folder to rename.
            UnsafeName: nothing is left of the new name.
        """
        new = path_limits.fitting(self.folder, portable_name(new))
        with self._found(name) as (inside, _found_as):
            names = FolderNames.of(inside.path)
            with names.lock:
                if key(new) in {key(each) for each in inside.names() if each != name}:
                    raise FileExistsError(
                        _("There is “{name}” already. Choose another name.", name=new)
                    )
                if new != name:
                    is_other_case = key(new) == key(name)
                    rename = _rename if is_other_case else _move
                    rename(self.folder / name, self.folder / new)
                names.read()
            disk.try_to_sync(inside.path)
        return new

    def removal(self) -> Removal:
        """A removal of folders to the trash of the system, with all that is in them: `add` them.

        Its `restore` puts them back.
        """
        return trash_removal.removal(self.folder, self._found)

    def _enter(self, name: str, take: Enter) -> str:
        """Take a free name for a folder, which `take` puts there."""
        name = path_limits.fitting(self.folder, portable_name(name))
        make_folder(self.folder)
        names = FolderNames.of(self.folder)
        with opened(self.folder) as inside, names.lock:
            names.read()
            with names.taken(name) as free:
                take(inside, free)
        disk.try_to_sync(self.folder)
        return free

    @contextmanager
    def _found(self, name: str) -> Iterator[tuple[OpenFolder, str]]:
        """The folder that contains these folders, opened, and the name of one that is there."""
        with ExitStack() as stack:
            try:
                if not is_plain(name):
                    raise FileNotFoundError
                inside = stack.enter_context(opened(self.folder))
                if not stat.S_ISDIR(inside.stat(name).st_mode):
                    raise FileNotFoundError
            except (OSError, ValueError):
                raise FileNotFoundError(f"The folder {name!r} no longer exists.") from None
            yield inside, name


def _move(old: Path, new: Path) -> None:
    """Rename a folder; FileExistsError if the name is taken."""
    path_limits.check_contents(old, new)
    if os.name != "nt" and atomic_rename.rename_new(old, new):
        return
    if os.path.lexists(new):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(new))
    _rename(old, new)


def _rename(old: Path, new: Path) -> None:
    disk.patiently(os.rename, old, new)  # replaces no file, and no folder with something in it
