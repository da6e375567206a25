"""Batches on disk: small files that arrive together share a folder and a list of descriptions.

The folder is `BATCH.part` while it is written. Renaming it to `BATCH.batch` completes all its files
at once. `descriptions` has a line of JSON for each file; removing a file blanks its line.
"""

import json
import logging
import os
import secrets
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..files import disk
from .info import UploadInfo, from_json
from .removals import Removals

log = logging.getLogger(__name__)

DESCRIPTIONS = "descriptions"


class _Line(NamedTuple):
    """The place of an upload's description."""

    folder: Path
    start: int
    end: int


class Batches:
    """The batches in the upload folder. All calls block."""

    def __init__(self, folder: Path, removals: Removals) -> None:
        self._folder = folder
        self._removals = removals
        self._lines: dict[str, _Line] = {}
        self._left: Counter[Path] = Counter()
        self._removing = threading.Lock()
        for batch in folder.glob("*.batch"):
            self._find(batch)

    def __contains__(self, upload_id: str) -> bool:
        return upload_id in self._lines

    def __iter__(self) -> Iterator[str]:
        """The ids of all uploads in batches."""
        return iter(list(self._lines))

    def folder(self, upload_id: str) -> Path | None:
        """The batch folder of an upload, if it arrived in a batch."""
        line = self._lines.get(upload_id)
        return line.folder if line else None

    def read(self, upload_id: str) -> bytes | None:
        """The description of an upload, if it arrived in a batch."""
        line = self._lines.get(upload_id)
        if line is None:
            return None
        try:
            with (line.folder / DESCRIPTIONS).open("rb") as file:
                file.seek(line.start)
                return file.read(line.end - line.start)
        except FileNotFoundError:  # removed just now
            return None

    def new(self, uploads: Sequence[UploadInfo]) -> "Batch":
        """A new batch for the files of these uploads."""
        return Batch(self._folder, self._removals, uploads)

    def finish(self, batch: "Batch") -> None:
        """Add the descriptions, make everything durable, and list it."""
        lines = [json.dumps(vars(upload)).encode() + b"\n" for upload in batch.uploads]
        self._learn(batch.finish(lines), lines)

    def forget(self, upload_id: str) -> None:
        """Remove the description of an upload; OSError if the disk fails."""
        with self._removing:
            if (line := self._lines.get(upload_id)) is None:
                return
            with suppress(FileNotFoundError):  # somebody removed it all
                _blank(line)
            del self._lines[upload_id]
            self._left[line.folder] -= 1

    def clear(self, folder: Path) -> None:
        """Remove a batch if all its uploads are forgotten."""
        with self._removing:
            if folder in self._left and not self._left[folder]:
                del self._left[folder]
                self._removals.remove(folder)

    def reset(self) -> None:
        """Forget everything: the upload folder is gone."""
        with self._removing:
            self._lines.clear()
            self._left.clear()

    def orphans(self, is_left: Callable[[float], bool]) -> Iterator[Path]:
        """Batch folders that a crash left behind."""
        for path in self._folder.iterdir():
            is_batch = path.suffix in (".part", ".batch") and path.is_dir()
            if is_batch and not self._left[path] and is_left(path.stat().st_mtime):
                yield path

    def _find(self, folder: Path) -> None:
        try:
            lines = (folder / DESCRIPTIONS).read_bytes().splitlines(keepends=True)
        except FileNotFoundError:  # a crash came while it was removed
            return
        except OSError as error:
            log.error("The batch %s cannot be read, and is left as it is: %s", folder, error)
            return
        self._learn(folder, lines)

    def _learn(self, folder: Path, lines: Sequence[bytes]) -> None:
        start = 0
        for line in lines:
            end = start + len(line)
            if upload := from_json(line.strip()):  # else it was removed, or damaged
                self._lines[upload.id] = _Line(folder, start, end - 1)
                self._left[folder] += 1
            start = end


class Batch:
    """A batch while it is written. All calls block.

    Attributes:
        is_kept: whether its files belong to its uploads now.
    """

    def __init__(self, folder: Path, removals: Removals, uploads: Sequence[UploadInfo]) -> None:
        self.uploads = uploads
        self.is_kept = False
        self._removals = removals
        name = secrets.token_hex(16)
        self._part, self._done = folder / f"{name}.part", folder / f"{name}.batch"
        self._part.mkdir(mode=0o700)

    def write(self, files: Sequence[tuple[str, bytes]]) -> None:
        """Write files, given as names and contents."""
        for name, content in files:
            descriptor = disk.create_private(self._part / name)
            try:
                disk.write_all(descriptor, content)
            finally:
                os.close(descriptor)

    def finish(self, lines: Sequence[bytes]) -> Path:
        """Describe and sync everything, rename the folder, and return its final path."""
        try:
            self.write([(DESCRIPTIONS, b"".join(lines))])
            disk.sync_files(list(self._part.iterdir()))
            disk.sync_folder(self._part)
            disk.patiently(os.rename, self._part, self._done)
            disk.sync_folder(self._done.parent)
        except BaseException:
            self.abandon()
            raise
        return self._done

    def abandon(self) -> None:
        """Leave nothing behind, unless it is complete."""
        if not self.is_kept:
            self._removals.remove(self._part, self._done)


def _blank(line: _Line) -> None:
    """Overwrite in place: half of an overwritten line is not valid JSON, so it does not count."""
    descriptor = os.open(line.folder / DESCRIPTIONS, os.O_RDWR | disk.NO_FOLLOW)
    try:
        os.lseek(descriptor, line.start, os.SEEK_SET)
        disk.write_all(descriptor, b" " * (line.end - line.start))
    finally:
        os.close(descriptor)
