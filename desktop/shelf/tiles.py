"""A tile: one file as a picture with its name; a click saves it, buttons do the rest."""

from typing import Any, Protocol

import core as jp
from core import kit
from core.files.entries import Entry
from core.sizes import size_text
from core.words import well_formed

MUTED = "text-(--satchel-muted)"
TILE = (
    "group relative flex flex-col border overflow-hidden shadow-sm transition-shadow "
    "hover:shadow-md border-(--satchel-line) bg-(--satchel-surface) "
    "rounded-(--satchel-radius-large)"
)
LINK = (
    "flex flex-col grow rounded-(--satchel-radius-large) focus-visible:outline-2 "
    "focus-visible:-outline-offset-2 focus-visible:outline-(--satchel-accent)"
)
CORNER = "opacity-70 group-hover:opacity-100 focus-visible:opacity-100"
PICK = f"absolute top-2 start-2 size-5 m-1 cursor-pointer checked:opacity-100 {CORNER}"
SMALL = f"text-xs {MUTED}"


class TileCommands(Protocol):
    """Commands of the page for one file."""

    async def remove_file(self, entry: Entry) -> None: ...

    async def open_file(self, entry: Entry) -> None: ...

    async def show_file(self, entry: Entry) -> None: ...

    def picked(self) -> None: ...


class Tile(jp.Li):
    """One file of a session.

    Args:
        entry: the file.
        session_id: whose it is.
        commands: run by its buttons; removing asks the user first.
        is_native: whether the page is shown on the computer with the file, so programs can open it.
    """

    def __init__(
        self,
        entry: Entry,
        session_id: str,
        commands: TileCommands,
        is_native: bool,
        **attributes: Any,
    ) -> None:
        super().__init__(classes=TILE, **attributes)
        self.entry = entry
        self.commands = commands
        # Not quoted: core quotes it, and distinguishes `a%20b` from `a b`.
        link = jp.A(href=f"/static/{session_id}/{entry.path}", download=entry.label, a=self)
        link.classes, link.title = LINK, well_formed(entry.path)
        self._picture(link)
        self._caption(link)
        self.pick = jp.Input(type="checkbox", classes=PICK, change=commands.picked, a=self)
        self.pick.aria_label = f"Select {entry.label}"
        self._buttons(is_native)

    def _picture(self, link: jp.A) -> None:
        frame = jp.Div(a=link)
        frame.classes = "relative aspect-square bg-(--satchel-page)"
        picture = jp.Img(src=self.entry.thumbnail, alt="", loading="lazy", a=frame)
        picture.classes = "absolute inset-0 size-full p-2 object-scale-down"

    def _caption(self, link: jp.A) -> None:
        caption = jp.Div(classes="px-3 py-2 min-w-0", a=link)
        name = jp.Div(text=self.entry.label, dir="auto", a=caption)
        name.classes = "truncate text-start text-sm font-medium"
        if self.entry.folder:
            folder = jp.Div(text=f"in {well_formed(self.entry.folder)}", dir="auto", a=caption)
            folder.classes = f"truncate text-start {SMALL}"
        jp.Div(text=size_text(self.entry.size), classes=SMALL, a=caption)

    def _buttons(self, is_native: bool) -> None:
        corner = jp.Div(classes="absolute top-2 end-2 flex flex-col gap-1.5", a=self)
        remove = self._button(corner, "Remove", "trash-2").on("click", self._remove)
        remove.set_class("hover:text-(--satchel-bad)")
        if is_native:
            self._button(corner, "Open", "external-link").on("click", self._open)
            self._button(corner, "Show in folder", "folder-open").on("click", self._show)

    def _button(self, place: jp.Div, what: str, icon: str) -> kit.Button:
        label = f"{what} {self.entry.label}"
        return kit.Button(
            icon=icon, size="small", classes=CORNER, title=what, aria_label=label, a=place
        )

    async def _remove(self, msg: jp.Msg) -> None:
        await self.commands.remove_file(self.entry)

    async def _open(self, msg: jp.Msg) -> None:
        await self.commands.open_file(self.entry)

    async def _show(self, msg: jp.Msg) -> None:
        await self.commands.show_file(self.entry)
