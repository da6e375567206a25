"""Destinations: a folder of a shelf of the default app, as a text that travels with files for it.

The command line names shelves, too. It finds them on the disk, without loading the app.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from urllib.parse import quote, unquote

from desktop.system.errors import UnknownShelf


def destination(key: str, folder: str = "") -> str:
    """The text for a folder (`holiday/beach`; "" is the top) of the shelf with a key."""
    return f"{_quoted(key)}/{_quoted(folder)}"


def place_of(text: str) -> tuple[str, str]:
    """The key of the shelf and the folder; a page may have sent anything."""
    key, _, folder = text.partition("/")
    return _read(key), _read(folder)


def of_shelf(name: str, shelves: Path) -> str:
    """The destination of files for the shelf of a name, in whatever case it is written.

    Args:
        shelves: the folder with the shelves that have a name.

    Raises:
        UnknownShelf: there is none.
    """
    keys = _keys(shelves)
    found = [key for key in keys if key == name] or [k for k in keys if _same(k) == _same(name)]
    if found:
        return destination(found[0])
    raise UnknownShelf(_unknown(name, keys))


def _unknown(name: str, keys: list[str]) -> str:
    from core.language.texts import _  # slow to import: only to say what is wrong

    listed = _(", ").join(_("“{name}”", name=key) for key in keys)
    known = _("There are {names}.", names=listed) if keys else _("No shelf has a name yet.")
    missing = _("There is no shelf “{name}”.", name=name)
    first = _("Without --shelf, files go to the first shelf.")
    return f"{missing} {known} {first}"


def _keys(shelves: Path) -> list[str]:
    try:
        found = [path.name for path in shelves.iterdir() if path.is_dir() and not path.is_symlink()]
    except FileNotFoundError:
        return []
    return sorted(name for name in found if not name.startswith("."))


def _same(name: str) -> str:
    """The form of a name to compare."""
    return unicodedata.normalize("NFC", name.strip()).casefold()


def _quoted(name: str) -> str:
    return quote(name, safe="", errors="surrogateescape")


def _read(text: str) -> str:
    return unquote(text, errors="surrogateescape")
