"""--debug: how the program's process reaches the window and its files."""

from typing import Any

from core.live.protocol import WindowNews
from core.uploads.local_files import LocalFile, Opened
from core.web.settings import Caller, Report
from desktop.launch.link import Link
from desktop.system.threads import on_own_thread
from desktop.windows.qt.toolkit import system_toolkit


class RemoteWindow:
    """Implements core.web.settings.WindowHost by calls of the supervisor."""

    def __init__(self, session_id: str, available: bool, link: Link) -> None:
        self.session_id = session_id
        self.available = available
        self.link = link
        self.subscriber: Report | None = None

    @property
    def drags(self) -> bool:
        """Whether files can be dragged out of the windows."""
        return self.available and system_toolkit().drags

    def note(self, available: bool) -> None:
        """Note whether there is a window to call now."""
        self.available = available

    def subscribe(self, report: Report) -> None:
        """Send reports to this function from now on."""
        self.subscriber = report

    def report(self, to: Caller, news: WindowNews) -> None:
        """Forward a report of the window."""
        if self.subscriber is not None:
            self.subscriber(to, news)

    async def call(self, name: str, arguments: dict[str, Any], caller: Caller) -> Any:
        return await on_own_thread(self.link.call, "window", name, arguments, caller)

    async def do(self, name: str, arguments: dict[str, Any], caller: Caller) -> Any:
        return await on_own_thread(self.link.call, "do", name, arguments, caller)


class RemoteFiles:
    """Implements core.web.settings.LocalFiles by calls of the supervisor."""

    def __init__(self, session_id: str, link: Link) -> None:
        self.session_id = session_id
        self.link = link

    async def vouch(self, seen: dict[str, Any]) -> list[LocalFile | bool | None]:
        found: list[LocalFile | bool | None] = await on_own_thread(self.link.call, "vouch", seen)
        return found

    async def opened(self, shown: list[int]) -> list[Opened]:
        found: list[Opened] = await on_own_thread(self.link.call, "opened", shown)
        return found
