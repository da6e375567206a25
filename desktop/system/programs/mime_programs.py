"""Programs by MIME type: which programs of a Linux desktop open a file, the usual one first.

After the MIME Applications Associations 1.0.1 and the Shared MIME-info Database of freedesktop.org.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from core.media.types import OCTET_STREAM
from desktop.system.programs.desktop_entries import DesktopEntry, read

MOST_BYTES = 8 << 20
"""Of a list of associations."""

MOST_ENTRIES = 5000
"""Files of a folder without a cache that are read."""

MOST_PROGRAMS = 50
"""For one file."""


@dataclass
class _Associations:
    """What the lists say of some types.

    Attributes:
        usual: programs that open them, the usual ones first.
        found: all programs that open them, in their order.
        removed: those that the person does not want for them.
    """

    usual: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    removed: set[str] = field(default_factory=set)


def programs_for(media_type: str) -> list[DesktopEntry]:
    """The programs that open files of a type, or of the more general types that it is one of.

    Blocks.
    """
    ids: dict[str, None] = {}
    for each in _with_general(media_type):
        associations = _associations(each)
        ids |= dict.fromkeys([*associations.usual, *associations.found])
    found = (entry_of(each) for each in ids)
    return [entry for entry in found if entry is not None][:MOST_PROGRAMS]


def entry_of(entry_id: str) -> DesktopEntry | None:
    """The program of an id; None if there is none."""
    if "/" in entry_id or not entry_id.endswith(".desktop"):
        return None
    for folder in _application_folders():
        path = folder / entry_id
        if not path.is_file():  # kde4-okular.desktop may be kde4/okular.desktop
            path = folder / entry_id.replace("-", "/", 1)
        if path.is_file():
            return read(path, entry_id)
    return None


def _associations(media_type: str) -> _Associations:
    result = _Associations()
    for path in _lists():
        groups = _groups(path)
        result.usual += _ids(groups, "Default Applications", media_type)
        added = _ids(groups, "Added Associations", media_type)
        result.found += [each for each in added if each not in result.removed]
        result.removed |= {*_ids(groups, "Removed Associations", media_type)}
    for folder in _application_folders():
        cache = folder / "mimeinfo.cache"
        if cache.is_file():
            declared = _ids(_groups(cache), "MIME Cache", media_type)
        else:
            declared = _declared(folder, media_type)
        result.found += [each for each in declared if each not in result.removed]
    return result


def _declared(folder: Path, media_type: str) -> list[str]:
    """The programs of a folder without a cache."""
    try:
        names = sorted(path.name for path in folder.glob("*.desktop"))[:MOST_ENTRIES]
    except OSError:
        return []
    entries = (read(folder / name, name) for name in names)
    return [entry.id for entry in entries if entry is not None and media_type in entry.types]


def _with_general(media_type: str) -> list[str]:
    """The type under its usual name, then those that it is one of."""
    found = [dict(_pairs("aliases")).get(media_type, media_type)]
    more_general: dict[str, list[str]] = {}
    for special, general in _pairs("subclasses"):
        more_general.setdefault(special, []).append(general)
    for each in found:  # it grows
        found += [general for general in more_general.get(each, ()) if general not in found]
    if media_type not in found:
        found.insert(0, media_type)
    if media_type.startswith("text/") and "text/plain" not in found:
        found.append("text/plain")
    return [each for each in found if each != OCTET_STREAM or each == media_type]


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    for folder in _data_folders():
        for line in _text(folder / "mime" / name).splitlines():
            first, _, second = line.partition(" ")
            if second:
                yield first, second


def _lists() -> Iterator[Path]:
    """The files with associations, those of the person first."""
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
    names = [f"{each}-mimeapps.list" for each in desktops if each] + ["mimeapps.list"]
    for folder in (*_config_folders(), *_application_folders()):
        yield from (folder / name for name in names)


def _groups(path: Path) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    group: dict[str, str] = {}
    for line in map(str.strip, _text(path).splitlines()):
        if line.startswith("["):
            group = found.setdefault(line.strip("[]"), {})
        elif "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            group.setdefault(name.strip(), value.strip())
    return found


def _ids(groups: dict[str, dict[str, str]], group: str, media_type: str) -> list[str]:
    return [each for each in groups.get(group, {}).get(media_type, "").split(";") if each]


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""


def _application_folders() -> list[Path]:
    return [folder / "applications" for folder in _data_folders()]


def _data_folders() -> list[Path]:
    return _folders(
        "XDG_DATA_HOME", "~/.local/share", "XDG_DATA_DIRS", "/usr/local/share:/usr/share"
    )


def _config_folders() -> list[Path]:
    return _folders("XDG_CONFIG_HOME", "~/.config", "XDG_CONFIG_DIRS", "/etc/xdg")


def _folders(own: str, own_usual: str, others: str, others_usual: str) -> list[Path]:
    """The person's folder, then those of the system. Relative ones are to be ignored."""
    home = os.environ.get(own) or os.path.expanduser(own_usual)
    words: Iterable[str] = [home, *(os.environ.get(others) or others_usual).split(":")]
    return [Path(each) for each in words if os.path.isabs(each)]
