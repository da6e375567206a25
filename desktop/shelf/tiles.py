"""A tile: one file as a picture with its name; a click saves it, buttons do the rest."""

from collections.abc import Callable
from typing import Any, Protocol

import core as jp
from core.files.entries import Entry
from core.sizes import size_text
from core.words import well_formed

TILE = (
    "group relative flex flex-col rounded-xl border overflow-hidden shadow-sm transition-shadow "
    "hover:shadow-md border-slate-200 bg-white dark:border-slate-800 dark:bg-slate-900"
)
LINK = (
    "flex flex-col grow rounded-xl focus-visible:outline-2 focus-visible:-outline-offset-2 "
    "focus-visible:outline-blue-500"
)
ROUND = (
    "size-7 rounded-full flex items-center justify-center cursor-pointer shadow-sm "
    "bg-white/90 text-slate-600 hover:text-white "
    "dark:bg-slate-800/90 dark:text-slate-300 dark:hover:text-white "
    "focus-visible:outline-2 focus-visible:outline-blue-500 "
    "opacity-70 group-hover:opacity-100 focus-visible:opacity-100"
)
CALM = "hover:bg-blue-600 dark:hover:bg-blue-600"
GRAVE = "hover:bg-red-600 dark:hover:bg-red-600"
PICK = (
    "absolute top-2 left-2 size-5 m-1 cursor-pointer accent-blue-600 opacity-60 "
    "group-hover:opacity-100 checked:opacity-100 focus-visible:opacity-100"
)
CROSS = "M2 2l8 8M10 2l-8 8"
ARROW = "M4.5 2H2v8h8V7.5M7 2h3v3M10 2L5.5 6.5"  # out of a box: open
FOLDER = "M1.5 9.5v-7h3l1 1.5h5v5.5z"
SMALL = "text-xs text-slate-500 dark:text-slate-400"


class TileCommands(Protocol):
    """Commands of the page for one file."""

    def remove_file(self, entry: Entry) -> None: ...

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
        frame.classes = "relative aspect-square bg-slate-100 dark:bg-slate-800"
        picture = jp.Img(src=self.entry.thumbnail, alt="", loading="lazy", a=frame)
        picture.classes = "absolute inset-0 size-full p-2 object-scale-down"

    def _caption(self, link: jp.A) -> None:
        caption = jp.Div(classes="px-3 py-2 min-w-0", a=link)
        name = jp.Div(text=self.entry.label, dir="auto", a=caption)
        name.classes = "truncate text-left text-sm font-medium"
        if self.entry.folder:
            folder = jp.Div(text=f"in {well_formed(self.entry.folder)}", dir="auto", a=caption)
            folder.classes = f"truncate text-left {SMALL}"
        jp.Div(text=size_text(self.entry.size), classes=SMALL, a=caption)

    def _buttons(self, is_native: bool) -> None:
        corner = jp.Div(classes="absolute top-2 right-2 flex flex-col gap-1.5", a=self)
        question = Question(
            f"Remove “{self.entry.label}”?",
            "The file is deleted from this computer.",
            lambda: self.commands.remove_file(self.entry),
        )
        remove = self._button(corner, "Remove", CROSS, GRAVE)
        remove.popovertarget = question.id
        if is_native:
            self._button(corner, "Open", ARROW, CALM).on("click", self._open)
            self._button(corner, "Show in folder", FOLDER, CALM).on("click", self._show)
        self.add(question)

    def _button(self, place: jp.Div, what: str, icon: str, classes: str) -> "PlainButton":
        button = PlainButton(a=place, classes=f"{ROUND} {classes}", title=what)
        button.aria_label = f"{what} {self.entry.label}"
        picture = jp.Svg(viewBox="0 0 12 12", fill="none", aria_hidden=True, classes="size-3.5")
        jp.Path(d=icon, stroke="currentColor", stroke_width="1.3", a=picture)
        button.add(picture)
        return button

    async def _open(self, msg: jp.Msg) -> None:
        await self.commands.open_file(self.entry)

    async def _show(self, msg: jp.Msg) -> None:
        await self.commands.show_file(self.entry)


class PlainButton(jp.Button):
    """A button that belongs to no form: it neither submits one nor is part of its data."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(type="button", **attributes)


QUESTION = (
    "m-auto w-80 max-w-[calc(100vw-2rem)] rounded-xl p-5 shadow-xl backdrop:bg-slate-950/40 "
    "bg-white text-slate-800 dark:bg-slate-800 dark:text-slate-100"
)
ANSWER = (
    "rounded-lg px-3 py-1.5 text-sm font-semibold cursor-pointer "
    "focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-blue-500"
)

KEEP = "bg-slate-100 hover:bg-slate-200 dark:bg-slate-700 dark:hover:bg-slate-600"
REMOVE = "bg-red-600 text-white hover:bg-red-700"


class Question(jp.Div):
    """Asks before files are removed. Opened and closed by the browser alone, in one window."""

    def __init__(self, question: str, hint_text: str, yes: Callable[[], None]) -> None:
        super().__init__(popover="auto", classes=QUESTION)
        self.id = f"remove-{self.component_id}"
        self.text_line = jp.P(text=question, a=self)
        self.text_line.classes = "font-semibold line-clamp-3 wrap-anywhere"
        hint = jp.P(text=hint_text, a=self)
        hint.classes = "mt-1 text-sm text-slate-600 dark:text-slate-300"
        answers = jp.Div(classes="mt-4 flex justify-end gap-2", a=self)
        self._answer("Keep", KEEP, answers)
        self._answer("Remove", REMOVE, answers).on("click", lambda msg: yes())

    def _answer(self, text: str, classes: str, answers: jp.Div) -> PlainButton:
        button = PlainButton(text=text, classes=f"{ANSWER} {classes}", a=answers)
        button.popovertarget, button.popovertargetaction = self.id, "hide"
        return button
