"""The upload engine: bytes of any size, each written once, into a folder that survives anything.

It knows no HTTP (`core.uploads.http` does). Each way in ends in one of its methods: `create` and
`receive` (tus), `store_whole` (PUT, forms), `receive_batch`, `join`, and `copy` for files of this
machine.
"""

import logging
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from functools import partial
from pathlib import Path

from ..executors import DATA_FOLDER, to_its_end
from ..files.clock import Clock
from ..files.distinct_names import distinct_paths
from ..files.errors import NotDurable, UnsafeName
from ..files.names import safe_name
from ..files.placement import Placement
from ..files.received_file import File
from ..files.usage import FolderSizes
from .admission import Admission, Rules
from .append import Appender, Appending, Body
from .batch_receiver import BatchBody, IncomingBatch
from .concatenation import Joiner
from .errors import UnknownUpload, UploadRefused, refusing
from .expiry import UNSEEN, Expiry
from .file_rules import FileRules
from .limits import UploadLimits
from .local_copy import Copier
from .local_files import LocalFile
from .locks import Claims, UploadLock, UploadLocks
from .observer import UploadObserver
from .state import State
from .store import FolderStore
from .upload import Status, Upload

log = logging.getLogger(__name__)


class Uploads:
    """All uploads of one folder, which must belong to this process alone.

    Attributes:
        store, locks, claims: what is on the disk, and who works with it now.
        observer: learns what happens.
        admission: decides before the first byte.
        expiry: removes what nobody continued or claimed.
    """

    def __init__(
        self,
        folder: Path,
        limits: UploadLimits | None = None,
        clock: Path | None = None,
        *,
        observer: UploadObserver | None = None,
        rules: Rules = lambda owner, target: FileRules(),
        measure: Callable[[str], int] = lambda owner: 0,
    ) -> None:
        """Open the folder, or make it.

        Args:
            clock: where the time that was seen is noted; by default, beside the folder.
            rules: what inputs accept.
            measure: adds up what a session has in its folder. Blocks.
        """
        limits = limits or UploadLimits()
        seen = Clock(clock or folder.with_name(f".{folder.name}.clock"), UNSEEN)
        self.observer = observer or UploadObserver()
        self.store = FolderStore(folder)
        self.locks = UploadLocks()
        self.claims = Claims()
        self.admission = Admission(self.store, limits, rules, FolderSizes(measure))
        self.expiry = Expiry(self.store, limits, self._is_open, self.claims, seen)
        self.appender = Appender(self.store, self.admission, self.expiry, self._stored)
        self._copier = Copier(
            self.store, self.admission, self.appender, self._stored, self._give_up
        )
        self._joiner = Joiner(self.store, self.admission)

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

    def state(self, upload_id: str) -> State:
        """The state of an upload, whoever it belongs to. Blocks (it reads the disk)."""
        if upload_id in self.claims:
            return State.CLAIMED
        if self.locks.is_receiving(upload_id):
            return State.RECEIVING
        return self.store.state(upload_id)

    def stop(self) -> None:
        """End every transfer, on the event loop: what arrived is written, clients can resume."""
        self.locks.end_all()

    async def create(self, upload: Upload) -> Status:
        """Create an upload, or find the one that its client created when it missed our answer.

        An empty file is complete at once.
        """
        async with self._locked(upload.owner, upload.id):
            status, is_new = await DATA_FOLDER.run(self._create_or_find, upload)
        if is_new and upload.size == 0:
            self.observer.stored(upload, 0)
        return status

    async def status(self, owner: str, upload_id: str) -> Status:
        """The upload and its offset: ends a transfer that is still open, so that it is true."""
        settle = partial(self._settle, owner, upload_id, self._is_open(upload_id))
        async with self._locked(owner, upload_id):
            return await DATA_FOLDER.run(settle)

    async def described(self, owner: str, upload_id: str) -> Upload:
        """What is known of the upload."""
        return await DATA_FOLDER.run(self._load, owner, upload_id, self._is_open(upload_id))

    async def expires(self, owner: str, upload_id: str) -> float | None:
        """When the upload will be removed if nothing more comes; None for a complete one."""
        upload = await self.described(owner, upload_id)
        return await DATA_FOLDER.run(self.expiry.expires, upload)

    async def waiting(self, owner: str, upload_id: str) -> Upload:
        """A complete upload that no handler has; UnknownUpload otherwise.

        Nobody is storing it when that is known.
        """
        async with self._locked(owner, upload_id):
            if upload_id in self.claims:
                raise UnknownUpload
            return await DATA_FOLDER.run(self._read, self._complete, owner, upload_id)

    async def receive(
        self, owner: str, upload_id: str, body: Body, chunks: AsyncIterator[bytes]
    ) -> Status:
        """Append to an upload.

        What arrived stays when the body breaks off, unless it came with a checksum. Complete means:
        size checked, synced, renamed.
        """
        open_ = partial(self._open, owner, upload_id, self._is_open(upload_id), body)
        async with self._locked(owner, upload_id) as lock:
            appending = await DATA_FOLDER.obtain(Appending.close, open_)
            with refusing(appending.upload, continues=True):
                return await self.appender.append(lock, appending, chunks)

    async def store_whole(
        self, upload: Upload, chunks: AsyncIterator[bytes], length: int | None
    ) -> None:
        """Store a file whose body comes once and cannot be continued: all of it, or nothing."""
        try:
            if upload.size == 0:
                await self.create(upload)
                return
            async with self._locked(upload.owner, upload.id) as lock:
                await self._create_and_append(lock, upload, chunks, length)
        except BaseException:
            await self.abandon(upload)
            raise

    async def _create_and_append(
        self, lock: UploadLock, upload: Upload, chunks: AsyncIterator[bytes], length: int | None
    ) -> None:
        body = Body(length=length, is_whole=True)
        appending = await DATA_FOLDER.obtain(Appending.close, self._open_new, upload, body)
        with refusing(upload):
            await self.appender.append(lock, appending, chunks)

    async def receive_batch(self, uploads: Sequence[Upload], body: BatchBody) -> None:
        """Store small files, whose contents follow each other in `body`: all of them, or none.

        Those that are here already are not stored again: their client missed our answer.
        """
        ids = [upload.id for upload in uploads]
        if len(set(ids)) < len(ids):
            raise UploadRefused(400, "A file cannot be in a batch twice.")
        async with self._locked(uploads[0].owner, *ids) as lock:
            batch = await DATA_FOLDER.obtain(self._abandon_batch, self._open_batch, uploads)
            try:
                with refusing(uploads[0]):
                    await lock.receive(batch.receive(body))
            except BaseException:
                await DATA_FOLDER.run(self._abandon_batch, batch)
                raise
        for upload in uploads:
            self._stored(upload, upload.size or 0)

    async def copy(self, upload: Upload, source: LocalFile) -> None:
        """Take a file of this machine, which its owner has vouched for, without sending it.

        Goes on where an earlier copy stopped, and does nothing where all is there.

        Raises:
            FileChanged: it is no longer the file that was chosen, or changed meanwhile.
        """
        async with self._locked(upload.owner, upload.id) as lock:
            await self._copier.copy(lock, upload, source)

    async def join(self, upload: Upload, piece_ids: Sequence[str]) -> Upload:
        """Make a file of complete pieces; asked for twice, it is the same file."""
        if not 0 < len(piece_ids) <= self.limits.max_pieces:
            raise UploadRefused(413, f"A file can have 1 to {self.limits.max_pieces} pieces.")
        if len(set(piece_ids)) < len(piece_ids):
            raise UploadRefused(400, "A piece cannot be in a file twice.")
        async with self._locked(upload.owner, *{upload.id, *piece_ids}):
            with refusing(upload):
                return await DATA_FOLDER.run(self._joiner.join, upload, piece_ids)

    async def terminate(self, owner: str, upload_id: str) -> None:
        """Remove the upload and all it stored; what a handler saved is no longer part of it."""
        remove = partial(self._terminate, owner, upload_id, self._is_open(upload_id))
        async with self._locked(owner, upload_id):  # also where it is about to be created
            upload = await DATA_FOLDER.run(remove)
        self.observer.ended(upload)

    async def abandon(self, *uploads: Upload) -> None:
        """Take back uploads that cannot be continued, whatever the disk says to that."""
        await to_its_end(self._abandon_each(uploads))

    async def _abandon_each(self, uploads: Iterable[Upload]) -> None:
        for upload in uploads:
            async with self._locked(upload.owner, upload.id):
                self.appender.forget(upload)
                await DATA_FOLDER.run(self._give_up, upload)
            self.observer.ended(upload)

    async def resumable(self, like: Upload) -> list[tuple[Upload, int]]:
        """The owner's uploads of such a file that no handler got, complete or not, and offsets."""
        with refusing(like, "found"):
            return await DATA_FOLDER.run(self._resumable, like)

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

    def _stored(self, upload: Upload, offset: int) -> None:
        self.store.index.reserve(upload, offset)
        self.observer.stored(upload, offset)

    def _locked(self, owner: str, *upload_ids: str) -> AbstractAsyncContextManager[UploadLock]:
        """Lock the uploads; nobody holds up another session's."""
        if any(self.store.index.owner(each) not in (None, owner) for each in upload_ids):
            raise UnknownUpload
        return self.locks.take(owner, *upload_ids)

    def _is_open(self, upload_id: str) -> bool:
        """Whether somebody works with the upload."""
        return upload_id in self.locks or upload_id in self.claims

    # What follows runs in threads.

    def _load(self, owner: str, upload_id: str, was_open: bool) -> Upload:
        """The upload; 410 where its time is over and nobody worked with it."""
        with refusing(self.store.index.get(owner, upload_id), "read"):
            upload = self.store.load(owner, upload_id)
            if not was_open and self.expiry.is_expired(upload):
                raise UploadRefused(
                    410, f"“{upload.name}” was not continued in time. Start it again."
                )
            return upload

    def _settle(self, owner: str, upload_id: str, was_open: bool) -> Status:
        upload = self._load(owner, upload_id, was_open)
        with refusing(upload):
            return self.appender.settle(upload)

    def _create(self, upload: Upload) -> Status:
        self.admission.create(upload)
        try:
            return self.appender.settle(upload)
        except BaseException:
            self.store.abandon(upload)
            raise

    def _create_or_find(self, upload: Upload) -> tuple[Status, bool]:
        with refusing(upload):
            known = self._known(upload)
            return (self.appender.settle(known), False) if known else (self._create(upload), True)

    def _open(self, owner: str, upload_id: str, was_open: bool, body: Body) -> Appending:
        upload = self._load(owner, upload_id, was_open)
        with refusing(upload, continues=True):
            return self.appender.open(upload, body)

    def _open_new(self, upload: Upload, body: Body) -> Appending:
        with refusing(upload):
            self.admission.create(upload)
            return self.appender.open(upload, body)

    def _open_batch(self, uploads: Sequence[Upload]) -> IncomingBatch:
        with refusing(uploads[0]):
            fresh = [upload for upload in uploads if not self._is_here(upload)]
            if fresh:
                self.admission.batch(fresh)
            try:
                return IncomingBatch(self.store, uploads, fresh)
            except BaseException:
                self._give_up(*fresh)
                raise

    def _abandon_batch(self, batch: IncomingBatch) -> None:
        batch.abandon()
        self._give_up(*batch.fresh)

    def _terminate(self, owner: str, upload_id: str, was_open: bool) -> Upload:
        upload = self._load(owner, upload_id, was_open)
        if not self.claims.take(upload_id):
            raise UploadRefused(409, f"The program is using “{upload.name}” right now.")
        self.appender.forget(upload)
        with refusing(upload, "removed"):
            self._remove_claimed(upload, self.store.remove)
        return upload

    def _remove_claimed(self, upload: Upload, remove: Callable[[Upload], None]) -> None:
        try:
            remove(upload)
        finally:
            self.claims.release([upload.id])

    def _known(self, upload: Upload) -> Upload | None:
        """What is here of the same file under the same id; 409 where that is another file."""
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
                is_free = not (upload.partial or self._is_open(upload.id))
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
