"""Uploads on disk: the folder is the truth, so that a restart changes nothing.

An upload is two files: `ID.json` (what the client told us), and `ID.part` (the bytes that
arrived) or, when it is complete, `ID.done` with the extension of its name. With neither of the
last two it was delivered: HEAD still answers its full offset, so that a client that missed our
answer does not send it again.
"""

import json
import os
import re
import secrets
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePath

from . import disk
from .errors import UnknownUpload

_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Upload:
    """What is known of an upload from its creation on; `size` in bytes, times as in File."""

    owner: str
    name: str
    size: int
    type: str
    lastModified: int
    metadata: str = ""  # as the client sent it: HEAD gives it back
    created: float = field(default_factory=time.time)
    id: str = field(default_factory=lambda: secrets.token_hex(16))  # 128 random bits


class Storage:
    """The upload folder (0700). All calls block; they belong on a thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = disk.private_folder(folder)

    def create(self, upload: Upload) -> None:
        """Make an empty upload. The part comes first: a description without one is delivered."""
        os.close(disk.create_private(self.part(upload)))
        try:
            self._describe(upload)
        except BaseException:
            self.remove(upload)
            raise

    def load(self, owner: str, upload_id: str) -> Upload:
        """The upload, if it belongs to `owner`; UnknownUpload otherwise."""
        if not _ID.fullmatch(upload_id):
            raise UnknownUpload
        try:
            upload = Upload(**json.loads(self._description(upload_id).read_bytes()))
        except (FileNotFoundError, ValueError, TypeError):  # ValueError: cut off by a crash
            raise UnknownUpload from None
        if not secrets.compare_digest(upload.owner.encode(), owner.encode()):
            raise UnknownUpload
        return upload

    def offset(self, upload: Upload) -> int:
        """How many bytes are stored: what the file system says, not what we remember."""
        if not self._description(upload.id).exists():
            raise UnknownUpload
        try:
            return self.part(upload).stat().st_size
        except FileNotFoundError:
            return upload.size

    def finished(self, upload: Upload) -> bool:
        """Complete and under its final name, or delivered already."""
        return not self.part(upload).exists()

    def open(self, upload: Upload) -> int:
        """A descriptor that appends to the part."""
        return os.open(self.part(upload), os.O_WRONLY | os.O_APPEND | disk.NO_FOLLOW)

    def cut(self, upload: Upload, size: int) -> None:
        """Forget the bytes from `size` on."""
        os.truncate(self.part(upload), size)

    def finish(self, upload: Upload) -> None:
        """Make a part that has all its bytes durable and give it its final name."""
        descriptor = os.open(self.part(upload), os.O_RDWR | disk.NO_FOLLOW)
        try:
            _sync_or_forget(descriptor)
        finally:
            os.close(descriptor)
        disk.sync_file(self._description(upload.id))
        os.replace(self.part(upload), self.done(upload))
        disk.sync_folder(self.folder)

    def remove(self, upload: Upload) -> None:
        """Leave nothing behind. The description goes first: then the upload is unknown."""
        for path in (self._description(upload.id), self.part(upload), self.done(upload)):
            path.unlink(missing_ok=True)

    def part(self, upload: Upload) -> Path:
        return self.folder / f"{upload.id}.part"

    def done(self, upload: Upload) -> Path:
        """Where the complete file lies: with its extension, which some programs go by."""
        extension = PurePath(upload.name).suffix
        return self.folder / f"{upload.id}.done{extension if len(extension) < 32 else ''}"

    def _description(self, upload_id: str) -> Path:
        return self.folder / f"{upload_id}.json"

    def _describe(self, upload: Upload) -> None:
        descriptor = disk.create_private(self._description(upload.id))
        try:
            disk.write_all(descriptor, json.dumps(asdict(upload)).encode())
        finally:
            os.close(descriptor)


def _sync_or_forget(descriptor: int) -> None:
    """After a failed fsync nobody knows which bytes are on disk, and a second one would lie."""
    try:
        os.fsync(descriptor)
    except OSError:
        os.ftruncate(descriptor, 0)
        raise
