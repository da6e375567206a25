"""Subscribers: the browsers that show a page, and what waits for the first of them."""

from __future__ import annotations

import asyncio
from collections import deque

from ..elements.notice import Notice
from ..elements.view import Script
from ..elements.webpage import WebPage
from ..loop_guard import LoopGuard
from .context import current_channel, current_session
from .notices import Kept, Notices
from .protocol import Operation, RunScript, SaveDownload
from .subscriber import Subscriber

# Panels for the author (debug mode) that wait for a browser.
MOST_FAILURES = 16

# Downloads that wait for a session's browser to come back.
MOST_DOWNLOADS = 16


class Subscribers:
    """The browsers of one page. The event loop owns it; any thread may read, wake and save.

    Attributes:
        all: the browsers, oldest first. Replaced, never changed, so that any thread may read it.
        notices: those that may be open in them.
    """

    def __init__(self, page: WebPage, guard: LoopGuard) -> None:
        self.all: tuple[Subscriber, ...] = ()
        self.notices = Notices()
        self._page = page
        self._guard = guard
        self._loop: asyncio.AbstractEventLoop | None = None
        self._failures: deque[str] = deque(maxlen=MOST_FAILURES)
        self._downloads: deque[tuple[str, SaveDownload]] = deque(maxlen=MOST_DOWNLOADS)

    def join(self, subscriber: Subscriber) -> None:
        """Add a browser, and send it what was waiting for one."""
        self._guard.check(self)
        self._loop = asyncio.get_running_loop()
        self.all = *self.all, subscriber
        while self._failures:
            subscriber.send({"failure": self._failures.popleft()})
        scripts = [script_operation(self._page, script) for script in self._page.scripts.take()]
        operations: list[Operation] = [*scripts, *self._take_downloads(subscriber.session_id)]
        if operations:
            subscriber.send({"now": operations})
        for notice in self.notices.take_waiting(subscriber.session_id):
            self._tell(subscriber, notice, is_new=True)

    def leave(self, subscriber: Subscriber) -> None:
        """Remove a browser."""
        self._guard.check(self)
        self.all = tuple(other for other in self.all if other is not subscriber)

    def wake(self, only: str | None = None) -> None:
        """Let the browsers, or the one of an id, send what is new. Any thread may call it."""
        if self._loop is None or self._loop.is_closed():
            return
        try:
            is_on_loop = asyncio.get_running_loop() is self._loop
        except RuntimeError:
            is_on_loop = False
        if is_on_loop:
            self._wake(only)
        else:
            self._loop.call_soon_threadsafe(self._wake, only)

    def _wake(self, only: str | None) -> None:
        for subscriber in self.all:
            if only in (None, subscriber.id):
                subscriber.wake()

    def save(self, session_id: str, operation: SaveDownload) -> None:
        """Let a session's browser save something, now or when it comes back.

        Its browser may have another channel meanwhile. Any thread may call it.
        """
        if (subscriber := self.of_session(session_id)) is None:
            self._downloads.append((session_id, operation))
        else:
            subscriber.enqueue({"now": [operation]})
            self.wake(subscriber.id)

    def of_session(self, session_id: str) -> Subscriber | None:
        """The session's browser whose event is being handled; else its newest."""
        current = current_channel.get()
        own = [each for each in self.all if each.session_id == session_id]
        if current in own:
            return current
        return max(own, key=lambda each: each.serial, default=None)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in the browser that acted, else in all, now or in the first that comes.

        Any thread may call it.
        """
        session_id = self._session_of_event()
        if session_id is None:
            shown_by = self.all
        else:
            own = self.of_session(session_id)
            shown_by = () if own is None else (own,)
        kept = Kept(notice, session_id, is_waiting=not shown_by)
        for surplus in self.notices.keep(kept, len(self.all)):
            surplus.close()
        for subscriber in shown_by:
            self._tell(subscriber, notice, is_new=True)

    def notice_changed(self, notice: Notice) -> None:
        """Show the changes of a notice, or that it was closed. Any thread may call it."""
        kept = self.notices.get(notice.number) if notice.is_open else self.notices.forget(notice)
        if kept is None or kept.is_waiting:
            return
        for subscriber in self.all:
            if kept.is_for(subscriber.session_id):
                self._tell(subscriber, notice)

    def _tell(self, subscriber: Subscriber, notice: Notice, *, is_new: bool = False) -> None:
        subscriber.tell(notice, is_new)
        self.wake(subscriber.id)

    def _session_of_event(self) -> str | None:
        """The session that acted on this page, or asked for it; None if none did."""
        current = current_channel.get()
        if current is None or current.page is self._page:
            return current_session.get()
        return None

    def that_acted(self) -> Subscriber | None:
        """The browser that acted, if it shows this page."""
        session_id = current_session.get()
        return None if session_id is None else self.of_session(session_id)

    def report_failure(self, html: str) -> None:
        """Show the author a panel, now or in the first browser that comes."""
        self._guard.check(self)
        for subscriber in self.all:
            subscriber.send({"failure": html})
        if not self.all:
            self._failures.append(html)

    def _take_downloads(self, session_id: str) -> list[SaveDownload]:
        waiting = [self._downloads.popleft() for _ in range(len(self._downloads))]
        self._downloads.extend(item for item in waiting if item[0] != session_id)
        return [operation for owner, operation in waiting if owner == session_id]


def script_operation(
    page: WebPage, script: Script, asked: tuple[str, int] | None = None
) -> RunScript:
    """The operation that runs a script, and returns its value if the page has a handler.

    Args:
        asked: the browser that answers with the value, and the number of this question.
    """
    wanted = script.send and "result_ready" in page.handlers
    return RunScript("j", script.text, script.request_id, wanted, asked)
