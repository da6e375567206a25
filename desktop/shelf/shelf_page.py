"""The page: one per session, shown in all of its windows, so that they never disagree."""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Iterator, Sequence
from typing import Any
from weakref import WeakValueDictionary

import core as jp
from core import kit
from core.files.errors import FileError
from desktop import MenuItem, run, window
from desktop.shelf import wording
from desktop.shelf.actions.part import Actions
from desktop.shelf.commands import Commands
from desktop.shelf.interrupted import Interrupted

log = logging.getLogger("satchel.desktop.shelf")

ROOM = "h-dvh overflow-hidden"
"""Of the page: the files scroll, the line above them stays."""

_pages: WeakValueDictionary[str, Shelf] = WeakValueDictionary()
_opening = threading.Lock()


def page(request: jp.Request) -> jp.WebPage:
    """The shelf of the session: the same page in all of its windows."""
    session_id = request.session_id
    with _opening:
        shelf = _pages.get(session_id)
        if shelf is None:  # which reads the folder
            shelf = _pages[session_id] = Shelf(session_id, window.is_native(request))
            shelf.interrupted.refresh()
            return shelf
    shelf.refresh()
    return shelf


def start() -> None:
    """Open the shelf."""
    save, archive = MenuItem(save_all, "Ctrl+S"), MenuItem(zip_all, "Ctrl+Shift+S")
    menu = {"File": {"&Save…": save, "Save as &ZIP…": archive}}
    run(page, title="Satchel", menu=menu, start_at_login=True, tray=True)


async def save_all(msg: jp.Msg) -> None:
    """File > Save."""
    if isinstance(msg.page, Shelf):
        await msg.page.commands.save()


async def zip_all(msg: jp.Msg) -> None:
    """File > Save as ZIP."""
    if isinstance(msg.page, Shelf):
        await msg.page.commands.save_zip()


class Shelf(kit.Shell):
    """The files of one session, on a page that takes more wherever they are dropped."""

    def __init__(self, session_id: str, is_native: bool) -> None:
        super().__init__("Satchel", heading="Your files", wide=True, body_classes=ROOM)
        self.folder = jp.app.session_folder(session_id)
        self.commands = Commands(self.folder, lambda: self.files)
        self.upload = kit.Upload(self.keep, anywhere=True, compact=True, floating=True)
        self.actions.add(self.upload)
        self.body.set_classes("min-h-0 overflow-hidden py-3")
        self.interrupted = Interrupted(lambda: jp.app.unfinished_uploads(session_id), a=self)
        self.own_actions = Actions(
            lambda: self.files.selection, self.commands.path, is_native, a=self
        )
        self.files = kit.Files(
            self.folder,
            sort="-modified",
            arrangement="shelf",
            search=True,
            fill=True,
            trash=True,
            actions=[*self.commands.actions(is_native), self.own_actions.command()],
            on_open=self.open_file if is_native else None,
            empty=kit.Empty(
                wording.EMPTY, wording.WELCOME, icon="folder-open", classes="grow mb-1"
            ),
            removal_note=wording.ONLY_COPIES,
            a=self,
        )

    def refresh(self) -> None:
        """Show what is in the folder now, and what was interrupted. It blocks."""
        self.interrupted.refresh()
        self.files.refresh()

    async def open_file(self, msg: jp.Msg) -> None:
        """Open a file with its program, or look at one that was clicked twice."""
        entry: Any = msg.file
        if msg.how == "double click":
            self.files.preview(entry)
        else:
            await self.commands.open(entry)

    def keep(self, msg: jp.Msg) -> None:
        """Keep the files that were sent."""
        if problems := list(self._save(msg.files)):
            msg.page.notify(wording.together(problems, len(msg.files)), kind="bad")
        self.refresh()
        self.files.point_out_duplicates([file.path for file in msg.files if file.saved], msg)

    def _save(self, files: Sequence[jp.File]) -> Iterator[str]:
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
