"""Uploads on disk: the folder is the truth, so that a restart changes nothing.

An upload is two files: `ID.json` (its description), and `ID.part` (the bytes that arrived) or,
when it is complete, `ID.done` with the extension of its name. With neither of the last two it was
delivered: HEAD still answers its full offset, so that a client that missed our answer does not
send it again. Uploads that came in a batch share a folder and a description (`batches`).
`ID.verified` holds the offset up to which the part is known to be right while bytes arrive whose
checksum is not known yet.
"""

import json
import logging
import os
import re
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePath

from ..files import disk
from .batches import Batch, Batches
from .descriptions import MAX_DESCRIPTION, from_json
from .errors import UnknownUpload
from .index import UploadIndex
from .info import UploadInfo
from .removals import Removals
from .state import State

log = logging.getLogger(__name__)

_ID = re.compile(r"[0-9a-f]{32}")

_NOTE = os.O_RDWR | os.O_CREAT | os.O_TRUNC | disk.NO_FOLLOW


class FolderStore:
    """The upload folder (0700). All calls block; they belong on a thread.

    Attributes:
        index: sums over the uploads that no handler has.
        removals: what the disk did not let us remove.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = disk.private_folder(folder)
        self.removals = Removals()
        self._batches = Batches(folder, self.removals)
        self._untrusted: set[str] = set()  # fsync failed: nobody knows which bytes are on the disk
        self._unnamed: set[str] = set()  # their name is not durable yet
        self._preparing = threading.Lock()
        self.index = UploadIndex()
        for upload in self.all():
            if not self.delivered(upload):
                self.index.put(upload, self.finished(upload))

    def prepare(self) -> None:
        """Make the folder anew where somebody removed it, and remove what the disk let us not."""
        with self._preparing:
            if not self.folder.is_dir():
                log.warning("The upload folder %s is gone; it is made anew.", self.folder)
                disk.private_folder(self.folder)
                self.index.clear()
                self._batches.reset()
            self.removals.retry()

    def create(self, upload: UploadInfo) -> None:
        """Make an empty upload. The part comes first: a description without one is delivered."""
        os.close(disk.create_private(self.part(upload)))
        try:
            self.describe(upload)
        except BaseException:
            self.abandon(upload)
            raise
        self.index.put(upload, finished=False)

    def describe(self, upload: UploadInfo, path: Path | None = None) -> None:
        """Write the description of an upload of which there is none; it is not synced."""
        descriptor = disk.create_private(path or self._description(upload.id))
        try:
            disk.write_all(descriptor, json.dumps(vars(upload)).encode())
        finally:
            os.close(descriptor)

    def load(self, owner: str, upload_id: str) -> UploadInfo:
        """The upload, if it belongs to `owner`; UnknownUpload otherwise."""
        if not _ID.fullmatch(upload_id):
            raise UnknownUpload
        upload = self.find(upload_id)
        if upload is None or not secrets.compare_digest(upload.owner.encode(), owner.encode()):
            raise UnknownUpload
        return upload

    def find(self, upload_id: str) -> UploadInfo | None:
        """The upload, whoever it belongs to."""
        upload = from_json(self._batches.read(upload_id) or self._read(upload_id))
        return upload if upload and upload.id == upload_id else None

    def all(self) -> Iterator[UploadInfo]:
        """Every upload that is described here, delivered ones too."""
        ids = chain((path.stem for path in self.folder.glob("*.json")), self._batches)
        for upload_id in ids:
            try:
                upload = self.find(upload_id)
            except OSError as error:  # it is a folder, say
                log.error("The upload %r cannot be looked at: %s", upload_id, error)
            else:
                if upload is not None:
                    yield upload

    def change(self, upload: UploadInfo, **fields: object) -> UploadInfo:
        """Describe the upload anew, whole or not at all."""
        changed = replace(upload, **fields)  # type: ignore[arg-type]
        fresh = self.folder / f"{upload.id}.{secrets.token_hex(4)}.new"
        try:
            self.describe(changed, fresh)
            disk.sync_file(fresh)  # else a power cut could leave an empty one under its name
            os.replace(fresh, self._description(upload.id))
        except BaseException:
            self.removals.remove(fresh)
            raise
        if not self.delivered(upload):
            self.index.put(changed, self.finished(upload))
        return changed

    def state(self, upload_id: str) -> State:
        """What the files say of an upload: nothing of requests and handlers."""
        upload = self.find(upload_id)
        if upload is None:
            return State.UNKNOWN
        if self.is_damaged(upload):
            return State.FAILED
        if not self.finished(upload):
            return State.CREATED
        return State.DELIVERED if self.delivered(upload) else State.COMPLETE

    def offset(self, upload: UploadInfo) -> int:
        """How many bytes are stored: what the file system says, not what we remember."""
        if not self._is_known(upload.id):
            raise UnknownUpload
        try:
            return self.part(upload).stat().st_size
        except FileNotFoundError:
            return upload.size or 0

    def finished(self, upload: UploadInfo) -> bool:
        """Complete and under its final name, or delivered already."""
        return not self.part(upload).exists() and upload.id not in self._unnamed

    def open(self, upload: UploadInfo) -> int:
        """A descriptor that appends to the part."""
        return os.open(self.part(upload), os.O_WRONLY | os.O_APPEND | disk.NO_FOLLOW)

    def cut(self, upload: UploadInfo, size: int) -> None:
        """Forget the bytes from `size` on."""
        os.truncate(self.part(upload), size)

    def doubt(self, upload: UploadInfo, offset: int) -> None:
        """Remember, also after a crash, that bytes from `offset` on are not verified yet."""
        descriptor = os.open(self._verified(upload), _NOTE, 0o600)
        try:
            disk.write_all(descriptor, b"%d\n" % offset)
            disk.sync(descriptor)
        finally:
            os.close(descriptor)
        disk.sync_folder(self.folder)  # before any such byte is written

    def trust(self, upload: UploadInfo) -> None:
        """What was in doubt is right."""
        self._verified(upload).unlink(missing_ok=True)

    def forget_doubtful(self, upload: UploadInfo) -> None:
        """Cut off the bytes whose checksum never came, or of which a failed fsync left in doubt
        whether they are on the disk: only when nobody is sending them.
        """
        if upload.id in self._untrusted:
            self.cut(upload, 0)
            self._untrusted.discard(upload.id)
        try:
            noted = self._verified(upload).read_bytes()[:21]
        except FileNotFoundError:
            return
        number, end, _ = noted.partition(b"\n")
        # Without its end, a crash came while the note was written, and so before any such bytes.
        is_whole = end or number and not number.isdigit()
        if is_whole and not self.finished(upload):
            right = int(number) if number.isdigit() else 0
            self.cut(upload, min(right, self.part(upload).stat().st_size))
        self.trust(upload)

    def finish(self, upload: UploadInfo) -> None:
        """Make a part that has all its bytes durable and give it its final name."""
        if self.part(upload).exists():  # else only its name was not made durable yet
            self._sync_part(upload)
            disk.sync_file(self._description(upload.id))
            self._unnamed.add(upload.id)
            os.replace(self.part(upload), self.done(upload))
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
                    self.forget_doubtful(upload)
            raise
        finally:
            os.close(descriptor)

    def new_batch(self) -> Batch:
        """A batch of small files, which nobody knows before `finish_batch`."""
        return self._batches.new()

    def store(self, batch: Batch, files: Sequence[tuple[UploadInfo, bytes]]) -> None:
        """Write small files."""
        batch.write([(_done_name(upload), content) for upload, content in files])

    def finish_batch(self, batch: Batch, uploads: Sequence[UploadInfo]) -> None:
        """Make all of its files durable and complete, with one sync."""
        self._batches.finish(batch, uploads)
        for upload in uploads:
            self.index.put(upload, finished=True)

    def remove(self, upload: UploadInfo) -> None:
        """Leave nothing behind. The description goes first: then the upload is unknown.

        OSError where that failed: then the upload stays as it is.
        """
        left = self._verified(upload), self.part(upload), self.done(upload)
        self._description(upload.id).unlink(missing_ok=True)
        self._batches.forget(upload.id)
        self._forgotten(upload)
        self.removals.remove(*left)
        self._batches.clear(left[-1].parent)

    def abandon(self, upload: UploadInfo) -> None:
        """Remove an upload that nobody is told of, or forget it where the disk fails at that."""
        try:
            self.remove(upload)
        except OSError:
            left = self._description(upload.id), self._verified(upload), self.part(upload)
            self.removals.remove(*left, self.done(upload))
            self._forgotten(upload)

    def _forgotten(self, upload: UploadInfo) -> None:
        self._untrusted.discard(upload.id)
        self._unnamed.discard(upload.id)
        self.index.forget(upload.id)

    def holds(self, upload: UploadInfo) -> bool:
        """Whether the complete file lies here."""
        done = self.done(upload)
        try:
            size = done.stat().st_size
        except FileNotFoundError:
            return False
        if done in self.removals:  # a handler had it: it may go at any moment
            return False
        # A piece is longer where a crash broke off the joining of it: it is cut when it is used.
        is_whole = size == upload.size or (upload.partial and size > (upload.size or 0))
        return is_whole and self.finished(upload)

    def is_damaged(self, upload: UploadInfo) -> bool:
        """Whether more bytes of the upload lie here than it has: somebody else wrote them."""
        return upload.size is not None and self.offset(upload) > upload.size

    def delivered(self, upload: UploadInfo) -> bool:
        """Whether a handler, or a file that it is a piece of, has its bytes."""
        return self.finished(upload) and not self.done(upload).exists()

    def described(self, upload: UploadInfo) -> float:
        """When the description was written, in seconds since 1970."""
        if upload.id in self._batches:
            return upload.created
        try:
            return self._description(upload.id).stat().st_mtime
        except FileNotFoundError:
            return 0.0

    def orphans(self, is_left: Callable[[float], bool]) -> Iterator[Path]:
        """Files and batches without a description that a crash left behind.

        Args:
            is_left: tells it by the time of the last change, in seconds since 1970.
        """
        yield from self._batches.orphans(is_left)
        for path in self.folder.iterdir():
            is_known = self._is_known(path.name.partition(".")[0])
            is_whole = path.suffix != ".new" and is_known
            if not is_whole and path.is_file() and is_left(path.stat().st_mtime):
                yield path

    def part(self, upload: UploadInfo) -> Path:
        return self.folder / f"{upload.id}.part"

    def done(self, upload: UploadInfo) -> Path:
        """Where the complete file lies: with its extension, which some programs go by."""
        return (self._batches.folder(upload.id) or self.folder) / _done_name(upload)

    def _is_known(self, upload_id: str) -> bool:
        if upload_id in self._batches:
            return True
        description = self._description(upload_id)
        return description not in self.removals and description.exists()

    def _description(self, upload_id: str) -> Path:
        return self.folder / f"{upload_id}.json"

    def _verified(self, upload: UploadInfo) -> Path:
        return self.folder / f"{upload.id}.verified"

    def _read(self, upload_id: str) -> bytes:
        description = self._description(upload_id)
        try:
            if description in self.removals:
                return b""
            with description.open("rb") as file:
                return file.read(MAX_DESCRIPTION + 1)
        except FileNotFoundError:
            return b""


def _done_name(upload: UploadInfo) -> str:
    extension = PurePath(upload.name).suffix
    return f"{upload.id}.done{extension if len(extension) < 32 else ''}"
