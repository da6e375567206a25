"""Errors of tasks that nothing awaits, as the event loop reports them."""

from __future__ import annotations

import asyncio
import errno
import logging
import time
from collections.abc import Callable
from typing import Any

logger = logging.getLogger(__name__)

_OUT_OF = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}

SECONDS = 60.0
"""Between two log entries about connections that could not be accepted."""


class LoopErrors:
    """An exception handler for an event loop.

    Args:
        failed: called with an error of a task or callback, and the loop's description of it; None
            leaves errors to the loop's own handler, which logs a traceback.
    """

    def __init__(self, failed: Callable[[Exception, str], object] | None) -> None:
        self._failed = failed
        self._reported = float("-inf")

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, OSError) and error.errno in _OUT_OF and "socket" in context:
            self._log_exhaustion(error)
        elif isinstance(error, ValueError) and "_start_serving" in context["message"]:
            logger.debug("The server has stopped; asyncio would have accepted connections again.")
        elif isinstance(error, Exception) and self._failed is not None:
            self._failed(error, context["message"])
        else:
            loop.default_exception_handler(context)

    def _log_exhaustion(self, error: OSError) -> None:
        """Log it once a minute, because asyncio reports up to 2048 failed attempts a second."""
        if time.monotonic() - self._reported < SECONDS:
            return
        self._reported = time.monotonic()
        logger.error(
            "No more connections can be accepted: %s. They wait until others end. Close "
            "some pages, or raise the limit of open files (ulimit -n).",
            error.strerror,
        )
