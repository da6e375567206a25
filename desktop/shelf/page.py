"""The page: one per session, shown in all of its windows, so that they never disagree."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Sequence
from weakref import WeakValueDictionary

import core as jp
from core.files.errors import FileError
from core.files.folders import Entry
from desktop.shelf import wording
from desktop.shelf.tiles import Tile
from desktop.shelf.upload import DropArea

log = logging.getLogger("satchel.desktop.shelf")

BODY = "min-h-screen bg-slate-50 text-slate-800 dark:bg-slate-950 dark:text-slate-100"
# The form is the whole page, so that files may be dropped anywhere. The panel that shows how far
# they are is put at its end by the browser: `order` moves it above the files.
FORM = (
    "flex flex-col gap-4 min-h-screen py-4 sm:py-8 px-[max(1rem,calc((100%_-_60rem)/2))] "
    "[reading-flow:flex-visual]"
)
CSS = """
html { color-scheme: light dark; } /* scroll bars, and what a page leaves of its window */
.satchel-progress { max-width: none; padding-block: 0; }
.satchel-dropping { outline-offset: -0.375rem; }
"""
GRID = "grid gap-3 sm:gap-4 grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))]"
NOTICE = (
    "rounded-lg border px-4 py-3 text-sm wrap-anywhere border-red-200 bg-red-50 text-red-800 "
    "dark:border-red-900 dark:bg-red-950 dark:text-red-200"
)

_pages: WeakValueDictionary[str, Shelf] = WeakValueDictionary()
_opening = threading.Lock()


def page(request: jp.Request) -> jp.WebPage:
    """The shelf of the session: the same page in all of its windows."""
    session_id = request.session_id
    with _opening:
        shelf = _pages.get(session_id)
        if shelf is None:
            shelf = _pages[session_id] = Shelf(session_id)
    shelf.refresh()
    return shelf


class Shelf(jp.WebPage):
    """The files of one session, and the form by which more get there."""

    title = "Satchel"
    body_classes = BODY
    css = CSS

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id
        self.folder = jp.app.session_folder(session_id)
        self.refreshing = threading.Lock()
        self.on("visibilitychange", self.refresh)  # files may have come or gone meanwhile
        form = jp.Form(submit=self.keep, classes=FORM, a=self)
        head = jp.Header(classes="flex flex-wrap items-baseline gap-x-4", a=form)
        jp.H1(text="Your files", classes="text-2xl font-bold", a=head)
        self.total = jp.P(classes="text-slate-500 dark:text-slate-400", aria_live="polite", a=head)
        self.area = DropArea(a=form)
        self.notice = jp.P(role="alert", classes=NOTICE, show=False, a=form)
        self.empty = jp.P(text="Nothing here yet. What you drop stays on this computer.", a=form)
        self.empty.classes = "order-1 py-6 text-center text-slate-500 dark:text-slate-400"
        self.grid = jp.Ul(classes=f"order-1 {GRID}", aria_label="Files", a=form)

    def refresh(self) -> None:
        """Show what is in the folder now, the newest first."""
        with self.refreshing:
            entries = sorted(self._entries(), key=lambda entry: -entry.modified)
            # A tile whose file is unchanged stays: the browsers are sent only the new ones.
            tiles = {tile.entry: tile for tile in self.grid.components if isinstance(tile, Tile)}
            self.grid.components = [
                tiles.get(entry) or Tile(entry, self.session_id, self.remove_file)
                for entry in entries
            ]
            self.total.text = wording.total(entries)
            self.empty.show = not entries
            self.area.make_room(not entries)

    def keep(self, msg: jp.Msg) -> None:
        """Take the files that were sent."""
        problems = list(self._save(msg.files))
        self._say(wording.together(problems, len(msg.files)))
        self.refresh()

    def remove_file(self, entry: Entry) -> None:
        """Delete a file of the session."""
        problem = ""
        try:
            self.folder.remove(entry.path)
        except OSError as error:
            log.warning("%r could not be removed: %s", entry.path, error)
            problem = wording.not_removed(entry.name, error)
        self._say(problem)
        self.refresh()

    def _entries(self) -> list[Entry]:
        try:
            return self.folder.list()
        except OSError as error:
            log.error("The files of a session could not be listed: %s", error)
            self._say(wording.not_listed(error))
            return []

    def _save(self, files: Sequence[jp.File]) -> Iterable[str]:
        """Save each file, and tell why one could not be."""
        for file in reversed(files):
            try:
                file.save(self.folder).touch()  # it is new here, whenever it was sent
            except (FileError, OSError) as error:
                log.error("%r could not be kept: %s", file.name, error)
                problem = wording.not_kept(file.name, error)
                file.fail(problem)
                yield problem

    def _say(self, text: str) -> None:
        self.notice.text, self.notice.show = text, bool(text)
