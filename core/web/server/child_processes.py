"""Processes that a program starts with multiprocessing: they end with it.

A process that was forked has all that its parent had: handlers of signals, for which it would not
even end when it is told to, and the wake-up of the parent's event loop. And none of them, however
started, notices by itself that its parent was killed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from multiprocessing import util


def is_worker() -> bool:
    """Whether a running program started this process with multiprocessing, which loads the
    program's file only to find functions in it.
    """
    process = sys.modules.get("multiprocessing.process")
    # multiprocessing checks the same before a process may start others.
    return process is not None and hasattr(process.current_process(), "_inheriting")


def watch() -> None:
    """End all processes that multiprocessing starts from now on together with this one.

    Those that are not forked load the program's file, and with it this module, before they begin.
    """
    util.register_after_fork(_marker, _begin)
    if is_worker() and "multiprocessing.forkserver" not in sys.modules:
        _watch_parent()  # the fork server ends by itself, and must have no threads


LOADING = 0.05
"""Seconds between two checks whether the program is loaded."""


class _Marker:
    """An object that the function is registered for."""


_marker = _Marker()


def _begin(_: object) -> None:
    """In the new process, before it works."""
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGINT, signal.SIGTERM):
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    _watch_parent()


def _watch_parent() -> None:
    threading.Thread(target=_end_with_parent, name="satchel-parent", daemon=True).start()


def _end_with_parent() -> None:
    while (parent := multiprocessing.parent_process()) is None:
        time.sleep(LOADING)
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)
