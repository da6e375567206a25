"""Local copies: a file of this computer becomes an upload without being sent."""

import os
from collections.abc import Callable

from ..executors import DATA_FOLDER, LOCAL_COPIES
from ..files import copies, disk
from ..files.errors import FileChanged
from ..language.texts import _
from .admission import Admission
from .append import Appender
from .catalog import Catalog
from .errors import UnknownUpload, UploadRefused, refusing
from .info import UploadInfo
from .local_files import LocalFile
from .state import State
from .store import Store
from .upload import UploadLock

STEP = 16 * disk.BLOCK
"""Bytes copied at a time: progress is reported and cancellation noticed in between."""

ADOPTED = ("name", "path", "type", "target", "destination", "algorithm")
"""What another page may say of a file whose copy it continues."""


class Copier:
    """Copies into an upload; the caller holds its lock.

    Args:
        stored: called on the event loop with an upload and its new offset.
    """

    def __init__(
        self,
        store: Store,
        admission: Admission,
        appender: Appender,
        catalog: Catalog,
        stored: Callable[[UploadInfo, int], None],
    ) -> None:
        self._store = store
        self._admission = admission
        self._appender = appender
        self._catalog = catalog
        self._stored = stored

    async def copy(self, lock: UploadLock, upload: UploadInfo, source: LocalFile) -> None:
        """Copy what is missing and complete the upload; keep nothing of a file that changed."""
        try:
            with refusing(upload, "read"):
                reader = await LOCAL_COPIES.obtain(os.close, source.open)
            try:
                with refusing(upload, continues=True):
                    await self._copy(lock, upload, source, reader)
            finally:
                os.close(reader)
        except FileChanged:
            await DATA_FOLDER.run(self._catalog.give_up, upload)
            raise

    async def _copy(
        self, lock: UploadLock, upload: UploadInfo, source: LocalFile, reader: int
    ) -> None:
        offset = await DATA_FOLDER.run(self._begin, upload)
        if offset < source.size:
            await lock.receive(self._copy_rest(upload, source, reader, offset))
        elif source.size == 0:
            self._stored(upload, 0)
        await DATA_FOLDER.run(self._appender.settle, upload)

    def _begin(self, upload: UploadInfo) -> int:
        try:
            known = self._store.load(upload.owner, upload.id)
            state = self._store.state(known)
            if state is State.FAILED:
                self._store.remove(known)
                raise UnknownUpload
        except UnknownUpload:
            if self._store.find(upload.id) is None:
                self._store.abandon(upload)  # a part that a crash left without a description
            self._admission.create(upload)
            return 0
        if state is State.DELIVERED:
            raise UploadRefused(
                410, _("“{name}” was taken already. Choose it again.", name=upload.name)
            )
        self._store.drop_unverified(known)
        self._adopt(known, upload)
        return self._store.offset(known)

    def _adopt(self, known: UploadInfo, upload: UploadInfo) -> None:
        """Give an upload that an earlier page began the name and purpose that it has now."""
        now = {each: getattr(upload, each) for each in ADOPTED}
        if now != {each: getattr(known, each) for each in ADOPTED}:
            self._store.change(known, **now)

    async def _copy_rest(
        self, upload: UploadInfo, source: LocalFile, reader: int, offset: int
    ) -> None:
        while offset < source.size:
            step = min(STEP, source.size - offset)
            await LOCAL_COPIES.run(self._copy_step, upload, source, reader, step, offset)
            offset += step
            self._stored(upload, offset)

    def _copy_step(
        self, upload: UploadInfo, source: LocalFile, reader: int, size: int, at: int
    ) -> None:
        """Copy a step. If the source changed, remove the part: no request may complete it."""
        try:
            try:
                copies.append_range(reader, self._store.part(upload), size, at)
            finally:
                source.check(reader)  # it may have become shorter, too
        except FileChanged:
            self._store.abandon(upload)
            raise
