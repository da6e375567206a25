"""The page: one per session, shown in all of its windows, so that they never disagree."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from weakref import WeakValueDictionary

import core as jp
from core import kit
from core.files.entries import Entry
from core.files.errors import FileError
from desktop import MenuItem, run, window
from desktop.errors import OpenRefused
from desktop.shelf import wording
from desktop.shelf.tiles import MUTED, Tile
from desktop.shelf.toolbar import Toolbar

log = logging.getLogger("satchel.desktop.shelf")

GRID = "grid gap-3 sm:gap-4 grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))]"
NOTICE = "rounded-lg px-4 py-3 text-sm wrap-anywhere bg-(--satchel-bad-soft) text-(--satchel-bad)"

_pages: WeakValueDictionary[str, Shelf] = WeakValueDictionary()
_opening = threading.Lock()


def page(request: jp.Request) -> jp.WebPage:
    """The shelf of the session: the same page in all of its windows."""
    session_id = request.session_id
    with _opening:
        shelf = _pages.get(session_id)
        if shelf is None:
            shelf = _pages[session_id] = Shelf(session_id, window.is_native(request))
    shelf.refresh()
    return shelf


def start() -> None:
    """Open the shelf."""
    save, archive = MenuItem(save_all, "Ctrl+S"), MenuItem(zip_all, "Ctrl+Shift+S")
    run(page, title="Satchel", menu={"File": {"&Save…": save, "Save as &ZIP…": archive}})


async def save_all(msg: jp.Msg) -> None:
    """File > Save."""
    if isinstance(msg.page, Shelf) and msg.page.tiles:
        await msg.page.save_chosen()


async def zip_all(msg: jp.Msg) -> None:
    """File > Save as ZIP."""
    if isinstance(msg.page, Shelf) and msg.page.tiles:
        await msg.page.zip_chosen()


class Shelf(kit.Page):
    """The files of one session, and the drop area that takes more."""

    def __init__(self, session_id: str, is_native: bool) -> None:
        super().__init__()
        self.title = "Satchel"
        self.session_id = session_id
        self.is_native = is_native
        self.folder = jp.app.session_folder(session_id)
        self.refreshing = threading.Lock()
        self.on("visibilitychange", self.refresh)  # files may have come or gone meanwhile
        head = jp.Div(classes="flex flex-wrap items-baseline gap-x-4", a=self)
        jp.H1(text="Your files", a=head)
        self.total = jp.P(classes=MUTED, aria_live="polite", a=head)
        self.upload = kit.Upload(self.keep, anywhere=True, a=self)
        self.notice = jp.P(role="alert", classes=NOTICE, show=False, a=self)
        self.empty = jp.P(text="Nothing here yet. What you drop stays on this computer.", a=self)
        self.empty.classes = f"py-6 text-center {MUTED}"
        self.toolbar = Toolbar(self, is_native, a=self)
        self.grid = jp.Ul(classes=GRID, aria_label="Files", a=self)

    def refresh(self) -> None:
        """Show what is in the folder now, the newest first."""
        with self.refreshing:
            entries = sorted(self._entries(), key=lambda entry: -entry.modified)
            # A tile whose file is unchanged stays: the browsers are sent only the new ones.
            tiles = {tile.entry: tile for tile in self.tiles}
            self.grid.components = [
                tiles.get(entry) or Tile(entry, self.session_id, self, self.is_native)
                for entry in entries
            ]
            self.total.text = wording.total(entries)
            self.empty.show = not entries
            self.upload.filled = bool(entries)
        self.picked()

    @property
    def tiles(self) -> list[Tile]:
        """One for each file that is shown."""
        return [tile for tile in self.grid.components if isinstance(tile, Tile)]

    @property
    def picks(self) -> list[Entry]:
        """The files that are selected."""
        return [tile.entry for tile in self.tiles if tile.pick.checked]

    def keep(self, msg: jp.Msg) -> None:
        """Keep the files that were sent."""
        problems = list(self._save(msg.files))
        self._say(wording.together(problems, len(msg.files)))
        self.refresh()

    async def remove_file(self, entry: Entry) -> None:
        """Delete a file of the session if the user is sure."""
        await self._remove_if_sure(f"Remove “{entry.label}”?", [entry])

    async def remove_picked(self) -> None:
        """Delete the files that are selected if the user is sure."""
        picks = self.picks
        await self._remove_if_sure(f"Remove {wording.files(len(picks))}?", picks)

    def picked(self) -> None:
        """Show the new selection."""
        self.toolbar.update_counts(len(self.picks), len(self.tiles))

    def pick_all(self, msg: jp.Msg) -> None:
        """Select all files, or none."""
        for tile in self.tiles:
            tile.pick.checked = bool(msg.checked)
        self.picked()

    async def open_file(self, entry: Entry) -> None:
        """Open a file with its default program."""
        try:
            await window.open_path(self._path(entry))
        except OpenRefused as refusal:
            self._say(str(refusal))
        else:
            self._say("")

    async def show_file(self, entry: Entry) -> None:
        """Show a file in the system's file manager."""
        await window.show_in_folder(self._path(entry))

    async def save_chosen(self) -> None:
        """Save the files that are selected, or all, into a folder that the user chooses."""
        chosen = self._chosen()
        if len(chosen) == 1:
            await window.save_file(chosen[0].label, self._path(chosen[0]))
        else:
            await window.save_files([self._path(entry) for entry in chosen])

    async def zip_chosen(self) -> None:
        """Save them as one ZIP."""
        files = [(entry.path, self._path(entry)) for entry in self._chosen()]
        await window.save_file("Satchel files.zip", jp.Zip(files))

    def _chosen(self) -> list[Entry]:
        return self.picks or [tile.entry for tile in self.tiles]

    def _path(self, entry: Entry) -> Path:
        return self.folder.folder / entry.path

    async def _remove_if_sure(self, question: str, entries: list[Entry]) -> None:
        files = "file is" if len(entries) == 1 else "files are"
        details = f"The {files} deleted from this computer."
        if await self.confirm(question, details=details, yes="Remove", no="Keep", danger=True):
            await asyncio.to_thread(self._remove_all, entries)

    def _remove_all(self, entries: list[Entry]) -> None:
        self._say(" ".join(filter(None, map(self._remove, entries))))
        self.refresh()

    def _remove(self, entry: Entry) -> str:
        """Delete a file; return the problem, if any."""
        try:
            self.folder.remove(entry.path)
        except OSError as error:
            log.warning("%r could not be removed: %s", entry.path, error)
            return wording.not_removed(entry.label, error)
        return ""

    def _entries(self) -> list[Entry]:
        try:
            return self.folder.list()
        except OSError as error:
            log.error("The files of a session could not be listed: %s", error)
            self._say(wording.not_listed(error))
            return []

    def _save(self, files: Sequence[jp.File]) -> Iterable[str]:
        """Save each file; yield a sentence for each that could not be saved."""
        for file in reversed(files):
            try:
                with contextlib.suppress(OSError):
                    file.save(self.folder).touch()  # it is new here, whenever it was sent
            except FileError as error:
                log.error("%r could not be kept: %s", file.name, error)
                problem = wording.not_kept(file.name, error)
                file.fail(problem)
                yield problem

    def _say(self, text: str) -> None:
        self.notice.text, self.notice.show = text, bool(text)
