"""Appending: a request's bytes go to the end of an upload, which is complete when it has all.

A request goes to a thread twice: to check it and open the part, and to write what is left of its
bytes, check them and complete the upload. In between, `BlockWriter` writes each full block.
"""

import logging
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from functools import partial

from ..executors import DATA_FOLDER, to_its_end
from ..files import digests
from ..files.digests import Hash
from ..language.texts import _
from .admission import Admission
from .errors import UploadRefused
from .expiry import Expiry
from .hashes import Checksum, KeptHashes
from .info import Status, UploadInfo
from .state import State
from .store import Store
from .upload import UploadLock
from .writer import BlockWriter

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Body:
    """What a request says of the bytes that it brings; sizes in bytes.

    Attributes:
        offset: where they belong.
        length: how many they are, if it is known.
        size: of the whole file, for an upload that was created without.
        checksum: of the bytes; if it does not match, none of them is kept (460).
        is_whole: they are the whole file: its size is what came.
    """

    offset: int = 0
    length: int | None = None
    size: int | None = None
    checksum: Checksum | None = None
    is_whole: bool = False


@dataclass
class Appending:
    """A part that is open for one request.

    Attributes:
        most: the largest size that the upload may get.
        check: hashes the bytes of this request, for their checksum.
        content: hashes the content of the upload.
    """

    upload: UploadInfo
    body: Body
    most: int
    descriptor: int
    check: Hash | None
    content: Hash | None

    def close(self) -> None:
        """Close the part, to which nothing was written."""
        os.close(self.descriptor)


