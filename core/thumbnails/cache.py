"""Thumbnails: small pictures of files, in a cache folder that may be deleted at any time.

Processes draw them that hostile files may crash (`core.workers`). A picture is kept under a hash of
the content that it shows: renamed, copied and repeated files are drawn once, changed ones again.
"""

import asyncio
import contextlib
import logging
import os
import secrets
import time
from collections.abc import Sequence
from functools import lru_cache, partial
from pathlib import Path

from ..executors import THUMBNAIL_LOOKUPS
from ..files import disk
from ..files.clock import DAY
from ..workers.pool import WorkerPool
from ..workers.process import COMMAND, TIMEOUT, Stopped, Worker
from .versions import FileVersion, content_hash, decoder_versions, file_version

log = logging.getLogger(__name__)

WORKERS = max(2, min(4, (os.cpu_count() or 1) // 2))
"""Processes at most."""

SIZE = 256
"""The longest side of a thumbnail, in pixels."""

LARGE = 2048
"""The longest side of a picture that is shown instead of a file that browsers cannot show."""

REMEMBERED = 10_000
"""Files whose hash is cached while they do not change."""

KEPT = 30 * DAY
"""Seconds that a picture is kept after its last use."""


class NotDrawn(Exception):
    """There is no picture of a file; the text says why."""


class Thumbnails:
    """Thumbnails of the files of one application.

    Attributes:
        workers: the processes that draw.
    """

    def __init__(
        self, cache: Path, command: Sequence[str] = COMMAND, timeout: float = TIMEOUT
    ) -> None:
        """`command` starts a worker; `timeout` in seconds for one picture."""
        self._cache = cache
        # Its threads are not those of THUMBNAIL_LOOKUPS, which find the pictures that exist.
        self._pool = WorkerPool("thumbnails", WORKERS, command, timeout)
        self.workers = self._pool.workers
        self._drawing: dict[Path, asyncio.Future[None]] = {}
        self._hash = lru_cache(REMEMBERED)(content_hash)

    async def get(self, path: Path) -> Path | None:
        """The small picture of a file (WebP, at most `SIZE`); None if there can be none.

        A refusal is logged once, and recorded beside the pictures.
        """
        try:
            return await self.picture(path, SIZE)
        except NotDrawn:
            return None

    async def picture(self, path: Path, size: int) -> Path:
        """The picture of a file in WebP, at most `size` x `size`.

        Raises:
            NotDrawn: there can be none.
        """
        found = await THUMBNAIL_LOOKUPS.begin(self._find, path, size)
        if found is None:
            raise NotDrawn("the file cannot be read")
        version, picture = found
        if not await THUMBNAIL_LOOKUPS.begin(self._decided, picture):
            await asyncio.shield(self._drawn(version, picture, size))
        if await THUMBNAIL_LOOKUPS.begin(_use, picture):
            return picture
        raise NotDrawn(await THUMBNAIL_LOOKUPS.begin(_text_of, self._refusal(picture)))

    def sweep(self) -> None:
        """Remove pictures without recent use, and leftovers of crashes. Blocks."""
        with contextlib.suppress(FileNotFoundError):  # no cache yet, or it was removed
            for path in self._cache.iterdir():
                if time.time() - path.stat().st_mtime > KEPT:
                    disk.discard(path)

    def close(self) -> None:
        """End the workers; pictures being drawn are dropped."""
        self._pool.close()

    def _find(self, path: Path, size: int) -> tuple[FileVersion, Path] | None:
        """The version of a regular file, and the path of its picture; None if it is unreadable."""
        version = file_version(path)
        if version is None:
            return None
        try:
            suffix = "" if size == SIZE else f"-{size}"
            digest = self._hash(version) if version.is_settled else content_hash(version)
            return version, self._cache / f"{digest}{suffix}.webp"
        except OSError as error:
            log.warning("No thumbnail of %r: %s", str(version.path), error)
            return None

    def _refusal(self, picture: Path) -> Path:
        """The path of the record that these versions of the decoders cannot draw the content."""
        return picture.with_name(f"{picture.stem}-{decoder_versions()}.none")

    def _decided(self, picture: Path) -> bool:
        return picture.exists() or _use(self._refusal(picture))

    def _drawn(self, version: FileVersion, picture: Path, size: int) -> asyncio.Future[None]:
        """Done when the picture exists or is refused; requests at the same time share it."""
        if (drawing := self._drawing.get(picture)) is None:
            drawing = self._pool.begin(partial(self._draw, version, picture, size))
            self._drawing[picture] = drawing
            drawing.add_done_callback(lambda _: self._drawing.pop(picture))
        return drawing

    def _draw(self, version: FileVersion, picture: Path, size: int, worker: Worker) -> None:
        if self._decided(picture):  # in the meantime
            return
        try:
            self._draw_with(worker, version, picture, size)
        except OSError as error:  # no worker or no space, which is not the fault of the file
            log.error("The thumbnail of %r could not be made: %s", str(version.path), error)
        except Stopped:
            log.debug("Dropped the thumbnail of %r: the program is ending.", str(version.path))

    def _draw_with(self, worker: Worker, version: FileVersion, picture: Path, size: int) -> None:
        disk.private_folder(self._cache)
        drawn = self._cache / f".{secrets.token_hex(8)}.part"
        try:
            answer = worker.do("draw", version.path.absolute(), drawn, size=size)
            if not _shows(picture, version):
                return  # the file changed meanwhile
            if answer.error is None:
                disk.patiently(os.replace, drawn, picture)
                return
            _note(self._refusal(picture), answer.error)
        finally:
            disk.discard(drawn)
        level = logging.WARNING if answer.damaged else logging.INFO
        log.log(level, "No thumbnail of %r: %s", str(version.path), answer.error)


def _shows(picture: Path, version: FileVersion) -> bool:
    """Whether the file still has the content that the picture is named after."""
    if file_version(version.path) != version:
        return False
    return version.is_settled or picture.name.startswith(content_hash(version))


def _note(refusal: Path, reason: str) -> None:
    """Record why there is no picture."""
    with open(disk.create_private(refusal), "w", encoding="utf-8", errors="replace") as file:
        file.write(reason)


def _text_of(refusal: Path) -> str:
    try:
        return refusal.read_text("utf-8")[:1000]
    except OSError:  # it is not recorded: the worker could not start, or the file changed
        return "it could not be drawn now"


def _use(path: Path) -> bool:
    """Whether the file exists; if so, mark it as used for the sweep."""
    try:
        changed = path.stat().st_mtime
    except FileNotFoundError:
        return False
    if time.time() - changed > DAY:
        with contextlib.suppress(OSError):  # a read-only disk, on which nothing is swept
            os.utime(path)
    return True
