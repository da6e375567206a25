"""QueuedCopies: files of this computer that open pages are about to have copied, and where they go.

If a page is gone before their turn came, another one has them copied (`local_uploads`). If the
program is gone, the next one has them as uploads of which nothing has arrived yet.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..executors import DATA_FOLDER
from ..uploads.engine import Uploads
from ..uploads.errors import UploadRefused
from ..uploads.info import UploadInfo
from ..uploads.local_files import LocalFile
from ..uploads.metadata import describe
from .copy_journal import CopyJournal

log = logging.getLogger(__name__)

MOST = 50_000
"""Files; beyond that, the oldest are forgotten."""


class _Queued(NamedTuple):
    """A file that a page is about to have copied."""

    page: str
    destination: str
    name: str
    path: str


class QueuedCopies:
    """Those files, by their handles. The event loop owns it.

    Args:
        journal: the file for what a program that is killed had still to copy.
    """

    def __init__(self, uploads: Uploads, journal: Path) -> None:
        self._uploads = uploads
        self._journal = CopyJournal(journal)
        self._queued: dict[str, _Queued] = {}

    async def restore(self) -> None:
        """Make uploads of what an earlier program, which was killed, had still to copy."""
        for upload in await DATA_FOLDER.run(self._journal.left):
            try:
                await self._uploads.create(upload)
            except UploadRefused as refusal:
                log.warning("“%s” is not copied: %s", upload.name, refusal)
        await self.forget()

    async def note(
        self, owner: str, said: Mapping[str, Any], files: Mapping[str, LocalFile]
    ) -> None:
        """Note what a page says of its queue; what it may not say is passed over.

        Args:
            said: {page, destination, files: [{handle, name, path}]}, or {left_out: [handle]}.
            files: those that may be copied, by handle.

        Raises:
            UploadRefused: a name or path is unusable.
        """
        left_out = [each for each in _listed(said.get("left_out")) if isinstance(each, str)]
        for handle in left_out:
            self._queued.pop(handle, None)
        new = {each: queued for each, queued in _read(said).items() if each in files}
        due = [
            upload_of(owner, each, files[each], queued._asdict()) for each, queued in new.items()
        ]
        self._queued |= new
        while len(self._queued) > MOST:
            del self._queued[next(iter(self._queued))]
        await DATA_FOLDER.run(self._journal.add, due)
        await self.settle(left_out)

    async def settle(self, handles: Iterable[str]) -> None:
        """Note that files are copied, or will not be."""
        await DATA_FOLDER.run(self._journal.settle, list(handles))

    async def forget(self) -> None:
        """Forget what a later program would have."""
        await DATA_FOLDER.run(self._journal.clear)

    def take(self, page: str, waiting: Collection[str]) -> dict[str, _Queued]:
        """The files that a page which is gone has left, by handle.

        Args:
            waiting: the handles that are good for a copy still.
        """
        left = {each: file for each, file in self._queued.items() if file.page == page}
        for handle in left:
            del self._queued[handle]
        return {each: file for each, file in left.items() if each in waiting}


def upload_of(owner: str, handle: str, file: LocalFile, claim: Mapping[str, Any]) -> UploadInfo:
    """The upload that a file becomes, of which a page says its name and where it goes."""
    claim = {**claim, "lastModified": file.lastModified}
    origin = {"source": file.source, "modified": file.modified}
    return describe(owner, claim, file.size, id=handle, **origin)


def _read(said: Mapping[str, Any]) -> dict[str, _Queued]:
    """The files that a page names, by handle."""
    shared = {"page": said.get("page"), "destination": said.get("destination") or ""}
    found: dict[str, _Queued] = {}
    for file in _listed(said.get("files")):
        facts = {**file, **shared} if isinstance(file, dict) else {}
        handle, *texts = (facts.get(each) for each in ("handle", *_Queued._fields))
        if isinstance(handle, str) and all(isinstance(each, str) for each in texts):
            found[handle] = _Queued(*map(str, texts))
    return found


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
