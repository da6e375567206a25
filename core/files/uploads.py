"""The upload engine: bytes of any size, each written once, into a folder that survives anything.

It speaks no HTTP itself (`tus` does): every way in ends in `create`, `receive` and `terminate`.
"""

import errno
import logging
import shutil
from collections.abc import AsyncIterator, Awaitable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from starlette.routing import BaseRoute

from . import disk, tus
from .errors import UnknownUpload, UnsafeName, UploadRefused
from .names import distinct, safe_name
from .received import File
from .receiving import Turn, Turns, Writer
from .storage import Storage, Upload

log = logging.getLogger(__name__)

T = TypeVar("T")

_ADVICE = {
    errno.ENOSPC: "The disk is full. Make room on it",
    errno.EDQUOT: "The disk quota is used up. Make room",
    errno.EFBIG: "The file is too large for this disk's file system. Choose another disk",
    errno.EROFS: "The disk can only be read. Make it writable",
}


@dataclass(frozen=True)
class UploadLimits:
    """What is refused before the first byte, sizes in bytes; None: no limit."""

    max_size: int | None = None
    """The largest file."""

    keep_free: int = 64 << 20
    """What must stay free on the disk after a new file; else 507."""

    max_metadata: int = 16 << 10
    """The longest Upload-Metadata header; else 431."""


