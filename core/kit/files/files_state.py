"""FilesState: which files a file list shows, in which order, and which of them are selected."""

from __future__ import annotations

import contextvars
import logging
import threading
import weakref
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import core as jp
from core.language.texts import _
from core.web.app import current
from core.words import did_you_mean

from . import files_kinds as kinds
from . import files_wording as wording
from .files_bar import FilesBar
from .files_commands import FilesCommands
from .files_details import Destination, Details
from .files_list_source import source_of
from .files_listing import SORTS, Listing, runs
from .files_source import Found, Source
from .files_view import AT_ONCE, MOST_VIEWERS, MOST_WANTED, FileView
from .files_watch import watch

log = logging.getLogger(__name__)


class FilesState(jp.Div):
    """The part of `Files` that knows its files and keeps what browsers show up to date."""

    _view: FileView
    _bar: FilesBar
    _destination: Destination | None = None
    _is_sortable = False
    _trash = False

    def _show(
        self,
        source: Any,
        view: FileView,
        bar: FilesBar,
        commands: FilesCommands,
        empty: str | jp.Component,
        sort: str,
    ) -> None:
        """Begin to show files.

        Args:
            source, empty, sort: as for `Files`.
            view: draws the files.
            bar: says what is selected.
            commands: what can be done with the files.
        """
        self._view, self._bar, self._commands = view, bar, commands
        self._empty_text = "" if isinstance(empty, jp.Component) else _(empty)
        self._empty_part = empty if isinstance(empty, jp.Component) else None
        self._empty = jp.P(classes="kit-files-empty")
        self._sort, self._filter, self._problem = _known(sort), "", ""
        self._kind: kinds.Kind = ""
        self._order: list[str] = []
        self._chosen: list[int] = []
        self._looking: dict[Any, list[int]] = {}
        self._is_watched = False
        self._arranging = threading.RLock()
        self._reading = threading.RLock()  # taken before the other one
        self._listing = Listing(source_of([]))
        self._details = Details(self._listing.source, view)
        self._use(source)
        area = jp.Div(classes="kit-files-area").add(view, self._empty, commands.menu)
        if self._empty_part is not None:
            area.add(self._empty_part)
        self.add(bar, area)

    @property
    def files(self) -> list[Any]:
        """The files that are shown, in their order: `core.Entry`, or as the program gave them."""
        return [file.given for file in self._shown()]

    @property
    def selection(self) -> list[Any]:
        """The files that are selected, in the order shown. Set it to select others."""
        chosen, files = set(self._chosen), self._listing.files
        return [files[n].given for n in self._listing.shown if n in chosen and n in files]

    @selection.setter
    def selection(self, files: Iterable[Any]) -> None:
        wanted, known = set(files), self._listing.files
        self._select([n for n in self._listing.shown if known[n].given in wanted])

    @property
    def sort(self) -> str:
        """What the files are sorted by, as for the constructor."""
        return self._sort

    @sort.setter
    def sort(self, sort: str) -> None:
        self._sort = _known(sort)
        self._arrange()

    @property
    def filter(self) -> str:
        """Only files with this text in their name are shown; "" shows all."""
        return self._filter

    @filter.setter
    def filter(self, text: str) -> None:
        self._filter = text
        self._bar.show_filter(text, self._kind)
        self._arrange()

    @property
    def kind(self) -> kinds.Kind:
        """Only files of this kind are shown; "" shows all.

        There are "pictures", "documents", "media", "archives" and "others".
        """
        return self._kind

    @kind.setter
    def kind(self, kind: kinds.Kind) -> None:
        self._kind = kinds.known(kind)
        self._bar.show_filter(self._filter, self._kind)
        self._arrange()

    @property
    def source(self) -> Any:
        """Where the files come from. Set it to show others."""
        return self._source

    @source.setter
    def source(self, source: Any) -> None:
        self._use(source)

    def refresh(self, changed: Collection[str] | None = None) -> bool:
        """Show what the folder contains now; whether something had changed.

        It happens by itself within a second, while a browser shows the list. Blocks.

        Args:
            changed: the paths in the folder (`name` or `folder/name`) of what may have changed.
                Only these are looked at, which is quick in a large folder; None: all are.
        """
        with self._reading:
            return self._refresh(None if self._problem else changed)

    def _refresh(self, changed: Collection[str] | None = None) -> bool:
        problem = ""
        try:
            has_changed = self._listing.read(changed)
        except OSError as error:
            problem = wording.not_listed(error)
            has_changed = self._listing.clear()
        if problem and problem != self._problem:
            log.error("The files of %r: %s", self, problem)
        if has_changed or problem != self._problem:
            self._problem = problem
            self._arrange()
            return True
        return False

    @property
    def followed(self) -> Path | None:
        """The folder whose changes the system may report; None if there is none."""
        return self._listing.source.followed

    def look(self) -> bool:
        """Refresh if something may have changed. Blocks."""
        source, files = self._listing.source, self._listing.files
        in_sight = {n for numbers in tuple(self._looking.values()) for n in numbers}
        if source.has_changed() or not all(
            source.is_current(files[number]) for number in in_sight if number in files
        ):
            return self.refresh()
        return False

    def _use(self, source: Any) -> None:
        self._source = source
        self._details.keep_only(set())
        self._listing = Listing(self._source_of(source), self._listing)
        self._details = Details(self._listing.source, self._view, self._destination)
        self._view.source += 1
        self._view.renames = self._view.removes and self._listing.source.renames
        self._view.drag_moves = self._view.renames  # of a list, people take nothing away
        self._commands.allow("Rename", self._view.renames)
        self._commands.allow("Remove", self._view.removes)
        if not self.refresh():
            self._arrange()  # nothing was found

    def _shows(self, source: Source) -> bool:
        """Whether the files are those of a source, or of another one for the same folder."""
        return source.followed == self._listing.source.followed

    def _source_of(self, given: Any) -> Source:
        return source_of(given, self._trash)

    def _shown(self) -> list[Found]:
        files = self._listing.files
        return [files[number] for number in self._listing.shown if number in files]

    def _arrange(self) -> None:
        """Sort and filter again, and show the result."""
        with self._arranging:
            before = self._listing.files
            self._listing.arrange(self._sort, self._order, self._filter, self._kind)
            files = self._listing.files
            order = runs(self._listing.shown)
            if any((now := files.get(n)) is not file and now for n, file in before.items()):
                self._view.version += 1
            self._details.keep_only(set(files))
            # For the first browser, which need not ask. Others get those of new files with them.
            first = [n for n in self._listing.shown if not self._is_watched or n not in before]
            if first:
                self._view.details = self._details_of(first[:AT_ONCE])
            if order != self._view.order:
                self._view.order = order
            shown = set(self._listing.shown)
            self._select([number for number in self._chosen if number in shown])
        self._view.sortable = self._is_sortable and self._sort == "order" and not self._filter
        self._bar.show_choices(self._view.layout, self._view.size, self._sort)
        self._empty.text = self._nothing()
        self._empty.show = not shown and bool(self._empty.text)
        if self._empty_part is not None:
            self._empty_part.show = not shown and not self._empty.text

    def _nothing(self) -> str:
        if self._problem:
            return self._problem
        if self._listing.files and (self._filter or self._kind):
            return wording.nothing_found(self._filter, self._kind)
        return self._empty_text

    def _select(self, numbers: Sequence[int], by: str = "", serial: int = 0) -> None:
        """Select files, and tell the browsers."""
        if by or numbers != self._chosen:
            serial = serial if by else self._view.selected["serial"] + 1
            self._view.selected = {"numbers": runs(sorted(numbers)), "by": by, "serial": serial}
        self._chosen = list(numbers)
        files = self._listing.files
        chosen = [files[number].entry for number in numbers if number in files]
        shown = [file.entry for file in self._shown()]
        self._bar.show_counts(chosen, shown)
        self._bar.show = not self._is_bare()
        self._commands.show(len(chosen), len(shown))

    def _is_bare(self) -> bool:
        """Whether there is nothing that the bar could be for."""
        return not self._listing.files

    def _want(self, viewer: Any, numbers: Sequence[int]) -> list[dict[str, Any]]:
        """The details of files that a browser shows from now on."""
        self._looking.pop(viewer, None)
        self._looking[viewer] = wanted = list(numbers[:MOST_WANTED])
        while len(self._looking) > MOST_VIEWERS:
            self._looking.pop(next(iter(self._looking)))
        if not self._is_watched:
            self._is_watched = True
            # The context of this request would keep its page for as long as others show the list.
            context = contextvars.Context()
            context.run(current.set, current.get())
            context.run(jp.run_task, _watched(weakref.ref(self)))
        return self._details_of(wanted)

    def _details_of(self, numbers: Iterable[int]) -> list[dict[str, Any]]:
        files, version = self._listing.files, self._view.version
        known = [number for number in numbers if number in files]
        return [self._details.of(number, files[number], version) for number in known]


async def _watched(reference: weakref.ref[Any]) -> None:
    """Watch what a list shows, without keeping it alive."""
    try:
        await watch(reference)
    finally:
        if (found := reference()) is not None:
            found._is_watched = False


def _known(sort: str) -> str:
    """The sort; ValueError if there is none of this name."""
    if sort.removeprefix("-") not in SORTS:
        hint = did_you_mean(sort.removeprefix("-"), SORTS)
        raise ValueError(f"Files cannot be sorted by {sort!r}, only by {', '.join(SORTS)}. {hint}")
    return sort
