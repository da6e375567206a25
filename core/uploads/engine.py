"""The upload engine: bytes of any size, each written once, into a folder that survives anything.

It knows no HTTP (`core.uploads.http` does): every way in ends in `create` and `receive`, in
`store_whole`, `receive_batch`, `copy` or `join`.
"""

import logging
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from ..executors import DATA_FOLDER, to_its_end
from ..files.clock import Clock
from ..files.digests import Checksum
from ..files.errors import NotDurable, UnknownUpload, UnsafeName, UploadRefused
from ..files.names import distinct_paths, safe_name
from ..files.placement import Placement
from ..files.received_file import File
from .admission import Admission
from .append import Appender
from .batch_body import BatchBody, store_batch
from .concatenation import Joiner
from .disk_errors import DiskRefusal, or_refuse, refusing
from .expiry import UNSEEN, Expiry
from .limits import UploadLimits
from .local_copy import Copier
from .local_files import LocalFile
from .locks import Claims, UploadLock, UploadLocks
from .store import FolderStore
from .upload import Upload

log = logging.getLogger(__name__)


class Uploads:
    """All uploads of one folder, which must belong to this process alone.

    Attributes:
        stored: called on the event loop with an upload and its new offset, about once per MiB.
        ended: called on the event loop with an upload that the client took back.
        admission: decides before the first byte.
    """

    def __init__(
        self, folder: Path, limits: UploadLimits | None = None, clock: Path | None = None
    ) -> None:
        """`clock` is where the time that was seen is noted; by default, beside the folder."""
        limits = limits or UploadLimits()
        seen = Clock(clock or folder.with_name(f".{folder.name}.clock"), UNSEEN)
        self.stored: Callable[[Upload, int], None] = lambda upload, offset: None
        self.ended: Callable[[Upload], None] = lambda upload: None
        self.store = FolderStore(folder)
        self.admission = Admission(self.store, limits)
        self.locks = UploadLocks()
        self.claims = Claims()
        self._appender = Appender(self.store, self.admission, self._tell)
        self._copier = Copier(self.store, self.admission, self._appender, self._tell, self._give_up)
        self._joiner = Joiner(self.store, self.admission)
        self.expiry = Expiry(self.store, limits, self._is_open, self.claims, seen)

    @property
    def limits(self) -> UploadLimits:
        """What is refused."""
        return self.admission.limits

    @property
    def active(self) -> int:
        """How many transfers are under way now."""
        return self.locks.receiving

    def has_owner(self, owner: str) -> bool:
        """Whether a session has uploads that no handler took."""
        return self.store.index.has(owner)

    def stop(self) -> None:
        """End every transfer, on the event loop: what arrived is written, clients can resume."""
        self.locks.end_all()

    async def create(self, upload: Upload) -> None:
        """Begin an upload; an empty file is complete at once."""
        await or_refuse(DATA_FOLDER.run(self._create, upload), upload)
        if upload.size == 0:
            self.stored(upload, 0)

    async def begin(self, upload: Upload) -> int:
        """Create an upload, unless its client did so and missed our answer; its offset."""
        async with self.locks.take(upload.owner, upload.id):
            known = await or_refuse(DATA_FOLDER.run(self._known, upload), upload)
            if known is not None:
                return await or_refuse(DATA_FOLDER.run(self._appender.settle, known), known)
            await self.create(upload)
            return 0

    async def status(self, owner: str, upload_id: str) -> tuple[Upload, int]:
        """The upload and its offset: ends a transfer that is still open, so that it is true."""
        upload = await self.described(owner, upload_id)
        async with self.locks.take(owner, upload_id):
            return await or_refuse(DATA_FOLDER.run(self._settled, owner, upload_id), upload)

    async def described(self, owner: str, upload_id: str) -> Upload:
        """What is known of the upload."""
        known = self.store.index.get(owner, upload_id)
        return await or_refuse(DATA_FOLDER.run(self._load, owner, upload_id), known, "read")

    async def waiting(self, owner: str, upload_id: str) -> Upload:
        """A complete upload that no handler has; UnknownUpload otherwise.

        It is not being stored any more when that is known.
        """
        async with self.locks.take(owner, upload_id):
            if upload_id in self.claims:
                raise UnknownUpload
            known = self.store.index.get(owner, upload_id)
            return await or_refuse(DATA_FOLDER.run(self._complete, owner, upload_id), known, "read")

    def expires(self, upload: Upload) -> float | None:
        """When the upload will be removed if nothing more comes; None for a complete one."""
        return self.expiry.expires(upload)

    async def receive(
        self,
        owner: str,
        upload_id: str,
        offset: int,
        body: AsyncIterator[bytes],
        length: int | None,
        *,
        size: int | None = None,
        checksum: Checksum | None = None,
    ) -> int:
        """Append `body` (`length` bytes, if it is known) at `offset`; the new offset.

        What arrived stays when `body` breaks off, unless it came with a checksum. Complete means:
        size checked, synced, renamed.

        Args:
            size: of the file, for an upload that was created without.
            checksum: of `body`; where it does not match, nothing of it is kept (460).
        """
        upload = await self.described(owner, upload_id)
        async with self.locks.take(owner, upload_id) as lock:
            start = DATA_FOLDER.run(self._start, owner, upload_id, offset, length, size)
            upload = await or_refuse(start, upload, continues=True)
            return await or_refuse(
                self._appender.append(lock, upload, offset, body, checksum), upload, continues=True
            )

    async def store_whole(
        self, upload: Upload, body: AsyncIterator[bytes], length: int | None
    ) -> None:
        """Store a file whose body comes once and cannot be continued: all of it, or nothing."""
        try:
            await self.create(upload)
            if upload.size != 0:
                offset = await self.receive(upload.owner, upload.id, 0, body, length)
                if upload.size is None:
                    none = _nothing()
                    await self.receive(upload.owner, upload.id, offset, none, 0, size=offset)
        except BaseException as error:
            await self.abandon(upload)
            if isinstance(error, DiskRefusal):
                raise error.of_whole(upload) from error.error
            raise

    async def receive_batch(self, uploads: Sequence[Upload], body: BatchBody) -> None:
        """Store small files, whose contents follow each other in `body`: all of them, or none.

        Those that are here already are not stored again: their client missed our answer.
        """
        ids = [upload.id for upload in uploads]
        if len(set(ids)) < len(ids):
            raise UploadRefused(400, "A file cannot be in a batch twice.")
        async with self.locks.take(uploads[0].owner, *ids) as lock:
            fresh = await or_refuse(DATA_FOLDER.run(self._unknown, uploads), uploads[0])
            await self._store_batch(lock, uploads, fresh, body)
        for upload in uploads:
            self.stored(upload, upload.size or 0)

    async def _store_batch(
        self,
        lock: UploadLock,
        uploads: Sequence[Upload],
        fresh: Sequence[Upload],
        body: BatchBody,
    ) -> None:
        try:
            if fresh:
                await or_refuse(DATA_FOLDER.run(self.admission.batch, fresh), fresh[0])
            storing = store_batch(self.store, uploads, fresh, body)
            await or_refuse(lock.receive(storing), uploads[0])
        except BaseException:
            await DATA_FOLDER.run(self._give_up, *fresh)
            raise

    async def copy(self, upload: Upload, source: LocalFile) -> None:
        """Take a file of this machine, which its owner has vouched for, without sending it.

        Goes on where an earlier copy stopped, and does nothing where all is there.

        Raises:
            FileChanged: it is no longer the file that was chosen, or changed meanwhile.
        """
        async with self.locks.take(upload.owner, upload.id) as lock:
            await self._copier.copy(lock, upload, source)

    async def join(self, upload: Upload, piece_ids: Sequence[str]) -> Upload:
        """Make a file of complete pieces; asked for twice, it is the same file."""
        if not 0 < len(piece_ids) <= self.limits.max_pieces:
            raise UploadRefused(413, f"A file can have 1 to {self.limits.max_pieces} pieces.")
        if len(set(piece_ids)) < len(piece_ids):
            raise UploadRefused(400, "A piece cannot be in a file twice.")
        async with self.locks.take(upload.owner, *{upload.id, *piece_ids}):
            return await or_refuse(DATA_FOLDER.run(self._joiner.join, upload, piece_ids), upload)

    async def terminate(self, owner: str, upload_id: str) -> None:
        """Remove the upload and all it stored; what a handler saved is no longer part of it."""
        async with self.locks.take(owner, upload_id):  # also at one that is about to be known
            upload = await self.described(owner, upload_id)
            if not self.claims.take(upload_id):
                raise UploadRefused(409, f"The program is using “{upload.name}” right now.")
            self._appender.forget(upload)
            remove = DATA_FOLDER.run(self._remove_claimed, upload, self.store.remove)
            await or_refuse(remove, upload, "removed")
        self.ended(upload)

    async def abandon(self, *uploads: Upload) -> None:
        """Take back uploads that cannot be continued, whatever the disk says to that."""
        await to_its_end(self._abandon_in_turn(uploads))

    async def _abandon_in_turn(self, uploads: Iterable[Upload]) -> None:
        for upload in uploads:
            await self._abandon(upload)

    async def _abandon(self, upload: Upload) -> None:
        async with self.locks.take(upload.owner, upload.id):
            self._appender.forget(upload)
            await DATA_FOLDER.run(self._give_up, upload)
        self.ended(upload)

    async def resumable(self, like: Upload) -> list[tuple[Upload, int]]:
        """The owner's uploads of such a file that no handler got, complete or not, and offsets."""
        return await or_refuse(DATA_FOLDER.run(self._resumable, like), like, "found")

    def take(
        self, owner: str, upload_ids: Sequence[str], placement: Placement | None = None
    ) -> list[File]:
        """The complete uploads for a handler, names distinct in each folder; `discard` them later.

        With `placement`, what it saves is durable after `settle`. All of them are taken, or none:
        UnknownUpload where one is not this session's, not complete, or was taken before;
        DiskRefusal where the disk fails. Blocks (it reads the disk).
        """
        ids = tuple(dict.fromkeys(upload_ids))
        for upload_id in ids:  # before they are claimed: another session's is none of its business
            self._read(self.store.load, owner, upload_id)
        if not self.claims.take(*ids):
            raise UnknownUpload("A file of this form is in use already. Send it again.")
        try:
            uploads = [self._read(self._complete, owner, upload_id) for upload_id in ids]
        except BaseException:
            self.claims.release(ids)
            raise
        paths = distinct_paths([f"{upload.path}/{upload.name}" for upload in uploads])
        return [
            self._file(upload, path.rpartition("/")[2], placement)
            for upload, path in zip(uploads, paths, strict=True)
        ]

    def release(self, files: Iterable[File]) -> None:
        """Give back files that no handler has seen: they wait for the next submission."""
        self.claims.release([file.upload_id for file in files])

    def settle(self, files: Iterable[File]) -> None:
        """Make durable what a handler saved, before anybody is told of it. Blocks.

        Raises:
            NotDurable: the disk failed; a power cut may undo what was saved.
        """
        for placement in {file.placement for file in files if file.placement is not None}:
            placement.sync()

    def announced_name(self, name: str) -> str:
        """The safe name under which a file that a browser tells of would arrive."""
        try:
            return safe_name(name)
        except UnsafeName:
            return "_"

    def discard(self, files: Iterable[File]) -> None:
        """After the handler: remove what it did not keep. Blocks (it changes the disk)."""
        files = list(files)
        try:
            self.settle(files)  # of a handler that failed
        except NotDurable as error:
            log.error("%s", error)
        for file in files:
            file.placement = None  # what a task of the program saves later is on its own
            try:
                file.discard()
            except OSError:
                self.store.removals.remove(file.received)
            if (owner := self.store.index.owner(file.upload_id)) is not None:
                self.admission.kept.forget(owner)  # it may lie in the session's folder now
            self.store.index.forget(file.upload_id)
            self.claims.release([file.upload_id])

    def _tell(self, upload: Upload, offset: int) -> None:
        self.store.index.reserve(upload, offset)
        self.stored(upload, offset)

    def _is_open(self, upload: Upload) -> bool:
        return upload.id in self.locks or upload.id in self.claims

    def _load(self, owner: str, upload_id: str) -> Upload:
        upload = self.store.load(owner, upload_id)
        if not self._is_open(upload) and self.expiry.is_expired(upload):
            raise UploadRefused(410, f"“{upload.name}” was not continued in time. Start it again.")
        return upload

    def _settled(self, owner: str, upload_id: str) -> tuple[Upload, int]:
        upload = self.store.load(owner, upload_id)  # the request before may have sized it
        return upload, self._appender.settle(upload)

    def _start(
        self, owner: str, upload_id: str, offset: int, length: int | None, size: int | None
    ) -> Upload:
        upload = self.store.load(owner, upload_id)  # here, too
        return self._appender.start(upload, offset, length, size)

    def _create(self, upload: Upload) -> None:
        self.admission.create(upload)
        if upload.size == 0:
            try:
                self._appender.settle(upload)
            except BaseException:
                self.store.abandon(upload)
                raise

    def _remove_claimed(self, upload: Upload, remove: Callable[[Upload], None]) -> None:
        try:
            remove(upload)
        finally:
            self.claims.release([upload.id])

    def _unknown(self, uploads: Sequence[Upload]) -> list[Upload]:
        """Those that are not here yet; 409 for one in whose place another file is."""
        return [upload for upload in uploads if not self._is_here(upload)]

    def _known(self, upload: Upload) -> Upload | None:
        """What is here of the same file under the same id."""
        try:
            known = self.store.load(upload.owner, upload.id)
        except UnknownUpload:
            if self.store.find(upload.id) is not None:  # of another session
                raise
            return None
        if (known.name, known.size, known.path) != (upload.name, upload.size, upload.path):
            raise UploadRefused(409, f"“{upload.name}” has the id of another file. Send it anew.")
        return known

    def _is_here(self, upload: Upload) -> bool:
        known = self._known(upload)
        if known is None or self.store.finished(known):
            return known is not None
        self.store.remove(known)  # a part of it that came alone
        return False

    def _give_up(self, *uploads: Upload) -> None:
        """Forget uploads, but not those that a handler has."""
        for upload in uploads:
            if self.claims.take(upload.id):
                self._remove_claimed(upload, self.store.abandon)

    def _resumable(self, like: Upload) -> list[tuple[Upload, int]]:
        found = []
        for upload in self.store.index.alike(like):
            with suppress(UnknownUpload):  # removed just now
                is_free = not (upload.partial or self._is_open(upload))
                if is_free and not self.store.is_damaged(upload):
                    found.append((upload, self.store.offset(upload)))
        return found

    def _read(self, read: Callable[[str, str], Upload], owner: str, upload_id: str) -> Upload:
        with refusing(self.store.index.get(owner, upload_id), "read"):
            return read(owner, upload_id)

    def _complete(self, owner: str, upload_id: str) -> Upload:
        upload = self.store.load(owner, upload_id)
        if upload.partial or not self.store.holds(upload):
            raise UnknownUpload(f"“{upload.name}” is not complete, or was used already.")
        return upload

    def _file(self, upload: Upload, name: str, placement: Placement | None) -> File:
        return File(
            name,
            upload.size or 0,
            upload.type,
            upload.lastModified,
            self.store.done(upload),
            upload_id=upload.id,
            folder=upload.path,
            digests={upload.algorithm: upload.digest} if upload.digest else {},
            placement=placement,
        )


async def _nothing() -> AsyncIterator[bytes]:
    return
    yield b""
