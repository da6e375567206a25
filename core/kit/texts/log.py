"""Log: lines that a program appends, from any thread, with the latest in sight."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import threading
import weakref
from collections import deque
from dataclasses import dataclass
from typing import Any, ClassVar

import core as jp
from core.workers.program.text import shortened

from ..script_part import ScriptPart

KINDS = ("", "good", "warning", "error", "quiet")
"""What a line may be: the colours of the theme."""

MOST_LINES = 1_000_000
"""Browsers cannot scroll through more."""

MOST_AT_ONCE = 500
"""Lines of one answer."""

PAUSE = 0.05
"""Seconds between two patches: a thousand lines a second are twenty of them."""

_FORMAT = logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%H:%M:%S")


@dataclass
class Wanted:
    """Lines that came into sight: the number of the first, and how many."""

    start: int
    count: int


class Log(ScriptPart):
    """Shows lines as they are written; any thread may write.

    It follows its end, unless somebody has scrolled up to read. Only the lines in sight are in the
    page: a hundred thousand cost it no more than fifty.

    Args:
        max_lines: as many are kept, the latest.
        attributes: as for `core.Div`.

    Raises:
        ValueError: `max_lines` is not between 1 and 1,000,000.
    """

    script = "kit/log.js"
    sends: ClassVar = {"wanted": Wanted}

    lines_from: int = 0
    lines_to: int = 0
    label: str = "Log"

    def __init__(self, max_lines: int = 100_000, **attributes: Any) -> None:
        if not 1 <= max_lines <= MOST_LINES:
            raise ValueError(f"max_lines is from 1 to {MOST_LINES:,}, not {max_lines!r}.")
        classes = f"kit-log {attributes.pop('classes', '')}".strip()
        label = attributes.get("aria_label", "Log")
        named = {"role": "group", "aria_label": label, "label": label}
        super().__init__(**{**named, **attributes, "classes": classes})
        self._lines: deque[tuple[str, str]] = deque(maxlen=max_lines)
        self._end = 0
        self._lock = threading.Lock()
        self._is_showing = False
        self.on("wanted", self._answer)

    @property
    def lines(self) -> list[str]:
        """The texts of the lines that are kept."""
        with self._lock:
            return [text for _, text in self._lines]

    def write(self, text: str, kind: str = "") -> None:
        """Append a text, which may have several lines. Any thread may call it.

        Args:
            kind: "good", "warning", "error" or "quiet" gives it a colour.

        Raises:
            ValueError: there is no such kind.
        """
        if kind not in KINDS:
            raise ValueError(f"The kind of a line is one of {KINDS[1:]}, not {kind!r:.100}.")
        lines = shortened(str(text)).removesuffix("\n").split("\n")
        with self._lock:
            self._lines.extend((kind, line.rstrip("\r")) for line in lines)
            self._end += len(lines)
        self._show_soon()

    def clear(self) -> None:
        """Remove all lines."""
        with self._lock:
            self._lines.clear()
        self._show_soon()

    def follow(self, logger: str = "", level: int = logging.INFO) -> logging.Handler:
        """Write what a logger of Python's `logging` says, as long as this log exists.

        Args:
            logger: its name; "" for all of them.
            level: what is less important is left out. The logger's own level counts, too.

        Returns:
            The handler that was added, to set another formatter.
        """
        source, handler = logging.getLogger(logger), _Handler(self, level)
        source.addHandler(handler)
        weakref.finalize(self, source.removeHandler, handler)
        return handler

    def _show_soon(self) -> None:
        with self._lock:
            if self._is_showing:
                return
            self._is_showing = True
        try:
            jp.run_task(self._show())
        except RuntimeError:  # no server runs yet: the first paint shows it
            self._count()

    async def _show(self) -> None:
        await asyncio.sleep(PAUSE)
        self._count()
        await self.update()

    def _count(self) -> None:
        with self._lock:
            self._is_showing = False
            self.lines_from, self.lines_to = self._end - len(self._lines), self._end

    async def _answer(self, msg: jp.Msg) -> bool:
        """Lines that the script asks for; a page may ask for any. It never waits for a handler."""
        wanted: Wanted = msg.detail
        with self._lock:
            first = self._end - len(self._lines)
            start = min(max(first, wanted.start), self._end)
            count = max(0, min(wanted.count, MOST_AT_ONCE))
            found = list(itertools.islice(self._lines, start - first, start - first + count))
        msg.answer = {"start": start, "lines": found}
        return True  # nothing in the page has changed


class _Handler(logging.Handler):
    """Does not keep its log alive."""

    def __init__(self, log: Log, level: int) -> None:
        super().__init__(level)
        self.setFormatter(_FORMAT)
        self._log = weakref.ref(log)

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if (log := self._log()) is not None:
                log.write(self.format(record), _kind(record.levelno))
        except Exception:
            with contextlib.suppress(Exception):
                self.handleError(record)


def _kind(level: int) -> str:
    if level >= logging.ERROR:
        return "error"
    if level >= logging.WARNING:
        return "warning"
    return "" if level >= logging.INFO else "quiet"
