"""The page: each window has one, which shows one shelf of the session after the other.

So transfers, selections and dialogs of a window are its own, and go on when it shows another shelf.
"""

from __future__ import annotations

import asyncio
import contextlib
import weakref
from collections.abc import Collection, Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

import core as jp
from core import kit
from core.files.removal import Removal
from core.language.texts import _
from desktop import MenuItem, run, window
from desktop.shelf import wording
from desktop.shelf.actions.part import Actions
from desktop.shelf.arrivals import Arrivals
from desktop.shelf.commands import Commands
from desktop.shelf.drag_hint import DragHint
from desktop.shelf.interrupted import Interrupted
from desktop.shelf.several import open_pages
from desktop.shelf.several import wording as names
from desktop.shelf.several.choice import ShelfChoice
from desktop.shelf.several.handling import Handling
from desktop.shelf.several.moves import Moves
from desktop.shelf.several.shelf_list import ShelfList
from desktop.shelf.several.shelves import ShelfInfo, address, shelves_of
from desktop.shelf.welcome import gone_page, welcome
from desktop.start.adding.destinations import destination, place_of

ROOM = "h-dvh overflow-hidden"
"""Of the page: the files scroll, the line above them stays."""

CONTENT = "min-h-0 overflow-hidden py-3 max-sm:py-1.5 max-sm:px-2.5"
"""Of what the page holds: in a narrow window, nearly all height is for files."""

INTERVAL = 1.0
"""Seconds between two looks at which shelves there are."""

UNSEEN = 30
"""Looks after which a page that no browser shows is no longer followed."""


def page(request: jp.Request) -> jp.WebPage:
    """The page of a shelf: of the one that the address names, else of the first."""
    is_native, session_id = window.is_native(request), request.session_id
    asked = asked_for(request.url.query)
    shelves = shelves_of(session_id)
    shelf = shelves.find_renamed(asked) if asked else None
    if asked and shelf is None:
        return gone_page(asked)
    shown = Shelf(session_id, shelf or shelves.start(), is_native)
    if asked and asked != shown.key:
        shown.display_url = address(shown.key)
    open_pages.opened(session_id, shown)
    shown.interrupted.refresh()
    shown.look()
    return shown


def asked_for(query: str) -> str:
    """The key of the shelf that the query of an address names; "" if it names none."""
    return parse_qs(query, errors="surrogateescape").get("shelf", [""])[0]


def start() -> None:
    """Open the shelf."""
    save, archive = MenuItem(save_all, "Ctrl+S"), MenuItem(zip_all, "Ctrl+Shift+S")
    menu = {_("File"): {_("&Save…"): save, _("Save as &ZIP…"): archive}}
    run(page, title="Satchel", menu=menu, start_at_login=True, tray=True)


def save_all(msg: jp.Msg) -> Any:
    """File > Save. Plain, so that it begins after the selection before it."""
    return msg.page.commands.save() if isinstance(msg.page, Shelf) else None


def zip_all(msg: jp.Msg) -> Any:
    """File > Save as ZIP. Plain, so that it begins after the selection before it."""
    return msg.page.commands.save_zip() if isinstance(msg.page, Shelf) else None


