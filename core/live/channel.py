"""Channel: one browser's connection to the page that it shows."""

from __future__ import annotations

import asyncio
import functools
import itertools
import json
import logging
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any

from ..attribute_dict import AttributeDict
from ..executors import RENDERING
from .dispatcher import Answer, EventRefused, Events, Farewell
from .event_queue import AT_ONCE, BUSY, MOST, Backlog
from .failures import PageLeft
from .live_page import LivePage, act_for
from .messages import BadMessage
from .patch import Operation

logger = logging.getLogger(__name__)


# Messages that a browser has not taken. What is more than ever comes at once is for nobody.
MOST_UNTAKEN = 4096

_serials = itertools.count(1)

LEFT = "The page was closed before it answered."


class HostError(Exception):
    """The window could not do what a page asked; the text is shown to the user."""


class Channel:
    """What is sent to one browser: the patches after the last one it has, and answers.

    Attributes:
        serial: greater than those of all channels that were there before.
        id: unguessable; names the channel in requests and in ``msg.websocket_id``.
        number: of the last patch that was sent here.
        window: the name of the native window that it is in, as the page says; "" in browsers.
        backlog: what this browser told and the program has not done yet.
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
        self.number = number
        self.wake = wake
        self.window = window
        self.backlog = Backlog()
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._has_left = False
        self._questions = itertools.count(1)
        self._answers: deque[str] = deque([json.dumps({"channel": self.id})])

    def tell(self, **message: Any) -> None:
        """Send a message to this browser only."""
        self.put(**message)
        self.wake()

    def put(self, **message: Any) -> None:
        """Send a message to this browser when it is woken; called from any thread."""
        self._answers.append(json.dumps(message, default=str))

    def operate(self, operations: list[Operation]) -> None:
        """Let this browser only do something to the page, after it is up to date."""
        if operations:
            self.tell(now=operations)

    async def ask(self, question: str, arguments: dict[str, Any], timeout: float | None) -> Any:
        """Ask this browser something that only it knows, or its user; on the loop.

        Raises:
            HostError: it says why it cannot answer.
            PageLeft: it has gone.
            TimeoutError: it does not answer in so many seconds.
        """
        if self._has_left:
            raise PageLeft(LEFT)
        number = next(self._questions)
        answer = asyncio.get_running_loop().create_future()
        self._asked[number] = answer
        self.tell(ask=number, question=question, args=arguments)
        try:
            return await asyncio.wait_for(answer, timeout)
        except TimeoutError:
            self.tell(unask=number)
            raise
        finally:
            del self._asked[number]

    def answered(self, message: AttributeDict) -> None:
        """This browser answers a question."""
        answer = self._asked.get(message.ask) if isinstance(message.ask, int) else None
        if answer is None or answer.done():
            return
        if message.error:
            answer.set_exception(HostError(str(message.error)[:1000]))
        else:
            answer.set_result(message.result)

    def alive(self, message: AttributeDict) -> None:
        """This browser asks whether the program is there."""
        self.tell(alive=True)

    def resync(self, message: AttributeDict) -> None:
        """This browser wants the whole page: its own is not what the program thinks it is."""
        self.number = -1
        self.wake()

    def is_deaf(self) -> bool:
        """Whether this browser takes none of what it is told."""
        return len(self._answers) > MOST_UNTAKEN

    def left(self) -> None:
        """This browser has gone."""
        self._has_left = True
        for answer in self._asked.values():
            if not answer.done():
                answer.set_exception(PageLeft(LEFT))

    async def pending(self) -> Sequence[str]:
        """What is to be sent now; it counts as sent."""
        texts = self.ready()
        if texts is None:
            texts = [*await self._whole(), *self._told()]
        return texts

    async def _whole(self) -> list[str]:
        """The whole page; nothing where it cannot be shown, until the page changes again.

        To close the channel would help nobody: the browser would come back for the same.
        """
        try:
            self.number, whole = await RENDERING.run(self.live.whole)
        except Exception as error:
            self.live.failed(error, f"{self.live.page!r} could not be sent to a browser")
            return []
        return [whole]

    def ready(self) -> Sequence[str] | None:
        """What is to be sent now, as it counts as sent; None if that is the whole page."""
        patches = self.live.since(self.number)
        if patches is None:
            return None
        if patches:
            self.number = patches[-1][0]
        texts = [text for _, text in patches]
        return texts + self._told() if self._answers else texts

    def _told(self) -> list[str]:
        """The answers, which count as sent."""
        texts = []
        while self._answers:
            texts.append(self._answers.popleft())
        return texts


Do = Callable[[Channel, AttributeDict], Coroutine[Any, Any, None]]
HostCall = Callable[[Channel, str, dict[str, Any]], Awaitable[Any]]


class Receiver:
    """Does what browsers ask for on their channels.

    Args:
        events: runs handlers.
        host_call: asks the window around us (channel, name of the call, arguments).
    """

    def __init__(self, events: Events, host_call: HostCall) -> None:
        self._events = events
        self._host_call = host_call
        self._tasks: set[asyncio.Task[None]] = set()

    def receive(self, channel: Channel, message: AttributeDict) -> None:
        """Start doing what a message asks for; what comes of it is sent on the channel.

        Raises:
            BadMessage: not a message of our client.
        """
        if channel.is_deaf():
            raise BadMessage("more messages, though none of the answers were taken")
        actions = {
            "event": self._event,
            "window": self._window,
            "answer": Channel.answered,
            "resync": Channel.resync,
            "alive": Channel.alive,
        }
        action = actions.get(str(message.t))
        if action is None:
            raise BadMessage(f"a message of unknown type {message.t!r}"[:200])
        action(channel, message)

    def _event(self, channel: Channel, message: AttributeDict) -> None:
        backlog = channel.backlog
        if not self._events.is_plain(channel.live, message):
            self._begin_other(channel, message, self._handle)
        elif backlog.plain < AT_ONCE:
            self._begin_plain(channel, message)
        elif (dropped := backlog.wait(message)) is not None:
            channel.tell(ack=dropped.n, error=BUSY if dropped is message else None)

    def _window(self, channel: Channel, message: AttributeDict) -> None:
        self._begin_other(channel, message, self._ask_host)

    def _begin_plain(self, channel: Channel, message: AttributeDict) -> None:
        channel.backlog.plain += 1
        self._begin(self._handle(channel, message), functools.partial(self._plain_ended, channel))

    def _plain_ended(self, channel: Channel, _: object) -> None:
        channel.backlog.plain -= 1
        if channel.live.is_over:
            channel.backlog.clear()
        elif (message := channel.backlog.next()) is not None:
            self._begin_plain(channel, message)

    def _begin_other(self, channel: Channel, message: AttributeDict, do: Do) -> None:
        if channel.backlog.others >= MOST:
            channel.tell(ack=message.n, error=BUSY)
            return
        channel.backlog.others += 1
        self._begin(do(channel, message), functools.partial(_other_ended, channel))

    def _begin(
        self, doing: Coroutine[Any, Any, None], ended: Callable[[asyncio.Task[None]], None]
    ) -> None:
        task = asyncio.ensure_future(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(ended)

    async def _handle(self, channel: Channel, message: AttributeDict) -> None:
        act_for(channel, channel.session_id)
        answer = Answer(None, {})
        try:
            answer = await self._events.handle(channel.live, channel, message)
        except Farewell as refusal:
            logger.debug("Ignored an event: %s", refusal)
        except EventRefused as refusal:
            logger.warning("Ignored an event: %s", refusal)
        except Exception:
            logger.exception("The event %r could not be handled.", message.e)
            answer = Answer("Sorry, that did not work. The log tells why.", {})
        failed = {"files": answer.files} if answer.files else {}
        channel.tell(ack=message.n, error=answer.error, **failed)

    async def _ask_host(self, channel: Channel, message: AttributeDict) -> None:
        arguments = message.args if isinstance(message.args, dict) else {}
        try:
            result = await self._host_call(channel, str(message.call), arguments)
        except HostError as error:
            channel.tell(ack=message.n, error=str(error))
        except Exception:
            logger.exception("The window call %r failed.", message.call)
            channel.tell(ack=message.n, error="Sorry, that did not work. The log tells why.")
        else:
            channel.tell(ack=message.n, result=result)


def _other_ended(channel: Channel, _: object) -> None:
    channel.backlog.others -= 1
