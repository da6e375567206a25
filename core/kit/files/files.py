"""Files: the files of a folder, or any others, as a grid or a list to work with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import core as jp
from core.language.texts import N_, _
from core.live.context import current_session
from core.web.app import current

from .. import arrangements
from . import files_wording as wording
from .file_action import Actions, together
from .files_bar import Choices, FilesBar
from .files_commands import FilesCommands
from .files_duplicates import point_out
from .files_folder_source import FolderSource
from .files_folders import FilesFolders
from .files_listing import SORTS
from .files_source import Found
from .files_view import FileView

View = Literal["grid", "list"]
Size = Literal["small", "medium", "large"]

VIEWS = ("grid", "list")
SIZES = ("small", "medium", "large")

EVENTS = frozenset({"selected", "opened", "renamed", "removed", "reordered", "moved"})


class Files(FilesFolders):
    """Files as a grid of thumbnails or a list, which behaves as the system's file manager does.

    It follows what this program, others and people do in the folder. A page has only the files that
    are in sight, so ten thousand open as fast as fifty.

    Args:
        source: the folder of a session, the path of another folder, or a list of files: paths,
            `core.File`, `core.Entry`.
        view: "grid" or "list".
        size: "small", "medium" or "large" tiles of the grid.
        sort: "name", "size", "type", "modified" or, for the order of a list or that of people,
            "order"; from the last to the first with a ``-`` before it.
        sortable: people can drag files into another order, and out of the list as all others.
        folders: of a folder, show one level with its folders, which people open, make, rename,
            remove, and move files into by dragging, or by Ctrl+X and Ctrl+V. A search looks
            through all levels below the open one.
        editable: people can rename and remove files. Those of a list are only taken off it.
        trash: files of a folder are removed to the system's trash. Without it they are deleted when
            the notice of their removal closes.
        search: people can search by name as they type, and filter by kind.
        fill: take the height that is left in a column, and scroll inside: the line above stays.
        destination: called with a folder that is shown: ``msg.destination`` of the files that are
            dropped on it, if the page has a form that takes them.
        on_open: handles the event `opened`, instead of the preview.
        actions: what else can be done with the selected files, with buttons above them and in the
            menu of the right mouse button: label -> handler, or `FileAction` objects.
        empty: what to say when there are no files, or a component that shows then.
        removal_note: what people are told after files were removed, besides which.
        label: what screen readers call the list.
        arrangement: the name under which each session keeps how it shows the files: their order,
            the view and the size of the tiles; of "" nothing is kept. What is kept goes before
            `view`, `size` and `sort`.
        attributes: as for `core.Div`.

    Attributes:
        menu: the menu of the files, to which a program can add more.

    Events: `selected`, `opened` (``msg.file``; ``msg.how`` is "enter", "double click" or
    "command"), `renamed` (``msg.file``, ``msg.old_name``), `removed` (``msg.files``), `moved`
    (``msg.folder``) and `reordered`.

    Raises:
        TypeError: the source is something else, or a list with ``folders=True``.
        ValueError: there is no such view, size or sort.
    """

    allowed_events = jp.Div.allowed_events | EVENTS
    server_events = jp.Div.server_events | EVENTS

    def __init__(
        self,
        source: Any,
        *,
        view: View = "grid",
        size: Size = "medium",
        sort: str | None = None,
        sortable: bool = False,
        folders: bool = False,
        editable: bool = True,
        trash: bool = False,
        search: bool = False,
        fill: bool = False,
        destination: Callable[[str], str] | None = None,
        on_open: Callable[..., Any] | None = None,
        actions: Actions = (),
        empty: str | jp.Component = N_("No files yet."),
        removal_note: str = "",
        label: str = N_("Files"),
        arrangement: str = "",
        **attributes: Any,
    ) -> None:
        attributes["classes"] = f"kit-files {attributes.get('classes', '')}".strip()
        super().__init__(data_fill=fill or None, **attributes)
        self._arrangement_name, self._destination = arrangement, destination
        shown = {"view": _known(view), "size": _known_size(size), "sort": sort}
        kept = arrangements.read("files", arrangement)
        shown |= _kept(kept)
        if not sortable:  # else people choose no order, and make one
            sort = shown["sort"]
        by_order = sortable or isinstance(source, list | tuple)
        drawn = FileView(
            classes="kit-files-view", label=_(label), layout=shown["view"], size=shown["size"]
        )
        drawn.removes, self._is_sortable = editable, sortable
        drawn.folders = self._has_folders = folders
        if folders:
            drawn.data_drop_parts = ""
        drawn.drag_files = self._dragged
        self._removal_note, self._trash = removal_note, trash
        own = self._own_actions()
        offered = together(own, actions)
        commands = FilesCommands(offered, self._select_all)
        self.menu = commands.menu
        choices = Choices(
            self._choose_sort, self._choose_layout, self._search, self._choose_kind, self._keep
        )
        bar = FilesBar(commands.buttons, choices, not sortable, search)
        commands.allow("Copy", _copies())
        commands.allow("Open", on_open is not None or own[0] not in offered)
        start = sort or ("order" if by_order else "name")
        self._show(source, drawn, bar, commands, empty, start)
        self._handle()
        if folders:
            self._begin_folders(_(label), self._keep)
            self._open_kept(kept)
        if on_open is not None:
            self.on("opened", on_open)

    @property
    def view(self) -> View:
        """How the files are shown: "grid" or "list"."""
        return _known(self._view.layout)

    @view.setter
    def view(self, view: View) -> None:
        self._view.layout = _known(view)
        self._bar.show_choices(view, self._view.size, self._sort)

    @property
    def size(self) -> Size:
        """The size of the tiles of the grid: "small", "medium" or "large"."""
        return _known_size(self._view.size)

    @size.setter
    def size(self, size: Size) -> None:
        self._view.size = _known_size(size)
        self._bar.show_choices(self._view.layout, size, self._sort)

    @property
    def order(self) -> list[Any]:
        """All files in the order that people gave them. Set it to restore an order."""
        return [file.given for file in self._listing.files.values()]

    @order.setter
    def order(self, files: Sequence[Any]) -> None:
        keys = {file.given: file.key for file in self._listing.files.values()}
        self._order = [keys[file] for file in files if file in keys]
        self._arrange()

    def take_focus(self) -> None:
        """Give the list the focus, if there are files in it."""
        self._view.set_focus = True

    def preview(self, file: Any) -> None:
        """Show one of `files` in front of the page.

        Raises:
            ValueError: it is not among them.
        """
        for found in self._listing.files.values():
            if found.given == file:
                return self._show_preview(found)
        raise ValueError(f"kit.Files cannot preview {file!r:.100}: it is not one of its files.")

    def point_out_duplicates(self, arrived: Iterable[Path], msg: jp.Msg) -> None:
        """Say which files that have just arrived are in the folder already, whatever their names.

        The notice offers to keep one of each: the files that arrived are then removed as people
        remove them, with Undo. Nothing is removed unasked. Contents are compared on a thread, after
        this has returned.

        Args:
            arrived: the paths in the folder, as `File.save` returns them.
            msg: of the handler.

        Raises:
            TypeError: the files are those of a list, and in no folder.
        """
        source = self._listing.source
        if not isinstance(source, FolderSource):
            raise TypeError("kit.Files compares the files of a folder, not those of a list.")
        inside = [path.relative_to(source.folder.folder).as_posix() for path in arrived]

        def remove(entries: Sequence[jp.Entry], msg: jp.Msg) -> Any:
            found = [Found.of(each) for each in entries]
            return self._remove_files(found, msg, source)

        jp.run_task(point_out(source.folder, inside, msg.page, remove))

    def _select_all(self) -> None:
        self._select(self._listing.shown)

    def _choose_sort(self, sort: str) -> None:
        self.sort = sort

    def _choose_layout(self, view: str, size: str) -> None:
        self.view = _known(view)
        if size:
            self.size = _known_size(size)

    def _keep(self, msg: jp.Msg) -> None:
        """Keep how the files are shown, for the next visit."""
        arranged = {"view": self.view, "size": self.size, "sort": self.sort}
        if (source := self._level()) is not None:
            arranged |= {"folder": source.place, "of": source.folder.folder.name}
        try:
            arrangements.write("files", self._arrangement_name, arranged)
        except OSError as error:
            msg.page.notify(wording.not_kept(error), kind="bad")

    def _open_kept(self, kept: Mapping[str, Any]) -> None:
        """Open the folder that was open at the last visit, or what is left of the way to it."""
        source, folder = self._level(), kept.get("folder")
        if source is None or not isinstance(folder, str):
            return
        if kept.get("of") == source.folder.folder.name and folder:
            self._open_folder(folder)
            source.lost = ""

    def _search(self, text: str) -> None:
        self.filter = text

    def _choose_kind(self, kind: Any) -> None:
        self.kind = kind


def _kept(arranged: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept and known; the file may have been changed by hand."""
    known = {"view": VIEWS, "size": SIZES, "sort": [*SORTS, *(f"-{sort}" for sort in SORTS)]}
    return {name: arranged[name] for name in known if arranged.get(name) in known[name]}


def _copies() -> bool:
    """Whether the page that is being made is in a window that puts files on the clipboard."""
    application, session = current.get(None), current_session.get()
    return application is not None and session is not None and application.hosting.drags(session)


def _known(view: Any) -> View:
    if view not in VIEWS:
        raise ValueError(f"The view of kit.Files is 'grid' or 'list', not {view!r}.")
    return "list" if view == "list" else "grid"


def _known_size(size: Any) -> Size:
    for each in SIZES:
        if each == size:
            return size  # type: ignore[no-any-return]
    raise ValueError(f"The size of kit.Files is 'small', 'medium' or 'large', not {size!r:.100}.")
