"""FilesRemoval: files of a list that people remove, and get back."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import core as jp
from core.files.names import shown
from core.files.relocation import Copies

from . import files_wording as wording
from .files_source import Found, Source, Undo
from .files_state import FilesState
from .files_undo import History, offer_again, offer_undo, silent


class FilesRemoval(FilesState):
    """The part of `Files` that removes files, and keeps what can be undone."""

    _removal_note = ""
    _history: History

    def offer_undo(self, page: jp.WebPage, text: str, undo: Undo) -> None:
        """Say on a page what was done with files; it is undone there, or by Ctrl+Z in this list.

        Args:
            text: what was done; "": nothing is said, and only Ctrl+Z undoes it.
        """
        restore = functools.partial(self._restore, page=page)
        self._history.add(offer_undo(page, text, undo, restore) if text else silent(undo, restore))

    def _remove_files(
        self, files: Sequence[Found], msg: jp.Msg, source: Source | None = None
    ) -> Any:
        """Remove files of a source, by default of the one that is shown, and offer to undo it."""
        if not files:
            return None
        source = source or self._listing.source
        with self._reading:  # nobody is shown half of it
            removal, problems = source.remove(files)
            is_shown = source is self._listing.source
            self.refresh({file.key for file in files} if is_shown else None)
        gone = [file for file in files if self._is_gone(file, source)]
        if gone:
            labels = [file.entry.label for file in gone]
            text = wording.removed(labels, self._removal_note, removal.to_trash)
            self.offer_undo(msg.page, text, removal)
        if problems:
            msg.page.notify(wording.not_removed(problems, len(files)), kind="bad")
        return self._emit("removed", msg, files=[file.given for file in gone]) if gone else None

    def _is_gone(self, file: Found, source: Source) -> bool:
        if source is self._listing.source:
            return self._listing.number(file.key) is None
        try:
            source.path(file)
        except FileNotFoundError:
            return True
        return False

    def _restore(self, removal: Undo, page: jp.WebPage) -> None:
        keys: list[str] = []
        with self._reading:  # nobody is shown half of it
            try:
                keys = removal.restore()
            except OSError as error:
                self._say_failed(removal, page, error)
            self.refresh(keys or None)
        if isinstance(removal, Copies):
            self._say_undone(removal, page)
        found = (self._listing.number(key) for key in keys)
        self._select([number for number in found if number is not None])

    def _say_failed(self, removal: Undo, page: jp.WebPage, error: OSError) -> None:
        if not isinstance(removal, Copies):
            text = wording.not_restored(error, removal.to_trash)
        else:
            left = [error] * max(1, len(removal.names))
            text = wording.not_removed(left, removal.count)
            if not removal.names:  # what is gone needs no removal
                page.notify(text, kind="warning")
                return
        offer_again(page, text, removal, lambda undo: self._restore(undo, page))

    def _say_undone(self, copies: Copies, page: jp.WebPage) -> None:
        """Say what became of copies. That is no step of its own: Ctrl+Z undoes the one before."""
        removal = copies.removal
        if removal.names:
            labels = [shown(name.rpartition("/")[2]) for name in removal.names]
            text = wording.removed(labels, "", removal.to_trash)
            offer_undo(page, text, removal, functools.partial(self._restore, page=page))

    def _emit(self, event: str, msg: jp.Msg, **details: Any) -> Any:
        """Call the program's handler of an event; what it returned."""
        handler = self.handlers.get(event)
        if handler is None:
            return None
        return handler(self, jp.Msg({**msg, "event_type": event, "target": self, **details}))