class Uploads:
    """All uploads of one folder, which must belong to this process alone."""

    def __init__(self, folder: Path, limits: UploadLimits | None = None) -> None:
        self.limits = limits or UploadLimits()
        self._storage = Storage(folder)
        self._turns = Turns()
        self._taken: set[str] = set()

    def routes(self) -> list[BaseRoute]:
        """tus 1.0 at `/uploads` and `/uploads/{id}`, for the owner `request.state.session_id`."""
        return tus.routes(self)

    @property
    def active(self) -> int:
        """How many transfers are under way now."""
        return self._turns.receiving

    def stop(self) -> None:
        """End every transfer, on the event loop: what arrived is written, clients can resume."""
        self._turns.end_all()

    async def create(self, upload: Upload) -> None:
        """Begin an upload; an empty file is complete at once."""
        await _or_refuse(disk.in_thread(self._create, upload), upload)

    async def status(self, owner: str, upload_id: str) -> tuple[Upload, int]:
        """The upload and its offset: ends a transfer that is still open, so that it is true."""
        upload = await disk.in_thread(self._storage.load, owner, upload_id)
        async with self._turns.take(owner, upload_id):
            return upload, await _or_refuse(disk.in_thread(self._settle, upload), upload)

    async def receive(
        self,
        owner: str,
        upload_id: str,
        offset: int,
        body: AsyncIterator[bytes],
        length: int | None,
    ) -> int:
        """Append `body` (`length` bytes, if it is known) at `offset`; the new offset.

        What arrived stays when `body` breaks off. Complete means: size checked, synced, renamed.
        """
        upload = await disk.in_thread(self._storage.load, owner, upload_id)
        async with self._turns.take(owner, upload_id) as turn:
            await disk.in_thread(self._check_start, upload, offset, length)
            return await _or_refuse(self._append(turn, upload, offset, body), upload)

    async def terminate(self, owner: str, upload_id: str) -> None:
        """Remove the upload and all it stored; what a handler saved is no longer part of it."""
        upload = await disk.in_thread(self._storage.load, owner, upload_id)
        async with self._turns.take(owner, upload_id):
            if upload_id in self._taken:
                raise UploadRefused(409, f"The program is using “{upload.name}” right now.")
            await disk.in_thread(self._storage.remove, upload)

    def take(self, owner: str, upload_ids: Sequence[str]) -> list[File]:
        """The complete uploads for a handler, names made distinct; `discard` them after it.

        UnknownUpload where one is not this session's, not complete, or was taken before.
        Blocks (it reads the disk).
        """
        uploads = [self._complete(owner, upload_id) for upload_id in dict.fromkeys(upload_ids)]
        names = distinct(upload.name for upload in uploads)
        self._taken.update(upload.id for upload in uploads)
        return [self._file(upload, name) for upload, name in zip(uploads, names, strict=True)]

    def announced_name(self, name: str) -> str:
        """The safe name under which a file that a browser tells of would arrive."""
        try:
            return safe_name(name)
        except UnsafeName:
            return "_"

    def discard(self, files: Iterable[File]) -> None:
        """After the handler: remove what it did not keep. Blocks (it changes the disk)."""
        for file in files:
            try:
                file.discard()
            except OSError as error:
                log.error("%s was not kept and could not be removed: %s", file.path, error)
            self._taken.discard(file.upload_id)

    def _create(self, upload: Upload) -> None:
        self._check_size(upload)
        self._storage.create(upload)
        if upload.size == 0:
            self._storage.finish(upload)

    def _check_size(self, upload: Upload) -> None:
        limit, free = self.limits.max_size, shutil.disk_usage(self._storage.folder).free
        if limit is not None and upload.size > limit:
            message = f"“{upload.name}” has {upload.size:,} bytes; at most {limit:,} are accepted."
            raise UploadRefused(413, message)
        if upload.size > max(0, free - self.limits.keep_free):
            raise UploadRefused(
                507,
                f"“{upload.name}” has {upload.size:,} bytes, but only {free:,} are free on the "
                f"disk, of which {self.limits.keep_free:,} are kept. Make room and try again.",
            )

    def _check_start(self, upload: Upload, offset: int, length: int | None) -> None:
        stored = self._storage.offset(upload)
        headers = {"Upload-Offset": str(stored)}
        if self._storage.finished(upload):
            raise UploadRefused(403, f"“{upload.name}” is complete already.", headers)
        if offset != stored:
            message = f"{stored} bytes of “{upload.name}” are stored: continue there."
            raise UploadRefused(409, message, headers)
        if length is not None and offset + length > upload.size:
            raise _too_long(upload)

    async def _append(
        self, turn: Turn, upload: Upload, offset: int, body: AsyncIterator[bytes]
    ) -> int:
        try:
            await turn.receive(self._store(upload, upload.size - offset, body))
        except UploadRefused as refusal:
            if refusal.status == 413:  # such a body is not the rest of this file: none of it stays
                await disk.in_thread(self._storage.cut, upload, offset)
            raise
        return await disk.in_thread(self._settle, upload)

    async def _store(self, upload: Upload, room: int, body: AsyncIterator[bytes]) -> None:
        writer = Writer(self._storage.open(upload))
        try:
            async for chunk in body:
                room -= len(chunk)
                if room < 0:
                    raise _too_long(upload)
                await writer.add(chunk)
        finally:
            await writer.close()

    def _settle(self, upload: Upload) -> int:
        """The offset; a part that has all its bytes is finished (a crash may have left one)."""
        offset = self._storage.offset(upload)
        if offset == upload.size and not self._storage.finished(upload):
            self._storage.finish(upload)
        return offset

    def _complete(self, owner: str, upload_id: str) -> Upload:
        upload = self._storage.load(owner, upload_id)
        if upload_id in self._taken or not self._storage.done(upload).exists():
            raise UnknownUpload(f"“{upload.name}” is not complete, or was used already.")
        return upload

    def _file(self, upload: Upload, name: str) -> File:
        path = self._storage.done(upload)
        return File(name, upload.size, upload.type, upload.lastModified, path, upload.id)


def _too_long(upload: Upload) -> UploadRefused:
    return UploadRefused(413, f"More was sent than the {upload.size:,} bytes of “{upload.name}”.")


async def _or_refuse(work: Awaitable[T], upload: Upload) -> T:
    """Turn an error of the disk into an answer that says what to do."""
    try:
        return await work
    except OSError as error:
        raise _refusal(error, upload) from error


def _refusal(error: OSError, upload: Upload) -> UploadRefused:
    log.error("“%s” (%s) could not be stored: %s", upload.name, upload.id, error)
    advice = _ADVICE.get(error.errno or 0, f"The disk failed ({error.strerror}). Check it")
    message = f"“{upload.name}” could not be stored. {advice} and try again: it will continue."
    return UploadRefused(507, message)
