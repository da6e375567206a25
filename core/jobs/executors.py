"""Executors: calls the functions of a job on any `concurrent.futures.Executor`.

What such an executor cannot do, report and be cancelled, goes over a connection to this computer's
loopback address. A function on another computer cannot reach it: it runs and returns its value, but
reports nothing and is not told that it was cancelled; nor does it see the job's files, unless both
computers share the folder.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from .connection import Address, ReportConnection, ReportServer
from .outcome import CANCELLED, Call, Outcome, perform
from .portable import sendable
from .run import Run
from .working import Work


@dataclass(frozen=True)
class RemoteCall:
    """A call on its way through an executor.

    Attributes:
        address: of the program.
        ticket: by which the program knows the attempt; no other knows it.
    """

    call: Call
    folder: str
    address: Address
    ticket: str


def perform_there(there: RemoteCall) -> Outcome:
    """Perform a call that an executor brought to where this runs."""
    with ReportConnection(there.address, there.ticket) as reporter:
        if reporter.is_cancelled:
            return CANCELLED
        return sendable(perform(Work(reporter, Path(there.folder)), there.call))


class OtherExecutor:
    """A `Runner` on an executor of the program, which stays the program's: it is never shut down.

    Args:
        reports: hears of the functions that run there.
    """

    def __init__(self, executor: Executor, reports: ReportServer) -> None:
        self._executor, self._reports = executor, reports
        self._futures: dict[Run, asyncio.Future[Outcome]] = {}

    async def run(self, run: Run) -> Outcome:
        """Hand the call over to the executor."""
        address = await self._reports.open()
        with self._reports.expect(run) as ticket:
            call = RemoteCall(run.call, str(run.folder), address, ticket.name)
            future = asyncio.wrap_future(self._executor.submit(perform_there, call))
            self._futures[run] = future
            run.when_cancelled(lambda: ticket.cancel(future.cancel))
            try:
                outcome = await future
                await ticket.settle()
                return outcome
            except asyncio.CancelledError:
                return CANCELLED
            finally:
                del self._futures[run]

    def end(self, run: Run) -> None:
        """Give up the call, if the executor lets us."""
        if (future := self._futures.get(run)) is not None:
            future.cancel()
