"""Which thread may touch what: the event loop owns objects that other threads must not touch."""

from __future__ import annotations

import asyncio
import threading


class WrongThread(RuntimeError):
    """Another thread touched what the event loop owns."""


class LoopGuard:
    """Notices threads that touch what the event loop owns.

    Args:
        is_active: raise `WrongThread` (debug mode); else nothing is checked.
    """

    def __init__(self, is_active: bool = False) -> None:
        self._is_active = is_active

    def check(self, owned: object) -> None:
        """Called by the methods of an object that the loop owns.

        Raises:
            WrongThread: no event loop runs in this thread.
        """
        if self._is_active and not _is_on_loop():
            raise WrongThread(
                f"The event loop owns {owned!r}, and the thread {threading.current_thread().name} "
                "touched it. Hand it over with loop.call_soon_threadsafe()."
            )


def _is_on_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
