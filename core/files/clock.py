"""Clock: the age of files by the wall clock, ignoring its jumps."""

import contextlib
import json
import logging
import os
import secrets
import threading
import time
from pathlib import Path
from typing import NamedTuple

from .disk import patiently, private_folder

log = logging.getLogger(__name__)

DAY = 24 * 3600.0

MOST_GAPS = 100
"""Gaps that are kept. The time of older ones counts again."""


class _Gap(NamedTuple):
    """Seconds since 1970 between which time does not count."""

    start: float
    end: float


class Clock:
    """The age of files on the disk.

    A gap between two calls of `look` counts as `most` seconds at most: the program did not run, the
    machine slept, or the clock was set ahead.

    Args:
        path: the file that records the times; several processes may share it.
        most: in seconds; call `look` more often than that.
    """

    def __init__(self, path: Path, most: float) -> None:
        self._path = path
        self._most = most
        self._looking = threading.Lock()
        self._seen, self._gaps = self._read() or (time.time(), ())

    def look(self) -> None:
        """Record the time. Blocks."""
        with self._looking:
            seen, gaps = self._read() or (self._seen, self._gaps)
            now = time.time()
            if now - seen > self._most:
                gaps = (*gaps, _Gap(seen + self._most, now))
            # After the clock was set back, the time of later gaps is yet to come.
            self._gaps = tuple(gap for gap in gaps if gap.end <= now)[-MOST_GAPS:]
            self._seen = now
            self._write()

    def age(self, since: float) -> float:
        """The seconds that passed since a time, which is in seconds since 1970."""
        now = time.time()
        return max(0.0, now - since - self.unseen(since, now))

    def unseen(self, since: float, now: float) -> float:
        """The seconds between two times that do not count."""
        gaps = self._gaps
        if now - self._seen > self._most:
            gaps = (*gaps, _Gap(self._seen + self._most, now))
        return sum(max(0.0, min(gap.end, now) - max(gap.start, since)) for gap in gaps)

    def _read(self) -> tuple[float, tuple[_Gap, ...]] | None:
        try:
            noted = json.loads(self._path.read_bytes())
            gaps = tuple(_Gap(float(start), float(end)) for start, end in noted["gaps"])
            return float(noted["seen"]), gaps
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None  # missing or damaged: this process uses its own record

    def _write(self) -> None:
        fresh = self._path.with_name(f"{self._path.name}-{secrets.token_hex(8)}")
        try:
            private_folder(self._path.parent)
            fresh.write_text(json.dumps({"seen": self._seen, "gaps": self._gaps}))
            patiently(os.replace, fresh, self._path)
        except OSError as error:
            log.warning("Could not record the time in %s: %s", self._path, error)
            with contextlib.suppress(OSError):
                fresh.unlink()
