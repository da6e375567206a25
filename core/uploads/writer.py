"""Block writer: gathers bytes to blocks, which a thread writes one by one."""

import asyncio
import os
from collections.abc import Callable, Sequence

from ..executors import UPLOAD_WRITES, to_its_end
from ..files import disk
from ..files.digests import Hash


class BlockWriter:
    """Appends chunks to a descriptor, which it closes: 1 MiB blocks, in order, one at a time.

    Two blocks of memory: one fills while the other is written.

    Args:
        hashes: are fed with what is written.
        stored: called on the event loop with the new position, for each block that was written.

    Attributes:
        start, position: where it began to write, and how far the file is written now.
    """

    def __init__(
        self,
        descriptor: int,
        start: int,
        hashes: Sequence[Hash] = (),
        stored: Callable[[int], None] = lambda position: None,
    ) -> None:
        self.start = self.position = start
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

    async def drain(self) -> None:
        """Wait until the block on its way is written. Raises what writing raised."""
        if self._writing is not None:
            await to_its_end(self._writing)
            self._writing = None
            self.position += self._in_writing
            self._stored(self.position)

    def finish(self) -> None:
        """Write what was gathered, then close. Blocks; only when nothing is left to `drain`."""
        try:
            if self._filled:
                block = memoryview(self._filling)[: self._filled]
                _write(self._descriptor, block, self._hashes)
                self.position += self._filled
        finally:
            os.close(self._descriptor)

    async def close(self) -> None:
        """The same off the event loop, after a body that broke off.

        Nothing may be written after this: the next request continues at what `fstat` says then.
        """
        try:
            await self._write()
            await self.drain()
        finally:
            os.close(self._descriptor)

    async def _write(self) -> None:
        await self.drain()
        if self._filled:
            block = memoryview(self._filling)[: self._filled]
            self._writing = UPLOAD_WRITES.begin(_write, self._descriptor, block, self._hashes)
            self._in_writing = self._filled
            self._filling, self._resting = self._resting, self._filling
            self._filled = 0


def _write(descriptor: int, block: memoryview, hashes: Sequence[Hash]) -> None:
    disk.write_all(descriptor, block)
    for each in hashes:
        each.update(block)
