"""Tasks: coroutines on the server's loop beside requests, started from any thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVarTuple

from ..elements.with_blocks import leave_all
from ..live.system_exit import no_exit
from ..loop_guard import LoopGuard

Ts = TypeVarTuple("Ts")


class Tasks:
    """The background tasks of one application, its own and those of the program.

    Args:
        failed: called on the loop with what a task raised.
        guard: notices other threads that start tasks.

    Attributes:
        loop: the server's; None until the application is first called.
    """

    def __init__(self, failed: Callable[[BaseException], object], guard: LoopGuard) -> None:
        self.loop: asyncio.AbstractEventLoop | None = None
        self._failed = failed
        self._guard = guard
        self._tasks: set[asyncio.Task[Any]] = set()

    def attach(self) -> None:
        """Use the running loop from now on."""
        self.loop = asyncio.get_running_loop()

    def call(self, function: Callable[[*Ts], object], *arguments: *Ts) -> bool:
        """Call a function on the loop soon, from any thread; False if no loop runs."""
        if self.loop is None or self.loop.is_closed():
            return False
        self.loop.call_soon_threadsafe(function, *arguments)
        return True

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Start a coroutine, from any thread.

        Raises:
            RuntimeError: the server does not run.
        """
        if not self.call(self.start, coroutine):
            coroutine.close()
            raise RuntimeError(needs_server("run_task()"))

    def start(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Start a coroutine, on the loop."""
        self._guard.check(self)
        leave_all()  # in the context of this callback, of which the task gets a copy
        task = asyncio.ensure_future(_without_exit(coroutine))
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def cancel(self) -> None:
        """Cancel all tasks that have not ended."""
        for task in self._tasks:
            task.cancel()

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._failed(error)


def needs_server(name: str) -> str:
    """The message for a program that calls a function too early."""
    return (
        f"{name} needs a running server: call it in a handler, a page function, or the "
        "function given as startup=."
    )


async def _without_exit(coroutine: Coroutine[Any, Any, Any]) -> None:
    with no_exit():
        await coroutine
