"""Subscriber: the protocol of a browser that shows a live page."""

from __future__ import annotations

from typing import Any, Protocol

from ..elements.notice import Notice
from ..elements.webpage import WebPage
from .protocol import ServerMessage


class Subscriber(Protocol):
    """A browser that shows a page (`core.live.channel` provides it).

    Attributes:
        id: unguessable; the ``msg.websocket_id`` of its events.
        serial: greater than those of all earlier ones.
        session_id: whose browser it is.
        page: what it shows.
    """

    id: str
    serial: int
    session_id: str
    page: WebPage

    def wake(self) -> None:
        """Send what is new. Called on the loop."""

    def send(self, message: ServerMessage) -> None:
        """Send a message to this browser only. Called on the loop."""

    def enqueue(self, message: ServerMessage) -> None:
        """Send a message with the next `wake`. Any thread may call it."""

    def number_question(self) -> int:
        """A number for a question that this browser has not been asked."""

    async def ask(
        self,
        question: str,
        arguments: dict[str, Any],
        timeout: float | None,
        number: int | None = None,
    ) -> Any:
        """Ask this browser, or its user."""

    def withdraw(self, number: int) -> None:
        """Tell the browser that nobody waits for an answer any longer."""

    def expect(self, number: int, *, is_patch: bool = False) -> None:
        """Await the answer to a question that is about to be sent."""

    async def answer(self, number: int, timeout: float | None) -> Any:
        """The answer to a question."""

    def tell(self, notice: Notice, is_new: bool = False) -> None:
        """Send a notice, as it is then, with the next `wake`. Any thread may call it."""
