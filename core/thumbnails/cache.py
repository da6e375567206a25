"""Small pictures of files, kept in a cache folder that may be deleted at any time.

Workers that may die and be attacked draw them (`worker`, `pictures`). A picture is kept under a
hash of the content that it shows: a renamed, copied or twice uploaded file is drawn once, and a
changed one anew.
"""

import asyncio
import contextlib
import hashlib
import logging
import os
import queue
import secrets
import stat
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from ..executors import THUMBNAIL_LOOKUPS
from ..files import disk
from .process import COMMAND, TIMEOUT, Stopped, Worker

log = logging.getLogger(__name__)

WORKERS = max(2, min(4, (os.cpu_count() or 1) // 2))
"""At most so many; one that is held up by a file leaves another to the others."""

HASHED = 32 << 20
"""Bytes at each end of a file that are hashed: all of most pictures, enough of a video."""

REMEMBERED = 10_000
"""Files whose hash is remembered while they do not change."""

DAY = 86_400.0

KEPT = 30 * DAY
"""Seconds that a picture is kept after its last use."""

_DECODERS = ("Pillow", "pillow-heif", "pypdfium2", "av")


@dataclass(frozen=True)
class _Version:
    """A file as it is now: any write, and any other file in its place, makes another one."""

    path: Path = field(compare=False)
    device: int
    inode: int
    size: int
    modified: int
    changed: int


class Thumbnails:
    """Thumbnails of the files of one application."""

    def __init__(
        self, cache: Path, command: Sequence[str] = COMMAND, timeout: float = TIMEOUT
    ) -> None:
        """`command` starts a worker; `timeout` in seconds for one picture."""
        self._cache = cache
        self._workers = [Worker(command, timeout) for _ in range(WORKERS)]
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self._workers:
            self._idle.put(worker)
        # Threads of its own: whoever waits for a picture waits here, not among those that
        # are kept already, which THUMBNAIL_LOOKUPS finds.
        self._queue = ThreadPoolExecutor(WORKERS, thread_name_prefix="satchel-thumbnails")
        self._drawing: dict[Path, asyncio.Future[None]] = {}
        self._hash = lru_cache(REMEMBERED)(_hash)

    @cached_property
    def _decoders(self) -> str:
        """A short name for all the decoders' versions together."""
        return _decoders()

    async def get(self, path: Path) -> Path | None:
        """The picture of a file (WebP, at most 256 x 256); None where there can be none.

        Why not is logged once, and remembered beside the pictures.
        """
        version, picture = await THUMBNAIL_LOOKUPS.begin(self._find, path)
        if version is None or picture is None:
            return None
        if not await THUMBNAIL_LOOKUPS.begin(self._decided, picture):
            await asyncio.shield(self._drawn(version, picture))
        return picture if await THUMBNAIL_LOOKUPS.begin(_use, picture) else None

    def sweep(self) -> None:
        """Remove what was not used for long, and what a crash left behind. Blocks."""
        with contextlib.suppress(FileNotFoundError):  # no cache yet, or somebody emptied it
            for path in self._cache.iterdir():
                if time.time() - path.stat().st_mtime > KEPT:
                    path.unlink()

    def close(self) -> None:
        """End the workers; what is being made is dropped."""
        self._queue.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()

    def _find(self, path: Path) -> tuple[_Version | None, Path | None]:
        """The file, if there is a regular one, and where its picture is kept."""
        version = _version(path)
        return version, None if version is None else self._place(version)

    def _place(self, version: _Version) -> Path | None:
        """Where the picture of this content is kept; None if it cannot be read."""
        try:
            return self._cache / f"{self._hash(version)}.webp"
        except OSError as error:
            log.warning("No thumbnail of %r: %s", str(version.path), error)
            return None

    def _refusal(self, picture: Path) -> Path:
        """Notes that there can be none; another version of a decoder is another chance."""
        return picture.with_name(f"{picture.stem}-{self._decoders}.none")

    def _decided(self, picture: Path) -> bool:
        return picture.exists() or _use(self._refusal(picture))

    def _drawn(self, version: _Version, picture: Path) -> asyncio.Future[None]:
        """Done when the picture is there or refused; asked for twice at once, it is drawn once."""
        if (drawing := self._drawing.get(picture)) is None:
            loop = asyncio.get_running_loop()
            drawing = loop.run_in_executor(self._queue, self._draw, version, picture)
            self._drawing[picture] = drawing
            drawing.add_done_callback(lambda _: self._drawing.pop(picture))
        return drawing

    def _draw(self, version: _Version, picture: Path) -> None:
        if self._decided(picture):  # just after it was looked for
            return
        worker = self._idle.get()
        try:
            self._draw_with(worker, version, picture)
        except OSError as error:  # no worker, or no room for the picture: no verdict on the file
            log.error("The thumbnail of %r could not be made: %s", str(version.path), error)
        except Stopped:
            log.debug("The thumbnail of %r is not made any more.", str(version.path))
        finally:
            self._idle.put(worker)

    def _draw_with(self, worker: Worker, version: _Version, picture: Path) -> None:
        disk.private_folder(self._cache)
        drawn = self._cache / f".{secrets.token_hex(8)}.part"
        try:
            answer = worker.draw(version.path.absolute(), drawn)
            if _version(version.path) != version:
                return  # it changed meanwhile: this is no picture of that content
            if answer.error is None:
                drawn.replace(picture)
                return
            self._refusal(picture).touch(mode=0o600)
        finally:
            disk.discard(drawn)
        level = logging.WARNING if answer.damaged else logging.INFO
        log.log(level, "No thumbnail of %r: %s", str(version.path), answer.error)


def _version(path: Path) -> _Version | None:
    """The file; None if there is no regular one. Blocks."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return _Version(
        path, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
    )


def _hash(version: _Version) -> str:
    """Of the size and the content, of which the middle is left out where it is large. Blocks."""
    found = hashlib.sha256(b"%d " % version.size)
    with version.path.open("rb") as file:
        for start in sorted({0, max(0, version.size - HASHED)}):
            file.seek(start)
            for _ in range(HASHED // disk.BLOCK):
                found.update(file.read(disk.BLOCK))
    return found.hexdigest()[:32]


def _decoders() -> str:
    from importlib import metadata  # takes its time, which no start need wait

    found = []
    for name in _DECODERS:
        try:
            found.append(metadata.version(name))
        except metadata.PackageNotFoundError:
            found.append("none")
    return hashlib.sha256(" ".join(found).encode()).hexdigest()[:8]


def _use(path: Path) -> bool:
    """Whether it is there; if so, the sweep leaves it for now."""
    try:
        changed = path.stat().st_mtime
    except FileNotFoundError:
        return False
    if time.time() - changed > DAY:
        with contextlib.suppress(OSError):  # the disk can only be read: nothing is swept there
            os.utime(path)
    return True
