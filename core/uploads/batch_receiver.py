"""Batches on their way: the contents of small files are written, and synced at once."""

from collections.abc import Sequence
from typing import Protocol

from ..executors import DATA_FOLDER
from ..files import disk
from .store import FolderStore
from .upload import Upload


class BatchBody(Protocol):
    """The contents of a batch, in order."""

    async def take(self, size: int) -> bytes:
        """The next content, which has this size; UploadRefused where the body ends too early."""

    async def skip(self, size: int) -> None:
        """Pass over the next content."""

    async def end(self) -> None:
        """UploadRefused if there is more."""


class IncomingBatch:
    """A batch while it is received.

    Args:
        uploads: whose contents are in the body.
        fresh: those of them that are stored.
    """

    def __init__(
        self, store: FolderStore, uploads: Sequence[Upload], fresh: Sequence[Upload]
    ) -> None:
        self._store = store
        self._uploads = uploads
        self._batch = store.new_batch() if fresh else None
        self.fresh = fresh

    async def receive(self, body: BatchBody) -> None:
        """Write the files, gathered to 1 MiB, then sync and name them all at once."""
        wanted = {upload.id for upload in self.fresh}
        gathered: list[tuple[Upload, bytes]] = []
        size = 0
        for upload in self._uploads:
            if upload.id not in wanted:
                await body.skip(upload.size or 0)
                continue
            gathered.append((upload, await body.take(upload.size or 0)))
            size += upload.size or 0
            if size >= disk.BLOCK:
                await DATA_FOLDER.run(self._write, gathered)
                gathered, size = [], 0
        await body.end()
        await DATA_FOLDER.run(self._finish, gathered)

    def _write(self, files: Sequence[tuple[Upload, bytes]]) -> None:
        if self._batch:
            self._store.store(self._batch, files)

    def _finish(self, files: Sequence[tuple[Upload, bytes]]) -> None:
        self._write(files)
        if self._batch:
            self._store.finish_batch(self._batch, self.fresh)
            self._batch = None  # its files belong to its uploads now

    def abandon(self) -> None:
        """Leave nothing behind of a batch that was not finished. Blocks."""
        if self._batch:
            self._batch.abandon()
