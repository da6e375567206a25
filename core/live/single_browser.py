"""SingleBrowser: the part of a live page that is meant for one browser: the one that acted.

What is meant for the browser that acted goes to its session or to nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..elements.notice import Notice
from ..elements.webpage import WebPage
from .context import current_session
from .protocol import SaveDownload
from .subscribers import Subscribers

# Offers something to a session; returns the address at which its browsers get it.
Offer = Callable[[str, Any, str | None], str]


class SingleBrowser:
    """Downloads, notices, and what a browser is asked."""

    page: WebPage
    sessions: set[str]
    subscribers: Subscribers
    _offer: Offer

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in the browser that acted, else in all."""
        self.subscribers.show_notice(notice)

    def notice_changed(self, notice: Notice) -> None:
        """Show the changes of a notice."""
        self.subscribers.notice_changed(notice)

    def download(self, content: Any, name: str | None) -> None:
        """Let the session whose event is being handled, and no other, save something."""
        session_id = current_session.get() or self._only_session("download")
        operation = SaveDownload("d", self._offer(session_id, content, name), name or "")
        self.subscribers.save(session_id, operation)

    def _only_session(self, method: str) -> str:
        """The one session that was served this page.

        Raises:
            RuntimeError: there are others.
        """
        sessions = tuple(self.sessions)
        if len(sessions) != 1:
            raise RuntimeError(
                f"{method}() outside of a handler does not know which session it is for: "
                f"{self.page!r} was served to {len(sessions)}. Call it in the handler of an event, "
                "or in a task that it starts with jp.run_task()."
            )
        return sessions[0]
