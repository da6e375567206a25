"""Uploads on disk: the folder is the truth, so that a restart changes nothing.

An upload is two files: `ID.json` (its description), and `ID.part` (the bytes that arrived) or,
when it is complete, `ID.done` with the extension of its name. With neither of the last two it was
delivered: HEAD still answers its full offset, so that a client that missed our answer does not
send it again. Uploads that came in a batch share a folder and a description (`batches`).
`ID.verified` holds the offset up to which the part is known to be right while bytes arrive whose
checksum is not known yet.
"""

import json
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePath

from . import disk
from .batches import Batch, Batches
from .errors import UnknownUpload
from .ledger import Ledger
from .upload import Upload

_ID = re.compile(r"[0-9a-f]{32}")


class Storage:
    """The upload folder (0700). All calls block; they belong on a thread.

    Attributes:
        ledger: sums over the uploads that no handler has.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = disk.private_folder(folder)
        self._batches = Batches(folder)
        self.ledger = Ledger()
        for upload in self.all():
            if not self.delivered(upload):
                self.ledger.put(upload, self.finished(upload))

    def create(self, upload: Upload) -> None:
        """Make an empty upload. The part comes first: a description without one is delivered."""
        os.close(disk.create_private(self.part(upload)))
        try:
            self._describe(upload)
        except BaseException:
            self.remove(upload)
            raise
        self.ledger.put(upload, finished=False)

    def load(self, owner: str, upload_id: str) -> Upload:
        """The upload, if it belongs to `owner`; UnknownUpload otherwise."""
        if not _ID.fullmatch(upload_id):
            raise UnknownUpload
        upload = self.find(upload_id)
        if upload is None or not secrets.compare_digest(upload.owner.encode(), owner.encode()):
            raise UnknownUpload
        return upload

    def find(self, upload_id: str) -> Upload | None:
        """The upload, whoever it belongs to."""
        return _upload(self._batches.read(upload_id) or self._read(upload_id))

    def all(self) -> Iterator[Upload]:
        """Every upload that is described here, delivered ones too."""
        ids = chain((path.stem for path in self.folder.glob("*.json")), self._batches)
        yield from (upload for upload in map(self.find, ids) if upload is not None)

    def waiting(self) -> Iterator[Upload]:
        """Every upload of which something lies here: not the delivered ones."""
        for path in chain.from_iterable(map(_inside, [self.folder, *self._batches.folders()])):
            name, _, kind = path.name.partition(".")
            if kind.startswith(("part", "done")) and (upload := self.find(name)):
                yield upload

    def change(self, upload: Upload, **fields: object) -> Upload:
        """Describe the upload anew, whole or not at all."""
        changed = replace(upload, **fields)  # type: ignore[arg-type]
        fresh = self.folder / f"{upload.id}.{secrets.token_hex(4)}.new"
        try:
            self._describe(changed, fresh)
            os.replace(fresh, self._description(upload.id))
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
        if not self.delivered(upload):
            self.ledger.put(changed, self.finished(upload))
        return changed

    def offset(self, upload: Upload) -> int:
        """How many bytes are stored: what the file system says, not what we remember."""
        if not self._is_known(upload.id):
            raise UnknownUpload
        try:
            return self.part(upload).stat().st_size
        except FileNotFoundError:
            return upload.size or 0

    def finished(self, upload: Upload) -> bool:
        """Complete and under its final name, or delivered already."""
        return not self.part(upload).exists()

    def open(self, upload: Upload) -> int:
        """A descriptor that appends to the part."""
        return os.open(self.part(upload), os.O_WRONLY | os.O_APPEND | disk.NO_FOLLOW)

    def cut(self, upload: Upload, size: int) -> None:
        """Forget the bytes from `size` on."""
        os.truncate(self.part(upload), size)

    def doubt(self, upload: Upload, offset: int) -> None:
        """Remember, also after a crash, that bytes from `offset` on are not verified yet."""
        note = self._verified(upload)
        note.write_bytes(b"%d" % offset)
        disk.sync_file(note)

    def trust(self, upload: Upload) -> None:
        """What was in doubt is right."""
        self._verified(upload).unlink(missing_ok=True)

    def forget_doubtful(self, upload: Upload) -> None:
        """Cut off the bytes whose checksum never came: only when nobody is sending them."""
        try:
            noted = self._verified(upload).read_bytes()
        except FileNotFoundError:
            return
        # Nothing noted: a crash came before the note was written, and so before any such bytes.
        if noted and not self.finished(upload):
            self.cut(upload, min(int(noted), self.part(upload).stat().st_size))
        self.trust(upload)

    def finish(self, upload: Upload) -> None:
        """Make a part that has all its bytes durable and give it its final name."""
        descriptor = os.open(self.part(upload), os.O_RDWR | disk.NO_FOLLOW)
        try:
            _sync_or_forget(descriptor)
        finally:
            os.close(descriptor)
        disk.sync_file(self._description(upload.id))
        os.replace(self.part(upload), self.done(upload))
        self.ledger.put(upload, finished=True)
        disk.sync_folder(self.folder)

    def new_batch(self) -> Batch:
        """A batch of small files, which nobody knows before `finish_batch`."""
        return self._batches.new()

    def store(self, batch: Batch, files: Sequence[tuple[Upload, bytes]]) -> None:
        """Write small files."""
        batch.write([(_done_name(upload), content) for upload, content in files])

    def finish_batch(self, batch: Batch, uploads: Sequence[Upload]) -> None:
        """Make all of its files durable and complete, with one sync."""
        self._batches.finish(batch, uploads)
        for upload in uploads:
            self.ledger.put(upload, finished=True)

    def join(self, upload: Upload, size: int, pieces: Sequence[Upload]) -> Upload:
        """Make a file of complete pieces, which are delivered with that.

        The first piece is not copied: its file becomes the new one, by a second name until all is
        done. Should we be killed before that, it is too long, and is cut when it is used again.
        """
        upload = replace(upload, size=size, parts=tuple(piece.id for piece in pieces))
        first, *others = pieces
        part = self.part(upload)
        try:
            if not disk.link_alone(self.done(first), part):
                disk.copy_range(self.done(first), part, first.size or 0)
            self._describe(upload)
            self.cut(upload, first.size or 0)
            for piece in others:
                disk.copy_range(self.done(piece), part, piece.size or 0)
            self.finish(upload)
        except BaseException:
            self.remove(upload)
            raise
        self.hand_over(pieces, upload.id)
        return upload

    def hand_over(self, pieces: Sequence[Upload], joined: str) -> None:
        """Let pieces be delivered with the file made of them; again, where a crash broke it off."""
        for piece in pieces:
            self.change(piece, joined=joined)
            self.done(piece).unlink(missing_ok=True)
            self.ledger.forget(piece.id)

    def remove(self, upload: Upload) -> None:
        """Leave nothing behind. The description goes first: then the upload is unknown."""
        for path in (
            self._description(upload.id),
            self._verified(upload),
            self.part(upload),
            self.done(upload),
        ):
            path.unlink(missing_ok=True)
        self._batches.remove(upload.id)
        self.ledger.forget(upload.id)

    def missing(self) -> int:
        """How many bytes are still to come, of all unfinished uploads together."""
        return sum(self._missing(upload) for upload in self.ledger.unfinished())

    def _missing(self, upload: Upload) -> int:
        try:
            return max(0, (upload.size or 0) - self.part(upload).stat().st_size)
        except FileNotFoundError:  # finished just now
            return 0

    def delivered(self, upload: Upload) -> bool:
        """Whether a handler, or a file that it is a piece of, has its bytes."""
        return self.finished(upload) and not self.done(upload).exists()

    def described(self, upload: Upload) -> float:
        """When the description was written, in seconds since 1970."""
        if upload.id in self._batches:
            return upload.created
        try:
            return self._description(upload.id).stat().st_mtime
        except FileNotFoundError:
            return 0.0

    def orphans(self, older_than: float) -> Iterator[Path]:
        """Files and batches without a description that a crash left behind."""
        yield from self._batches.orphans(older_than)
        for path in self.folder.iterdir():
            is_known = self._is_known(path.name.partition(".")[0])
            is_whole = path.suffix != ".new" and is_known
            if not is_whole and path.is_file() and path.stat().st_mtime < older_than:
                yield path

    def part(self, upload: Upload) -> Path:
        return self.folder / f"{upload.id}.part"

    def done(self, upload: Upload) -> Path:
        """Where the complete file lies: with its extension, which some programs go by."""
        return (self._batches.folder(upload.id) or self.folder) / _done_name(upload)

    def _is_known(self, upload_id: str) -> bool:
        return upload_id in self._batches or self._description(upload_id).exists()

    def _description(self, upload_id: str) -> Path:
        return self.folder / f"{upload_id}.json"

    def _verified(self, upload: Upload) -> Path:
        return self.folder / f"{upload.id}.verified"

    def _read(self, upload_id: str) -> bytes:
        try:
            return self._description(upload_id).read_bytes()
        except FileNotFoundError:
            return b""

    def _describe(self, upload: Upload, path: Path | None = None) -> None:
        descriptor = disk.create_private(path or self._description(upload.id))
        try:
            disk.write_all(descriptor, json.dumps(vars(upload)).encode())
        finally:
            os.close(descriptor)


def _upload(description: bytes) -> Upload | None:
    try:
        found = json.loads(description)
        return Upload(**{**found, "parts": tuple(found.get("parts", ()))})
    except (ValueError, TypeError, AttributeError):
        return None  # gone, or cut off by a crash before anybody was told of it


def _done_name(upload: Upload) -> str:
    extension = PurePath(upload.name).suffix
    return f"{upload.id}.done{extension if len(extension) < 32 else ''}"


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except FileNotFoundError:  # a batch that was removed just now
        return []


def _sync_or_forget(descriptor: int) -> None:
    """After a failed fsync nobody knows which bytes are on disk, and a second one would lie."""
    try:
        os.fsync(descriptor)
    except OSError:
        if os.fstat(descriptor).st_nlink == 1:  # else it is a complete piece, too
            os.ftruncate(descriptor, 0)
        raise
