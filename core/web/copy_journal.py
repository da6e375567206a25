"""CopyJournal: names files that are about to be copied on the disk, for the start after a kill."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..files import disk
from ..uploads.info import UploadInfo, from_json

log = logging.getLogger(__name__)


class CopyJournal:
    """A file with a line for each upload that a copy will become, and one for those that are over.

    It is not synced: a kill of the program loses nothing that was written, and the originals
    outlive a failure of the machine. All methods block; any thread may call them.

    Args:
        path: the file, which exists only while something is about to be copied.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._due: set[str] = set()  # of this process, by id
        self._lock = threading.Lock()

    def add(self, uploads: Sequence[UploadInfo]) -> None:
        """Note what is about to be copied."""
        with self._lock:
            self._due.update(upload.id for upload in uploads)
            if uploads:
                self._write([vars(upload) for upload in uploads])

    def settle(self, ids: Iterable[str]) -> None:
        """Note what is copied, or will not be."""
        with self._lock:
            settled = self._due.intersection(ids)
            self._due -= settled
            if settled and not self._due:
                disk.discard(self._path)
            elif settled:
                self._write([{"settled": sorted(settled)}])

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._due.clear()
            disk.discard(self._path)

    def left(self) -> list[UploadInfo]:
        """What earlier processes were about to copy, and did not."""
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return []
        except OSError:
            log.exception("Whether files are still to be copied cannot be read from %s", self._path)
            return []
        found: dict[str, UploadInfo] = {}
        for line in lines:
            if upload := from_json(line):  # a kill may have cut the last line off
                found[upload.id] = upload
            else:
                for each in _settled(line):
                    found.pop(each, None)
        return list(found.values())

    def _write(self, lines: Sequence[object]) -> None:
        try:
            with open(self._path, "ab", opener=_open_private) as file:
                # After what a full disk cut off, a line begins all the same.
                file.write(b"".join(b"\n" + json.dumps(line).encode() for line in lines) + b"\n")
        except OSError:  # the copies themselves say what is wrong with the disk
            log.exception("What is about to be copied cannot be noted in %s", self._path)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _settled(line: bytes) -> list[str]:
    try:
        return [str(each) for each in json.loads(line)["settled"]]
    except (ValueError, TypeError, KeyError):
        return []