class Shelf(kit.Shell):
    """The files of one shelf, on a page that takes more wherever they are dropped.

    Args:
        session_id: of the session whose shelf it is.
        shelf: the shelf.
        is_native: whether it is in the program's own window.
    """

    def __init__(self, session_id: str, shelf: ShelfInfo, is_native: bool) -> None:
        super().__init__("Satchel", heading=shelf.label, wide=True, body_classes=ROOM)
        self.lang = jp.app.language
        self._session_id, self._is_native = session_id, is_native
        self._shelves = shelves_of(session_id)
        self.key, self.folder = shelf.key, self._shelves.folder(shelf.key)
        self.title = shelf.label if shelf.key else "Satchel"
        self.commands = Commands(lambda: self.folder, lambda: self.files)
        handling = Handling(session_id, self._shelves, self.show_shelf, self._offer_undo)
        self.moves = Moves(session_id, self._shelves, lambda: self.files)
        self.list = ShelfList(
            self, handling, self.go_to, self.moves.drop, self._give_focus, shelf.key
        )
        self.choice = ShelfChoice(self._move_selected, a=self)
        self.upload = kit.Upload(self.keep, anywhere=True, compact=True, floating=True)
        self._folders: dict[str, str] = {}
        self.actions.add(self.upload, self.list.menu)
        self.body.set_classes(CONTENT)
        self.interrupted = Interrupted(
            lambda: jp.app.unfinished_uploads(session_id),
            self._keep_files,
            self._give_focus,
            a=self,
        )
        self.own_actions = Actions(
            lambda: self.files.selection, self.commands.path, is_native, a=self
        )
        self.files = kit.Files(
            self.folder,
            sort="-modified",
            arrangement="shelf",
            folders=True,
            search=True,
            fill=True,
            trash=True,
            actions=[
                *self.commands.actions(is_native),
                self.own_actions.command(),
                self._move_action(),
            ],
            destination=lambda folder: destination(self.key, folder),
            on_open=self.open_file if is_native else None,
            empty=welcome(),
            removal_note=_(wording.ONLY_COPIES),
            a=self,
        )
        self.on("popstate", self._go_back)
        self.hint = DragHint(session_id)
        self.add(self.hint)
        jp.run_task(follow(weakref.ref(self)))

    def refresh(self, changed: Collection[str] | None = None) -> None:
        """Show what is in the folder now, and what was interrupted. It blocks.

        Args:
            changed: the paths in the folder of files that may have changed; None: anything may.
        """
        self.interrupted.refresh()
        self.files.refresh(changed)
        open_pages.show_shelves(self._session_id)

    def show_shelf(self, shelf: ShelfInfo) -> None:
        """Show another shelf, in the folder that was open in it. It blocks."""
        self._folders[self.key] = self.files.folder
        self._show(shelf, self._folders.get(shelf.key, ""))
        self.look()

    def show_shelves(self, shelves: Sequence[ShelfInfo]) -> bool:
        """Show which shelves there are; whether that changes something."""
        return self.list.show(shelves)

    def look(self) -> bool:
        """Show which shelves there are, and what stopped; whether that is news. It blocks."""
        has_changed = self.key not in {each.key for each in self._shelves.all()}
        if has_changed and (renamed := self._shelves.find_renamed(self.key)) is not None:
            self.become(renamed)  # in another window, at this moment
        elif has_changed:  # another program removed it
            self.notify(names.shelf_is_gone(names.shelf_name(self.key)), kind="warning")
            self._show(self._shelves.start())
        shown = self.list.show(self._shelves.all())
        return self.interrupted.refresh() | shown | has_changed

    def become(self, shelf: ShelfInfo) -> None:
        """Show the shelf under another name. It blocks."""
        self._show(shelf, self.files.folder)

    def _show(self, shelf: ShelfInfo, folder: str = "") -> None:
        """Show a folder of a shelf."""
        self.key, self.folder = shelf.key, self._shelves.folder(shelf.key)
        self.heading, self.display_url = shelf.label, shelf.address
        self.title = shelf.label if shelf.key else "Satchel"
        self.list.current = shelf.key
        self.files.filter, self.files.kind = "", ""
        self.files.source = self.folder
        if folder:
            with contextlib.suppress(FileNotFoundError):
                self.files.folder = folder

    def _give_focus(self) -> None:
        """Give the focus to the files, or, without any, to what chooses some."""
        if self.files.files:
            self.files.take_focus()
        else:
            self.upload.input.set_focus = True

    def react(self) -> None:
        """Note in the page where files go that are dropped on it now."""
        self.upload.data_destination = destination(self.key, self.files.folder)

    def go_to(self, key: str, msg: jp.Msg) -> None:
        """Show the shelf with this key, unless it has gone. It blocks."""
        shelf = self._shelves.find(key)
        if shelf is None:
            msg.page.notify(names.shelf_is_gone(names.shelf_name(key)), kind="bad")
        elif shelf.key != self.key:
            self.show_shelf(shelf)

    def _go_back(self, msg: jp.Msg) -> None:
        """Show the shelf of the address to which the person went back or forward. It blocks."""
        asked = asked_for(urlsplit(msg.address).query)
        shelf = self._shelves.find_renamed(asked) if asked else None
        self.show_shelf(shelf or self._shelves.start())

    def _move_action(self) -> kit.FileAction:
        return kit.FileAction(f"{_(names.MOVE_TO)}…", self._ask_where, "folder", menu_only=True)

    def _ask_where(self, msg: jp.Msg) -> None:
        """Ask to which shelf the selected files go."""
        others = [each for each in self._shelves.all() if each.key != self.key]
        if others:
            self.choice.ask(others)
        else:
            msg.page.notify(_(names.NO_OTHER))

    def _move_selected(self, key: str, is_copy: bool, msg: jp.Msg) -> None:
        selected = [entry.path for entry in self.files.selection]
        self.moves.move(self.key, selected, key, is_copy, msg)

    def _offer_undo(self, shelf: ShelfInfo, text: str, removal: Removal) -> None:
        """Show another shelf where one was removed, say so, and offer to put it back."""
        open_pages.leave(self._session_id, shelf.key, self._shelves.start())
        self.files.offer_undo(self, text, removal)

    async def open_file(self, msg: jp.Msg) -> None:
        """Open a file with its program, or look at one that was clicked twice."""
        entry: Any = msg.file
        if msg.how == "double click":
            self.files.preview(entry)
        else:
            await self.commands.open(entry)

    def keep(self, msg: jp.Msg) -> None:
        """Keep the files that were sent on the shelf on which they were dropped. It blocks."""
        self._keep_files(msg.files, msg.destination, msg)

    def _keep_files(self, files: Sequence[jp.File], where: str | None, msg: jp.Msg) -> None:
        """Keep files on the shelf and in the folder of a destination, or in what is shown."""
        key, folder = place_of(where or destination(self.key, self.files.folder))
        shelf = self._shelves.find_renamed(key)
        if shelf is None:
            if key:
                msg.page.notify(names.shelf_is_gone(names.shelf_name(key)), kind="warning")
            shelf, folder = self._shelves.start(), ""
        place = self._shelves.folder(shelf.key).folder
        arrivals = Arrivals(jp.SessionFolder(place), folder)
        if problems := list(arrivals.save(files)):
            msg.page.notify(wording.together(problems, len(files)), kind="bad")
        kept = [file for file in files if file.saved]
        if text := wording.saved_as([(file.name, file.path.name) for file in kept]):
            msg.page.notify(text)
        saved = [file.path for file in kept]
        is_shown = shelf.key == self.key
        inside = [path.relative_to(place).as_posix() for path in saved]
        self.refresh(inside if is_shown else [])
        if saved and self._is_native:
            self.hint.offer()
        if saved:
            said = names.moved([path.name for path in saved], shelf.label, is_copy=True)
            self.files.offer_undo(self, "" if is_shown else said, arrivals.undo(inside))
        if is_shown:
            self.files.point_out_duplicates(saved, msg)


async def follow(reference: weakref.ref[Shelf]) -> None:
    """Keep the list of shelves up to date, for as long as a browser shows the page."""
    unseen = 0
    while unseen < UNSEEN:
        await asyncio.sleep(INTERVAL)
        page = reference()
        if page is None:
            return
        if page.view is None:
            unseen += 1
        elif await asyncio.to_thread(page.look):
            await page.update()
        del page
