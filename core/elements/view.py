"""View: the protocol of what shows a page in browsers; `core.live` provides it."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol


class Script(NamedTuple):
    """JavaScript for the browsers of a page, and whether they send its value back."""

    text: str
    request_id: Any
    send: bool


class View(Protocol):
    """Keeps the browsers that show a page in step with it."""

    def note(self, component: Any, name: str) -> None:
        """Mark an attribute of a component as dirty or, with None, of the page."""

    async def update(self, only: str | None = None) -> None:
        """Send what changed to the browsers, or at once to the only one of this id."""

    async def run_javascript(self, script: Script) -> None:
        """Run a script in the browsers, or in the first that comes."""

    def download(self, content: Any, name: str | None) -> None:
        """Let the browser that acted save a file."""

    def failed(self, error: Exception, what: str) -> None:
        """A component raised this while it derived what it shows. Any thread may call it."""
