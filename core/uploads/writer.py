"""Bytes on their way to disk: gathered to blocks, written by a thread, one writer per upload."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any

from ..executors import to_its_end
from ..files import disk
from ..files.digests import Hash
from ..files.errors import UnknownUpload, UploadRefused
from ..pools import WRITER


class Writer:
    """Appends chunks to a descriptor, which it closes: 1 MiB blocks, in order, one at a time.

    Two blocks of memory: one fills while the other is written.

    Args:
        hashes: are fed with what is written.
        stored: called on the event loop with the number of bytes that a block added to the file.
    """

    def __init__(
        self,
        descriptor: int,
        hashes: Sequence[Hash] = (),
        stored: Callable[[int], None] | None = None,
    ) -> None:
        self._descriptor = descriptor
        self._hashes = hashes
        self._stored = stored
        self._in_writing = 0
        self._filling, self._resting = bytearray(disk.BLOCK), bytearray(disk.BLOCK)
        self._filled = 0
        self._writing: asyncio.Future[None] | None = None

    async def add(self, chunk: bytes) -> None:
        """Take a chunk; waits while both blocks are full. Raises what writing raised."""
        rest = memoryview(chunk)
        while rest:
            taken = rest[: disk.BLOCK - self._filled]
            self._filling[self._filled : self._filled + len(taken)] = taken
            self._filled += len(taken)
            rest = rest[len(taken) :]
            if self._filled == disk.BLOCK:
                await self._write()

    async def close(self) -> None:
        """Write what was gathered, then close: also where the caller is cancelled meanwhile.

        Nothing may be written after this: the next request continues at what `fstat` says then.
        """
        await to_its_end(self._close())

    async def _close(self) -> None:
        try:
            await self._write()
            await self._written()
        finally:
            os.close(self._descriptor)

    async def _write(self) -> None:
        await self._written()
        if self._filled:
            block = memoryview(self._filling)[: self._filled]
            self._writing = WRITER.begin(_write, self._descriptor, block, self._hashes)
            self._in_writing = self._filled
            self._filling, self._resting = self._resting, self._filling
            self._filled = 0

    async def _written(self) -> None:
        if self._writing is not None:
            await to_its_end(self._writing)
            self._writing = None
            if self._stored is not None:
                self._stored(self._in_writing)


def _write(descriptor: int, block: memoryview, hashes: Sequence[Hash]) -> None:
    disk.write_all(descriptor, block)
    for each in hashes:
        each.update(block)


def _is_cancelled() -> bool:
    """Whether somebody wants the request itself to end, and not only its turn."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


class Turn:
    """One request's turn at one upload; a newer request ends it."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.over = asyncio.Event()
        self.superseded = False
        self.receiving: asyncio.Task[None] | None = None

    def end(self) -> None:
        """Stop receiving; what arrived is still written, and finishing is not interrupted."""
        self.superseded = True
        if self.receiving is not None:
            self.receiving.cancel()

    async def receive(self, work: Coroutine[Any, Any, None]) -> None:
        """Do the part of the turn that a newer request may end."""
        self.receiving = asyncio.create_task(work)
        if self.superseded:
            self.receiving.cancel()
        try:
            await self.receiving
        except asyncio.CancelledError:
            if not self.superseded or _is_cancelled():
                raise
            message = "This transfer was ended. What arrived is kept: it can be continued."
            raise UploadRefused(409, message, {"Connection": "close"}) from None
        finally:
            self.receiving = None


class Turns:
    """One turn at a time per upload; the newest request waits only until the others ended."""

    def __init__(self) -> None:
        self._current: dict[str, Turn] = {}

    @property
    def receiving(self) -> int:
        """How many requests are receiving now."""
        return sum(turn.receiving is not None for turn in set(self._current.values()))

    def __contains__(self, upload_id: str) -> bool:
        return upload_id in self._current

    def end_all(self) -> None:
        """End every turn that is being taken now."""
        for turn in self._current.values():
            turn.end()

    @asynccontextmanager
    async def take(self, owner: str, *upload_ids: str) -> AsyncIterator[Turn]:
        """The turn at these uploads; ends the older ones first (IETF draft, Concurrency)."""
        while older := self._older(upload_ids):
            if older.owner != owner:
                raise UnknownUpload
            older.end()
            await older.over.wait()
        turn = Turn(owner)
        self._current.update(dict.fromkeys(upload_ids, turn))
        try:
            yield turn
        finally:
            for upload_id in upload_ids:
                del self._current[upload_id]
            turn.over.set()

    def _older(self, upload_ids: Sequence[str]) -> Turn | None:
        turns = map(self._current.get, upload_ids)
        return next((turn for turn in turns if turn is not None), None)
