"""Copying: a file of this machine becomes an upload without being sent."""

import os
from collections.abc import Callable

from . import disk
from .admission import Admission
from .appending import Appender
from .disk_errors import or_refuse
from .errors import FileChanged, UnknownUpload, UploadRefused
from .local import LocalFile
from .receiving import Turn
from .storage import Storage
from .upload import Upload

STEP = 16 * disk.BLOCK
"""Bytes that are copied before it is told how far the upload is, and before it can be ended."""


class Copier:
    """What is done in a turn at an upload.

    Args:
        stored: called on the event loop with an upload and its new offset.
    """

    def __init__(
        self,
        storage: Storage,
        admission: Admission,
        appender: Appender,
        stored: Callable[[Upload, int], None],
    ) -> None:
        self._storage = storage
        self._admission = admission
        self._appender = appender
        self._stored = stored

    async def copy(self, turn: Turn, upload: Upload, source: LocalFile) -> None:
        """Copy what is missing, and settle the upload; nothing of it stays where it changed."""
        try:
            reader = await disk.in_thread(source.open)
            try:
                await or_refuse(self._copy(turn, upload, source, reader), upload, continues=True)
            finally:
                os.close(reader)
        except FileChanged:
            await disk.in_thread(self._storage.abandon, upload)
            raise

    async def _copy(self, turn: Turn, upload: Upload, source: LocalFile, reader: int) -> None:
        offset = await disk.in_thread(self._begin, upload)
        if offset < source.size:
            await turn.receive(self._copy_rest(upload, source, reader, offset))
        elif source.size == 0:
            self._stored(upload, 0)
        await disk.in_thread(source.check, reader)
        await disk.in_thread(self._appender.settle, upload)

    def _begin(self, upload: Upload) -> int:
        try:
            known = self._storage.load(upload.owner, upload.id)
        except UnknownUpload:
            if self._storage.find(upload.id) is None:
                self._storage.remove(upload)  # a part that a crash left before it was described
            self._admission.create(upload)
            return 0
        if self._storage.delivered(known):
            raise UploadRefused(410, f"“{upload.name}” was taken already. Choose it again.")
        self._storage.forget_doubtful(known)
        return self._storage.offset(known)

    async def _copy_rest(self, upload: Upload, source: LocalFile, reader: int, offset: int) -> None:
        part = self._storage.part(upload)
        while offset < source.size:
            step = min(STEP, source.size - offset)
            work = disk.in_thread(disk.copy_open, reader, part, step, offset)
            try:
                await disk.to_its_end(work)  # nothing may be written after the turn is over
            except OSError:
                source.check(reader)  # it may have become shorter
                raise
            offset += step
            self._stored(upload, offset)
