"""Channel: one browser's connection to the page that it shows."""

from __future__ import annotations

import asyncio
import itertools
import json
import logging
import secrets
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from ..attribute_dict import AttributeDict
from ..elements.notice import Notice
from ..executors import RENDERING
from .errors import HostError, PageLeft
from .event_queue import EventQueue
from .live_page import LivePage
from .notices import news_of
from .protocol import ServerMessage

logger = logging.getLogger(__name__)

# Messages that a browser has not taken. A browser that reads never has so many.
MOST_WAITING = 4096

_serials = itertools.count(1)

MISSED = "The browser was sent the whole page, without the script. Run it again."
LEFT = "The page was closed before it answered."


class Channel:
    """Sends one browser the patches after the last one it has, and messages of its own.

    The event loop owns it; any thread may call `enqueue` and `tell`.

    Attributes:
        serial: greater than those of all earlier channels.
        id: unguessable; names the channel in requests and in ``msg.websocket_id``.
        number: of the last patch that was sent here.
        page: what the browser shows.
        window: the name of the native window around the page, as the page says; "" in browsers.
        events: of this browser, not handled yet.

    Args:
        wake: lets the transport send what is new.
    """

    def __init__(
        self,
        live: LivePage,
        session_id: str,
        number: int,
        wake: Callable[[], None],
        window: str = "",
    ) -> None:
        self.serial = next(_serials)
        self.id = secrets.token_urlsafe(12)
        self.live = live
        self.session_id = session_id
        self.page = live.page
        self.number = number
        self.window = window
        self.events = EventQueue()
        self._wake = wake
        self._is_closed = False
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._in_patches: set[int] = set()  # questions
        self._questions = itertools.count(1)
        self._waiting: deque[str] = deque()
        self._notices: dict[Notice, bool] = {}  # with news for this browser; whether it is new
        self.enqueue({"channel": self.id})

    def wake(self) -> None:
        """Send what is new. Whatever there is for a browser, this call makes it go out."""
        self.live.guard.check(self)
        self._wake()

    def send(self, message: ServerMessage) -> None:
        """Send a message to this browser only."""
        self.enqueue(message)
        self.wake()

    def enqueue(self, message: ServerMessage) -> None:
        """Send a message with the next `wake`. Any thread may call it."""
        self._waiting.append(json.dumps(message, default=str))

    def tell(self, notice: Notice, is_new: bool = False) -> None:
        """Send a notice, as it is then, with the next `wake`. Any thread may call it.

        What changes more often than a browser takes it is sent once.
        """
        self._notices.setdefault(notice, is_new)

    def number_question(self) -> int:
        """A number for a question that this browser has not been asked."""
        return next(self._questions)

    async def ask(
        self,
        question: str,
        arguments: dict[str, Any],
        timeout: float | None,
        number: int | None = None,
    ) -> Any:
        """Ask this browser, or its user.

        Args:
            timeout: in seconds; None waits as long as the page is open.
            number: of an earlier question that this one continues.

        Raises:
            HostError: the browser says why it cannot answer.
            PageLeft: the page was closed.
            TimeoutError: no answer came in time.
        """
        number = number or self.number_question()
        self.expect(number)
        self.send({"ask": number, "question": question, "args": arguments})
        try:
            return await self.answer(number, timeout)
        except (TimeoutError, asyncio.CancelledError):
            self.withdraw(number)
            raise

    def withdraw(self, number: int) -> None:
        """Tell the browser that nobody waits for an answer any longer."""
        if not self._is_closed:
            self.send({"unask": number})

    def expect(self, number: int, *, is_patch: bool = False) -> None:
        """Await the answer to a question that is about to be sent.

        Args:
            is_patch: it is an operation of a patch, which the whole page does not include.

        Raises:
            PageLeft: the page was closed.
        """
        if self._is_closed:
            raise PageLeft(LEFT)
        self._answers[number] = asyncio.get_running_loop().create_future()
        if is_patch:
            self._in_patches.add(number)

    async def answer(self, number: int, timeout: float | None) -> Any:
        """The answer to a question; raises as `ask` does."""
        try:
            return await asyncio.wait_for(self._answers[number], timeout)
        finally:
            del self._answers[number]
            self._in_patches.discard(number)

    def receive_answer(self, message: AttributeDict) -> None:
        """Pass an answer on to whoever asked."""
        answer = self._answers.get(message.ask) if isinstance(message.ask, int) else None
        if answer is None or answer.done():
            return
        if message.error:
            answer.set_exception(HostError(str(message.error)[:1000]))
        else:
            answer.set_result(message.result)

    def resync(self) -> None:
        """Send this browser the whole page."""
        self.number = -1
        self.wake()

    @property
    def is_full(self) -> bool:
        """Whether too many messages wait for this browser."""
        return len(self._waiting) + len(self._notices) > MOST_WAITING

    def close(self) -> None:
        """End the channel: questions get no answer any longer."""
        self._is_closed = True
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(PageLeft(LEFT))

    async def take(self) -> Sequence[str]:
        """Take the messages to send now."""
        messages = self.take_ready()
        if messages is None:
            messages = [*await self._whole(), *self._take_waiting()]
        return messages

    def take_ready(self) -> Sequence[str] | None:
        """The same; None if the whole page must be sent, which needs a thread."""
        self.live.guard.check(self)
        patches = self.live.patches_after(self.number)
        if patches is None:
            return None
        if patches:
            self.number = patches[-1][0]
        texts = [text for _, text in patches]
        return texts + self._take_waiting() if self._waiting or self._notices else texts

    async def _whole(self) -> list[str]:
        """The whole page; nothing if it cannot be shown, until it changes again.

        Closing the channel would not help: the browser would reconnect and ask for the same page.
        """
        for number in self._in_patches:
            if not (answer := self._answers[number]).done():
                answer.set_exception(PageLeft(MISSED))
        try:
            self.number, whole = await RENDERING.run(self.live.whole)
        except Exception as error:
            self.live.failed(error, f"{self.live.page!r} could not be sent to a browser")
            return []
        return [whole]

    def _take_waiting(self) -> list[str]:
        waiting = [self._waiting.popleft() for _ in range(len(self._waiting))]
        # First taken, then read: a notice that changes meanwhile is sent again.
        news = [(notice, self._notices.pop(notice)) for notice in tuple(self._notices)]
        # Before the answer to the event in which they were shown.
        return [json.dumps(news_of(*each)) for each in news] + waiting
