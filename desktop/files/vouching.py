"""Vouching: which files of this computer a person has dropped on the window, or chosen in it.

The window gets paths from the system; the page sees names, sizes and times in the same order. A
file on which both agree is copied from its path. The browser sends all others, so a page gains
nothing by inventing files.
"""

import os
import stat
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.downloads.sources import FileUnavailable
from core.language.texts import _
from core.uploads.local_files import LocalFile
from core.words import well_formed

SECONDS = 120.0
"""How long a drop waits for the page, which may have to walk through large folders first."""
MAX_GIVEN = 8
"""Drops and choices that wait at the same time; older ones are forgotten."""


@dataclass(frozen=True)
class Given:
    """The files of one drop or choice, in order."""

    paths: Sequence[Path]
    at: float = field(default_factory=time.monotonic)


class Vouching:
    """Pairs what the window was given with what pages saw; any thread may call."""

    def __init__(self) -> None:
        self.given: deque[Given] = deque(maxlen=MAX_GIVEN)

    def give(self, paths: Sequence[Path]) -> None:
        """Note what was dropped or chosen. Returns at once: the disk is read later."""
        if paths:
            self.given.append(Given(paths))

    def vouch(self, seen: Mapping[str, Any]) -> list[LocalFile | bool | None]:
        """Find each file that a page saw in one drop (core.web.settings.LocalFiles)."""
        claims = [claim if isinstance(claim, dict) else {} for claim in listed(seen.get("files"))]
        for given in reversed(tuple(self.given)):
            if len(given.paths) == seen.get("items") and given.at + SECONDS > time.monotonic():
                found = [paired(given, claim) for claim in claims]
                if any(each is not None for each in found) and self.take(given):
                    return found
        return [None] * len(claims)

    def take(self, given: Given) -> bool:
        """Remove a drop; False if another thread has: each is paired once."""
        try:
            self.given.remove(given)
        except ValueError:
            return False
        return True


def listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def paired(given: Given, claim: Mapping[str, Any]) -> LocalFile | bool | None:
    """The file at a place of a drop, if it is the one that the page saw there.

    False for a FIFO, a socket or a device: browsers take those for empty files.
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
    """A FIFO, a socket or a device; None for files and folders."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    if stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode):
        return None
    place = found.st_dev, found.st_ino
    return LocalFile(path, path.name, found.st_size, found.st_mtime_ns, place)


def path_below(folder: Path, below: object) -> Path:
    """The path of a file below a folder that was dropped, never outside of it.

    Raises:
        FileUnavailable: there is no such file below it.
    """
    parts = below.split("/") if isinstance(below, str) else [""]
    root = Path(os.path.realpath(folder))
    path = root.joinpath(*parts)
    try:
        # Links may lead elsewhere; browsers leave them out, too.
        is_there = Path(os.path.realpath(path)) == path and path.is_relative_to(root)
    except ValueError:  # a null character
        is_there = False
    if not is_there or {"", ".", ".."} & set(parts):
        raise FileUnavailable(
            404,
            _(
                "There is no file “{path}” in “{folder}”.",
                path=well_formed(str(below)),
                folder=well_formed(folder.name),
            ),
        )
    return path


def is_same(file: LocalFile, claim: Mapping[str, Any]) -> bool:
    """Whether it has the size and time that the page saw, and its name.

    Browsers number files with equal names: `photo (1).jpg`.
    """
    modified, name = claim.get("lastModified"), claim.get("name")
    return (
        claim.get("size") == file.size
        and isinstance(modified, int)
        and abs(modified - file.lastModified) <= 1  # browsers round differently
        and isinstance(name, str)
        and (name == file.name or name.startswith(Path(file.name).stem))
    )
