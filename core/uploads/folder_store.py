"""FolderStore: uploads in a folder, which is the truth, so that a restart changes nothing.

An upload is two files: `ID.json`, its facts, and `ID.part`, the bytes that arrived, or, once it is
complete, `ID.done` with the extension of its name. With neither of the last two it was delivered:
HEAD still answers its full offset, so that a client that missed our answer does not send it again.
Uploads of a batch share a folder and a description (`batches`). `ID.verified` is noted while bytes
arrive whose checksum is not known yet (`verified`).
"""

import json
import logging
import os
import secrets
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePath

from ..files import disk
from .batches import Batch, Batches
from .errors import UnknownUpload
from .index import UploadIndex
from .info import ID, MAX_DESCRIPTION, UploadInfo, from_json
from .removals import Removals
from .state import State
from .store import Store
from .verified import VerifiedOffsets

log = logging.getLogger(__name__)


class FolderStore(Store):
    """The upload folder (0700); its methods are those of `Store`."""

    def __init__(self, folder: Path) -> None:
        self.folder = disk.private_folder(folder)
        self._removals = Removals()
        self._batches = Batches(folder, self._removals)
        self._verified = VerifiedOffsets(folder)
        self._untrusted: set[str] = set()  # fsync failed: nobody knows which bytes are on the disk
        self._unnamed: set[str] = set()  # their name is not durable yet
        self._preparing = threading.Lock()
        self.index = UploadIndex()
        for upload in self.all():
            if not self._is_delivered(upload):
                self.index.put(upload, self._is_finished(upload))

    def prepare(self) -> None:
        with self._preparing:
            if not self.folder.is_dir():
                log.warning("The upload folder %s is gone; it is made again.", self.folder)
                disk.private_folder(self.folder)
                self.index.clear()
                self._batches.reset()
            self._removals.retry()

    def free_bytes(self) -> int:
        return shutil.disk_usage(self.folder).free

    def create(self, upload: UploadInfo) -> None:
        # The part comes first: a description without one is that of a delivered upload.
        os.close(disk.create_private(self.part(upload)))
        try:
            self.describe(upload)
        except BaseException:
            self.abandon(upload)
            raise
        self.index.put(upload, finished=False)

    def describe(self, upload: UploadInfo) -> None:
        self._write(upload, self._description(upload.id))

    def _write(self, upload: UploadInfo, path: Path) -> None:
        descriptor = disk.create_private(path)
        try:
            disk.write_all(descriptor, json.dumps(vars(upload)).encode())
        finally:
            os.close(descriptor)

    def change(self, upload: UploadInfo, **fields: object) -> UploadInfo:
        changed = replace(upload, **fields)  # type: ignore[arg-type]
        fresh = self.folder / f"{upload.id}.{secrets.token_hex(4)}.new"
        try:
            self._write(changed, fresh)
            disk.sync_file(fresh)  # else a power cut could leave an empty one under its name
            disk.patiently(os.replace, fresh, self._description(upload.id))
        except BaseException:
            self._removals.remove(fresh)
            raise
        if not self._is_delivered(upload):
            self.index.put(changed, self._is_finished(upload))
        return changed

    def load(self, owner: str, upload_id: str) -> UploadInfo:
        upload = self.find(upload_id) if ID.fullmatch(upload_id) else None
        if upload is None or not secrets.compare_digest(upload.owner.encode(), owner.encode()):
            raise UnknownUpload
        return upload

    def find(self, upload_id: str) -> UploadInfo | None:
        upload = from_json(self._batches.read(upload_id) or self._read(upload_id))
        return upload if upload and upload.id == upload_id else None

    def _read(self, upload_id: str) -> bytes:
        description = self._description(upload_id)
        try:
            if description in self._removals:
                return b""
            return disk.read(description, MAX_DESCRIPTION + 1)
        except FileNotFoundError:
            return b""

    def all(self) -> Iterator[UploadInfo]:
        ids = chain((path.stem for path in self.folder.glob("*.json")), self._batches)
        for upload_id in ids:
            try:
                upload = self.find(upload_id)
            except OSError as error:  # it is a folder, say
                log.error("The upload %r cannot be read: %s", upload_id, error)
            else:
                if upload is not None:
                    yield upload

    def state(self, upload: UploadInfo) -> State:
        if upload.size is not None and self.offset(upload) > upload.size:
            return State.FAILED
        if not self._is_finished(upload):
            return State.CREATED
        return State.COMPLETE if self.done(upload).exists() else State.DELIVERED

    def _is_finished(self, upload: UploadInfo) -> bool:
        """Whether it is complete, under its final name, or was delivered."""
        return not self.part(upload).exists() and upload.id not in self._unnamed

    def _is_delivered(self, upload: UploadInfo) -> bool:
        return self._is_finished(upload) and not self.done(upload).exists()

    def last_change(self, upload: UploadInfo) -> tuple[State, float]:
        with suppress(FileNotFoundError):
            return State.CREATED, self.part(upload).stat().st_mtime
        with suppress(FileNotFoundError):
            found = self.done(upload).stat()
            # Linux: when it got its name. Windows: when it was created, maybe days before.
            return State.COMPLETE, max(found.st_ctime, found.st_mtime)
        if upload.id in self._batches:
            return State.DELIVERED, upload.created
        with suppress(FileNotFoundError):
            return State.DELIVERED, self._description(upload.id).stat().st_mtime
        return State.DELIVERED, 0.0

    def offset(self, upload: UploadInfo) -> int:
        if not self._is_known(upload.id):
            raise UnknownUpload
        try:
            return self.part(upload).stat().st_size
        except FileNotFoundError:
            return upload.size or 0

    def part(self, upload: UploadInfo) -> Path:
        return self.folder / f"{upload.id}.part"

    def done(self, upload: UploadInfo) -> Path:
        return (self._batches.folder(upload.id) or self.folder) / _done_name(upload)

    def open(self, upload: UploadInfo) -> int:
        return os.open(self.part(upload), os.O_WRONLY | os.O_APPEND | disk.NO_FOLLOW)

    def cut(self, upload: UploadInfo, size: int) -> None:
        os.truncate(self.part(upload), size)

    def note_unverified(self, upload: UploadInfo, offset: int) -> None:
        self._verified.note(upload.id, offset)

    def note_verified(self, upload: UploadInfo) -> None:
        self._verified.remove(upload.id)

    def drop_unverified(self, upload: UploadInfo) -> None:
        if upload.id in self._untrusted:
            self.cut(upload, 0)
            self._untrusted.discard(upload.id)
        verified = self._verified.read(upload.id)
        if verified is None:
            return
        if not self._is_finished(upload):
            self.cut(upload, min(verified, self.part(upload).stat().st_size))
        self._verified.remove(upload.id)

    def finish(self, upload: UploadInfo) -> None:
        if self.part(upload).exists():  # else only its name was not made durable yet
            self._sync_part(upload)
            disk.sync_file(self._description(upload.id))
            self._unnamed.add(upload.id)
            disk.patiently(os.replace, self.part(upload), self.done(upload))
        disk.sync_folder(self.folder)
        self._unnamed.discard(upload.id)
        self.index.put(upload, finished=True)

    def _sync_part(self, upload: UploadInfo) -> None:
        descriptor = os.open(self.part(upload), os.O_RDWR | disk.NO_FOLLOW)
        try:
            disk.sync(descriptor)
        except OSError:  # a second fsync would succeed, and be a lie
            if os.fstat(descriptor).st_nlink == 1:  # else it is a complete piece, too
                self._untrusted.add(upload.id)
                with suppress(OSError):
                    self.drop_unverified(upload)
            raise
        finally:
            os.close(descriptor)

    def holds(self, upload: UploadInfo) -> bool:
        done = self.done(upload)
        try:
            size = done.stat().st_size
        except FileNotFoundError:
            return False
        if done in self._removals:  # a handler had it: it may go at any moment
            return False
        # A piece is longer if a crash broke off the joining of it: it is cut when it is used.
        is_whole = size == upload.size or (upload.partial and size > (upload.size or 0))
        return is_whole and self._is_finished(upload)

    def sync(self) -> None:
        disk.sync_folder(self.folder)

    def new_batch(self, uploads: Sequence[UploadInfo]) -> Batch:
        return self._batches.new(uploads)

    def write_batch(self, batch: Batch, files: Sequence[tuple[UploadInfo, bytes]]) -> None:
        batch.write([(_done_name(upload), content) for upload, content in files])

    def finish_batch(self, batch: Batch) -> None:
        self._batches.finish(batch)
        for upload in batch.uploads:
            self.index.put(upload, finished=True)
        batch.is_kept = True

    def remove(self, upload: UploadInfo) -> None:
        verified, done = self._verified.path(upload.id), self.done(upload)
        # The description goes first: then the upload is unknown.
        disk.unlink(self._description(upload.id))
        self._batches.forget(upload.id)
        self._forget(upload)
        self._removals.remove(verified, self.part(upload), done)
        self._batches.clear(done.parent)

    def abandon(self, upload: UploadInfo) -> None:
        try:
            self.remove(upload)
        except OSError:
            left = self._description(upload.id), self._verified.path(upload.id), self.part(upload)
            self._removals.remove(*left, self.done(upload))
            self._forget(upload)

    def _forget(self, upload: UploadInfo) -> None:
        self._untrusted.discard(upload.id)
        self._unnamed.discard(upload.id)
        self.index.forget(upload.id)

    def discard(self, *paths: Path) -> None:
        self._removals.remove(*paths)

    def orphans(self, is_left: Callable[[float], bool]) -> Iterator[Path]:
        yield from self._batches.orphans(is_left)
        for path in self.folder.iterdir():
            is_known = self._is_known(path.name.partition(".")[0])
            is_whole = path.suffix != ".new" and is_known
            if not is_whole and path.is_file() and is_left(path.stat().st_mtime):
                yield path

    def _is_known(self, upload_id: str) -> bool:
        if upload_id in self._batches:
            return True
        description = self._description(upload_id)
        return description not in self._removals and description.exists()

    def _description(self, upload_id: str) -> Path:
        return self.folder / f"{upload_id}.json"


def _done_name(upload: UploadInfo) -> str:
    extension = PurePath(upload.name).suffix
    return f"{upload.id}.done{extension if len(extension) < 32 else ''}"
