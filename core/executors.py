"""Executors: threads for blocking work, none of which continues behind a cancelled caller.

`EXECUTORS` lists them: each is for one kind of work, and says what must never wait in it. The
upload folder is on a disk that the program chooses. Other files may be anywhere, where reads can
hang forever (a network mount, a disk that was pulled out), so they never share a thread with it.

Five more belong to an object and end with it: handlers and patches (`Application`; how many
handlers is a setting), one thread per running generator (`core.downloads.generated`: what the
program opens there may belong to its thread), those that wait for workers
(`core.workers.pool`), and jobs on threads (`core.jobs.threads`: a program's functions, of any
length).
"""

import asyncio
import contextvars
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, TypeVarTuple

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


async def to_its_end(work: Awaitable[T], leaves: Callable[[], bool] = lambda: False) -> T:
    """Await work that cannot be interrupted, such as that of a thread.

    However often the caller is cancelled, it continues only when the work has ended, and keeps its
    locks and open files until then.

    Args:
        leaves: whether a cancelled caller continues at once instead.
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


class Executor:
    """A few threads for one kind of work; further work waits until one of them is free.

    Args:
        name: of its threads, after ``satchel-``.
        work: its purpose.
        never: what must not wait in it, because other work would wait for that.
    """

    def __init__(self, name: str, threads: int, work: str, never: str) -> None:
        self.name, self.threads, self.work, self.never = name, threads, work, never
        self._pool = ThreadPoolExecutor(threads, f"satchel-{name}")

    def begin(self, function: Callable[[*Ts], T], *arguments: *Ts) -> asyncio.Future[T]:
        """Start work that continues if its caller is cancelled: only for reading."""
        context = contextvars.copy_context()
        loop = asyncio.get_running_loop()
        return loop.run_in_executor(self._pool, context.run, function, *arguments)

    async def run(self, function: Callable[[*Ts], T], *arguments: *Ts) -> T:
        """Do work off the event loop. A cancelled caller continues only when it has ended."""
        return await to_its_end(self.begin(function, *arguments))

    async def obtain(
        self, release: Callable[[T], object], function: Callable[[*Ts], T], *arguments: *Ts
    ) -> T:
        """Like `run`, for a result that must be released, as it is here if the caller is cancelled.

        Args:
            release: releases the result, in this executor.
        """
        work = self.begin(function, *arguments)
        try:
            return await to_its_end(work)
        except asyncio.CancelledError:
            if not work.cancelled() and work.exception() is None:
                await self.run(release, work.result())
            raise


DATA_FOLDER = Executor(
    "data-folder",
    8,
    "uploads and session folders: created, completed, claimed, removed; files are checked",
    "files that may lie anywhere; programs' own work",
)
# One thread: each that returns from the system wants the interpreter, as the event loop does. With
# eight, clicks wait three times as long while ten uploads run, and the uploads are no faster.
UPLOAD_WRITES = Executor(
    "upload-writes", 1, "blocks of uploads, one at a time", "anything but a write to a part"
)
LOCAL_COPIES = Executor(
    "local-copies",
    4,
    "files of this machine that are copied instead of sent",
    "a person's click: a copy takes as long as the disk likes",
)
DOWNLOADS = Executor(
    "downloads", 8, "reads for downloads and ZIPs, of files that may lie anywhere", "writes"
)
PROGRAM_FILES = Executor(
    "program-files",
    8,
    "what programs await: `File.asave`, `aread`, `adigest`, chosen files",
    "the server's own work: a program may wait here for a dead mount",
)
AFTER_HANDLERS = Executor(
    "after-handlers",
    4,
    "kept files are synced where the handler saved them, the others removed",
    "uploads on their way: a save may have gone anywhere",
)
THUMBNAIL_LOOKUPS = Executor(
    "thumbnail-lookups",
    4,
    "files are hashed to find their thumbnails",
    "drawing, which takes long: others only look up what is drawn already",
)
RENDERING = Executor(
    "rendering",
    4,
    "whole pages, for a document or a browser that missed too much; long messages are parsed",
    "files: nothing here waits for a disk",
)

EXECUTORS = (
    DATA_FOLDER,
    UPLOAD_WRITES,
    LOCAL_COPIES,
    DOWNLOADS,
    PROGRAM_FILES,
    AFTER_HANDLERS,
    THUMBNAIL_LOOKUPS,
    RENDERING,
)
