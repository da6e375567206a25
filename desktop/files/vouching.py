"""Vouching: which files of this machine a person has dropped on the window, or chosen in it.

The window is told paths where the system delivers a drop or a choice; the page is told names, sizes
and times, in the same order. A file that both agree on gets a handle, by which it is copied instead
of sent. What they do not agree on is sent: a page can invent nothing.
"""

import os
import secrets
import stat
import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.downloads.sources import FileUnavailable
from core.uploads.local_files import LocalFile

SECONDS = 120.0
"""For which a drop waits for the page: it may have to walk through large folders first."""
MAX_GIVEN = 8
"""Drops and choices that wait at a time."""
MAX_HANDLES = 50_000
"""Files that may wait to be copied; the oldest are forgotten, and would be sent."""


@dataclass(frozen=True)
class Given:
    """What one drop or choice held, in its order."""

    paths: Sequence[Path]
    at: float = field(default_factory=time.monotonic)


class Vouching:
    """Pairs what the window was given with what pages saw; any thread may call."""

    def __init__(self) -> None:
        self.given: deque[Given] = deque(maxlen=MAX_GIVEN)
        self.files: dict[str, LocalFile] = {}
        self.changing = threading.Lock()

    def give(self, paths: Sequence[Path]) -> None:
        """Something was dropped or chosen. Returns at once: the disk is read later."""
        if paths:
            self.given.append(Given(paths))

    def vouch(self, seen: Mapping[str, Any]) -> list[str | bool | None]:
        """A handle for each file that a page saw of one drop (core.web.settings.LocalFiles)."""
        claims = [claim if isinstance(claim, dict) else {} for claim in listed(seen.get("files"))]
        for given in reversed(tuple(self.given)):
            if len(given.paths) == seen.get("items") and given.at + SECONDS > time.monotonic():
                found = [paired(given, claim) for claim in claims]
                if any(each is not None for each in found) and self.take(given):
                    return [self.answer(each) for each in found]
        return [None] * len(claims)

    def answer(self, found: LocalFile | bool | None) -> str | bool | None:
        """What the page is told of one thing."""
        return self.add(found) if isinstance(found, LocalFile) else found

    def take(self, given: Given) -> bool:
        """Whether nobody else has taken it: a drop is paired once."""
        try:
            self.given.remove(given)
        except ValueError:
            return False
        return True

    def add(self, file: LocalFile) -> str:
        """A handle for a file, good for one copy."""
        handle = secrets.token_hex(16)
        with self.changing:
            self.files[handle] = file
            while len(self.files) > MAX_HANDLES:
                del self.files[next(iter(self.files))]
        return handle

    def find(self, handle: str) -> LocalFile | None:
        """The file of a handle."""
        return self.files.get(handle)

    def used(self, handle: str) -> None:
        """The file was copied."""
        self.files.pop(handle, None)


def listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def paired(given: Given, claim: Mapping[str, Any]) -> LocalFile | bool | None:
    """The file at a place of a drop, if it is the one that the page saw there; False where that is
    none, but a FIFO, a socket or a device, which browsers take for an empty file.
    """
    place, below = claim.get("item"), claim.get("path")
    if not isinstance(place, int) or not 0 <= place < len(given.paths):
        return None
    top = given.paths[place]
    try:
        path = path_below(top, below) if below else top
        if special := special_at(path):
            return False if is_same(special, claim) else None
        file = LocalFile.at(path)
    except FileUnavailable:
        return None
    return file if is_same(file, claim) else None


def special_at(path: Path) -> LocalFile | None:
    """What lies there, if it is neither a file nor a folder."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    if stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode):
        return None
    place = found.st_dev, found.st_ino
    return LocalFile(path, path.name, found.st_size, found.st_mtime_ns, place)


def path_below(folder: Path, below: object) -> Path:
    """What lies in a folder that was dropped, and nowhere else.

    Raises:
        FileUnavailable: there is no such file below it.
    """
    parts = below.split("/") if isinstance(below, str) else [""]
    root = Path(os.path.realpath(folder))
    path = root.joinpath(*parts)
    try:
        # Links in it lead elsewhere; browsers leave them out, too.
        is_there = Path(os.path.realpath(path)) == path and path.is_relative_to(root)
    except ValueError:  # characters that no path has
        is_there = False
    if not is_there or {"", ".", ".."} & set(parts):
        raise FileUnavailable(404, f"There is no file {below!r} in “{folder.name}”.")
    return path


def is_same(file: LocalFile, claim: Mapping[str, Any]) -> bool:
    """Whether it has the size and the time that the page saw, and its name in some form.

    Browsers number files of one name: `photo (1).jpg`.
    """
    modified, name = claim.get("lastModified"), claim.get("name")
    return (
        claim.get("size") == file.size
        and isinstance(modified, int)
        and abs(modified - file.lastModified) <= 1  # rounded in other ways
        and isinstance(name, str)
        and (name == file.name or name.startswith(Path(file.name).stem))
    )
