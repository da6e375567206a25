"""The window around the pages, where there is one: what they ask of it, what it tells them."""

from __future__ import annotations

import asyncio
from typing import Any

from ..live.channel import Channel, HostError
from ..live.dispatcher import Events
from ..live.pages import Pages
from .settings import Caller, WindowHost


class Hosting:
    """Joins an application and its window.

    Args:
        host: the window; None where the pages are in browsers only.
        pages: the application's.
        events: runs handlers.
    """

    def __init__(self, host: WindowHost | None, pages: Pages, events: Events) -> None:
        self._host = host
        self._pages = pages
        self._events = events
        self.loop: asyncio.AbstractEventLoop | None = None
        if host is not None:
            host.report = self.report

    def is_around(self, session_id: str) -> bool:
        """Whether the pages of a session are in our window now."""
        host = self._host
        return host is not None and host.available and host.session_id == session_id

    async def call(self, channel: Channel, name: str, arguments: dict[str, Any]) -> Any:
        """Ask the window for something on behalf of a page.

        Raises:
            HostError: refused or failed; the text is shown to the user.
        """
        if self._host is None or not self.is_around(channel.session_id):
            raise HostError("This page is not in the program's window.")
        return await self._host.call(name, arguments, caller(channel))

    async def do(self, channel: Channel, name: str, arguments: dict[str, Any]) -> Any:
        """Ask the window for something on behalf of the program; what it raises is passed on."""
        if self._host is None or not self.is_around(channel.session_id):
            raise HostError("This page is not in the program's window.")
        return await self._host.do(name, arguments, caller(channel))

    def report(self, whom: Caller, news: dict[str, Any]) -> None:
        """Tell the page that asked how far the window is with it. Any thread may call it."""
        if self.loop is not None and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._report, whom, news)

    def _report(self, whom: Caller, news: dict[str, Any]) -> None:
        channels = self._channels()
        # The page may have been loaded anew meanwhile: then the one in its window is told.
        found = [channel for channel in channels if channel.id == whom.channel]
        for channel in found or [other for other in channels if other.window == whom.window]:
            channel.tell(window=news)

    async def act(self, window: str, name: str, function: Any) -> Any:
        """Call a function of the program as a handler of the page that a window shows.

        Returns:
            What the function returned; None where it failed, or the window shows no page.
        """
        shown = [channel for channel in self._channels() if channel.window == window]
        if not shown:
            return None
        return await self._events.act(shown[-1], name, function)

    def _channels(self) -> tuple[Channel, ...]:
        return self._pages.channels(self._host.session_id) if self._host else ()


def caller(channel: Channel) -> Caller:
    """Who asks, as the window knows it."""
    return Caller(channel.window, channel.id)
