"""FileView: the tiles or rows of a file list, of which a page has only those in sight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.language.texts import N_

from ..script_part import ScriptPart

AT_ONCE = 60
"""Files whose details a page has before it asks: more than most windows show."""

MOST_WANTED = 1000
"""Files whose details a page gets at a time."""

MOST_VIEWERS = 8
"""Browsers of which it is watched what they show."""


@dataclass
class Chosen:
    """The selection of a browser: `by` names the browser, `serial` counts its selections."""

    numbers: list[int]
    by: str
    serial: int


@dataclass
class Asked:
    """A file to open, and how that was asked for: "double click" or "enter"."""

    number: int
    how: str


@dataclass
class NewName:
    """A name that a file is to have."""

    number: int
    name: str


@dataclass
class Typed:
    """The first letters of a name, and the file to look from."""

    text: str
    after: int


@dataclass
class Moved:
    """Files to move before another one; 0: to the end."""

    numbers: list[int]
    before: int


class FileView(ScriptPart):
    """The script part of `Files`. Numbers of files travel as runs (`files_listing.runs`).

    Attributes:
        layout: "grid" or "list".
        size: "small", "medium" or "large" tiles of the grid.
        label: the accessible name of the list.
        order: the files in their order, as runs.
        source: changes when the files come from elsewhere.
        version: changes when the details of files have changed.
        details: of the files that a browser shows first; it asks for those of others.
        selected: the selection, with the browser that it comes from.
        edited: the file whose name is to be changed, in the browser `by`.
        renames, removes, sortable: what people can do.
        folders: whether there are folders to open.
        folder: the folder that is open.
        cut: the files, as runs, that are moved to where people paste.
        holds: how many these are, in all folders.
    """

    script = "bundle/kit-files.js"  # of assets/kit/files.js
    sends = {
        "wanted": list,
        "chosen": Chosen,
        "asked_open": Asked,
        "asked_preview": int,
        "asked_info": int,
        "asked_shortcuts": int,
        "asked_copy": list,
        "asked_rename": NewName,
        "asked_remove": list,
        "asked_undo": int,
        "typed": Typed,
        "moved": Moved,
        "asked_up": int,
        "asked_folder": str,
        "asked_cut": list,
        "asked_paste": int,
    }

    layout: str = "grid"
    size: str = "medium"
    label: str = N_("Files")
    order: list[int] = []
    source: int = 0
    version: int = 0
    details: list[dict[str, Any]] = []
    selected: dict[str, Any] = {"numbers": [], "by": "", "serial": 0}
    edited: dict[str, Any] = {}
    renames: bool = False
    removes: bool = False
    sortable: bool = False
    folders: bool = False
    folder: str = ""
    cut: list[int] = []
    holds: int = 0
