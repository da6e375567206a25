"""The drop area: files are dropped on it, or chosen with a click."""

from typing import Any

import core as jp

AREA = (
    "relative flex items-center justify-center gap-x-5 gap-y-3 rounded-2xl border-2 border-dashed "
    "cursor-pointer text-center px-4 transition-colors "
    "border-slate-300 bg-white hover:border-blue-400 "
    "dark:border-slate-700 dark:bg-slate-900 dark:hover:border-blue-500 "
    "has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 "
    "has-[:focus-visible]:outline-blue-500 "
    "in-[.satchel-dropping]:border-blue-500 in-[.satchel-dropping]:bg-blue-50 "
    "dark:in-[.satchel-dropping]:border-blue-400 dark:in-[.satchel-dropping]:bg-blue-950"
)
BUTTON = "rounded-lg px-4 py-2 text-sm font-semibold bg-blue-600 text-white hover:bg-blue-700"


class DropArea(jp.Label):
    """A file input that looks like the place to drop files on."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        # Not `hidden`: the keyboard and screen readers reach the input itself.
        jp.Input(type="file", multiple=True, classes="sr-only", aria_label="Choose files", a=self)
        Tray(a=self)
        jp.Span(text="Drop files here", classes="text-lg font-semibold", a=self)
        jp.Span(text="Choose files", aria_hidden=True, classes=BUTTON, a=self)
        self.make_room(True)

    def make_room(self, plenty: bool) -> None:
        """Be large while there is nothing else to see, small above a grid of files."""
        self.classes = f"{AREA} {'flex-col py-16' if plenty else 'flex-wrap py-5'}"


class Tray(jp.Svg):
    """An arrow into a tray."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(
            viewBox="0 0 24 24",
            fill="none",
            stroke="currentColor",
            stroke_width="1.5",
            stroke_linecap="round",
            stroke_linejoin="round",
            classes="size-10 text-blue-500 dark:text-blue-400",
            aria_hidden=True,
            **attributes,
        )
        jp.Path(d="M12 3v12m0 0 4.5-4.5M12 15l-4.5-4.5", a=self)
        jp.Path(d="M4 15v4a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-4", a=self)
