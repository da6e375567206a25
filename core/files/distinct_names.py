"""Deduplicated names: those that any file system treats as equal get numbers."""

import unicodedata
from collections.abc import Iterable

from .names import shortened, split_extension


def numbered(name: str, number: int) -> str:
    """`name` with a number before its extension: ('photo.jpg', 2) -> 'photo (2).jpg'."""
    stem, extension = split_extension(name)
    return shortened(f"{stem} ({number}){extension}", keep=f" ({number}){extension}")


def key(name: str) -> str:
    """The form of a name to compare: equal for names that any file system treats as equal."""
    if name.isascii():  # most names: folders are listed in the time that this takes
        return name.lower()
    # HFS+ ignores format characters in names.
    visible = "".join(c for c in name if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", visible).casefold())


def distinct_paths(paths: Iterable[str]) -> list[str]:
    """The paths; a name gets a number if an earlier path has the same key."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    result = []
    for path in paths:
        folder, slash, name = path.rpartition("/")
        wanted, free = key(path), path
        number = numbers.get(wanted, 1)
        while key(free) in taken:
            number += 1
            free = f"{folder}{slash}{numbered(name, number)}"
        numbers[wanted] = number
        taken.add(key(free))
        result.append(free)
    return result
