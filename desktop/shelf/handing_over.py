"""Handing over: the selected files go to a folder, to other programs, into a message, to paper."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import core as jp
from core import kit
from core.files.entries import Entry
from core.language.texts import _, ngettext
from desktop import window


class HandingOver:
    """Commands for the selected files, as far as the system has them. Only in the window.

    Args:
        selection: the files that are selected.
        path: the path of one of them.
    """

    def __init__(
        self, selection: Callable[[], Sequence[Entry]], path: Callable[[Entry], Path]
    ) -> None:
        self._selection, self._path = selection, path

    def actions(self) -> list[kit.FileAction]:
        """Those that are in the menu of the files."""
        found = [kit.FileAction(_("Copy to folder…"), self.copy, "folder", menu_only=True)]
        if window.can("open_with"):
            open_with = kit.FileAction(
                _("Open with…"), self.open_with, "external-link", for_one=True, menu_only=True
            )
            found.insert(0, open_with)
        if window.can("send_by_mail"):
            found.append(kit.FileAction(_("Send by mail…"), self.mail, menu_only=True))
        if window.can("print_file"):
            found.append(kit.FileAction(_("Print…"), self.print, "printer", menu_only=True))
        return found

    async def open_with(self) -> None:
        """Open a file with a program that the person chooses."""
        for entry in self._selection()[:1]:
            await window.open_with(self._path(entry))

    async def copy(self) -> None:
        """Copy files into a folder that the person chooses; those in folders stay in folders."""
        if chosen := self._selection():
            pairs = (pair for entry in chosen for pair in self._files(entry))
            await window.save_files(await asyncio.to_thread(list, pairs))

    def _files(self, entry: Entry) -> Iterator[tuple[str, Path]]:
        """The names and paths of a file, or of those in a folder. Blocks."""
        path = self._path(entry)
        if not entry.is_folder:
            yield entry.path, path
            return
        for inner in jp.SessionFolder(path).list():
            yield f"{entry.path}/{inner.path}", path / inner.path

    async def mail(self) -> None:
        """Begin a message with the files."""
        if chosen := self._selection():
            await window.send_by_mail([self._path(entry) for entry in chosen])

    async def print(self, msg: jp.Msg) -> None:
        """Print files, after a question: paper cannot be undone."""
        chosen = list(self._selection())
        if not chosen:
            return
        question, done = _print_question(chosen)
        if await window.confirm(question, yes=_("Print")):
            for entry in chosen:
                await window.print_file(self._path(entry))
            msg.page.notify(done)


def _print_question(chosen: Sequence[Entry]) -> tuple[str, str]:
    """The question before files are printed, and what is said afterwards."""
    count = len(chosen)
    if count == 1:
        name = chosen[0].label
        question = _("Print “{name}” with the usual printer?", name=name)
        return question, _("“{name}” is sent to the printer.", name=name)
    return (
        ngettext(
            "Print {count} file with the usual printer?",
            "Print {count} files with the usual printer?",
            count,
        ),
        ngettext(
            "{count} file is sent to the printer.", "{count} files are sent to the printer.", count
        ),
    )
