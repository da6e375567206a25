"""The folders of the program's data on this system."""

import contextlib
import ctypes
import errno
import logging
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from desktop.system.errors import FolderError

log = logging.getLogger("satchel.desktop")

NAME = "Satchel"

# Made in a data folder before the secret, which every used data folder has.
MADE = {"sessions", "uploads", "cache", "state", "webview"}

# How often a folder with other files is checked again, and seconds in between.
TRIES, PAUSE = 20, 0.05

_PERSISTENT_ACLS = 0x8  # FILE_PERSISTENT_ACLS of GetVolumeInformationW
_LONGEST = 32_767  # characters of a path on Windows

FULL = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True)
class Folders:
    """The folders of one user's Satchel. `data` is the one that identifies it."""

    data: Path  # secret, window session
    sessions: Path  # a folder per session: the user's files and nothing else
    shelves: Path  # a folder per session: folders that the user named, and nothing else
    uploads: Path  # parts, in a folder for each program; on the same file system as `sessions`
    cache: Path  # thumbnails; may be deleted at any time
    state: Path  # log, last port, last folder saved to
    webview: Path  # the web view's profile: cookies, local storage

    @classmethod
    def of_user(cls, name: str = NAME) -> "Folders":
        """Where this operating system expects them (appauthor=False: no company folder)."""
        found = platformdirs.PlatformDirs(name, appauthor=False)
        return cls.under(found.user_data_path, found.user_cache_path, found.user_state_path)

    @classmethod
    def under(cls, data: Path, cache: Path | None = None, state: Path | None = None) -> "Folders":
        """All of them in one folder; only cache and state may lie elsewhere."""
        return cls(
            data=data,
            sessions=data / "sessions",
            shelves=data / "shelves",
            uploads=data / "uploads",
            cache=cache or data / "cache",
            state=state or data / "state",
            webview=data / "webview",
        )

    @classmethod
    def chosen(cls, data: Path) -> "Folders":
        """All of them in a folder that the command line names.

        Raises:
            FolderError: it contains other files. Making it private would lock others out of them,
                and the program would clean up folders named `uploads` and `cache`.
        """
        if not is_free(data):
            raise FolderError(
                f"The folder {data.absolute()} contains files that are not a program's data. "
                "Name a new or empty folder: --data-dir DIR"
            )
        return cls.under(data)

    def make(self) -> None:
        """Make the missing ones, 0700, and check that all can be written.

        The program starts even on a full disk, so that the person can remove files.

        Raises:
            FolderError: one cannot be made or written.
        """
        for path in (self.data, self.sessions, self.uploads, self.cache, self.state, self.webview):
            try:
                make_private(path)
            except OSError as error:
                raise FolderError(unusable(path, error)) from error

    def warn_if_public(self) -> None:
        """Warn where the disk of the data knows no rights, as FAT and exFAT do."""
        if is_readable_by_others(self.data):
            log.warning(
                "Other users of this computer can read the data folder %s, with all files and the "
                "secret by which the program knows its window: its disk cannot keep them out. "
                "Name a folder on another disk with --data-dir DIR.",
                self.data,
            )


def is_free(folder: Path) -> bool:
    """Whether it is new, empty (as a fresh disk is) or a data folder already.

    Another start may be making it one at this moment, with files of its own meanwhile.
    """
    for _ in range(TRIES):
        if looks_free(folder):
            return True
        time.sleep(PAUSE)
    return False


def looks_free(folder: Path) -> bool:
    try:
        names = {path.name for path in folder.iterdir()} - {"lost+found"}
    except OSError:  # it is new, or `make` reports what is wrong with it
        return True
    return names <= MADE or {"sessions", "secret"} <= names


def make_private(path: Path) -> None:
    was_there = path.is_dir()
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and is_readable_by_others(path):
        with contextlib.suppress(OSError):  # FAT has no such rights
            path.chmod(0o700)
    try:
        probe(path)
    except OSError as error:
        if not was_there or error.errno not in FULL:
            raise
        log.warning("The disk of %s is full. Remove files that you do not need.", path)


def probe(path: Path) -> None:
    """Write a byte: permissions alone do not reveal read-only mounts, quotas and access lists."""
    with tempfile.TemporaryFile(dir=path) as file:
        file.write(b"?")
        file.flush()


def unusable(path: Path, error: OSError) -> str:
    is_full = error.errno in FULL
    remedy = "Make room on its disk" if is_full else "Make it a folder that you may write to"
    return (
        f"The data folder {path} cannot be used: {error.strerror or error}. "
        f"{remedy}, or name another one with --data-dir DIR."
    )


def is_readable_by_others(folder: Path) -> bool:
    """Whether rights, or their absence on its disk, let others read the folder.

    Windows: whether its disk has access lists (NTFS); a user's own folders have such that do.
    """
    if sys.platform == "win32":
        return not _has_access_lists(folder)
    return bool(folder.stat().st_mode & 0o077)


if sys.platform == "win32":

    def _has_access_lists(folder: Path) -> bool:
        system = ctypes.windll.kernel32
        volume, flags = ctypes.create_unicode_buffer(_LONGEST), ctypes.c_ulong()
        if not system.GetVolumePathNameW(str(folder.absolute()), volume, _LONGEST):
            return True  # unknown: no warning
        nothing = (None, 0, None, None)
        known = system.GetVolumeInformationW(volume, *nothing, ctypes.byref(flags), None, 0)
        return not known or bool(flags.value & _PERSISTENT_ACLS)
