"""Commands: what can be done with the files that are selected, or with all if none is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import core as jp
from core import kit
from core.files.entries import Entry
from core.files.names import shown
from core.files.original_names import original_name, original_path
from core.language.texts import _
from desktop import window
from desktop.shelf.handing_over import HandingOver


class Commands:
    """Saves, opens and shows files of a folder.

    Args:
        folder: finds the folder: the shelf may get another name.
        files: the list in which they are selected.
    """

    def __init__(
        self, folder: Callable[[], jp.SessionFolder], files: Callable[[], kit.Files]
    ) -> None:
        self._find_folder = folder
        self._files = files

    def actions(self, is_native: bool) -> list[kit.FileAction]:
        """Those that the list of files offers; what only a window can do, only there."""
        archive = kit.FileAction(_("Save as ZIP"), self.save_zip, "archive")
        if not is_native:  # which gets several files as a ZIP only
            return [archive]
        show = kit.FileAction(_("Show in folder"), self.show, "folder-open", for_one=True)
        others = HandingOver(lambda: self._files().selection, self.path).actions()
        return [kit.FileAction(_("Save"), self.save, "download"), archive, show, *others]

    async def save(self) -> None:
        """Save a file where people want it, or several into a folder that they choose."""
        chosen = self._chosen()
        if len(chosen) == 1:
            path = self.path(chosen[0])
            await window.save_file(shown(original_name(path)), path)
        elif chosen:
            await window.save_files([(self._name(entry), self.path(entry)) for entry in chosen])

    async def save_zip(self) -> None:
        """Save them as one ZIP."""
        files = [(self._name(entry), self.path(entry)) for entry in self._chosen()]
        if files:
            await window.save_file(_("Satchel files.zip"), jp.Zip(files))

    async def open(self, entry: Entry) -> None:
        """Open a file with its default program."""
        await window.open_path(self.path(entry))

    async def show(self) -> None:
        """Show the selected file in the system's file manager."""
        for entry in self._files().selection[:1]:
            await window.show_in_folder(self.path(entry))

    @property
    def _folder(self) -> jp.SessionFolder:
        return self._find_folder()

    def _chosen(self) -> list[Entry]:
        """The files that are selected, or all, and those in the folders among them."""
        chosen = self._files().selection or self._files().files
        if not any(entry.is_folder for entry in chosen):
            return chosen
        files = self._folder.list()
        return [file for entry in chosen for file in files if _is_in(file, entry)]

    def _name(self, entry: Entry) -> str:
        """The name of a file from the open folder on."""
        named = original_path(self._folder.folder, entry.path)
        return named.removeprefix(f"{self._files().folder}/")

    def path(self, entry: Entry) -> Path:
        """The path of a file."""
        return self._folder.folder / entry.path


def _is_in(file: Entry, entry: Entry) -> bool:
    return file.path == entry.path or file.path.startswith(f"{entry.path}/")
