"""A tile: one file as a picture with its name; a click saves it, a button removes it."""

from collections.abc import Callable
from typing import Any

import core as jp
from core.files.folders import Entry
from core.files.sizes import size_text

TILE = (
    "group relative flex flex-col rounded-xl border overflow-hidden shadow-sm transition-shadow "
    "hover:shadow-md border-slate-200 bg-white dark:border-slate-800 dark:bg-slate-900"
)
LINK = (
    "flex flex-col grow rounded-xl focus-visible:outline-2 focus-visible:-outline-offset-2 "
    "focus-visible:outline-blue-500"
)
CORNER = (
    "absolute top-2 right-2 size-7 rounded-full flex items-center justify-center cursor-pointer "
    "shadow-sm bg-white/90 text-slate-600 hover:bg-red-600 hover:text-white "
    "dark:bg-slate-800/90 dark:text-slate-300 dark:hover:bg-red-600 dark:hover:text-white "
    "focus-visible:outline-2 focus-visible:outline-blue-500 "
    "opacity-70 group-hover:opacity-100 focus-visible:opacity-100"
)
SMALL = "text-xs text-slate-500 dark:text-slate-400"


class Tile(jp.Li):
    """One file of a session.

    Args:
        entry: the file.
        session_id: whose it is.
        remove: called with the file when the user has said yes to it.
    """

    def __init__(
        self, entry: Entry, session_id: str, remove: Callable[[Entry], None], **attributes: Any
    ) -> None:
        super().__init__(classes=TILE, **attributes)
        self.entry = entry
        # Letter for letter: core quotes it, and knows `a%20b` from `a b`.
        link = jp.A(href=f"/static/{session_id}/{entry.path}", download=entry.name, a=self)
        link.classes, link.title = LINK, entry.path
        self._picture(link)
        self._caption(link)
        self._remover(remove)

    def _picture(self, link: jp.A) -> None:
        frame = jp.Div(a=link)
        frame.classes = "relative aspect-square bg-slate-100 dark:bg-slate-800"
        picture = jp.Img(src=self.entry.thumbnail, alt="", loading="lazy", a=frame)
        picture.classes = "absolute inset-0 size-full p-2 object-scale-down"

    def _caption(self, link: jp.A) -> None:
        caption = jp.Div(classes="px-3 py-2 min-w-0", a=link)
        name = jp.Div(text=self.entry.name, dir="auto", a=caption)
        name.classes = "truncate text-left text-sm font-medium"
        if self.entry.folder:
            folder = jp.Div(text=f"in {self.entry.folder}", dir="auto", a=caption)
            folder.classes = f"truncate text-left {SMALL}"
        jp.Div(text=size_text(self.entry.size), classes=SMALL, a=caption)

    def _remover(self, remove: Callable[[Entry], None]) -> None:
        question = Question(self.entry.name, lambda: remove(self.entry))
        button = PlainButton(a=self, classes=CORNER, popovertarget=question.id)
        button.aria_label, button.title = f"Remove {self.entry.name}", "Remove"
        cross = jp.Svg(viewBox="0 0 12 12", aria_hidden=True, classes="size-3", a=button)
        jp.Path(d="M2 2l8 8M10 2l-8 8", stroke="currentColor", stroke_width="1.5", a=cross)
        self.add(question)


class PlainButton(jp.Button):
    """A button that belongs to no form: it neither submits one nor is part of its data."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(type="button", form="", **attributes)


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
    """Asks before a file is removed. Opened and closed by the browser alone, in one window."""

    def __init__(self, name: str, yes: Callable[[], None]) -> None:
        super().__init__(popover="auto", classes=QUESTION)
        self.id = f"remove-{self.component_id}"
        jp.P(text=f"Remove “{name}”?", classes="font-semibold line-clamp-3 wrap-anywhere", a=self)
        hint = jp.P(text="The file is deleted from this computer.", a=self)
        hint.classes = "mt-1 text-sm text-slate-600 dark:text-slate-300"
        answers = jp.Div(classes="mt-4 flex justify-end gap-2", a=self)
        self._answer("Keep", KEEP, answers)
        self._answer("Remove", REMOVE, answers).on("click", lambda msg: yes())

    def _answer(self, text: str, classes: str, answers: jp.Div) -> PlainButton:
        button = PlainButton(text=text, classes=f"{ANSWER} {classes}", a=answers)
        button.popovertarget, button.popovertargetaction = self.id, "hide"
        return button
