"""View: the protocol of an object that shows a page in browsers; `core.live` implements it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NamedTuple, Protocol

# What is wrong with an answer, or nothing.
Check = Callable[[str], str | None | Awaitable[str | None]]


class Script(NamedTuple):
    """JavaScript for the browsers of a page; they send its value back if the program wants it."""

    text: str
    request_id: Any
    send: bool
    timeout: float | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether `run_javascript` returns the value: it does not come as an event only."""
        return self.send and self.request_id is None


class View(Protocol):
    """Keeps the browsers that show a page in step with it."""

    def is_for(self, session_id: str) -> bool:
        """Whether the page was served to this session. Any thread may call it."""

    def note(self, component: Any, name: str) -> None:
        """Mark an attribute of a component, or with None of the page, as dirty."""

    async def update(self, only: str | None = None) -> None:
        """Send the changes to the browsers, or only to the one with this id."""

    async def run_javascript(self, script: Script) -> Any:
        """Run a script in the browsers, or in the first that comes; return its value if awaited."""

    async def ask(self, question: str, arguments: dict[str, Any], check: Check | None) -> Any:
        """Ask the person in the browser that acted."""

    def show_notice(self, notice: Any) -> None:
        """Show a notice (`notice.Notice`) in the browser that acted, else in all."""

    def notice_changed(self, notice: Any) -> None:
        """Show the changes of a notice, or that it was closed."""

    def download(self, content: Any, name: str | None) -> None:
        """Let the browser that acted save a file."""

    async def dispatch(
        self, component: Any, event: str, session_id: str, fields: Mapping[str, Any]
    ) -> str:
        """Run a component's handler for a session; what failed, for the user, or ""."""

    def failed(self, error: Exception, what: str) -> None:
        """Report an error of a component that derived what it shows. Any thread may call it."""
