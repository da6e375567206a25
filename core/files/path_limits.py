"""The longest path of this system, from its root on: a name is shortened, or refused, to fit."""

import os
import sys
from pathlib import Path

from ..language.texts import _
from .errors import UnsafeName
from .names import shortened

if sys.platform == "win32":
    import winreg

    def _has_long_paths() -> bool:
        try:
            place = r"SYSTEM\CurrentControlSet\Control\FileSystem"
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as settings:
                return bool(winreg.QueryValueEx(settings, "LongPathsEnabled")[0])
        except OSError:  # before Windows 10, version 1607
            return False

    LONGEST: int | None = None if _has_long_paths() else 259
else:
    LONGEST = None
"""Characters of a path: MAX_PATH without its NUL, where Windows has not turned on long ones.

None: `MAX_PATH_BYTES` is enough of a limit.
"""

LEAST = 40
"""Characters that a folder's path leaves for names: our own temporary ones need 31."""

SPARE = 8
"""Characters for a number in parentheses, should the name be taken."""


def fitting(folder: Path, name: str) -> str:
    """The name, shortened before its extension if its path would be too long in this folder.

    Raises:
        UnsafeName: the folder's own path is too long for any name.
    """
    if LONGEST is None:
        return name
    room = LONGEST - _units(str(folder.absolute())) - 1
    if room < LEAST:
        raise UnsafeName(
            _(
                "The path of the folder for “{name}” is too long: Windows allows {most} characters "
                "in all. Shorten the names of the folders, or turn on long paths in Windows.",
                name=name[:80],
                most=LONGEST,
            )
        )
    return name if _units(name) <= room - SPARE else shortened(name, most=room - SPARE)


def is_too_long(path: Path) -> bool:
    """Whether this system cannot open a file at this path."""
    return LONGEST is not None and _units(str(path.absolute())) > LONGEST


def check_contents(folder: Path, new: Path) -> None:
    """That what is in a folder can still be opened once the folder has another path.

    Raises:
        UnsafeName: the path of something in it would be too long.
    """
    more = _units(str(new)) - _units(str(folder))
    if LONGEST is None or more <= 0 or folder.is_symlink():
        return
    for around, folders, files in os.walk(folder.absolute()):
        longest = max(map(_units, [*folders, *files]), default=-1)
        if _units(around) + 1 + longest + more > LONGEST:
            raise UnsafeName(
                _(
                    "With “{name}” the paths of files in this folder would be too long: Windows "
                    "allows {most} characters in all. Use shorter names, or turn on long paths "
                    "in Windows.",
                    name=new.name[:80],
                    most=LONGEST,
                )
            )


def _units(text: str) -> int:
    """UTF-16 code units, as Windows counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
