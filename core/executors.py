"""Threads for what blocks, and waiting for them: nothing goes on behind the back of its caller."""

import asyncio
import contextvars
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


async def to_its_end(work: Awaitable[T], leaves: Callable[[], bool] = lambda: False) -> T:
    """Await work that cannot be interrupted, as that of a thread.

    However often the caller is cancelled, it leaves only when the work has ended: what it holds (a
    turn, a lock, an open file) stays held until then.

    Args:
        leaves: whether a caller that is cancelled leaves at once nevertheless.
    """
    future = asyncio.ensure_future(work)
    cancelled = False
    while not future.done():
        try:
            await asyncio.wait([future])
        except asyncio.CancelledError:
            if leaves():
                raise
            cancelled = True
    if cancelled:
        raise asyncio.CancelledError from None if future.cancelled() else future.exception()
    return future.result()


class Pool:
    """A few threads for one kind of work; what finds all of them busy waits its turn."""

    def __init__(self, name: str, threads: int) -> None:
        self._threads = ThreadPoolExecutor(threads, f"satchel-{name}")

    def begin(self, function: Callable[[*Ts], T], *arguments: *Ts) -> asyncio.Future[T]:
        """Start work that goes on when whoever awaits it is cancelled: only for reading."""
        context = contextvars.copy_context()
        loop = asyncio.get_running_loop()
        return loop.run_in_executor(self._threads, context.run, function, *arguments)

    async def run(self, function: Callable[[*Ts], T], *arguments: *Ts) -> T:
        """Do work off the event loop. A caller that is cancelled leaves only when it has ended."""
        return await to_its_end(self.begin(function, *arguments))

    async def obtain(
        self, release: Callable[[T], object], function: Callable[[*Ts], T], *arguments: *Ts
    ) -> T:
        """The same for a result that somebody must let go of: done where the caller is cancelled.

        Args:
            release: lets go of the result; runs in this pool, too.
        """
        work = self.begin(function, *arguments)
        try:
            return await to_its_end(work)
        except asyncio.CancelledError:
            if not work.cancelled() and work.exception() is None:
                await self.run(release, work.result())
            raise


PAINTER = Pool("painter", 4)
"""Whole pages: the document, and what a browser gets when it has missed too much; long messages and
forms in one line, which take their time to be read.
"""
