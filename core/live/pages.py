"""Pages: the pages that browsers show, or have been served and may open."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ..elements.webpage import WebPage
from ..loop_guard import LoopGuard
from .channel import Channel
from .live_page import LivePage

logger = logging.getLogger(__name__)


class Pages:
    """The pages of one application, by token. The event loop owns it; any thread may read it.

    A session keeps a page for ``grace`` seconds after it was served and after its last browser
    left; a browser that comes (back) in that time finds the page as it was. A page that no session
    keeps ends.

    Args:
        make: makes the live page of a page.
        grace: seconds for which a session keeps a page without a browser.
        left: called with every channel that closed.
        guard: notices threads that touch what the loop owns.

    Attributes:
        gone: called with the token and the session of a page that no browser shows any longer.
    """

    gone: Callable[[str, str], None] = staticmethod(lambda token, session_id: None)

    def __init__(
        self,
        make: Callable[[WebPage], LivePage],
        grace: float,
        left: Callable[[Channel], None],
        guard: LoopGuard | None = None,
    ) -> None:
        self._make = make
        self._left = left
        self._guard = guard or LoopGuard()
        self._grace = grace
        self._closed: set[tuple[str, str]] = set()  # token, session
        self._pages: dict[str, LivePage] = {}
        self._channels: dict[str, set[Channel]] = {}
        self._timers: dict[tuple[str, str], asyncio.TimerHandle] = {}
        self._held: Counter[tuple[str, str]] = Counter()  # token, session -> requests
        self._loop: asyncio.AbstractEventLoop | None = None

    def __len__(self) -> int:
        return len(self._pages)

    def all(self) -> list[LivePage]:
        """All of them."""
        return list(self._pages.values())

    def serve(self, page: WebPage, session_id: str) -> LivePage:
        """The live page of a page that is served to a session."""
        self._guard.check(self)
        self._loop = asyncio.get_running_loop()
        live = page.view if isinstance(page.view, LivePage) else None
        if live is None:
            live = self._make(page)
            page.show_in(live)
            for notice in page.take_waiting_notices():
                live.show_notice(notice)
        WebPage.instances[page.page_id] = page
        self._pages[live.token] = live
        live.sessions.add(session_id)
        self._expire_later(live, session_id)
        return live

    @contextmanager
    def held(self, live: LivePage, session_id: str) -> Iterator[None]:
        """Keep a page for a session while a request needs it."""
        self._guard.check(self)
        key = live.token, session_id
        self._held[key] += 1
        try:
            yield
        finally:
            self._held[key] -= 1
            if not self._held[key]:
                del self._held[key]
            self._expire_later(live, session_id)

    def find(self, token: object, session_id: str) -> LivePage | None:
        """The live page of a token, if it was served to this session."""
        live = self._pages.get(token) if isinstance(token, str) else None
        if live is not None and session_id not in live.sessions:
            logger.warning("A session asked for %r, which was served to others only.", live.page)
            return None
        return live

    def has_session(self, session_id: str) -> bool:
        """Whether a session keeps a page."""
        return any(session_id in live.sessions for live in tuple(self._pages.values()))

    def sessions(self) -> set[str]:
        """All sessions that keep a page."""
        return {name for live in tuple(self._pages.values()) for name in tuple(live.sessions)}

    def join(self, channel: Channel) -> None:
        """A browser opened a channel to its page."""
        self._guard.check(self)
        self._channels.setdefault(channel.session_id, set()).add(channel)
        channel.live.subscribers.join(channel)
        self._closed.discard((channel.live.token, channel.session_id))
        if timer := self._timers.pop((channel.live.token, channel.session_id), None):
            timer.cancel()

    def leave(self, channel: Channel, *, has_closed: bool = False) -> None:
        """The channel of a browser closed.

        Args:
            has_closed: the browser said that the page was closed or loaded again; otherwise the
                connection may only be lost.
        """
        self._guard.check(self)
        channel.close()
        channel.live.subscribers.leave(channel)
        of_session = self._channels.get(channel.session_id, set())
        of_session.discard(channel)
        if not of_session:
            self._channels.pop(channel.session_id, None)
        self._expire_later(channel.live, channel.session_id)
        self._left(channel)
        if has_closed and not self._is_shown(channel.live, channel.session_id):
            self._closed.add((channel.live.token, channel.session_id))
            self.gone(channel.live.token, channel.session_id)

    def has_left(self, token: str, session_id: str) -> bool:
        """Whether the last browser of a session closed a page, or loaded it again."""
        return (token, session_id) in self._closed

    def _is_shown(self, live: LivePage, session_id: str) -> bool:
        return any(each.live is live for each in self._channels.get(session_id, ()))

    def channels(self, session_id: str) -> tuple[Channel, ...]:
        """The open channels of a session, to all its pages."""
        return tuple(self._channels.get(session_id, ()))

    def close(self) -> None:
        """End all pages."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        for live in self._pages.values():
            live.end()
        self._pages.clear()

    def _expire_later(self, live: LivePage, session_id: str) -> None:
        """End a session's hold on a page unless a browser comes in time."""
        if self._loop is None or self._loop.is_closed():
            return
        if self._is_shown(live, session_id):
            return
        key = live.token, session_id
        if timer := self._timers.pop(key, None):
            timer.cancel()
        self._timers[key] = self._loop.call_later(self._grace, self._expire, live, session_id)

    def _expire(self, live: LivePage, session_id: str) -> None:
        self._timers.pop((live.token, session_id), None)
        if self._held[live.token, session_id]:
            return
        live.sessions.discard(session_id)
        if (live.token, session_id) in self._closed:
            self._closed.discard((live.token, session_id))
        else:
            self.gone(live.token, session_id)
        if live.sessions or self._pages.pop(live.token, None) is None:
            return
        live.end()
        live.page.show_in(None)  # breaks the cycle of references
        if live.page.delete_flag:
            live.page.remove_page()
