"""FilesFolders: folders to open, and files that are moved between them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import core as jp
from core.language.texts import N_, _

from . import files_folder_wording as wording
from .files_level import LevelSource
from .files_moves import FilesMoves
from .files_path import FilesPath
from .files_source import Found, Source

NEW = N_("New folder")


class FilesFolders(FilesMoves):
    """The part of `Files` that opens folders."""

    _has_folders = False
    _path: FilesPath | None = None
    _keep_place: Callable[[jp.Msg], None] = staticmethod(lambda msg: None)

    def _begin_folders(self, label: str, keep: Callable[[jp.Msg], None]) -> None:
        """Begin to show folders; call `keep` when people have opened another one."""
        self._keep_place = keep
        changes = self._view.removes
        dropped = self._dropped_on if changes else None
        self._path = FilesPath(label, self._go_to, dropped, self._destination)
        self.add_component(self._path, 1)
        for event, handler in {
            "asked_up": self._asked_up,
            "asked_folder": self._asked_folder,
            "asked_cut": self._asked_cut,
            "asked_paste": self._asked_paste,
        }.items():
            self._view.on(event, handler)
        if changes:
            self._bar.offer_folders(self._make_folder)
            self._view.on("files_dropped", self._dropped_on_tile)
        self._show_place()

    @property
    def folder(self) -> str:
        """The folder that is open, below the source: ``holiday/beach``, "" at the top.

        Set it to open another one. It raises FileNotFoundError if there is none, and ValueError if
        this list has no folders (``folders=True``).
        """
        source = self._level()
        return source.place if source is not None else ""

    @folder.setter
    def folder(self, folder: str) -> None:
        source = self._level()
        if source is None:
            raise ValueError("This kit.Files has no folders to open: it needs folders=True.")
        source.folder.level(folder)
        self._open_folder(folder)

    def _source_of(self, given: Any) -> Source:
        self._cut = []
        source = super()._source_of(given)
        if not self._has_folders:
            return source
        if not isinstance(given, jp.SessionFolder | str | Path):
            raise TypeError("A list of files has no folders: kit.Files(folders=True) needs one.")
        folder = given if isinstance(given, jp.SessionFolder) else jp.SessionFolder(Path(given))
        return LevelSource(folder, self._trash)

    def _refresh(self, changed: Collection[str] | None = None) -> bool:
        has_changed = super()._refresh(changed)
        source = self._level()
        if source is None or not source.lost:
            return has_changed
        self._arrange()
        return True

    def _arrange(self) -> None:
        source = self._level()
        searches = bool(self._filter or self._kind)
        if source is not None and source.is_deep != searches:
            source.is_deep = searches
            if self.refresh():
                return  # which arranges
        super()._arrange()
        if source is not None:
            self._show_place()
            if lost := source.lost:
                source.lost = ""
                for page in self.pages():
                    page.notify(wording.vanished(lost, source.place), kind="warning")

    def _show_place(self) -> None:
        source = self._level()
        if source is None or self._path is None:
            return
        if self._view.folder != source.place:
            self._view.folder = source.place
        self._path.show_folder(source.place)
        self._path.show = bool(source.place)
        self._show_cut()

    def _is_bare(self) -> bool:
        return super()._is_bare() and not self.folder

    def _nothing(self) -> str:
        text = super()._nothing()
        is_empty = bool(self.folder) and not (self._problem or self._filter or self._kind)
        return _(wording.EMPTY) if is_empty else text

    # Which folder is open.

    def _open_folder(self, folder: str, chosen: str = "") -> None:
        """Open a folder, and select what has this key in it."""
        source = self._level()
        if source is None:
            return
        with self._reading:  # nobody is shown half of it
            self._filter, self._kind = "", ""
            self._bar.show_filter("", "")
            source.place, source.is_deep = folder, False
            self._view.version += 1  # where files are is told from the open folder on
            if not self.refresh():
                self._arrange()
            number = self._listing.number(chosen)
            self._select([] if number is None else [number])

    def _go_to(self, folder: str, msg: jp.Msg) -> None:
        """Open a folder, and select the one on the way to where people come from."""
        inside = f"{folder}/" if folder else ""
        before = self.folder
        step = before.removeprefix(inside).split("/")[0] if before.startswith(inside) else ""
        self._open_folder(folder, inside + step if step else "")
        self._keep_place(msg)

    def _asked_up(self, msg: jp.Msg) -> None:
        if self.folder:
            self._go_to(self.folder.rpartition("/")[0], msg)

    def _open_file(self, file: Found, msg: jp.Msg, how: str) -> Any:
        if file.entry.is_folder:
            return self._go_to(file.key, msg)
        return super()._open_file(file, msg, how)

    # New folders.

    def _make_folder(self, msg: jp.Msg) -> None:
        self._add_folder(msg, self._view.selected["by"])

    def _asked_folder(self, msg: jp.Msg) -> None:
        if self._view.removes:
            self._add_folder(msg, str(msg.detail)[:64])

    def _add_folder(self, msg: jp.Msg, by: str) -> None:
        """Make a folder, whose name is changed at once in the browser `by`."""
        source = self._level()
        if source is None:
            return
        try:
            with self._reading:
                if self._filter or self._kind:
                    self._open_folder(source.place)
                key = source.make_folder(_(NEW))
                self.refresh()
                number = self._listing.number(key)
        except OSError as error:
            msg.page.notify(wording.not_made(error), kind="bad")
            return
        self._history.add(lambda msg: self._undo_folder(source, key, msg))
        if number is not None:
            self._select([number])
            self._edit_name(number, by)

    def _undo_folder(self, source: LevelSource, key: str, msg: jp.Msg) -> tuple[Any, ...]:
        if not self._shows(source):
            return ()
        try:
            source.unmake_folder(key)
        except FileNotFoundError:
            return ()
        except OSError as error:
            msg.page.notify(wording.not_unmade(key, error), kind="bad")
        self.refresh()
        return (None,)
