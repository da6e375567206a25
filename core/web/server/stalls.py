"""Debug mode: reports the code of the program that blocks the event loop."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
import traceback

from ...live.trace import is_own

logger = logging.getLogger(__name__)

LONG = 1.0  # seconds


class StallWatch:
    """Checks, on a thread, whether the loop still runs, and logs what blocks it.

    Started and stopped on the loop.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop_thread = threading.get_ident()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="satchel-stalls", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the watch."""
        self._ended.set()

    def _watch(self) -> None:
        while not self._ended.wait(LONG):
            answered = threading.Event()
            try:
                self._loop.call_soon_threadsafe(answered.set)
            except RuntimeError:  # the loop has been closed
                return
            if not answered.wait(LONG):
                logger.warning(description(self._loop_thread))
                while not answered.wait(LONG) and not self._ended.is_set():
                    pass


def description(thread: int) -> str:
    """What a thread is doing, in terms of the program's own code."""
    frames = traceback.extract_stack(sys._current_frames().get(thread))
    own = [frame for frame in frames if is_own(frame)] or frames
    frame = own[-1]
    return (
        f"{frame.name}() holds up all pages for more than {LONG:.0f} s: {frame.filename}, line "
        f"{frame.lineno}: {frame.line}. An async function must await whatever takes long; a plain "
        "one (def) may take its time, because it runs on a thread."
    )
