"""FilesInfo: the details of one file of a list, and its SHA-256, in front of the page."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import core as jp
from core.files import digests
from core.language.reasons import reason
from core.language.texts import _
from core.web.app import current

from ..button import Button
from ..overlays.modal import Modal
from ..texts.code import Code
from .files_facts import facts, measured


class FilesInfo(Modal):
    """A dialog with what is known about a file."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(_("Details"), close_outside=True, **attributes)
        self._facts = jp.Dl(classes="kit-files-facts", a=self)
        self._digest = Code(aria_label="SHA-256", classes="kit-files-digest", a=self)
        self._ask = Button(_("Calculate SHA-256"), aria_busy="false", kind="quiet")
        self.actions.add(self._ask.on("click", self._calculate))
        self._path: Path | None = None

    def show_file(self, entry: jp.Entry, path: Path | None) -> None:
        """Show a file; `path` is where it is, if that is known. Blocks."""
        self._path = path
        self._facts.delete_components()
        self._add(shown := facts(entry, path))
        if path is not None:
            jp.run_task(self._measure(path, {name for name, _ in shown}))
        self._digest.show = False
        self._ask.show = path is not None
        self.open()

    def _add(self, found: Iterable[tuple[str, str]]) -> None:
        for name, value in found:
            jp.Dt(text=name, a=self._facts)
            jp.Dd(text=value, dir="auto", a=self._facts)

    async def _measure(self, path: Path, known: Collection[str]) -> None:
        """Add what a worker finds in the headers of the file, which may be hostile."""
        application = current.get(None)
        found = {} if application is None else await application.previews.measure(path)
        if path == self._path and (more := measured(found, known)):
            self._add(more)
            await self.update()

    async def _calculate(self, msg: jp.Msg) -> None:
        path = self._path
        if path is None:
            return
        try:
            digest = await asyncio.to_thread(digests.of_file, path, "sha256")
        except OSError as error:
            text = _("The file could not be read: {reason}.", reason=reason(error))
            msg.page.notify(text, kind="bad")
            return
        if path == self._path:  # else another file is shown meanwhile
            self._digest.source = digest.hexdigest()
            self._digest.show, self._ask.show = True, False
