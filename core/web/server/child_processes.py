"""Processes that a program starts with multiprocessing end with it.

A forked process inherits the signal handlers of its parent, which would keep it from ending, and
the wake-up of the parent's event loop. However it was started, no process notices by itself that
its parent was killed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from multiprocessing import util

LOADING = 0.05
"""Seconds between two checks whether multiprocessing knows the parent yet."""


def is_worker() -> bool:
    """Whether a program started this process with multiprocessing.

    Such a process loads the program's file only for its functions.
    """
    process = sys.modules.get("multiprocessing.process")
    # multiprocessing itself checks this before a process may start others.
    return process is not None and hasattr(process.current_process(), "_inheriting")


def watch() -> None:
    """Make all processes that multiprocessing starts from now on end with this one.

    Those that are not forked load the program's file, and so this module, before they start work.
    """
    util.register_after_fork(watch, _begin)  # any object that stays; it is passed to _begin
    if is_worker() and "multiprocessing.forkserver" not in sys.modules:
        _watch_parent()  # the fork server ends by itself, and must not have threads


def _begin(_: object) -> None:
    """Prepare a new process."""
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
