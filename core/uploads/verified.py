"""Verified offsets: up to which byte a part is right, noted while the next checksum is unknown."""

import os
from pathlib import Path

from ..files import disk

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_TRUNC | disk.NO_FOLLOW


class VerifiedOffsets:
    """The notes `ID.verified` beside parts with unverified bytes. All calls block."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, upload_id: str) -> Path:
        return self._folder / f"{upload_id}.verified"

    def note(self, upload_id: str, offset: int) -> None:
        """Note the offset; durable before any unverified byte is written."""
        descriptor = os.open(self.path(upload_id), _FLAGS, 0o600)
        try:
            disk.write_all(descriptor, b"%d\n" % offset)
            disk.sync(descriptor)
        finally:
            os.close(descriptor)
        disk.sync_folder(self._folder)

    def read(self, upload_id: str) -> int | None:
        """The noted offset; None if all bytes are verified."""
        try:
            number, end, _ = self.path(upload_id).read_bytes()[:21].partition(b"\n")
        except FileNotFoundError:
            return None
        if not end and (number.isdigit() or not number):
            self.remove(upload_id)  # a crash broke off the note, before any unverified byte came
            return None
        return int(number) if number.isdigit() else 0  # somebody changed it: nothing is certain

    def remove(self, upload_id: str) -> None:
        """Remove the note: all bytes are verified."""
        disk.unlink(self.path(upload_id))
