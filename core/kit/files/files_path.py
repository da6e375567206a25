"""FilesPath: the folders around the open one, which lead back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import core as jp
from core.language.texts import _

from ..icon import Icon
from .files_details import Destination

Dropped = Callable[[str, jp.Msg], Any]


class FilesPath(jp.Div):
    """A line above the files, where a folder below the top is open.

    Args:
        label: of the top.
        go: called with a folder that people choose.
        dropped: called with a folder on which files are dropped.
        destination: of a folder: what `msg.destination` is of files that are dropped on it.
    """

    def __init__(
        self,
        label: str,
        go: Callable[[str, jp.Msg], Any],
        dropped: Dropped | None,
        destination: Destination | None = None,
        **attributes: Any,
    ) -> None:
        super().__init__(classes="kit-files-path", **attributes)
        self._label, self._go, self._dropped = label, go, dropped
        self._destination = destination
        self._shown: str | None = None
        nav = jp.Nav(aria_label=_("Open folder"), classes="kit-files-crumbs", a=self)
        self._list = jp.Ol(a=nav)

    def show_folder(self, folder: str) -> None:
        """Show the way to a folder."""
        if folder == self._shown:
            return
        self._shown = folder
        self._list.delete_components()
        parts = folder.split("/") if folder else []
        for end in range(len(parts) + 1):
            text = parts[end - 1] if end else self._label
            self._list.add(self._crumb("/".join(parts[:end]), text, end == len(parts)))

    def _crumb(self, folder: str, text: str, is_open: bool) -> jp.Li:
        item = jp.Li()
        if is_open:
            jp.Span(text=text, dir="auto", aria_current="page", a=item)
            return item
        crumb = jp.Button(type="button", classes="kit-files-crumb", a=item)
        jp.Span(text=text, dir="auto", a=crumb)
        go, dropped = self._go, self._dropped
        crumb.on("click", lambda crumb, msg: go(folder, msg))
        if self._destination is not None:
            crumb.data_destination = self._destination(folder)
        if dropped is not None:
            crumb.on("files_dropped", lambda crumb, msg: dropped(folder, msg))
        item.add(Icon("chevron-right"))
        return item
