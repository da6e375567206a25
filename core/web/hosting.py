"""The window around the pages, if there is one: calls of pages, and reports to them."""

from __future__ import annotations

from typing import Any

from ..language.texts import _
from ..live.channel import Channel
from ..live.errors import HostError
from ..live.handler_calls import HandlerCalls
from ..live.pages import Pages
from ..live.protocol import WindowNews
from .settings import Caller, WindowHost
from .tasks import Tasks


class Hosting:
    """Connects an application with its window.

    Args:
        host: the window; None if pages are in browsers only.
        pages: of the application.
        calls: runs functions of the program.
        tasks: runs reports on the event loop.
    """

    def __init__(
        self, host: WindowHost | None, pages: Pages, calls: HandlerCalls, tasks: Tasks
    ) -> None:
        self._host = host
        self._pages = pages
        self._calls = calls
        self._tasks = tasks
        if host is not None:
            host.subscribe(self.report)

    def is_around(self, session_id: str) -> bool:
        """Whether the pages of a session are in our window now."""
        host = self._host
        return host is not None and host.available and host.session_id == session_id

    def drags(self, session_id: str) -> bool:
        """Whether the pages of a session can have files dragged into other programs."""
        return self.is_around(session_id) and self._host is not None and self._host.drags

    async def call(self, channel: Channel, name: str, arguments: dict[str, Any]) -> Any:
        """Call the window for a page.

        Raises:
            HostError: the call was refused or failed; the text is shown to the user.
        """
        return await self._host_of(channel).call(name, arguments, caller(channel))

    async def do(self, channel: Channel, name: str, arguments: dict[str, Any]) -> Any:
        """Call the window for the program; errors are passed on."""
        return await self._host_of(channel).do(name, arguments, caller(channel))

    def report(self, to: Caller, progress: WindowNews) -> None:
        """Send a page the progress of its call. Any thread may call it."""
        self._tasks.call(self._report, to, progress)

    def _report(self, to: Caller, progress: WindowNews) -> None:
        channels = self._channels()
        # If the page was reloaded meanwhile, the report goes to the page in the same window.
        found = [channel for channel in channels if channel.id == to.channel]
        for channel in found or [other for other in channels if other.window == to.window]:
            channel.send({"window": progress})

    async def act(self, window: str, name: str, function: Any) -> Any:
        """Call a function of the program as a handler of the page that a window shows.

        Returns:
            What the function returned; None if it failed, or the window shows no page.
        """
        shown = [channel for channel in self._channels() if channel.window == window]
        if not shown:
            return None
        return await self._calls.run_function(shown[-1], name, function)

    def _host_of(self, channel: Channel) -> WindowHost:
        if self._host is None or not self.is_around(channel.session_id):
            raise HostError(_("This page is not in the program's window."))
        return self._host

    def _channels(self) -> tuple[Channel, ...]:
        return self._pages.channels(self._host.session_id) if self._host else ()


def caller(channel: Channel) -> Caller:
    """The page of a channel, as the window knows it."""
    return Caller(channel.window, channel.id)
