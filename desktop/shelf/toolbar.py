"""The toolbar above the files: commands for all of them, or for those selected."""

from typing import Any, Protocol

import core as jp
from core import kit

LINE = "flex flex-wrap items-center gap-2 min-h-9"


class ToolbarCommands(Protocol):
    """Commands of the page for the selected files, or for all if none is selected."""

    def pick_all(self, msg: jp.Msg) -> None: ...

    async def save_chosen(self) -> None: ...

    async def zip_chosen(self) -> None: ...

    async def remove_picked(self) -> None: ...


class Toolbar(jp.Div):
    """Select all, save, save as ZIP, remove."""

    def __init__(self, commands: ToolbarCommands, is_native: bool, **attributes: Any) -> None:
        super().__init__(classes=LINE, role="toolbar", aria_label="Files", **attributes)
        label = jp.Label(classes="flex items-center gap-2 text-sm cursor-pointer me-auto", a=self)
        self.all = jp.Input(type="checkbox", change=commands.pick_all, a=label)
        self.all.classes = "size-5 m-1 cursor-pointer"
        self.count = jp.Span(a=label)
        self.save = kit.Button("Save all…", icon="download", click=commands.save_chosen, a=self)
        self.save.show = is_native  # a browser gets several files as a ZIP only
        self.zip = kit.Button("Save all as ZIP…", icon="archive", click=commands.zip_chosen, a=self)
        self.removal = kit.Button("Remove…", kind="danger", icon="trash-2", a=self)
        self.removal.on("click", commands.remove_picked)
        self.update_counts(0, 0)

    def update_counts(self, picked: int, count: int) -> None:
        """Show how many files are selected, of how many."""
        self.show = count > 0
        self.all.checked = 0 < picked == count
        self.count.text = f"{picked} selected" if picked else "Select all"
        self.save.text = "Save…" if picked else "Save all…"
        self.zip.text = "Save as ZIP…" if picked else "Save all as ZIP…"
        self.removal.show = picked > 0
