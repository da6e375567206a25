"""Transfers: uploads on their way, and the file inputs on pages that they are for.

A client names the input when it begins an upload: metadata ``for`` is
``<page token>/<component id>/<submission>``, the last of which is any text, the same for all files
that are sent at once. The input's limits hold from the first byte on; whoever names no input, or
another one, learns what is wrong when the form is submitted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ..elements.component import Component
from ..elements.forms import FormBase
from ..elements.inputs import InputBase
from ..elements.node import Node
from ..executors import AFTER_HANDLERS, DATA_FOLDER
from ..files.placement import Placement
from ..files.received_file import File
from ..live.live_page import LivePage
from ..live.pages import Pages
from ..live.progress import Progress, Sent
from ..uploads.engine import Uploads
from ..uploads.file_rules import FileRules
from ..uploads.metadata import parse_number
from ..uploads.upload import Upload


class Transfers:
    """What `core.live` knows of files.

    Args:
        expect: called before a handler gets files of a session; makes its folder if need be.
    """

    def __init__(self, uploads: Uploads, pages: Pages, expect: Callable[[str], object]) -> None:
        self._uploads = uploads
        self._expect = expect
        self._pages = pages
        uploads.admission.rules = self._rules

    async def take(self, session_id: str, ids: Sequence[str]) -> list[File]:
        """The finished uploads of these ids, in this order."""
        return await DATA_FOLDER.obtain(self._uploads.release, self._take, session_id, ids)

    def _take(self, session_id: str, ids: Sequence[str]) -> list[File]:
        self._expect(session_id)
        return self._uploads.take(session_id, ids, Placement())

    async def release(self, files: Sequence[File]) -> None:
        """Give back files that no handler has seen."""
        self._uploads.release(files)

    async def settle(self, files: Sequence[File]) -> None:
        """Make durable what a handler kept of them; FileError where the disk failed."""
        await AFTER_HANDLERS.run(self._uploads.settle, files)

    async def discard(self, files: Sequence[File]) -> None:
        """Remove those that no handler kept."""
        await AFTER_HANDLERS.run(self._uploads.discard, files)

    def announced_name(self, name: str) -> str:
        """The safe name under which a file that was only chosen yet would arrive."""
        return self._uploads.announced_name(name)

    async def sort_out(self, control: Component, files: Sequence[File]) -> list[File]:
        """The files that a file input accepts; the others get their `error`."""
        return await DATA_FOLDER.run(rules_of(control).sort_out, files)

    def report(self, progress: Progress, tell: Callable[[Upload, int], None]) -> None:
        """From now on tell forms, inputs and (with `tell`) browsers how far their files are."""

        def stored(upload: Upload, offset: int) -> None:
            tell(upload, offset)
            sent = Sent(upload.id, upload.name, offset, upload.size)
            for live, control in self._find(upload.owner, upload.target):
                for target in _observers(control):
                    progress.note(live, target, upload.owner, sent)

        def ended(upload: Upload) -> None:
            for live, _ in self._find(upload.owner, upload.target):
                progress.forget(live, upload.owner, upload.id)

        self._uploads.stored, self._uploads.ended = stored, ended

    def _rules(self, owner: str, target: str) -> FileRules:
        for _, control in self._find(owner, target):
            rules = rules_of(control)
            # What is sent at once is known only where the client says so.
            return rules if _submission(target) else replace(rules, max_files=None, max_total=None)
        return FileRules()

    def _find(self, owner: str, target: str) -> list[tuple[LivePage, Component]]:
        """The page and the file input that an upload is for, if there is such a one."""
        token, _, rest = target.partition("/")
        number = parse_number(rest.partition("/")[0])
        live = self._pages.find(token, owner) if token else None
        if live is None or number is None:
            return []
        control = live.snapshot.get(number)
        return [(live, control)] if isinstance(control, InputBase) else []


def rules_of(control: Component) -> FileRules:
    """What a file input says that it accepts."""
    return FileRules(
        max_size=getattr(control, "max_size", None),
        max_files=getattr(control, "max_files", None),
        max_total=getattr(control, "max_total", None),
        accept=getattr(control, "accept", None) or "",
    )


def _submission(target: str) -> str:
    return target.split("/", 2)[2] if target.count("/") >= 2 else ""


def _observers(control: Component) -> Iterable[Component]:
    """An input, and the form that it stands in."""
    container: Node | None = control
    while isinstance(container, Component):
        if container is control or isinstance(container, FormBase):
            yield container
        parents = (ref() for ref in container._parents)
        container = next((parent for parent in parents if parent is not None), None)
