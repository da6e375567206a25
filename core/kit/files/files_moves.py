"""FilesMoves: files and folders that are moved between the folders of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import core as jp
from core.files.errors import Problem
from core.language.texts import _
from core.live.context import current_session

from . import files_folder_wording as wording
from .files_handling import FilesHandling
from .files_level import LevelSource
from .files_listing import numbers_in, runs


class FilesMoves(FilesHandling):
    """The part of `Files` that moves files between folders."""

    _cut: Sequence[str] = ()

    def _level(self) -> LevelSource | None:
        source = self._listing.source
        return source if isinstance(source, LevelSource) else None

    def _show_cut(self) -> None:
        """Mark the files that are moved to where people paste."""
        shown = {file.key: number for number, file in self._listing.files.items()}
        cut = runs(sorted(shown[key] for key in self._cut if key in shown))
        if cut != self._view.cut:
            self._view.cut = cut
        if self._view.holds != len(self._cut):
            self._view.holds = len(self._cut)

    def _asked_cut(self, msg: jp.Msg) -> None:
        if self._level() is not None and self._view.removes:
            files = self._listing.files
            self._cut = [files[number].key for number in numbers_in(msg.detail, files)]
            self._show_cut()

    def _asked_paste(self, msg: jp.Msg) -> Any:
        keys, self._cut = self._cut, []
        self._show_cut()
        source = self._level()
        return self._move_into(keys, source.place, msg) if keys and source is not None else None

    def _dropped_on_tile(self, msg: jp.Msg) -> Any:
        file = self._listing.files.get(msg.detail) if isinstance(msg.detail, int) else None
        return self._dropped_on(file.key, msg) if file is not None else None

    def _dropped_on(self, folder: str, msg: jp.Msg) -> Any:
        """Files were dropped on a folder."""
        source = self._level()
        if source is None or not self._view.removes:
            return None
        keys = [key for each in msg.files if (key := _key_of(each, source)) is not None]
        if len(keys) < len(msg.files):
            msg.page.notify(_(wording.FOREIGN), kind="warning")
            return None
        if msg.copies:
            return self._copy_into(keys, folder, msg)
        return self._move_into(keys, folder, msg)

    def _copy_into(self, keys: Sequence[str], folder: str, msg: jp.Msg) -> None:
        source = self._level()
        if source is None:
            return
        try:
            copies, problems = source.copy(keys, folder)
        except OSError as error:
            copies, problems = None, [error]
        self.refresh()
        if copies is not None:
            done = copies.names if problems else keys
            self.offer_undo(msg.page, wording.copied(done, folder), copies)
        if problems:
            msg.page.notify(wording.not_copied(problems, len(keys)), kind="bad")

    def _move_into(self, keys: Sequence[str], folder: str, msg: jp.Msg) -> Any:
        """Move files and folders into a folder, and offer to undo that."""
        source = self._level()
        if source is None:
            return None
        moved, problems = self._moved(source, {key: folder for key in keys})
        if moved:
            undo = _Undo(lambda msg: self._undo_move(source, moved, msg))
            self._history.add(undo.step)
            text = wording.moved(list(moved), list(moved.values()), folder)
            notice = msg.page.notify(text, action=(_("Undo"), undo.press))
            undo.close = notice.close
        if problems:
            msg.page.notify(wording.not_moved(problems, len(keys)), kind="bad")
        return self._emit("moved", msg, folder=folder) if moved else None

    def _moved(
        self, source: LevelSource, wanted: dict[str, str]
    ) -> tuple[dict[str, str], list[Problem]]:
        """Move things, key -> folder: the old keys with the new ones, and what went wrong."""
        with self._reading:  # nobody is shown half of it
            now, problems = source.move(wanted)
            self.refresh()
        moved = {key: new for key, new in now.items() if new != key}
        self._select_keys(moved.values())
        return moved, problems

    def _select_keys(self, keys: Iterable[str]) -> None:
        found = (self._listing.number(key) for key in keys)
        self._select([number for number in found if number is not None])

    def _undo_move(
        self, source: LevelSource, moved: dict[str, str], msg: jp.Msg
    ) -> tuple[Any, ...]:
        """Move things back, and give them the names that they had."""
        if not self._shows(source):
            return ()
        back, problems = self._moved(source, {new: _around(old) for old, new in moved.items()})
        names = {new: old for old, new in moved.items()}
        with self._reading:
            for new, key in back.items():
                old = names[new].rpartition("/")[2]
                if key.rpartition("/")[2] != old:  # it had a number meanwhile
                    try:
                        back[new] = source.renamed(key, old)
                    except (OSError, jp.FileError) as error:
                        problems.append(error)
            self.refresh()
        self._select_keys(back.values())
        if problems:
            msg.page.notify(wording.not_moved(problems, len(moved)), kind="bad")
        return (None,)


class _Undo:
    """A step that is undone once: by Ctrl+Z, or by the button of its notice."""

    def __init__(self, undo: Callable[[jp.Msg], tuple[Any, ...]]) -> None:
        self._undo: Callable[[jp.Msg], tuple[Any, ...]] | None = undo
        self.close: Callable[[], Any] = lambda: None

    def press(self, msg: jp.Msg) -> None:
        self.step(msg)

    def step(self, msg: jp.Msg) -> tuple[Any, ...]:
        undo, self._undo = self._undo, None
        if undo is None:
            return ()
        self.close()
        return undo(msg)


def _around(key: str) -> str:
    return key.rpartition("/")[0]


def _key_of(dragged: Any, source: LevelSource) -> str | None:
    """The key of something that is dragged; None if it is not in the folder of the list."""
    top = source.folder.folder
    if isinstance(dragged, jp.Entry):  # in the session's own folder
        session_id = current_session.get()
        own = jp.app.session_folder(session_id).folder if session_id else None
        return dragged.path if own == top else None
    try:
        return Path(dragged).relative_to(top).as_posix()
    except (TypeError, ValueError):
        return None
