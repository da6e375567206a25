"""Calls handlers: async ones on the loop, plain ones on worker threads."""

from __future__ import annotations

import asyncio
import contextvars
import functools
import inspect
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any

from ..elements.handlers import Handler
from ..executors import to_its_end
from .live_page import LivePage
from .system_exit import no_exit

SHOWN = object()
"""In place of the None that a plain handler returned: the patch has been made as well."""


class NotShown(Exception):
    """The handler ended well, but no patch could be made of what it changed."""

    def __init__(self, reason: Exception) -> None:
        super().__init__(str(reason))
        self.reason = reason


class HandlerCalls:
    """Calls functions of the program. The event loop owns it.

    Args:
        executor: runs plain functions, handlers of one page one at a time.

    Attributes:
        is_stopping: the server ends, without waiting for plain functions.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self.is_stopping = False

    def stop(self) -> None:
        """From now on, a task that is cancelled does not wait for its plain function."""
        self.is_stopping = True

    async def call(
        self,
        live: LivePage,
        handler: Handler,
        target: Any,
        msg: Any,
        *,
        shows: bool,
        waits: bool = True,
        outlives: bool = False,
    ) -> Any:
        """Call a handler.

        Args:
            shows: of a plain one that returns None, make the patch too, and return `SHOWN`.
            waits: a plain one runs when no other of its page does.
            outlives: it is called also where the page ends before its turn comes.
        """
        with no_exit():
            if handler.is_async:
                return await handler(target, msg)
            function = functools.partial(_call_plain, live, handler, target, msg, shows)
            if waits:
                await live.handler_lock.acquire(outlives)
            try:
                result = await self.in_thread(function)
            finally:
                if waits:
                    live.handler_lock.release()
            # A plain function may still return a coroutine, as a lambda around an async one does.
            return await result if inspect.isawaitable(result) else result

    async def in_thread(self, function: Callable[[], Any]) -> Any:
        """Run a plain function of the program on a worker thread.

        Where the event is cancelled, its files and the page's lock stay with the function until it
        has ended. The end of the server waits for no function.
        """
        context = contextvars.copy_context()
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(self._executor, context.run, function)
        return await to_its_end(work, lambda: self.is_stopping)


def _call_plain(live: LivePage, handler: Handler, target: Any, msg: Any, shows: bool) -> Any:
    """Make the patch on the handler's own thread: to go to another costs more than most patches."""
    result = handler(target, msg)
    if result is not None or not shows:
        return result
    try:
        live.flush()
    except Exception as error:
        raise NotShown(error) from error
    return SHOWN
