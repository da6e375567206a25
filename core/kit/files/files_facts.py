"""Facts: what is known about one file, for people to read."""

from __future__ import annotations

import configparser
import contextlib
import os
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import core as jp
from core.language.numbers import number_text
from core.language.texts import _, ngettext
from core.media import pixels
from core.sizes import size_text
from core.words import well_formed

MOST_ORIGIN = 4096
"""Characters of an address that a file came from."""


def facts(entry: jp.Entry, path: Path | None) -> list[tuple[str, str]]:
    """What each fact is called, and the fact. Blocks.

    Args:
        entry: the file as it was listed.
        path: where it is, if that is known.
    """
    found = [(_("Name"), entry.label)]
    if entry.folder:
        found.append((_("Folder"), well_formed(entry.folder)))
    size = size_text(entry.size)
    exact = ngettext("{count} byte", "{count} bytes", entry.size)
    if not entry.is_folder:
        found.append((_("Size"), size if size == exact else f"{size} ({exact})"))
    found.append((_("Type"), _("Folder") if entry.is_folder else entry.type))
    found += [] if path is None else _on_disk(path)
    found.append((_("Modified"), _time(entry.modified)))
    return found


def measured(found: Mapping[str, Any], known: Collection[str]) -> list[tuple[str, str]]:
    """The same of what a worker read from the headers of a file (`Previews.measure`).

    Args:
        known: the names of facts that are shown already.
    """
    facts = []
    if (pixels := found.get("pixels")) and _("Pixels") not in known:
        facts.append((_("Pixels"), f"{number_text(pixels[0])} × {number_text(pixels[1])}"))
    if "pages" in found:
        facts.append((_("Pages"), number_text(found["pages"])))
    if "seconds" in found:
        facts.append((_("Length"), length_text(found["seconds"])))
    if "taken" in found:
        facts.append((_("Taken"), found["taken"]))
    return facts


def length_text(seconds: float) -> str:
    """A length as players show it: 0:07, 1:30, 2:03:04."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _on_disk(path: Path) -> Iterator[tuple[str, str]]:
    with contextlib.suppress(OSError):
        with path.open("rb") as file:
            size = pixels.size_of(file.read(pixels.MOST_HEAD))
        if size is not None:
            yield _("Pixels"), f"{number_text(size[0])} × {number_text(size[1])}"
        created = getattr(path.stat(), "st_birthtime", None)
        if created is not None:
            yield _("Created"), _time(created)
    if origin := _origin(path):
        yield _("Where from"), origin


def _origin(path: Path) -> str:
    """The address that a browser downloaded the file from, where the system keeps it."""
    try:
        if os.name == "nt":
            zone = configparser.ConfigParser(interpolation=None)
            with open(f"{path}:Zone.Identifier", encoding="utf-8") as stream:
                zone.read_string(stream.read(4 * MOST_ORIGIN))
            found = zone.get("ZoneTransfer", "HostUrl", fallback="")
        elif hasattr(os, "getxattr"):
            found = os.getxattr(path, "user.xdg.origin.url").decode(errors="replace")
        else:
            return ""
    except (OSError, ValueError, configparser.Error):
        return ""
    return well_formed(found[:MOST_ORIGIN])


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M:%S")
