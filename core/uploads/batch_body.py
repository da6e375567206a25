"""Batches on their way: the contents of small files are written, and synced at once."""

from collections.abc import Sequence
from typing import Protocol

from ..executors import DATA_FOLDER
from ..files import disk
from .batches import Batch
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


async def store_batch(
    store: FolderStore, uploads: Sequence[Upload], fresh: Sequence[Upload], body: BatchBody
) -> None:
    """Write the files of a batch, gathered to 1 MiB, then sync and name them all at once.

    Args:
        uploads: whose contents are in the body.
        fresh: those of them that are stored.
    """
    wanted = {upload.id for upload in fresh}
    batch = await DATA_FOLDER.obtain(Batch.abandon, store.new_batch)
    try:
        gathered: list[tuple[Upload, bytes]] = []
        size = 0
        for upload in uploads:
            if upload.id not in wanted:
                await body.skip(upload.size or 0)
                continue
            gathered.append((upload, await body.take(upload.size or 0)))
            size += upload.size or 0
            if size >= disk.BLOCK:
                await DATA_FOLDER.run(store.store, batch, gathered)
                gathered, size = [], 0
        await body.end()
        await DATA_FOLDER.run(store.store, batch, gathered)
    except BaseException:
        await DATA_FOLDER.run(batch.abandon)
        raise
    if fresh:
        await DATA_FOLDER.run(store.finish_batch, batch, fresh)
    else:
        await DATA_FOLDER.run(batch.abandon)
