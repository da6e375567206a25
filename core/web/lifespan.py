"""Lifespan: what happens when a server starts and stops."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from ..live.failures import Failures
from ..live.system_exit import no_exit
from .server.loop_errors import LoopErrors
from .server.stalls import StallWatch
from .tasks import Tasks
from .upkeep import Upkeep


class Lifespan:
    """Starts a program and its background tasks, and ends the tasks.

    Args:
        startup: the program's startup function; async or plain.
        failures: in debug mode, shows errors that nothing awaited.

    Attributes:
        startup_error: what the startup function raised.
    """

    def __init__(
        self,
        startup: Callable[[], Any] | None,
        tasks: Tasks,
        upkeep: Upkeep,
        failures: Failures,
        debug: bool,
    ) -> None:
        self._startup = startup
        self._tasks = tasks
        self._upkeep = upkeep
        self._failures = failures
        self._debug = debug
        self.startup_error: Exception | None = None

    @asynccontextmanager
    async def run(self) -> AsyncIterator[None]:
        """The server runs within this context."""
        stalls = StallWatch() if self._debug else None
        errors = LoopErrors(self._unhandled if self._debug else None)
        asyncio.get_running_loop().set_exception_handler(errors)
        try:
            await self._start_up()
            self._tasks.start(self._upkeep.run())
            self._tasks.start(self._upkeep.expire_offers())
            yield
        finally:
            if stalls is not None:
                stalls.stop()
            self._tasks.cancel()

    async def _start_up(self) -> None:
        try:
            with no_exit():
                result = self._startup() if self._startup else None
                if inspect.isawaitable(result):
                    await result
        except Exception as error:
            self.startup_error = error
            raise

    def _unhandled(self, error: Exception, what: str) -> None:
        """Report an error that nothing awaits, as of asyncio.create_task()."""
        self._failures.note(error, f"A task failed ({what})")
