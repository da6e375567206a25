"""Batches on their way: the contents of small files, which are written and synced together."""

from collections.abc import Sequence
from typing import Protocol

from ..executors import DATA_FOLDER
from ..files import disk
from .admission import Admission
from .batches import Batch
from .catalog import Catalog
from .errors import refusing
from .info import UploadInfo
from .store import Store
from .upload import UploadLock


class BatchBody(Protocol):
    """The contents of a batch, in order."""

    async def take(self, size: int) -> bytes:
        """The next content, which has this size; UploadRefused if the body ends too early."""

    async def skip(self, size: int) -> None:
        """Pass over the next content."""

    async def end(self) -> None:
        """UploadRefused if there is more."""


class BatchReceiver:
    """Receives batches; the caller holds the locks of their uploads."""

    def __init__(self, store: Store, admission: Admission, catalog: Catalog) -> None:
        self._store = store
        self._admission = admission
        self._catalog = catalog

    async def receive(
        self, lock: UploadLock, uploads: Sequence[UploadInfo], body: BatchBody
    ) -> None:
        """Store the files that are not here yet: all of them, or none."""
        with refusing(uploads[0]):
            batch = await DATA_FOLDER.obtain(self._abandon, self._open, uploads)
            try:
                await lock.receive(self._write_all(batch, uploads, body))
            except BaseException:
                await DATA_FOLDER.run(self._abandon, batch)
                raise

    def _open(self, uploads: Sequence[UploadInfo]) -> Batch | None:
        """A batch for the files that are not here yet, if any."""
        fresh = [upload for upload in uploads if not self._is_here(upload)]
        if not fresh:
            return None
        self._admission.batch(fresh)
        try:
            return self._store.new_batch(fresh)
        except BaseException:
            self._catalog.give_up(*fresh)
            raise

    def _is_here(self, upload: UploadInfo) -> bool:
        known = self._catalog.known(upload)
        if known is None:
            return False
        if self._store.state(known).is_finished:
            return True
        self._store.remove(known)  # a part of it that was sent alone
        return False

    async def _write_all(
        self, batch: Batch | None, uploads: Sequence[UploadInfo], body: BatchBody
    ) -> None:
        """Write the files, gathered to 1 MiB, then sync and name them all at once."""
        fresh = {upload.id for upload in batch.uploads} if batch else set()
        gathered: list[tuple[UploadInfo, bytes]] = []
        size = 0
        for upload in uploads:
            if upload.id not in fresh:
                await body.skip(upload.size or 0)
                continue
            gathered.append((upload, await body.take(upload.size or 0)))
            size += upload.size or 0
            if batch and size >= disk.BLOCK:
                await DATA_FOLDER.run(self._store.write_batch, batch, gathered)
                gathered, size = [], 0
        await body.end()
        if batch:
            await DATA_FOLDER.run(self._finish, batch, gathered)

    def _finish(self, batch: Batch, files: Sequence[tuple[UploadInfo, bytes]]) -> None:
        self._store.write_batch(batch, files)
        self._store.finish_batch(batch)

    def _abandon(self, batch: Batch | None) -> None:
        if batch:
            batch.abandon()
            self._catalog.give_up(*batch.uploads)
