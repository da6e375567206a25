"""The events of one browser that are not handled yet, within limits."""

from __future__ import annotations

from collections import deque

from ..attribute_dict import AttributeDict
from ..language.texts import N_
from ..words import names

# Started events with plain handlers. A page runs those handlers one at a time anyway.
AT_ONCE = 16

# Events that wait to be started, and started ones of other kinds. More are refused.
MOST = 256

# The newest event of these makes earlier ones of its kind superfluous.
SUPERSEDING = names("mousemove pointermove touchmove drag dragover scroll resize")

BUSY = N_("The program is still busy with what you did before. Wait a moment, and do this again.")


class EventQueue:
    """Counts what is running for a browser, and keeps events that wait. The event loop owns it.

    Attributes:
        plain: how many events with plain handlers are started.
        others: how many other events and calls are started.
    """

    def __init__(self) -> None:
        self.plain = 0
        self.others = 0
        self._waiting: deque[AttributeDict] = deque()

    def add(self, event: AttributeDict) -> AttributeDict | None:
        """Let an event wait until one with a plain handler ends.

        Returns:
            The event to drop: one that this one supersedes, or this one if too many wait.
        """
        last = self._waiting[-1] if self._waiting else None
        if last is not None and event.e in SUPERSEDING and (last.e, last.c) == (event.e, event.c):
            self._waiting[-1] = event
            return last
        if len(self._waiting) >= MOST:
            return event
        self._waiting.append(event)
        return None

    def next(self) -> AttributeDict | None:
        """The event to start now that another one has ended."""
        return self._waiting.popleft() if self._waiting and self.plain < AT_ONCE else None

    def clear(self) -> None:
        """Drop the events that wait."""
        self._waiting.clear()
