"""One call of a function, which its caller awaits."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import inspect
from collections.abc import Awaitable, Callable
from typing import Any

from ..files.received_file import File
from .changes import Reports
from .errors import JobError
from .outcome import Call, Outcome
from .run import Run, Runner

OnProgress = Callable[[float | None, str], Awaitable[None] | None]
"""Gets what a function reports: progress from 0 to 1, or None, and a text."""

ENDING = 1.0
"""Seconds for a process that was killed to be gone."""


class ProgressListener:
    """Hands what a function reports to its caller, in the caller's context. A `run.Listener`."""

    def __init__(self, on_progress: OnProgress | None) -> None:
        self._on_progress = on_progress
        self._context = contextvars.copy_context()
        self._reports = Reports(asyncio.get_running_loop(), self._deliver)
        self._running: set[asyncio.Future[None]] = set()

    def started(self) -> None:
        """Nothing: the caller waits anyway."""

    def reported(self, progress: float | None, text: str) -> None:
        self._reports.add(progress, text)

    def close(self) -> None:
        self._reports.close()

    async def settle(self) -> None:
        """Wait for the caller's functions; raises what one of them raised."""
        if self._running:
            await asyncio.gather(*self._running)

    def _deliver(self, progress: float | None, text: str) -> None:
        if self._on_progress is not None:
            call = self._context.run(self._begin, progress, text)
            if call is not None:
                self._running.add(call)

    def _begin(self, progress: float | None, text: str) -> asyncio.Future[None] | None:
        assert self._on_progress is not None
        result = self._on_progress(progress, text)
        return asyncio.ensure_future(result) if inspect.isawaitable(result) else None


def own_call(function: Callable[..., Any], arguments: tuple[Any, ...], options: Any) -> Call:
    """The call, with the paths of received files in place of them."""
    return Call(
        function,
        tuple(map(_path_of_file, arguments)),
        {name: _path_of_file(value) for name, value in options.items()},
    )


async def result_of(run: Run, runner: Runner, listener: ProgressListener, grace: float) -> Any:
    """Make the attempt; returns what the function returned, or raises what it raised.

    If the caller is cancelled, the function is asked to stop, and after the grace period its
    process is ended. A thread may go on.
    """
    attempt = asyncio.ensure_future(runner.run(run))
    try:
        outcome = await asyncio.shield(attempt)
    except asyncio.CancelledError:
        await _cancelled(run, runner, attempt, grace)
        raise
    finally:
        run.close()
    await listener.settle()
    return _value(outcome)


async def _cancelled(
    run: Run, runner: Runner, attempt: asyncio.Future[Outcome], grace: float
) -> None:
    run.cancel()
    try:
        await asyncio.wait([attempt], timeout=grace)
    finally:
        runner.end(run)
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait([attempt], timeout=ENDING)


def _value(outcome: Outcome) -> Any:
    if outcome.kind == "done":
        return outcome.value
    if outcome.kind == "cancelled":
        raise asyncio.CancelledError
    if not isinstance(outcome.error, Exception):
        raise JobError(outcome.sentence)
    if outcome.trace and outcome.error.__traceback__ is None:  # it comes from another process
        outcome.error.add_note(f"In its process:\n{outcome.trace}")
    raise outcome.error


def _path_of_file(value: Any) -> Any:
    return value.path if isinstance(value, File) else value
