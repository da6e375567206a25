"""The upload engine: receives files of any size, writes each byte once, and survives crashes.

Every adapter ends in one of its methods: `create` and `receive` (tus), `store_whole` (PUT, forms),
`receive_batch`, `join`, and `copy` for files of this computer. Handlers get files from `claims`.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from ..executors import DATA_FOLDER, to_its_end
from ..files.clock import Clock
from ..files.usage import FolderSizes
from ..language.texts import _
from .admission import Admission, Rules
from .append import Appender, Appending, Body
from .batch_receiver import BatchBody, BatchReceiver
from .catalog import Catalog
from .claims import Claims
from .concatenation import Joiner
from .errors import UnknownUpload, UploadRefused, refusing
from .expiry import UNSEEN, Expiry
from .file_rules import FileRules
from .folder_store import FolderStore
from .info import Status, UploadInfo
from .limits import UploadLimits
from .local_copy import Copier
from .local_files import LocalFile
from .observer import UploadObserver
from .state import State
from .upload import UploadLock, UploadsInUse


class Uploads:
    """All uploads of one folder, which must belong to this process alone.

    Attributes:
        store: the uploads on the disk.
        in_use: those that requests and handlers work with now.
        claims: gives complete uploads to handlers.
        observer: is notified of progress and removals.
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
            clock: the file of the clock for expiry; by default beside the folder.
            rules: what inputs accept.
            measure: the size of a session's folder, in bytes. Blocks.
        """
        limits = limits or UploadLimits()
        seen = Clock(clock or folder.with_name(f".{folder.name}.clock"), UNSEEN)
        self.observer = observer or UploadObserver()
        self.store = FolderStore(folder)
        self.in_use = UploadsInUse()
        self.admission = Admission(self.store, limits, rules, FolderSizes(measure))
        self.expiry = Expiry(self.store, limits, self.in_use, seen)
        self.appender = Appender(self.store, self.admission, self.expiry, self._stored)
        self._catalog = Catalog(self.store, self.in_use, self.expiry)
        self.claims = Claims(self.store, self.in_use, self._catalog, self.admission.kept)
        self._copier = Copier(
            self.store, self.admission, self.appender, self._catalog, self._stored
        )
        self._batches = BatchReceiver(self.store, self.admission, self._catalog)
        self._joiner = Joiner(self.store, self.admission)
        self._is_over = False

    @property
    def limits(self) -> UploadLimits:
        """The limits of this engine."""
        return self.admission.limits

    @property
    def active(self) -> int:
        """How many transfers are running."""
        return self.in_use.receiving

    def has_owner(self, owner: str) -> bool:
        """Whether a session has uploads that no handler has taken."""
        return self.store.index.has(owner)

    def state(self, upload_id: str) -> State:
        """The state of an upload, whoever it belongs to. Blocks (it reads the disk)."""
        if (state := self.in_use.state(upload_id)) is not None:
            return state
        upload = self.store.find(upload_id)
        return self.store.state(upload) if upload else State.UNKNOWN

    def stop(self) -> None:
        """End all transfers, on the event loop: what arrived is written, clients can resume."""
        self.in_use.end_all()

    async def stop_for_good(self, is_awaited: Callable[[UploadInfo], bool]) -> None:
        """End all transfers, and remove what they brought; no client can begin or continue any.

        Args:
            is_awaited: whether an upload belongs to a transfer that is paused, or waits for others.
        """
        self._is_over = True
        received = set(self.in_use.received())
        received |= {each.id for each in self.store.index.all() if is_awaited(each)}
        found = await DATA_FOLDER.run(lambda: [self.store.find(each) for each in received])
        await to_its_end(self._abandon_each(upload for upload in found if upload is not None))

    async def create(self, upload: UploadInfo) -> Status:
        """Create an upload, or find it if its client missed our answer and asks again.

        An empty file is complete at once.
        """
        async with self._locked(upload.owner, upload.id):
            with refusing(upload):
                status, is_new = await DATA_FOLDER.run(self._create_or_find, upload)
        if is_new and upload.size == 0:
            self.observer.stored(upload, 0)
        return status

    async def status(self, owner: str, upload_id: str, target: str = "") -> Status:
        """The upload and its offset; ends a running transfer, so that the offset holds.

        Args:
            target: what it is sent for from now on, if another page goes on with it.
        """
        async with self._locked(owner, upload_id) as lock:
            return await DATA_FOLDER.run(self._settle, lock, upload_id, target)

    async def described(self, owner: str, upload_id: str) -> UploadInfo:
        """The facts of an upload."""
        return await DATA_FOLDER.run(self._catalog.load, owner, upload_id, upload_id in self.in_use)

    async def expires(self, owner: str, upload_id: str) -> float | None:
        """When the upload expires if nothing more arrives; None for a complete one."""
        upload = await self.described(owner, upload_id)
        return await DATA_FOLDER.run(self.expiry.expires, upload)

    async def waiting(self, owner: str, upload_id: str) -> UploadInfo:
        """A complete upload that waits for a handler; UnknownUpload otherwise."""
        async with self._locked(owner, upload_id):
            if self.in_use.state(upload_id) is State.CLAIMED:
                raise UnknownUpload
            return await DATA_FOLDER.run(self._catalog.complete, owner, upload_id)

    async def receive(
        self, owner: str, upload_id: str, body: Body, chunks: AsyncIterator[bytes]
    ) -> Status:
        """Append to an upload, and complete it with its last byte: size checked, synced, renamed.

        What arrived stays when the body breaks off, unless it came with a checksum.
        """
        async with self._locked(owner, upload_id) as lock:
            opening = DATA_FOLDER.obtain(Appending.close, self._open, lock, upload_id, body)
            appending = await opening
            with refusing(appending.upload, continues=True):
                return await self.appender.append(lock, appending, chunks)

    async def store_whole(
        self, upload: UploadInfo, chunks: AsyncIterator[bytes], length: int | None
    ) -> None:
        """Store a file that is sent in one body and cannot be continued: all of it, or nothing."""
        try:
            if upload.size == 0:
                await self.create(upload)
                return
            async with self._locked(upload.owner, upload.id) as lock:
                body, open_new = Body(length=length, is_whole=True), self.appender.open_new
                with refusing(upload):
                    appending = await DATA_FOLDER.obtain(Appending.close, open_new, upload, body)
                    await self.appender.append(lock, appending, chunks)
        except BaseException:
            await self.abandon(upload)
            raise

    async def receive_batch(self, uploads: Sequence[UploadInfo], body: BatchBody) -> None:
        """Store small files, whose contents follow each other in `body`: all of them, or none.

        Files that are here already are skipped: their client missed our answer.
        """
        ids = [upload.id for upload in uploads]
        if len(set(ids)) < len(ids):
            raise UploadRefused(400, "A file cannot be in a batch twice.")
        async with self._locked(uploads[0].owner, *ids) as lock:
            await self._batches.receive(lock, uploads, body)
        for upload in uploads:
            self._stored(upload, upload.size or 0)

    async def copy(self, upload: UploadInfo, source: LocalFile) -> None:
        """Copy a file of this computer that the window vouched for.

        Continues where an earlier copy stopped; does nothing if the upload is complete.

        Raises:
            FileChanged: it is no longer the file that was chosen, or changed meanwhile.
        """
        async with self._locked(upload.owner, upload.id) as lock:
            await self._copier.copy(lock, upload, source)

    async def join(self, upload: UploadInfo, piece_ids: Sequence[str]) -> UploadInfo:
        """Make a file of complete pieces; the same request again gives the same file."""
        if not 0 < len(piece_ids) <= self.limits.max_pieces:
            raise UploadRefused(413, f"A file can have 1 to {self.limits.max_pieces} pieces.")
        if len(set(piece_ids)) < len(piece_ids):
            raise UploadRefused(400, "A piece cannot be in a file twice.")
        async with self._locked(upload.owner, *{upload.id, *piece_ids}):
            with refusing(upload):
                return await DATA_FOLDER.run(self._joiner.join, upload, piece_ids)

    async def terminate(self, owner: str, upload_id: str) -> None:
        """Remove an upload with its bytes; UploadRefused (409) while a handler has it."""
        async with self._locked(owner, upload_id) as lock:  # also if it is about to be created
            upload = await DATA_FOLDER.run(self._terminate, lock, upload_id)
        self.observer.ended(upload)

    async def abandon(self, *uploads: UploadInfo) -> None:
        """Remove uploads that cannot be continued; if the disk fails, as soon as it works."""
        await to_its_end(self._abandon_each(uploads))

    async def _abandon_each(self, uploads: Iterable[UploadInfo]) -> None:
        for upload in uploads:
            async with self.in_use.lock(upload.owner, upload.id):
                self.appender.forget(upload)
                await DATA_FOLDER.run(self._catalog.give_up, upload)
            self.observer.ended(upload)

    async def resumable(self, like: UploadInfo) -> list[tuple[UploadInfo, int]]:
        """The session's uploads of the same file that no handler got, with their offsets."""
        with refusing(like, "found"):
            return await DATA_FOLDER.run(self._catalog.resumable, like)

    def unfinished(self, owner: str) -> list[tuple[UploadInfo, int]]:
        """The session's uploads that lack bytes and nobody sends, with their offsets. Blocks."""
        return self._catalog.unfinished(owner)

    def left(
        self, owner: str, is_awaited: Callable[[UploadInfo], bool]
    ) -> list[tuple[UploadInfo, int]]:
        """The session's uploads that nobody works with or awaits, with their offsets. Blocks."""
        return self._catalog.left(owner, is_awaited)

    def _stored(self, upload: UploadInfo, offset: int) -> None:
        self.store.index.reserve(upload, offset)
        self.observer.stored(upload, offset)

    def _locked(self, owner: str, *upload_ids: str) -> AbstractAsyncContextManager[UploadLock]:
        """Lock uploads; UnknownUpload for those of another session, which are not held up."""
        if self._is_over:
            raise UploadRefused(
                503, _("The program is closing. Send the file again after its start.")
            )
        if any(self.store.index.owner(each) not in (None, owner) for each in upload_ids):
            raise UnknownUpload
        return self.in_use.lock(owner, *upload_ids)

    # What follows runs in threads.

    def _settle(self, lock: UploadLock, upload_id: str, target: str) -> Status:
        upload = self._catalog.load(lock.owner, upload_id, lock.was_in_use)
        with refusing(upload):
            waits = self.store.index.get(upload.owner, upload_id) is not None
            if target not in ("", upload.target) and waits:  # no handler has it
                upload = self.store.change(upload, target=target)
            return self.appender.settle(upload)

    def _create_or_find(self, upload: UploadInfo) -> tuple[Status, bool]:
        known = self._catalog.known(upload)
        if known is not None:
            return self.appender.settle(known), False
        return self.appender.create(upload), True

    def _open(self, lock: UploadLock, upload_id: str, body: Body) -> Appending:
        upload = self._catalog.load(lock.owner, upload_id, lock.was_in_use)
        with refusing(upload, continues=True):
            return self.appender.open(upload, body)

    def _terminate(self, lock: UploadLock, upload_id: str) -> UploadInfo:
        upload = self._catalog.load(lock.owner, upload_id, lock.was_in_use)
        self.appender.forget(upload)
        self._catalog.remove(upload)
        return upload
