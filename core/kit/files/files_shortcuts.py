"""FilesShortcuts: a table of the keys of a file list, in front of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import core as jp

from ..overlays.modal import Modal

_MOVING = [
    ("Arrow keys, Page Up, Page Down, Home, End", "Go to another file"),
    ("Letters", "Go to the file whose name begins with them"),
    ("Shift + those keys", "Select all files up to there"),
    ("Ctrl + arrow keys", "Go there and leave the selection as it is"),
    ("Ctrl + Space", "Select the file, or no longer"),
    ("Ctrl + A", "Select all files"),
    ("Escape", "Select no file"),
    ("Enter", "Open the file"),
    ("Space", "Preview the file; arrow keys go on to others"),
    ("Ctrl + I, Alt + Enter", "Show details of the file"),
    ("Ctrl + C", "Copy the files"),
]


class FilesShortcuts(Modal):
    """A dialog that lists what the keys of a file list do.

    Args:
        renames, removes, sorts, searches: what people can do in the list.
        folders: whether it has folders to open.
    """

    def __init__(
        self,
        *,
        renames: bool,
        removes: bool,
        sorts: bool,
        searches: bool,
        folders: bool,
        **attributes: Any,
    ) -> None:
        super().__init__("Keyboard shortcuts", close_outside=True, **attributes)
        body = jp.Tbody(a=jp.Table(classes="kit-files-shortcuts", a=self))
        for keys, meaning in _rows(renames, removes, sorts, searches, folders):
            row = jp.Tr(a=body)
            jp.Th(text=keys, scope="row", a=row)
            jp.Td(text=meaning, a=row)
        jp.P(text="On a Mac, ⌘ takes the place of Ctrl.", classes="kit-files-note", a=self)


def _rows(
    renames: bool, removes: bool, sorts: bool, searches: bool, folders: bool
) -> Iterator[tuple[str, str]]:
    yield from _MOVING
    if searches:
        yield "Ctrl + F", "Search"
    if sorts:
        yield "Alt + arrow keys", "Move the files to another place"
    if folders:
        yield "Backspace, Alt + ↑", "Go to the folder around this one"
    if folders and removes:
        yield "Ctrl + Shift + N", "Make a folder"
        yield "Ctrl + X, Ctrl + V", "Move the files: cut them here, paste them in another folder"
    if renames:
        yield "F2", "Rename the file"
    if removes:
        yield "Delete", "Remove the files"
    if renames or removes:
        yield "Ctrl + Z", "Undo the last removal, move or new name"
    yield "Shift + F10", "Open the menu"
    yield "?", "Show these shortcuts"
