"""Appending: a request's bytes go to the end of an upload, which is finished when it has all."""

import logging
import os
from collections.abc import AsyncIterator, Callable, Sequence
from typing import TypeVarTuple

from ..executors import DATA_FOLDER
from ..files import digests
from ..files.digests import Checksum, Hash, KeptHashes
from ..files.errors import UploadRefused
from .admission import Admission
from .locks import UploadLock
from .store import FolderStore
from .upload import Upload
from .writer import Writer

log = logging.getLogger(__name__)

Ts = TypeVarTuple("Ts")


class Appender:
    """Appends to an upload; the caller holds its lock.

    Args:
        stored: called on the event loop with an upload and its new offset.
    """

    def __init__(
        self, store: FolderStore, admission: Admission, stored: Callable[[Upload, int], None]
    ) -> None:
        self._store = store
        self._admission = admission
        self._stored = stored
        self._hashes = KeptHashes()

    def forget(self, upload: Upload) -> None:
        """The upload was taken back."""
        self._hashes.take(upload.id)

    def start(self, upload: Upload, offset: int, length: int | None, size: int | None) -> Upload:
        """Check what is about to be appended; the upload, which may have got its size."""
        stored = self._offset(upload)
        headers = {"Upload-Offset": str(stored)}
        if offset != stored and not upload.parts:
            message = f"{stored} bytes of “{upload.name}” are stored: continue there."
            raise UploadRefused(409, message, headers)
        if self._store.finished(upload):
            raise UploadRefused(403, f"“{upload.name}” is complete already.", headers)
        if size is not None and upload.size != size:
            upload = self._sized(upload, size, stored)
        if length is not None and upload.size is None:
            self._admission.check(upload, offset + length, offset)
        elif length is not None and offset + length > (upload.size or 0):
            raise self._too_long(upload)
        return upload

    def _offset(self, upload: Upload) -> int:
        self._store.forget_doubtful(upload)
        if self._store.is_damaged(upload):
            message = f"More lies on the disk than “{upload.name}” has: it was changed there."
            raise UploadRefused(410, f"{message} Start it again.")
        return self._store.offset(upload)

    def _sized(self, upload: Upload, size: int, stored: int) -> Upload:
        if upload.size is not None:
            raise UploadRefused(400, f"The size of “{upload.name}” cannot change any more.")
        if size < stored:
            raise UploadRefused(400, f"{stored} bytes of “{upload.name}” have arrived already.")
        return self._admission.resize(upload, size, stored)

    def _too_long(self, upload: Upload) -> UploadRefused:
        return UploadRefused(
            413, f"More was sent than the {upload.size:,} bytes of “{upload.name}”."
        )

    def _most(self, upload: Upload, stored: int) -> int:
        return self._admission.most(upload, stored) if upload.size is None else upload.size

    def _no_room(self, upload: Upload, most: int, stored: int) -> UploadRefused:
        """Why an upload may not have more bytes."""
        if upload.size is not None:
            return self._too_long(upload)
        try:
            self._admission.check(upload, most + 1, stored)
        except UploadRefused as refusal:
            return refusal
        # There is more room than when the request began: it may try again.
        return UploadRefused(413, f"“{upload.name}” was too large for what was free. Try it again.")

    async def append(
        self,
        lock: UploadLock,
        upload: Upload,
        offset: int,
        body: AsyncIterator[bytes],
        checksum: Checksum | None,
    ) -> int:
        """Receive a body and settle the upload; the new offset."""
        check = digests.new(checksum.algorithm) if checksum else None
        content = await DATA_FOLDER.run(self._content_hash, upload, offset)
        hashes = [each for each in (check, content) if each]
        if check:
            await DATA_FOLDER.run(self._store.doubt, upload, offset)
        try:
            await lock.receive(self._receive(upload, offset, body, hashes))
        except UploadRefused as refusal:
            if refusal.status == 413:  # such a body is not the rest of this file: none of it stays
                await self._take_back(self._store.cut, upload, offset)
            raise
        if checksum and check and check.digest() != checksum.expected:
            await self._take_back(self._store.forget_doubtful, upload)
            message = f"Bytes of “{upload.name}” changed on the way. Send them again."
            raise UploadRefused(460, message)
        if check:
            await DATA_FOLDER.run(self._store.trust, upload)
        return await DATA_FOLDER.run(self.settle, upload, content)

    async def _take_back(self, remove: Callable[[*Ts], None], *arguments: *Ts) -> None:
        """Remove bytes that are refused; where the disk fails at that, the refusal still counts."""
        try:
            await DATA_FOLDER.run(remove, *arguments)
        except OSError as error:
            log.error("Bytes that were refused could not be removed: %s", error)

    def _content_hash(self, upload: Upload, offset: int) -> Hash | None:
        """The hash of what is stored: kept since then, else computed from the file."""
        if not upload.algorithm:
            return None
        at, kept = self._hashes.take(upload.id)
        if kept is None or at != offset:
            return digests.of_file(self._store.part(upload), upload.algorithm, offset)
        return kept

    async def _receive(
        self, upload: Upload, offset: int, body: AsyncIterator[bytes], hashes: Sequence[Hash]
    ) -> None:
        arrived = position = offset

        def stored(count: int) -> None:
            nonlocal position
            position += count
            self._stored(upload, position)

        descriptor, most = await DATA_FOLDER.obtain(_close, self._open, upload, offset)
        writer = Writer(descriptor, hashes, stored)
        try:
            async for chunk in body:
                arrived += len(chunk)
                if arrived > most:
                    raise await DATA_FOLDER.run(self._no_room, upload, most, position)
                await writer.add(chunk)
        finally:
            await writer.close()

    def _open(self, upload: Upload, offset: int) -> tuple[int, int]:
        """A descriptor that appends, and the largest size that the upload may get."""
        most = self._most(upload, offset)
        return self._store.open(upload), most

    def settle(self, upload: Upload, content: Hash | None = None) -> int:
        """The offset; a part that has all its bytes is finished (a crash may have left one)."""
        offset = self._offset(upload)
        if offset == upload.size and not self._store.finished(upload):
            if upload.algorithm and not upload.digest:
                content = content or self._content_hash(upload, offset)
                upload = self._store.change(upload, digest=content.hexdigest() if content else "")
            self._store.finish(upload)
        elif content is not None:
            self._hashes.keep(upload.id, offset, content)
        return offset


def _close(opened: tuple[int, int]) -> None:
    os.close(opened[0])
