"""A pool of workers: each works on one file at a time; more files wait until one is free."""

import asyncio
import queue
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from .process import Worker

T = TypeVar("T")


class WorkerPool:
    """Workers, and a thread for each that waits for it.

    Attributes:
        workers: the processes.

    Args:
        name: of the threads, after ``satchel-``.
        size: how many processes at most: a file that blocks one of them does not delay all others.
        command: starts a worker.
        timeout: in seconds, for one file.
    """

    def __init__(self, name: str, size: int, command: Sequence[str], timeout: float) -> None:
        self.workers = [Worker(command, timeout) for _ in range(size)]
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in self.workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(size, thread_name_prefix=f"satchel-{name}")

    def begin(self, work: Callable[[Worker], T]) -> asyncio.Future[T]:
        """Start work with a free worker. It continues if its caller is cancelled."""
        return asyncio.get_running_loop().run_in_executor(self._threads, self._with_worker, work)

    def close(self) -> None:
        """End the workers; what waits for them is dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self.workers:
            worker.stop()

    def _with_worker(self, work: Callable[[Worker], T]) -> T:
        worker = self._idle.get()
        try:
            return work(worker)
        finally:
            self._idle.put(worker)
