"""LoopGuard: the event loop owns objects that other threads must not touch."""

from __future__ import annotations

import asyncio
import threading


class WrongThread(RuntimeError):
    """A thread touched an object that the event loop owns."""


class LoopGuard:
    """Notices threads that touch objects of the event loop.

    The loop's thread is the first one with a running loop that touches one of them.

    Args:
        is_active: raise `WrongThread` (debug mode); else nothing is checked.
    """

    def __init__(self, is_active: bool = False) -> None:
        self._is_active = is_active
        self._owner: int | None = None

    def check(self, owned: object) -> None:
        """Methods of an object that the loop owns call this.

        Raises:
            WrongThread: this is not the loop's thread.
        """
        if not self._is_active:
            return
        if self._owner is None and _runs_loop():
            self._owner = threading.get_ident()
        if threading.get_ident() != self._owner:
            raise WrongThread(
                f"The event loop owns {owned!r}, and the thread {threading.current_thread().name} "
                "touched it. Hand the call over with loop.call_soon_threadsafe()."
            )


def _runs_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
