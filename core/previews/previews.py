"""Previews: descriptions of files, as JSON for the page."""

import json
import logging
import math
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from ..downloads.sources import FileUnavailable, open_file
from ..executors import DOWNLOADS
from ..files import disk
from ..language.reasons import reason
from ..language.texts import _
from ..media.sniffing import HEAD
from ..media.types import guess_type
from ..thumbnails.cache import NotDrawn
from ..words import well_formed
from ..workers.pool import WorkerPool
from ..workers.process import COMMAND, Answer, Stopped, Worker
from .kinds import READ, Kind, kind_of
from .reasons import words

log = logging.getLogger(__name__)

WORKERS = 2
"""Processes at most. They are not those of thumbnails, of which many may be waiting."""

TIMEOUT = 15.0
"""Seconds for one file; then the worker is killed."""

MAX_RESULT = 16 << 20
"""Bytes that a worker may answer."""

MAX_TIME = 19
"""Characters of a time: 2024-05-06 07:08:09."""

Content = Path | bytes


class Previews:
    """The previews of one application.

    Args:
        cache: a folder for what workers answer, which is removed at once.
        command: starts a worker.
    """

    def __init__(
        self, cache: Path, command: Sequence[str] = COMMAND, timeout: float = TIMEOUT
    ) -> None:
        self._cache = cache
        self._pool = WorkerPool("previews", WORKERS, command, timeout)
        self.workers = self._pool.workers

    def close(self) -> None:
        """End the workers."""
        self._pool.close()

    async def describe(self, content: Content, name: str, part: int = 0) -> dict[str, Any]:
        """What a page shows of a file: its ``kind``, ``name``, ``size``, ``type`` and, for some
        kinds, what a worker read; ``why`` says why there is nothing to be shown.

        Args:
            part: which sheet of a spreadsheet.
        """
        try:
            kind, size = await DOWNLOADS.begin(_looked_at, content, name)
        except (FileUnavailable, OSError) as error:
            why = str(error) if isinstance(error, FileUnavailable) else _system_words(error)
            return {"kind": "none", "name": well_formed(name), "size": None, "why": why}
        found = {"kind": kind, "name": well_formed(name), "size": size, "type": guess_type(name)}
        if kind in READ:
            found |= await self._pool.begin(partial(self._read, content, name, kind, part))
        return found

    async def draw(self, content: bytes, size: int) -> bytes:
        """A picture of content in memory, in WebP, at most `size` x `size`.

        Raises:
            NotDrawn: there can be none.
        """
        return await self._pool.begin(partial(self._draw, content, size))

    async def measure(self, path: Path) -> dict[str, Any]:
        """What the headers of a file say, as far as they do.

        There may be ``pixels`` (width and height), ``taken`` (when, by the camera's clock),
        ``pages`` and ``seconds``.
        """
        return await self._pool.begin(partial(self._measure, path))

    def _measure(self, path: Path, worker: Worker) -> dict[str, Any]:
        with self._target() as target:
            try:
                answer = worker.do("measure", path.absolute(), target)
            except Stopped:
                return {}
            except OSError as error:  # no worker or no space, which is not the fault of the file
                log.error("The headers of %r could not be read: %s", path.name, error)
                return {}
            if answer.error is not None:
                log.info("The headers of %r say nothing: %s", path.name, answer.error)
                return {}
            return dict(_measured(_result(target)))

    def _draw(self, content: bytes, size: int, worker: Worker) -> bytes:
        with self._on_disk(content) as source, self._target() as target:
            try:
                answer = worker.do("draw", source, target, size=size)
            except (Stopped, OSError) as error:
                raise NotDrawn(_("it could not be drawn now")) from error
            if answer.error is not None:
                raise NotDrawn(words(answer.error))
            return target.read_bytes()

    def _read(
        self, content: Content, name: str, kind: Kind, part: int, worker: Worker
    ) -> dict[str, Any]:
        with self._on_disk(content) as source:
            try:
                return self._answer(worker, source, name, kind, part)
            except Stopped:
                return _nothing(_("the program is ending"))
            except OSError as error:  # no worker or no space, which is not the fault of the file
                log.error("The preview of %r could not be made: %s", name, error)
                return _nothing(_("it could not be read now"))

    def _answer(
        self, worker: Worker, source: Path, name: str, kind: Kind, part: int
    ) -> dict[str, Any]:
        with self._target() as target:
            ask = partial(worker.do, "read", source, target, name=well_formed(name), part=part)
            answer = ask(kind=kind, plain=False)
            if answer.error is not None and kind in ("svg", "text", "markdown", "table"):
                self._note(name, answer)
                kind = "text"  # without highlighting, which hostile text can make slow
                answer = ask(kind=kind, plain=True)
            if answer.error is not None:
                self._note(name, answer)
                return _nothing(words(answer.error))
            return {**_result(target), "kind": "picture" if kind == "svg" else kind}

    def _note(self, name: str, answer: Answer) -> None:
        level = logging.WARNING if answer.damaged else logging.INFO
        log.log(level, "No preview of %r: %s", name, answer.error)

    @contextmanager
    def _on_disk(self, content: Content) -> Iterator[Path]:
        """A path of the content, as long as the context."""
        if isinstance(content, Path):
            yield content.absolute()
            return
        with self._target() as path:
            with open(disk.create_private(path), "wb") as file:
                file.write(content)
            yield path

    @contextmanager
    def _target(self) -> Iterator[Path]:
        """A path for a file that exists only within the context."""
        disk.private_folder(self._cache)
        path = self._cache / f".{secrets.token_hex(8)}.part"
        try:
            yield path
        finally:
            disk.discard(path)


def _looked_at(content: Content, name: str) -> tuple[Kind, int]:
    """The kind and size of a file. Blocks."""
    if isinstance(content, bytes):
        return kind_of(name, content[:HEAD]), len(content)
    descriptor, found = open_file(content)
    with open(descriptor, "rb") as file:
        return kind_of(name, file.read(HEAD)), found.st_size


def _result(target: Path) -> dict[str, Any]:
    """What a worker wrote, which a hostile file may have made it write."""
    with target.open("rb") as file:
        raw = file.read(MAX_RESULT + 1)
    try:
        found = json.loads(raw) if len(raw) <= MAX_RESULT else None
    except (ValueError, RecursionError):
        found = None
    return found if isinstance(found, dict) else _nothing(_("it has too much in it"))


def _measured(found: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Of what a worker wrote, what it may say."""
    pixels, taken = found.get("pixels"), found.get("taken")
    if isinstance(pixels, list) and [type(each) for each in pixels] == [int, int]:
        yield "pixels", pixels
    if isinstance(taken, str):
        yield "taken", taken[:MAX_TIME]
    if type(pages := found.get("pages")) is int:
        yield "pages", pages
    if type(seconds := found.get("seconds")) is float and math.isfinite(seconds):
        yield "seconds", seconds


def _system_words(error: OSError) -> str:
    """What the system says, without the path, which is nobody's business."""
    why = reason(error) if error.strerror else _("the disk failed")
    return _("It cannot be read now: {reason}.", reason=why)


def _nothing(why: str) -> dict[str, Any]:
    """Nothing to be shown, with the reason, which begins with a small letter."""
    return {"kind": "none", "why": f"{why[:1].upper()}{why[1:]}."}
