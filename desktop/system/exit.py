"""The end of a process, whatever its threads still do."""

import logging
import os
import sys
import threading

LINGER = 1.0  # seconds for threads that the program has left behind


def end_soon(code: int) -> None:
    """The process ends now. What a handler still does on a thread does not keep it alive."""
    watchdog = threading.Timer(LINGER, leave, (code,))
    watchdog.daemon = True
    watchdog.start()


def leave(code: int) -> None:
    # Processes that the program shares its work with would wait for more of it for ever.
    if multiprocessing := sys.modules.get("multiprocessing.process"):
        for each in multiprocessing.active_children():
            each.terminate()
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