class Appender:
    """Appends to an upload; the caller holds its lock.

    Args:
        stored: called on the event loop with an upload and its new offset.
    """

    def __init__(
        self,
        store: Store,
        admission: Admission,
        expiry: Expiry,
        stored: Callable[[UploadInfo, int], None],
    ) -> None:
        self._store = store
        self._admission = admission
        self._expiry = expiry
        self._stored = stored
        self.hashes = KeptHashes()

    def forget(self, upload: UploadInfo) -> None:
        """Drop what is kept of an upload that was removed."""
        self.hashes.take(upload.id)

    def create(self, upload: UploadInfo) -> Status:
        """Create an upload; an empty file is complete at once. Blocks."""
        self._admission.create(upload)
        try:
            return self.settle(upload)
        except BaseException:
            self._store.abandon(upload)
            raise

    def open_new(self, upload: UploadInfo, body: Body) -> Appending:
        """Create an upload, and open it for the request that brings its bytes. Blocks."""
        self._admission.create(upload)
        return self.open(upload, body)

    def open(self, upload: UploadInfo, body: Body) -> Appending:
        """Check what will be appended, and open the part for it. Blocks."""
        upload = self._checked(upload, body)
        content = self._content_hash(upload, body.offset)
        check = digests.new(body.checksum.algorithm) if body.checksum else None
        if check:
            self._store.note_unverified(upload, body.offset)
        most = upload.size if upload.size is not None else self._admission.most(upload, body.offset)
        return Appending(upload, body, most, self._store.open(upload), check, content)

    def _checked(self, upload: UploadInfo, body: Body) -> UploadInfo:
        """The upload, which may have got its size."""
        (state, stored), length = self._progress(upload), body.length
        headers = {"Upload-Offset": str(stored)}
        if body.offset != stored and not upload.parts:
            message = _(
                "{count} bytes of “{name}” are stored: continue there.",
                count=stored,
                name=upload.name,
            )
            raise UploadRefused(409, message, headers)
        if state.is_finished:
            raise UploadRefused(403, _("“{name}” is complete already.", name=upload.name), headers)
        if body.size is not None and upload.size != body.size:
            upload = self._sized(upload, body.size, stored)
        if length is not None and upload.size is None:
            self._admission.check(upload, stored + length, stored)
        elif length is not None and stored + length > (upload.size or 0):
            raise self._too_long(upload)
        return upload

    def _progress(self, upload: UploadInfo) -> tuple[State, int]:
        self._store.drop_unverified(upload)
        state = self._store.state(upload)
        if state is State.FAILED:
            message = _(
                "“{name}” has too many bytes: it was changed on the disk. Start it again.",
                name=upload.name,
            )
            raise UploadRefused(410, message)
        return state, self._store.offset(upload)

    def _sized(self, upload: UploadInfo, size: int, stored: int) -> UploadInfo:
        if upload.size is not None:
            raise UploadRefused(
                400, _("The size of “{name}” is known and cannot change.", name=upload.name)
            )
        if size < stored:
            raise UploadRefused(
                400,
                _(
                    "{count} bytes of “{name}” have arrived already.",
                    count=stored,
                    name=upload.name,
                ),
            )
        return self._admission.resize(upload, size, stored)

    def _too_long(self, upload: UploadInfo) -> UploadRefused:
        return UploadRefused(
            413,
            _(
                "More was sent than the {count} bytes of “{name}”.",
                count=upload.size or 0,
                name=upload.name,
            ),
        )

    def _no_room(self, upload: UploadInfo, most: int, stored: int) -> UploadRefused:
        """Why an upload may not have more bytes."""
        if upload.size is not None:
            return self._too_long(upload)
        try:
            self._admission.check(upload, most + 1, stored)
        except UploadRefused as refusal:
            return refusal
        # There is more room than when the request began: it may try again.
        return UploadRefused(
            413, _("“{name}” was too large for the free space. Try it again.", name=upload.name)
        )

    def _content_hash(self, upload: UploadInfo, offset: int) -> Hash | None:
        """The hash of what is stored: kept since then, else computed from the file."""
        if not upload.algorithm:
            return None
        at, kept = self.hashes.take(upload.id)
        if kept is None or at != offset:
            return digests.of_file(self._store.part(upload), upload.algorithm, offset)
        return kept

    async def append(
        self, lock: UploadLock, appending: Appending, chunks: AsyncIterator[bytes]
    ) -> Status:
        """Receive a body, and complete the upload once it has all its bytes.

        What arrived stays when the body breaks off, unless it came with a checksum.
        """
        hashes = [each for each in (appending.check, appending.content) if each]
        stored = partial(self._stored, appending.upload)
        writer = BlockWriter(appending.descriptor, appending.body.offset, hashes, stored)
        try:
            await lock.receive(self._receive(appending, writer, chunks))
            await writer.drain()
        except BaseException as error:
            await to_its_end(self._break_off(appending.upload, writer, error))
            raise
        return await to_its_end(self._end(appending, writer))

    async def _receive(
        self, appending: Appending, writer: BlockWriter, chunks: AsyncIterator[bytes]
    ) -> None:
        arrived = appending.body.offset
        async for chunk in chunks:
            arrived += len(chunk)
            if arrived > appending.most:
                refusal = await DATA_FOLDER.run(
                    self._no_room, appending.upload, appending.most, writer.position
                )
                raise refusal
            await writer.add(chunk)

    async def _break_off(
        self, upload: UploadInfo, writer: BlockWriter, error: BaseException
    ) -> None:
        start = writer.start
        try:
            await writer.close()
        finally:
            # A body that is too long is not the rest of this file: none of it stays.
            if isinstance(error, UploadRefused) and error.status == 413:
                await DATA_FOLDER.run(self._take_back, upload, start)

    async def _end(self, appending: Appending, writer: BlockWriter) -> Status:
        reported = writer.position
        status = await DATA_FOLDER.run(self._complete, appending, writer)
        if writer.position > reported:
            self._stored(status.upload, writer.position)
        return status

    def _complete(self, appending: Appending, writer: BlockWriter) -> Status:
        upload, body, check = appending.upload, appending.body, appending.check
        writer.finish()
        if check and body.checksum and check.digest() != body.checksum.expected:
            self._take_back(upload, writer.start)
            message = _("Bytes of “{name}” changed on the way. Send them again.", name=upload.name)
            raise UploadRefused(460, message)
        if check:
            self._store.note_verified(upload)
        if body.is_whole and upload.size is None:
            upload = self._sized(upload, writer.position, writer.position)
        return self.settle(upload, appending.content)

    def _take_back(self, upload: UploadInfo, start: int) -> None:
        """Remove refused bytes; if the disk fails, the refusal still counts."""
        try:
            self._store.cut(upload, start)
            self._store.note_verified(upload)
        except OSError as error:
            log.error("Bytes that were refused could not be removed: %s", error)

    def settle(self, upload: UploadInfo, content: Hash | None = None) -> Status:
        """Complete a part that has all its bytes (a crash may have left one). Blocks."""
        state, offset = self._progress(upload)
        if offset == upload.size and not state.is_finished:
            if upload.algorithm and not upload.digest:
                content = content or self._content_hash(upload, offset)
                upload = self._store.change(upload, digest=content.hexdigest() if content else "")
            self._store.finish(upload)
        elif content is not None:
            self.hashes.keep(upload.id, offset, content)
        return Status(upload, offset, self._expiry.expires(upload))
