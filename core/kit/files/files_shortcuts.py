"""FilesShortcuts: a table of the keys of a file list, in front of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import core as jp
from core.language.texts import N_, _

from ..overlays.modal import Modal

_MOVING = [
    (N_("Arrow keys, Page Up, Page Down, Home, End"), N_("Go to another file")),
    (N_("Letters"), N_("Go to the file whose name begins with them")),
    (N_("Shift + those keys"), N_("Select all files up to there")),
    (N_("Ctrl + arrow keys"), N_("Go there and leave the selection as it is")),
    (N_("Ctrl + Space"), N_("Select the file, or no longer")),
    (N_("Ctrl + A"), N_("Select all files")),
    (N_("Escape"), N_("Select no file")),
    (N_("Enter"), N_("Open the file")),
    (N_("Space"), N_("Preview the file; arrow keys go on to others")),
    (N_("Ctrl + I, Alt + Enter"), N_("Show details of the file")),
    (N_("Ctrl + C"), N_("Copy the files")),
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
        super().__init__(_("Keyboard shortcuts"), close_outside=True, **attributes)
        body = jp.Tbody(a=jp.Table(classes="kit-files-shortcuts", a=self))
        for keys, meaning in _rows(renames, removes, sorts, searches, folders):
            row = jp.Tr(a=body)
            jp.Th(text=_(keys), scope="row", a=row)
            jp.Td(text=_(meaning), a=row)
        jp.P(text=_("On a Mac, ⌘ takes the place of Ctrl."), classes="kit-files-note", a=self)


def _rows(
    renames: bool, removes: bool, sorts: bool, searches: bool, folders: bool
) -> Iterator[tuple[str, str]]:
    yield from _MOVING
    if searches:
        yield N_("Ctrl + F"), N_("Search")
    if sorts:
        yield N_("Alt + arrow keys"), N_("Move the files to another place")
    if folders:
        yield N_("Backspace, Alt + ↑"), N_("Go to the folder around this one")
    if folders and removes:
        yield N_("Ctrl + Shift + N"), N_("Make a folder")
        yield (
            N_("Ctrl + X, Ctrl + V"),
            N_("Move the files: cut them here, paste them in another folder"),
        )
    if renames:
        yield "F2", N_("Rename the file")
    if removes:
        yield N_("Delete"), N_("Remove the files")
    if renames or removes:
        yield N_("Ctrl + Z"), N_("Undo the last removal, move or new name")
    yield N_("Shift + F10"), N_("Open the menu")
    yield "?", N_("Show these shortcuts")
