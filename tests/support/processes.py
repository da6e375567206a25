"""Processes that tests start and kill, as each system has them."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from multiprocessing.context import BaseContext

KILL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL
"""What ends a process at once: on Windows, `os.kill` does so with any signal that it accepts."""

WAS_KILLED = "exit code 15" if sys.platform == "win32" else "was killed"
"""What a job says of a process that `KILL` has ended, which Windows cannot tell from an exit."""


def ready_to_fork(*modules: str) -> BaseContext:
    """Where processes can be forked, they come from one that has imported the modules."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(modules))
    return context
