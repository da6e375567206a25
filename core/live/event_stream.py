"""The channel over POST and server-sent events, for pages without websockets.

One stream carries the channels of all tabs of a browser, because browsers allow only six
connections to a server. The tabs agree which of them opens it (``assets/client/stream.js``).
Events of the stream are JSON lists ``[channel id, message]`` (docs/protocol.md).
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from weakref import WeakValueDictionary

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from ..attribute_dict import AttributeDict
from ..language.texts import N_, _
from .channel import Channel
from .errors import BadMessage
from .messages import ON_LOOP, read
from .pages import Pages
from .receiver import Receiver

logger = logging.getLogger(__name__)

# Seconds without a sign of life after which a tab's channel closes. Tabs send one every 30 s;
# browsers slow the timers of hidden tabs down to one a minute.
SILENCE = 150.0
# Seconds between comments, which keep the stream open and notice that a browser has left.
KEEP_ALIVE = 15.0
# Milliseconds until a browser reopens a lost stream.
RETRY_MS = 500

EXPIRED = N_("This page has expired. Load it again.")

# A session, and the name that a browser gave itself: several browsers may share a session.
_Key = tuple[str, str]


@dataclass(eq=False)
class _Browser:
    """The channels of one browser's tabs, and the stream that carries them."""

    channels: dict[str, Channel] = field(default_factory=dict)
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    stream: int = 0  # the number of the newest stream, which replaces the one before


class StreamChannels:
    """Serves ``/_satchel/stream`` and ``/_satchel/post``.

    Args:
        body_limit: the most bytes of one message.
        sockets: the channels of websockets, which post messages that are too long for a websocket.

    Attributes:
        open_streams: how many streams have not ended.
    """

    def __init__(
        self, pages: Pages, receiver: Receiver, sockets: dict[str, Channel], body_limit: int
    ) -> None:
        self._pages = pages
        self._receiver = receiver
        self._sockets = sockets
        self._body_limit = body_limit
        self.open_streams = 0
        # Streams, and the owners of channels, keep a browser.
        self._browsers: WeakValueDictionary[_Key, _Browser] = WeakValueDictionary()
        self._owners: dict[str, _Browser] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._reading = asyncio.Lock()  # for long messages: parsing takes many times their size
        self._closing = False

    def close(self) -> None:
        """End all streams."""
        self._closing = True
        for browser in self._browsers.values():
            browser.ready.set()

    async def stream(self, request: Request) -> Response:
        """The stream of a browser, until it leaves or opens another."""
        name = request.query_params.get("browser")
        events = self._events(request.state.session_id, name)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(events, media_type="text/event-stream", headers=headers)

    async def _events(self, session_id: str, name: object) -> AsyncIterator[str]:
        browser = self._browser(session_id, name)
        browser.stream += 1
        self.open_streams += 1
        number = browser.stream
        browser.ready.set()
        try:
            yield f"retry: {RETRY_MS}\n\n"
            while not self._closing and browser.stream == number:
                browser.ready.clear()
                for channel in tuple(browser.channels.values()):
                    for text in await channel.take():
                        yield f'data: ["{channel.id}", {text}]\n\n'
                try:
                    await asyncio.wait_for(browser.ready.wait(), KEEP_ALIVE)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            self.open_streams -= 1
            browser.ready.set()  # for the stream that replaced this one

    async def post(self, request: Request) -> Response:
        """A message from a tab: join, alive, leave, or anything that a channel takes."""
        body = await self._body(request)
        if body is None:
            return PlainTextResponse(
                _(
                    "This is larger than {size} MiB, the most that can be sent.",
                    size=self._body_limit >> 20,
                ),
                status_code=413,
            )
        try:
            return await self._act(request.state.session_id, await self._read(body))
        except BadMessage as error:
            logger.warning("Refused a posted message: %s.", error)
            return PlainTextResponse(f"Refused: {error}.", status_code=400)

    async def _body(self, request: Request) -> bytes | None:
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > self._body_limit:
                return None
        return bytes(body)

    async def _read(self, body: bytes) -> AttributeDict:
        if len(body) <= ON_LOOP:  # need not wait for those of other sessions
            return await read(body)
        async with self._reading:
            return await read(body)

    async def _act(self, session_id: str, message: AttributeDict) -> Response:
        if message.t == "join":
            return await self._join(session_id, message)
        channel = self._channel(session_id, message.channel)
        if channel is None:
            return PlainTextResponse(_(EXPIRED), status_code=404)
        if message.t == "leave":
            self._leave(channel, has_closed=True)
        elif message.t == "alive":
            self._leave_later(channel)
        else:
            self._receiver.receive(channel, message)
        return Response(status_code=204)

    async def _join(self, session_id: str, message: AttributeDict) -> Response:
        live = self._pages.find(message.page, session_id)
        if live is None or not isinstance(message.seq, int):
            return PlainTextResponse(_(EXPIRED), status_code=404)
        window = str(message.window or "")
        browser = self._browser(session_id, message.browser)
        channel = Channel(live, session_id, message.seq, browser.ready.set, window)
        with self._pages.held(live, session_id):
            texts = await channel.take()  # before the stream may send them
        self._pages.join(channel)
        browser.channels[channel.id] = channel
        self._owners[channel.id] = browser
        browser.ready.set()
        if (old := self._channel(session_id, message.channel)) is not None:
            self._leave(old)
        self._leave_later(channel)
        return Response(f"[{', '.join(texts)}]", media_type="application/json")

    def _browser(self, session_id: str, name: object) -> _Browser:
        return self._browsers.setdefault((session_id, str(name)[:64]), _Browser())

    def _channel(self, session_id: str, number: object) -> Channel | None:
        owner = self._owners.get(str(number))
        channel = owner.channels[str(number)] if owner else self._sockets.get(str(number))
        return channel if channel is not None and channel.session_id == session_id else None

    def _leave_later(self, channel: Channel) -> None:
        """Close the channel after `SILENCE`, counted from now."""
        if channel.id not in self._owners:
            return
        if timer := self._timers.pop(channel.id, None):
            timer.cancel()
        loop = asyncio.get_running_loop()
        self._timers[channel.id] = loop.call_later(SILENCE, self._leave, channel)

    def _leave(self, channel: Channel, has_closed: bool = False) -> None:
        if timer := self._timers.pop(channel.id, None):
            timer.cancel()
        if browser := self._owners.pop(channel.id, None):
            del browser.channels[channel.id]
            self._pages.leave(channel, has_closed=has_closed)
