"""ReportSender: sends the latest of many reports, now and then."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

INTERVAL = 0.05
"""Seconds between two reports that are sent, however often a function reports."""


class ReportSender:
    """Sends reports out of a process. Any thread.

    Args:
        send: takes progress and text.
    """

    def __init__(self, send: Callable[[float | None, str], object]) -> None:
        self._send = send
        self._lock = threading.Lock()
        self._latest: tuple[float | None, str] | None = None
        self._sent = float("-inf")
        self._timer: threading.Timer | None = None

    def tell(self, progress: float | None, text: str) -> None:
        """Send this report now, or soon if another one has just been sent."""
        with self._lock:
            known = self._latest or (None, "")
            self._latest = (known[0] if progress is None else progress, text or known[1])
            if self._timer is not None:
                return
            wait = self._sent + INTERVAL - time.monotonic()
            if wait > 0:
                self._timer = threading.Timer(wait, self.flush)
                self._timer.daemon = True
                self._timer.start()
                return
        self.flush()

    def flush(self) -> None:
        """Send what was not sent yet."""
        with self._lock:
            latest, self._latest, self._timer = self._latest, None, None
            self._sent = time.monotonic()
        if latest is not None:
            self._send(*latest)
