"""FilesHandling: what people do with the files of a list: open, rename, remove and so on."""

from __future__ import annotations

import contextlib
import itertools
from typing import Any

import core as jp
from core.downloads.dragged import gone
from core.language.texts import N_, _

from . import files_wording as wording
from .file_action import FileAction
from .files_info import FilesInfo
from .files_listing import numbers_in
from .files_preview import FilesPreview
from .files_removal import FilesRemoval
from .files_shortcuts import FilesShortcuts
from .files_source import Found, Source
from .files_undo import History
from .files_view import Asked, Chosen, Moved, NewName, Typed

_serials = itertools.count(1)


class FilesHandling(FilesRemoval):
    """The part of `Files` that does what people ask for."""

    _preview: FilesPreview | None = None
    _previewed: int | None = None
    _info: FilesInfo | None = None
    _shortcuts: FilesShortcuts | None = None

    def _handle(self) -> None:
        """Begin to do what the browsers of the list ask for."""
        self._history = History()
        for event, handler in {
            "wanted": self._wanted,
            "chosen": self._choose,
            "asked_open": self._open,
            "asked_preview": self._asked_preview,
            "asked_copy": self._copy,
            "asked_info": self._asked_info,
            "asked_shortcuts": self._show_shortcuts,
            "asked_rename": self._rename,
            "asked_remove": self._remove,
            "asked_undo": self._undo,
            "typed": self._find,
            "moved": self._move,
        }.items():
            self._view.on(event, handler)

    def _own_actions(self) -> list[FileAction]:
        return [
            FileAction(N_("Open"), self._open_chosen, "external-link", for_one=True),
            FileAction(N_("Preview"), self._preview_chosen, "eye", for_one=True),
            FileAction(N_("Save"), self._save, "download"),
            FileAction(N_("Copy"), self._copy_chosen, "copy", menu_only=True),
            FileAction(N_("Rename"), self._begin_rename, "pencil", for_one=True),
            FileAction(N_("Remove"), self._remove_chosen, "trash-2"),
            FileAction(N_("Details"), self._info_chosen, "info", for_one=True, menu_only=True),
        ]

    # What the script sends; all of it may be forged.

    async def _wanted(self, msg: jp.Msg) -> None:
        numbers = numbers_in(msg.detail, self._listing.files)
        msg.answer = self._want(msg.websocket_id, numbers)

    def _choose(self, msg: jp.Msg) -> Any:
        chosen: Chosen = msg.detail
        shown = set(self._listing.shown)
        self._select(numbers_in(chosen.numbers, shown), chosen.by[:64], chosen.serial)
        return self._emit("selected", msg)

    def _open(self, msg: jp.Msg) -> Any:
        asked: Asked = msg.detail
        file = self._listing.files.get(asked.number)
        return None if file is None else self._open_file(file, msg, asked.how[:20])

    def _asked_preview(self, msg: jp.Msg) -> None:
        if file := self._listing.files.get(msg.detail):
            self._show_preview(file)

    def _asked_info(self, msg: jp.Msg) -> None:
        if file := self._listing.files.get(msg.detail):
            self._show_info(file)

    def _show_shortcuts(self, msg: jp.Msg) -> None:
        if self._shortcuts is not None:
            self.remove(self._shortcuts)
        view, searches = self._view, self._bar.searches
        self._shortcuts = FilesShortcuts(
            renames=view.renames,
            removes=view.removes,
            sorts=view.sortable,
            searches=searches,
            folders=view.folders,
        )
        self.add(self._shortcuts)
        self._shortcuts.open()

    def _rename(self, msg: jp.Msg) -> Any:
        wanted: NewName = msg.detail
        file = self._listing.files.get(wanted.number)
        if file is None:  # its name was changed while it vanished
            msg.page.notify(wording.not_renamed(FileNotFoundError()), kind="warning")
            return None
        try:
            if not self._view.renames:
                raise FileNotFoundError
            source = self._listing.source
            now = self._renamed(wanted.number, file, wanted.name.strip())
        except (OSError, jp.FileError) as error:
            msg.answer = wording.not_renamed(error)
            return None
        if text := wording.made_safe(wanted.name, now.entry.label):
            msg.page.notify(text)
        old = file.entry.name
        self._history.add(lambda msg: self._undo_rename(source, now.key, old, msg))
        return self._emit("renamed", msg, file=now.given, old_name=file.entry.name)

    def _renamed(self, number: int, file: Found, name: str) -> Found:
        """Rename a file, which keeps its number whoever looks into the folder meanwhile."""
        with self._reading:
            key = self._listing.source.rename(file, name)
            self._listing.renamed(number, key)
            self.refresh({file.key, key})
            return self._listing.files.get(number, file)

    def _undo_rename(self, source: Source, key: str, old: str, msg: jp.Msg) -> tuple[Any, ...]:
        """Give a file its old name again, unless the list shows another folder."""
        if not self._shows(source):
            return ()
        try:
            number = self._listing.number(key)
            if number is None:
                raise FileNotFoundError
            file = self._listing.files[number]
            now = self._renamed(number, file, old)
        except (OSError, jp.FileError) as error:
            msg.page.notify(wording.not_renamed(error), kind="bad")
            return (None,)
        self._select([number])
        return (self._emit("renamed", msg, file=now.given, old_name=file.entry.name),)

    def _undo(self, msg: jp.Msg) -> Any:
        return self._history.undo(msg)

    def _remove(self, msg: jp.Msg) -> Any:
        if not self._view.removes:
            return None
        numbers = numbers_in(msg.detail, self._listing.files)
        return self._remove_files([self._listing.files[number] for number in numbers], msg)

    def _find(self, msg: jp.Msg) -> None:
        typed: Typed = msg.detail
        msg.answer = self._listing.starting_with(typed.text[:255], typed.after)

    def _move(self, msg: jp.Msg) -> Any:
        moved: Moved = msg.detail
        numbers = numbers_in(moved.numbers, set(self._listing.shown))
        if not self._view.sortable or not numbers:
            return None
        going = set(numbers)
        rest = [number for number in self._listing.shown if number not in going]
        place = rest.index(moved.before) if moved.before in rest else len(rest)
        rest[place:place] = numbers
        self._order = [self._listing.files[number].key for number in rest]
        self._arrange()
        return self._emit("reordered", msg)

    def _dragged(self, msg: jp.Msg) -> list[Any]:
        """The files that people drag into another program, or copy for it.

        Raises:
            FileError: some left the list before its page learned that.
        """
        files, left = self._listing.files, self._listing.left
        asked = msg.detail if isinstance(msg.detail, list) else []
        if missing := numbers_in(asked, left):
            raise gone([left[number] for number in missing])
        numbers = numbers_in(asked, files)
        return [self._listing.source.shown(files[number]) for number in numbers]

    async def _copy(self, msg: jp.Msg) -> None:
        """Put files on the clipboard, for other programs."""
        if files := self._dragged(msg):
            await jp.copy_files(files)

    # What the buttons do with the files that are selected.

    def _open_chosen(self, msg: jp.Msg) -> Any:
        files = self._chosen_files()
        return self._open_file(files[0], msg, "command") if files else None

    def _preview_chosen(self) -> None:
        for file in self._chosen_files()[:1]:
            self._show_preview(file)

    def _info_chosen(self) -> None:
        for file in self._chosen_files()[:1]:
            self._show_info(file)

    def _begin_rename(self) -> None:
        for number in self._chosen[:1]:  # in the browser whose selection it is
            self._edit_name(number, self._view.selected["by"])

    def _edit_name(self, number: int, by: str) -> None:
        """Have the name of a file changed in a browser; of "" in all."""
        self._view.edited = {"number": number, "by": by, "serial": next(_serials)}

    def _remove_chosen(self, msg: jp.Msg) -> Any:
        return self._remove_files(self._chosen_files(), msg) if self._view.removes else None

    async def _copy_chosen(self) -> None:
        if files := [self._listing.source.shown(file) for file in self._chosen_files()]:
            await jp.copy_files(files)

    def _save(self, msg: jp.Msg) -> None:
        files, source = self._chosen_files(), self._listing.source
        try:
            paths = [each for file in files for each in source.expanded(file)]
        except FileNotFoundError as error:
            raise jp.FileError(wording.gone([file.entry.label for file in files])) from error
        if len(files) == 1 and not files[0].entry.is_folder:
            msg.page.download(paths[0][1], name=paths[0][0])
        elif paths:
            name = files[0].entry.label if len(files) == 1 else _("Files")
            msg.page.download(jp.Zip(paths), name=f"{name}.zip")

    # The same for both.

    def _open_file(self, file: Found, msg: jp.Msg, how: str) -> Any:
        if "opened" in self.handlers:
            return self._emit("opened", msg, file=file.given, how=how)
        self._show_preview(file)
        return None

    def _show_preview(self, file: Found) -> None:
        if file.entry.is_folder:
            self._show_info(file)
            return
        if self._preview is None:
            self._preview = FilesPreview(self._step_preview, a=self)
        shown, number = self._listing.previewable, self._listing.number(file.key)
        ends = [number == each for each in (shown[0], shown[-1])] if shown else [True, True]
        self._preview.show_file(self._listing.source.shown(file), file.entry.label, *ends)
        self._previewed = number

    def _show_info(self, file: Found) -> None:
        if self._info is None:
            self._info = FilesInfo(a=self)
        path = None
        with contextlib.suppress(FileNotFoundError):  # the list may have no folder
            path = None if file.entry.is_folder else self._listing.source.path(file)
        self._info.show_file(file.entry, path)

    def _step_preview(self, step: int) -> None:
        """Show the file before or after the one that is shown."""
        shown = self._listing.previewable
        place = shown.index(self._previewed) + step if self._previewed in shown else 0
        if 0 <= place < len(shown):
            self._select([shown[place]])
            self._show_preview(self._listing.files[shown[place]])

    def _chosen_files(self) -> list[Found]:
        files, chosen = self._listing.files, set(self._chosen)
        return [files[number] for number in self._listing.shown if number in chosen]
