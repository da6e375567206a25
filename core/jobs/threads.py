"""Threads: calls the functions of a job in this process. A thread cannot be ended from outside."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from .outcome import CANCELLED, Outcome, perform
from .run import Run
from .working import Work


class Threads:
    """A `Runner`. Its threads end when its last reference is gone."""

    def __init__(self, at_once: int) -> None:
        self._pool = ThreadPoolExecutor(at_once, "satchel-job")

    async def run(self, run: Run) -> Outcome:
        """Call the function on a thread, once one is free."""
        future = self._pool.submit(_perform, run)
        run.when_cancelled(future.cancel)
        try:
            return await asyncio.wrap_future(future)
        except asyncio.CancelledError:
            return CANCELLED

    def end(self, run: Run) -> None:
        """Nothing: the thread goes on until the function reports or returns."""


def _perform(run: Run) -> Outcome:
    run.started()
    return perform(Work(run, run.folder), run.call)
