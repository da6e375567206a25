"""Processes: calls the functions of all jobs in a few worker processes.

Why not one of the libraries: with `ProcessPoolExecutor` and loky, a process that dies breaks all
calls that run, so that a running call cannot be cancelled; pebble cancels calls, but its processes
share one pipe and a lock on it, which dies with its holder. All three start processes with
multiprocessing, which runs the whole program in each of them (from the end of its file, too), and
does not load the file of an executable on Windows. None carries reports. Here each worker has pipes
and a thread of its own, and nothing in common with the others.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence

from .limits import JobLimits
from .outcome import CANCELLED, Outcome
from .run import Run
from .worker_process import COMMAND, WorkerProcess

ENDING = 2.0
"""Seconds for a process that was killed to be gone."""


class Processes:
    """A `Runner` for all jobs of an application. The event loop owns it, all but `close`.

    Attempts wait in line for a process. One that is free waits a while for the next attempt,
    because to start another one and load the program takes a second.

    Args:
        command: starts a worker; None runs it with this Python.
    """

    def __init__(self, limits: JobLimits, command: Sequence[str] | None = None) -> None:
        self._limits, self._command = limits, command or COMMAND
        self._workers: list[WorkerProcess] = []
        self._free: dict[WorkerProcess, asyncio.TimerHandle] = {}
        self._working: dict[Run, WorkerProcess] = {}
        self._waiting: deque[asyncio.Future[WorkerProcess]] = deque()

    def pids(self) -> list[int]:
        """The processes that run."""
        return [worker.pid for worker in list(self._workers) if worker.pid is not None]

    async def run(self, run: Run) -> Outcome:
        """Call the function in a process, once one is free."""
        worker = await self._take(run)
        if worker is None:
            return CANCELLED
        self._working[run] = worker
        loop = asyncio.get_running_loop()
        deadline = loop.call_later(self._limits.loading, worker.give_up, run)
        try:
            return await asyncio.wrap_future(worker.perform(run))
        except asyncio.CancelledError:
            worker.kill()
            raise
        finally:
            deadline.cancel()
            del self._working[run]
            self._give_back(worker)

    def end(self, run: Run) -> None:
        """Kill the process."""
        if (worker := self._working.get(run)) is not None:
            worker.kill()

    def close(self) -> None:
        """Kill all processes. Any thread, once nothing new is started."""
        for worker in self._workers:
            worker.stop()
        for worker in self._workers:
            worker.join(ENDING)

    async def _take(self, run: Run) -> WorkerProcess | None:
        """A free worker; None if the attempt is cancelled before there is one."""
        if self._free:
            worker, timer = self._free.popitem()
            timer.cancel()
            return worker
        if len(self._workers) < self._limits.processes:
            self._workers.append(WorkerProcess(self._command, self._limits))
            return self._workers[-1]
        turn: asyncio.Future[WorkerProcess] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        run.when_cancelled(turn.cancel)
        try:
            return await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # it got one, and cannot use it
                self._give_back(turn.result())
            return None

    def _give_back(self, worker: WorkerProcess) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(worker)
                return
        loop = asyncio.get_running_loop()
        self._free[worker] = loop.call_later(self._limits.idle, self._retire, worker)

    def _retire(self, worker: WorkerProcess) -> None:
        """End a worker that has waited long enough."""
        del self._free[worker]
        self._workers.remove(worker)
        worker.stop()
