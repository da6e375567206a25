"""Thumbnails: small pictures of files, in a cache folder that may be deleted at any time.

Processes draw them that hostile files may crash (`worker`). A picture is kept under a hash of the
content that it shows: renamed, copied and repeated files are drawn once, changed ones again.
"""

import asyncio
import contextlib
import logging
import os
import queue
import secrets
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

from ..executors import THUMBNAIL_LOOKUPS
from ..files import disk
from ..files.clock import DAY
from .process import COMMAND, TIMEOUT, Stopped, Worker
from .versions import FileVersion, content_hash, decoder_versions, file_version

log = logging.getLogger(__name__)

WORKERS = max(2, min(4, (os.cpu_count() or 1) // 2))
"""Processes at most: a file that blocks one of them does not delay all others."""

REMEMBERED = 10_000
"""Files whose hash is cached while they do not change."""

KEPT = 30 * DAY
"""Seconds that a picture is kept after its last use."""


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
        self.workers = [Worker(command, timeout) for _ in range(WORKERS)]
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self.workers:
            self._idle.put(worker)
        # Threads of its own, so that drawing does not delay THUMBNAIL_LOOKUPS, which find the
        # pictures that exist.
        self._queue = ThreadPoolExecutor(WORKERS, thread_name_prefix="satchel-thumbnails")
        self._drawing: dict[Path, asyncio.Future[None]] = {}
        self._hash = lru_cache(REMEMBERED)(content_hash)

    async def get(self, path: Path) -> Path | None:
        """The picture of a file (WebP, at most 256 x 256); None if there can be none.

        A refusal is logged once, and recorded beside the pictures.
        """
        found = await THUMBNAIL_LOOKUPS.begin(self._find, path)
        if found is None:
            return None
        version, picture = found
        if not await THUMBNAIL_LOOKUPS.begin(self._decided, picture):
            await asyncio.shield(self._drawn(version, picture))
        return picture if await THUMBNAIL_LOOKUPS.begin(_use, picture) else None

    def sweep(self) -> None:
        """Remove pictures without recent use, and leftovers of crashes. Blocks."""
        with contextlib.suppress(FileNotFoundError):  # no cache yet, or it was removed
            for path in self._cache.iterdir():
                if time.time() - path.stat().st_mtime > KEPT:
                    path.unlink()

    def close(self) -> None:
        """End the workers; pictures being drawn are dropped."""
        self._queue.shutdown(wait=False, cancel_futures=True)
        for worker in self.workers:
            worker.stop()

    def _find(self, path: Path) -> tuple[FileVersion, Path] | None:
        """The version of a regular file, and the path of its picture; None if it is unreadable."""
        version = file_version(path)
        if version is None:
            return None
        try:
            return version, self._cache / f"{self._hash(version)}.webp"
        except OSError as error:
            log.warning("No thumbnail of %r: %s", str(version.path), error)
            return None

    def _refusal(self, picture: Path) -> Path:
        """The path of the record that these versions of the decoders cannot draw the content."""
        return picture.with_name(f"{picture.stem}-{decoder_versions()}.none")

    def _decided(self, picture: Path) -> bool:
        return picture.exists() or _use(self._refusal(picture))

    def _drawn(self, version: FileVersion, picture: Path) -> asyncio.Future[None]:
        """Done when the picture exists or is refused; requests at the same time share it."""
        if (drawing := self._drawing.get(picture)) is None:
            loop = asyncio.get_running_loop()
            drawing = loop.run_in_executor(self._queue, self._draw, version, picture)
            self._drawing[picture] = drawing
            drawing.add_done_callback(lambda _: self._drawing.pop(picture))
        return drawing

    def _draw(self, version: FileVersion, picture: Path) -> None:
        if self._decided(picture):  # in the meantime
            return
        worker = self._idle.get()
        try:
            self._draw_with(worker, version, picture)
        except OSError as error:  # no worker or no space, which is not the fault of the file
            log.error("The thumbnail of %r could not be made: %s", str(version.path), error)
        except Stopped:
            log.debug("Dropped the thumbnail of %r: the program is ending.", str(version.path))
        finally:
            self._idle.put(worker)

    def _draw_with(self, worker: Worker, version: FileVersion, picture: Path) -> None:
        disk.private_folder(self._cache)
        drawn = self._cache / f".{secrets.token_hex(8)}.part"
        try:
            answer = worker.draw(version.path.absolute(), drawn)
            if file_version(version.path) != version:
                return  # it changed meanwhile: the picture may show other content
            if answer.error is None:
                drawn.replace(picture)
                return
            self._refusal(picture).touch(mode=0o600)
        finally:
            disk.discard(drawn)
        level = logging.WARNING if answer.damaged else logging.INFO
        log.log(level, "No thumbnail of %r: %s", str(version.path), answer.error)


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
