"""Claims: complete uploads as the files of a handler, until it has kept or discarded them."""

import logging
from collections.abc import Iterable, Sequence

from ..files.distinct_names import distinct_paths
from ..files.errors import NotDurable
from ..files.placement import Placement
from ..files.received_file import File
from ..files.usage import FolderSizes
from ..language.texts import _
from .catalog import Catalog
from .errors import UnknownUpload
from .info import UploadInfo
from .store import Store
from .upload import UploadsInUse

log = logging.getLogger(__name__)


class Claims:
    """Claims uploads for handlers. All calls but `release` block.

    Args:
        kept: the sizes of session folders, where handlers may save files.
    """

    def __init__(
        self, store: Store, in_use: UploadsInUse, catalog: Catalog, kept: FolderSizes
    ) -> None:
        self._store = store
        self._in_use = in_use
        self._catalog = catalog
        self._kept = kept

    def take(
        self, owner: str, upload_ids: Sequence[str], placement: Placement | None = None
    ) -> list[File]:
        """Claim complete uploads for a handler: all of them, or none.

        Their names are distinct in each folder. `discard` them after the handler. With `placement`,
        what the handler saves is durable after `settle`.

        Raises:
            UnknownUpload: one is not this session's, not complete, or already taken.
            DiskRefusal: the disk failed.
        """
        ids = tuple(dict.fromkeys(upload_ids))
        for upload_id in ids:  # first: a session must not claim another's, however briefly
            self._catalog.load(owner, upload_id, was_in_use=True)
        if not self._in_use.claim(*ids):
            raise UnknownUpload(_("A file of this form is in use already. Send it again."))
        try:
            uploads = [self._catalog.complete(owner, upload_id) for upload_id in ids]
        except BaseException:
            self._in_use.release(ids)
            raise
        paths = distinct_paths([f"{upload.path}/{upload.name}" for upload in uploads])
        return [
            self._file(upload, path.rpartition("/")[2], placement)
            for upload, path in zip(uploads, paths, strict=True)
        ]

    def release(self, files: Iterable[File]) -> None:
        """Give back files that no handler has seen: they wait for the next submission."""
        self._in_use.release([file.upload_id for file in files])

    def settle(self, files: Iterable[File]) -> None:
        """Make durable what a handler saved, before success is reported.

        Raises:
            NotDurable: the disk failed; a power cut may undo what was saved.
        """
        for placement in {file.placement for file in files if file.placement is not None}:
            placement.sync()

    def discard(self, files: Iterable[File]) -> None:
        """Remove what the handler did not keep, and end the claims."""
        files = list(files)
        try:
            self.settle(files)  # of a handler that failed
        except NotDurable as error:
            log.error("%s", error)
        for file in files:
            file.placement = None  # a task of the program may save it later: at once durable
            try:
                file.discard()
            except OSError:
                self._store.discard(file.received)
            if (owner := self._store.index.owner(file.upload_id)) is not None:
                self._kept.forget(owner)  # it may lie in the session's folder now
            self._store.index.forget(file.upload_id)
            self._in_use.release([file.upload_id])

    def _file(self, upload: UploadInfo, name: str, placement: Placement | None) -> File:
        return File(
            name,
            upload.size or 0,
            upload.type,
            upload.lastModified,
            self._store.done(upload),
            upload_id=upload.id,
            folder=upload.path,
            digests={upload.algorithm: upload.digest} if upload.digest else {},
            placement=placement,
        )
