"""Unfinished uploads: what interruptions left of files, to be resumed or discarded."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ..executors import DATA_FOLDER
from ..files.errors import FileError
from ..files.received_file import File
from ..language.texts import _
from ..uploads.engine import Uploads
from ..uploads.info import UploadInfo
from ..uploads.local_files import LocalFile
from ..uploads.state import State
from .local_uploads import LocalUploads
from .upload_targets import UploadTargets


@dataclass(frozen=True)
class UnfinishedUpload:
    """A file whose transfer was interrupted: only its beginning is here, or no handler has got it.

    If people choose the same file again, its transfer goes on where it stopped. Of one that is
    complete, `received` gives the file.

    Attributes:
        name: of the file.
        path: the folder that it lay in, below what was dropped: ``holiday/beach``.
        size: of the whole file, in bytes; None if nobody knows it.
        stored: how many of its bytes are here.
        source: where the file lies, if it was copied from this computer in the program's window.
        can_resume: whether it still lies there, unchanged.
        is_complete: whether all of it is here; only its page was gone before a handler got it.
        destination: where it was sent, if the page said so (`data_destination`).
    """

    name: str
    path: str
    size: int | None
    stored: int
    source: Path | None
    can_resume: bool
    is_complete: bool
    destination: str
    _upload: UploadInfo = field(repr=False)
    _all: UnfinishedUploads = field(repr=False)

    async def discard(self) -> None:
        """Remove what is here of the file, which frees the disk."""
        await self._all.discard(self._upload)

    async def resume(self) -> None:
        """Copy the rest: the file arrives in an open page, like one opened with the program.

        Raises:
            FileError: the file was changed or removed, or is no file of this computer.
        """
        await self._all.resume(self._upload)

    @asynccontextmanager
    async def received(self) -> AsyncIterator[File]:
        """The file, within an ``async with`` block that saves it. One that was not saved stays.

        Raises:
            FileError: it is not complete, or somebody else has it.
        """
        async with self._all.received(self._upload) as file:
            yield file


class UnfinishedUploads:
    """Finds the uploads that no page is about to continue."""

    def __init__(self, uploads: Uploads, targets: UploadTargets, local: LocalUploads) -> None:
        self._uploads = uploads
        self._targets = targets
        self._local = local

    def of(self, session_id: str) -> list[UnfinishedUpload]:
        """Those of a session, oldest first, without those of pages that are open. Blocks."""
        return [
            self._described(upload, stored)
            for upload, stored in self._uploads.left(session_id, self._is_awaited)
        ]

    def _is_awaited(self, upload: UploadInfo) -> bool:
        return self._local.is_continued(upload) or self._targets.is_awaited(upload)

    def _described(self, upload: UploadInfo, stored: int) -> UnfinishedUpload:
        is_local = bool(upload.source) and self._local.is_for(upload.owner)
        can_resume = is_local and LocalFile.source_of(upload) is not None
        source = Path(upload.source) if is_local else None
        is_complete = self._uploads.store.state(upload) is State.COMPLETE
        facts = upload.name, upload.path, upload.size, stored, source, can_resume, is_complete
        return UnfinishedUpload(*facts, upload.destination, upload, self)

    async def stop_for_good(self) -> None:
        """End all transfers: nothing is left of what pages send, or have paused."""
        await self._uploads.stop_for_good(self._targets.is_awaited)
        await self._local.queued.forget()

    async def discard(self, upload: UploadInfo) -> None:
        """Remove an upload."""
        await self._uploads.abandon(upload)

    @asynccontextmanager
    async def received(self, upload: UploadInfo) -> AsyncIterator[File]:
        """A complete file, which is removed from the uploads once it is saved."""
        claims = self._uploads.claims
        [file] = await DATA_FOLDER.run(claims.take, upload.owner, [upload.id])
        try:
            yield file
        finally:
            if file.saved:
                await DATA_FOLDER.run(claims.discard, [file])
            else:
                claims.release([file])

    async def resume(self, upload: UploadInfo) -> None:
        """Have a page of the session continue a copy."""
        is_local = self._local.is_for(upload.owner)
        file = await DATA_FOLDER.run(LocalFile.source_of, upload) if is_local else None
        if file is None:
            raise FileError(
                _("“{name}” was changed or removed. Choose it again.", name=upload.name)
            )
        self._local.resume({upload.id: file}, upload.destination)
