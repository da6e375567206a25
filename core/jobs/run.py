"""Run: one attempt at a task, and the runners that make such attempts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from .outcome import Call, Outcome


class Listener(Protocol):
    """What a job wants to hear of an attempt. Any thread may call it."""

    def started(self) -> None:
        """The function is about to be called."""

    def reported(self, progress: float | None, text: str) -> None:
        """The function reported how far it is."""

    def close(self) -> None:
        """The attempt has ended. On the event loop."""


class Run:
    """One attempt at a task; a `Reporter` for functions in this process.

    Args:
        call: what is to be done.
        folder: for the files that the function makes.
    """

    def __init__(self, call: Call, folder: Path, listener: Listener) -> None:
        self.call = call
        self.folder = folder
        self._listener = listener
        self._lock = threading.Lock()
        self._hooks: list[Callable[[], object]] = []
        self.is_cancelled = False

    def started(self) -> None:
        """Say that the function is about to be called. Any thread."""
        self._listener.started()

    def tell(self, progress: float | None, text: str) -> None:
        """Say how far the function is. Any thread."""
        self._listener.reported(progress, text)

    def cancel(self) -> None:
        """Ask the function to stop. Only the event loop calls it."""
        with self._lock:
            self.is_cancelled = True
            hooks, self._hooks = self._hooks, []
        for hook in hooks:
            hook()

    def close(self) -> None:
        """Say that the attempt has ended. On the event loop."""
        self._listener.close()

    def when_cancelled(self, hook: Callable[[], object]) -> None:
        """Call this when it is cancelled, or now if it was."""
        with self._lock:
            if not self.is_cancelled:
                self._hooks.append(hook)
                return
        hook()


class Runner(Protocol):
    """Calls functions somewhere: in threads, in processes, on another executor."""

    async def run(self, run: Run) -> Outcome:
        """Make an attempt. A cancelled one that has not begun ends at once."""

    def end(self, run: Run) -> None:
        """End an attempt that was cancelled and goes on; nothing happens where that is not
        possible, as with a thread. On the event loop."""
