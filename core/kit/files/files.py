"""Files: the files of a folder, or any others, as a grid or a list to work with."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import core as jp

from . import files_wording as wording
from .files_bar import Command, FilesBar
from .files_listing import numbers_in
from .files_preview import FilesPreview
from .files_source import Found, Undo
from .files_state import FilesState
from .files_undo import offer_again, offer_undo
from .files_view import Chosen, FileView, Moved, NewName, Typed

View = Literal["grid", "list"]

_serials = itertools.count(1)

EVENTS = frozenset({"selected", "opened", "renamed", "removed", "reordered"})


class Files(FilesState):
    """Files as a grid of thumbnails or a list, which behaves as the system's file manager does.

    It follows what this program, others and people do in the folder. A page has only the files that
    are in sight, so ten thousand open as fast as fifty.

    Args:
        source: the folder of a session, the path of another folder, or a list of files: paths,
            `core.File`, `core.Entry`.
        view: "grid" or "list".
        sort: "name", "size", "type", "modified" or, for the order of a list or that of people,
            "order"; from the last to the first with a ``-`` before it.
        sortable: people can drag files into another order.
        editable: people can rename and remove files. Those of a list are only taken off it.
        on_open: handles the event `opened`, instead of the preview.
        actions: label -> handler, for buttons that show while files are selected.
        empty: what to say when there are no files.
        label: what screen readers call the list.
        attributes: as for `core.Div`.

    Events: `selected`, `opened` (``msg.file``), `renamed` (``msg.file``, ``msg.old_name``),
    `removed` (``msg.files``) and `reordered`.

    Raises:
        TypeError: the source is something else.
        ValueError: there is no such view or sort.
    """

    allowed_events = jp.Div.allowed_events | EVENTS
    server_events = jp.Div.server_events | EVENTS

    def __init__(
        self,
        source: Any,
        *,
        view: View = "grid",
        sort: str | None = None,
        sortable: bool = False,
        editable: bool = True,
        on_open: Callable[..., Any] | None = None,
        actions: Mapping[str, Callable[..., Any]] | None = None,
        empty: str = "No files yet.",
        label: str = "Files",
        **attributes: Any,
    ) -> None:
        attributes["classes"] = f"kit-files {attributes.get('classes', '')}".strip()
        super().__init__(**attributes)
        by_order = sortable or isinstance(source, list | tuple)
        drawn = FileView(classes="kit-files-view", label=label, layout=_known(view))
        drawn.removes, self._is_sortable = editable, sortable
        drawn.drag_files = self._dragged
        bar = FilesBar(self._commands(), actions or {}, self._choose_sort, self._choose_view)
        self._preview: FilesPreview | None = None
        self._previewed: int | None = None
        self._show(source, drawn, bar, empty, sort or ("order" if by_order else "name"))
        for event, handler in {
            "wanted": self._wanted,
            "chosen": self._choose,
            "asked_open": self._open,
            "asked_rename": self._rename,
            "asked_remove": self._remove,
            "typed": self._find,
            "moved": self._move,
        }.items():
            drawn.on(event, handler)
        if on_open is not None:
            self.on("opened", on_open)

    @property
    def view(self) -> View:
        """How the files are shown: "grid" or "list"."""
        return _known(self._view.layout)

    @view.setter
    def view(self, view: View) -> None:
        self._view.layout = _known(view)
        self._bar.show_choices(view, self._sort, not self._is_sortable)

    @property
    def order(self) -> list[Any]:
        """All files in the order that people gave them. Set it to restore an order."""
        return [file.given for file in self._listing.files.values()]

    @order.setter
    def order(self, files: Sequence[Any]) -> None:
        keys = {file.given: file.key for file in self._listing.files.values()}
        self._order = [keys[file] for file in files if file in keys]
        self._arrange()

    def _commands(self) -> list[Command]:
        return [
            Command("Open", "eye", self._open_chosen, for_one=True),
            Command("Rename", "pencil", self._begin_rename, for_one=True),
            Command("Save", "download", self._save),
            Command("Remove", "trash-2", self._remove_chosen),
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
        file = self._listing.files.get(msg.detail)
        return None if file is None else self._open_file(file, msg)

    def _rename(self, msg: jp.Msg) -> Any:
        wanted: NewName = msg.detail
        file = self._listing.files.get(wanted.number)
        try:
            if file is None or not self._view.renames:
                raise FileNotFoundError
            now = self._renamed(wanted.number, file, wanted.name)
        except (OSError, jp.FileError) as error:
            msg.answer = wording.not_renamed(error)
            return None
        return self._emit("renamed", msg, file=now.given, old_name=file.entry.name)

    def _renamed(self, number: int, file: Found, name: str) -> Found:
        """Rename a file, which keeps its number whoever looks into the folder meanwhile."""
        with self._reading:
            key = self._listing.source.rename(file, name)
            self._listing.renamed(number, key)
            self.refresh()
            return self._listing.files.get(number, file)

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
        files = self._listing.files
        numbers = numbers_in(moved.numbers, set(self._listing.shown))
        if not self._view.sortable or not numbers:
            return None
        going = set(numbers)
        rest = [number for number in self._listing.shown if number not in going]
        place = rest.index(moved.before) if moved.before in rest else len(rest)
        rest[place:place] = numbers
        self._order = [files[number].key for number in rest]
        self._arrange()
        return self._emit("reordered", msg)

    def _dragged(self, msg: jp.Msg) -> list[Any]:
        """The files that people drag into another program."""
        files = self._listing.files
        numbers = numbers_in(msg.detail if isinstance(msg.detail, list) else [], files)
        return [self._listing.source.shown(files[number]) for number in numbers]

    # What the buttons do with the files that are selected.

    def _open_chosen(self, msg: jp.Msg) -> Any:
        files = self._chosen_files()
        return self._open_file(files[0], msg) if files else None

    def _begin_rename(self) -> None:
        for number in self._chosen[:1]:  # in the browser whose selection it is
            by = self._view.selected["by"]
            self._view.edited = {"number": number, "by": by, "serial": next(_serials)}

    def _remove_chosen(self, msg: jp.Msg) -> Any:
        return self._remove_files(self._chosen_files(), msg) if self._view.removes else None

    def _save(self, msg: jp.Msg) -> None:
        files, source = self._chosen_files(), self._listing.source
        try:
            paths = [(file.entry.label, source.path(file)) for file in files]
        except FileNotFoundError as error:
            raise jp.FileError(str(error)) from error
        if len(paths) == 1:
            msg.page.download(paths[0][1], name=paths[0][0])
        elif paths:
            msg.page.download(jp.Zip(paths), name="Files.zip")

    def _choose_sort(self, msg: jp.Msg) -> None:
        self.sort = msg.value

    def _choose_view(self, view: str) -> None:
        self.view = _known(view)

    # The same for both.

    def _open_file(self, file: Found, msg: jp.Msg) -> Any:
        if "opened" in self.handlers:
            return self._emit("opened", msg, file=file.given)
        self._show_preview(file)
        return None

    def _show_preview(self, file: Found) -> None:
        if self._preview is None:
            self._preview = FilesPreview(self._step_preview, a=self)
        shown, number = self._listing.shown, self._listing.number(file.key)
        ends = [number == each for each in (shown[0], shown[-1])] if shown else [True, True]
        self._preview.show_file(self._listing.source.shown(file), file.entry.label, *ends)
        self._previewed = number

    def _step_preview(self, step: int) -> None:
        """Show the file before or after the one that is shown."""
        shown = self._listing.shown
        place = shown.index(self._previewed) + step if self._previewed in shown else 0
        if 0 <= place < len(shown):
            self._select([shown[place]])
            self._show_preview(self._listing.files[shown[place]])

    def _remove_files(self, files: Sequence[Found], msg: jp.Msg) -> Any:
        if not files:
            return None
        with self._reading:  # nobody is shown half of it
            removal, problems = self._listing.source.remove(files)
            self.refresh()
        gone = [file for file in files if self._listing.number(file.key) is None]
        if gone:
            text = wording.removed([file.entry.label for file in gone])
            offer_undo(msg.page, text, removal, lambda undo: self._restore(undo, msg.page))
        if problems:
            msg.page.notify(wording.not_removed(problems, len(files)), kind="bad")
        return self._emit("removed", msg, files=[file.given for file in gone]) if gone else None

    def _restore(self, removal: Undo, page: jp.WebPage) -> None:
        keys: list[str] = []
        with self._reading:  # nobody is shown half of it
            try:
                keys = removal.restore()
            except OSError as error:
                text = wording.not_restored(error)
                offer_again(page, text, removal, lambda undo: self._restore(undo, page))
            self.refresh()
        found = (self._listing.number(key) for key in keys)
        self._select([number for number in found if number is not None])

    def _chosen_files(self) -> list[Found]:
        files, chosen = self._listing.files, set(self._chosen)
        return [files[number] for number in self._listing.shown if number in chosen]

    def _emit(self, event: str, msg: jp.Msg, **details: Any) -> Any:
        """Call the program's handler of an event; what it returned."""
        handler = self.handlers.get(event)
        if handler is None:
            return None
        return handler(self, jp.Msg({**msg, "event_type": event, "target": self, **details}))


def _known(view: Any) -> View:
    if view not in ("grid", "list"):
        raise ValueError(f"The view of kit.Files is 'grid' or 'list', not {view!r}.")
    return "list" if view == "list" else "grid"
