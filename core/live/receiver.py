"""Receiver: a browser's messages -> tasks, or a place in the queue."""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from ..attribute_dict import AttributeDict
from ..language.texts import _
from .channel import Channel
from .context import enter_context
from .dispatcher import Answer, Dispatcher
from .errors import BadMessage, EventRefused, HostError, LateEvent
from .event_queue import AT_ONCE, BUSY, MOST
from .protocol import Acknowledgement
from .target_lookup import is_plain

logger = logging.getLogger(__name__)

FAILED = "Something went wrong. See the log."

Work = Callable[[Channel, AttributeDict], Coroutine[Any, Any, None]]
HostCall = Callable[[Channel, str, dict[str, Any]], Awaitable[Any]]


class Receiver:
    """Starts the work that messages ask for. The event loop owns it.

    Args:
        dispatcher: handles events.
        host_call: calls the window around the page (channel, name of the call, arguments).
    """

    def __init__(self, dispatcher: Dispatcher, host_call: HostCall) -> None:
        self._dispatcher = dispatcher
        self._host_call = host_call
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def at_work(self) -> int:
        """How many messages are being handled."""
        return len(self._tasks)

    def receive(self, channel: Channel, message: AttributeDict) -> None:
        """Start the work that a message asks for; the answer is sent on the channel.

        Raises:
            BadMessage: it is not a message of our client.
        """
        channel.live.guard.check(self)
        if channel.is_full:
            raise BadMessage("further messages from a browser that takes none of the answers")
        match message.t:
            case "event":
                self._receive_event(channel, message)
            case "window":
                self._begin_other(channel, message, self._ask_host)
            case "answer":
                channel.receive_answer(message)
            case "resync":
                channel.resync()
            case "alive":
                channel.send({"alive": True})
            case unknown:
                raise BadMessage(f"a message of unknown type {unknown!r}"[:200])

    def _receive_event(self, channel: Channel, message: AttributeDict) -> None:
        if not is_plain(channel.live, message):
            self._begin_other(channel, message, self._handle)
        elif channel.events.plain < AT_ONCE:
            self._begin_plain(channel, message)
        elif (dropped := channel.events.add(message)) is not None:
            channel.send({"ack": dropped.n, "error": _(BUSY) if dropped is message else None})

    def _begin_plain(self, channel: Channel, message: AttributeDict) -> None:
        channel.events.plain += 1
        self._begin(self._handle(channel, message), functools.partial(self._plain_ended, channel))

    def _plain_ended(self, channel: Channel, _: object) -> None:
        channel.events.plain -= 1
        if channel.live.is_over:
            channel.events.clear()
        elif (message := channel.events.next()) is not None:
            self._begin_plain(channel, message)

    def _begin_other(self, channel: Channel, message: AttributeDict, work: Work) -> None:
        if channel.events.others >= MOST:
            channel.send({"ack": message.n, "error": _(BUSY)})
            return
        channel.events.others += 1
        self._begin(work(channel, message), functools.partial(_other_ended, channel))

    def _begin(
        self, work: Coroutine[Any, Any, None], ended: Callable[[asyncio.Task[None]], None]
    ) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(ended)

    async def _handle(self, channel: Channel, message: AttributeDict) -> None:
        enter_context(channel, channel.session_id)
        answer = Answer(None, {})
        try:
            answer = await self._dispatcher.handle(channel, message)
        except LateEvent as refusal:
            logger.debug("Ignored an event: %s", refusal)
        except EventRefused as refusal:
            logger.warning("Ignored an event: %s", refusal)
        except Exception:
            logger.exception("The event %r could not be handled.", message.e)
            answer = Answer(FAILED, {})
        acknowledgement: Acknowledgement = {"ack": message.n, "error": answer.error}
        if answer.files:
            acknowledgement["files"] = answer.files
        if answer.result is not None:
            acknowledgement["result"] = answer.result
        channel.send(acknowledgement)

    async def _ask_host(self, channel: Channel, message: AttributeDict) -> None:
        arguments = message.args if isinstance(message.args, dict) else {}
        try:
            result = await self._host_call(channel, str(message.call), arguments)
        except HostError as error:
            channel.send({"ack": message.n, "error": str(error)})
        except Exception:
            logger.exception("The window call %r failed.", message.call)
            channel.send({"ack": message.n, "error": FAILED})
        else:
            channel.send({"ack": message.n, "result": result})


def _other_ended(channel: Channel, _: object) -> None:
    channel.events.others -= 1
