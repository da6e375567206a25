"""Ends the process, whatever its threads are doing."""

import logging
import os
import sys
import threading

LINGER = 1.0  # seconds for threads to end by themselves


def end_soon(code: int) -> None:
    """End the process soon, even if handlers still run on threads."""
    watchdog = threading.Timer(LINGER, leave, (code,))
    watchdog.daemon = True
    watchdog.start()


def leave(code: int) -> None:
    # Worker processes of the program would wait for work for ever.
    if multiprocessing := sys.modules.get("multiprocessing.process"):
        for each in multiprocessing.active_children():
            each.terminate()
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
