"""No worker is left behind: it ends with its program, and takes its own processes with it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

PR_SET_PDEATHSIG = 1


def die(*_: object) -> NoReturn:
    """End this process at once, with the processes that a function has started."""
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def die_with_parent(parent: int) -> None:
    """Die when the program does, also if a function keeps the other threads from running.

    Usually the end of stdin says so. Linux sends a signal as well, which interrupts the main
    thread. SIGKILL would be stricter, but leave the processes of the function behind.

    Args:
        parent: the program's process.
    """
    if sys.platform == "win32":
        return
    signal.signal(signal.SIGTERM, _on_signal)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:  # it has died meanwhile
        die()


def _on_signal(_number: int, _frame: FrameType | None) -> None:
    die()
