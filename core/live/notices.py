"""Notices of a page: whom each one is for, and those that wait for a browser."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from ..elements.notice import Notice
from .protocol import NoticeNews

# For each browser of a page, and for one more. Of more, the oldest are closed.
MOST_NOTICES = 16


@dataclass(slots=True)
class Kept:
    """A notice that may be open in browsers.

    Attributes:
        session_id: whose browsers may show it; None for all.
        is_waiting: no browser shows it yet.
    """

    notice: Notice
    session_id: str | None
    is_waiting: bool = False

    def is_for(self, session_id: str) -> bool:
        """Whether browsers of a session may show it."""
        return self.session_id in (None, session_id)


class Notices:
    """The notices that may be open in the browsers of one page. Any thread may call it."""

    def __init__(self) -> None:
        self._kept: dict[int, Kept] = {}
        self._lock = threading.Lock()

    def keep(self, kept: Kept, browsers: int) -> list[Notice]:
        """Keep a notice until it is closed or too many newer ones are kept.

        Args:
            browsers: how many show the page.

        Returns:
            Those that are too many, to be closed.
        """
        with self._lock:
            self._kept[kept.notice.number] = kept
            surplus = len(self._kept) - MOST_NOTICES * (browsers + 1)
            return [each.notice for each in list(self._kept.values())[: max(surplus, 0)]]

    def forget(self, notice: Notice) -> Kept | None:
        """Stop keeping a notice; returns whom it was for, None if it was not kept."""
        with self._lock:
            return self._kept.pop(notice.number, None)

    def get(self, number: object, session_id: str | None = None) -> Kept | None:
        """A notice by its number, if browsers of the session (None: of any) may show it."""
        with self._lock:
            kept = self._kept.get(number) if isinstance(number, int) else None
        return kept if kept and (session_id is None or kept.is_for(session_id)) else None

    def take_waiting(self, session_id: str) -> list[Notice]:
        """The notices that waited for a browser of the session, which now shows them."""
        with self._lock:
            waiting = [k for k in self._kept.values() if k.is_waiting and k.is_for(session_id)]
            for kept in waiting:
                kept.is_waiting = False
        return [kept.notice for kept in waiting]


def news_of(notice: Notice, is_new: bool) -> NoticeNews:
    """What browsers are told about a notice."""
    return {
        "notice": notice.number,
        "is_new": is_new,
        "is_open": notice.is_open,
        "text": notice.text,
        "kind": notice.kind,
        "action": notice.action,
        "progress": notice.progress,
        "seconds": notice.seconds,
    }
