"""The channel over POST and server-sent events, for pages without websockets.

One stream carries the channels of all tabs of a session, since browsers allow six connections
to a server: its tabs agree on who opens it (``assets/client/stream.js``).
Events of the stream are JSON lists ``[channel id, message]``.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse

from .channel import BadMessage, Channel, Receiver, parse
from .pages import Pages

logger = logging.getLogger(__name__)

# A tab says that it is there every 30 s; browsers slow timers of hidden tabs down to one minute.
SILENCE = 150.0
# Seconds between comments that keep the stream open, and that notice a browser that has gone.
KEEP_ALIVE = 15.0


class _Session:
    """The channels of one session, and the stream that carries them."""

    def __init__(self) -> None:
        self.channels: dict[str, Channel] = {}
        self.timers: dict[str, asyncio.TimerHandle] = {}
        self.ready = asyncio.Event()
        self.stream = 0  # counts streams: a new one takes over from the one before


class StreamChannels:
    """Serves ``/_satchel/stream`` and ``/_satchel/post``.

    Args:
        body_limit: the most bytes of one message.
        sockets: the channels that are websockets, which post messages that are too large for one.
    """

    def __init__(
        self, pages: Pages, receiver: Receiver, sockets: dict[str, Channel], body_limit: int
    ) -> None:
        self._pages = pages
        self._receiver = receiver
        self._sockets = sockets
        self._body_limit = body_limit
        self._sessions: dict[str, _Session] = {}
        self._closing = False

    def close(self) -> None:
        """End all streams."""
        self._closing = True
        for session in self._sessions.values():
            session.ready.set()

    async def stream(self, request: Request) -> Response:
        """The stream of a session, until its browser leaves or opens another."""
        session = self._session(request.state.session_id)
        session.stream += 1
        session.ready.set()
        events = self._events(session, session.stream)
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(events, media_type="text/event-stream", headers=headers)

    async def _events(self, session: _Session, number: int) -> AsyncIterator[str]:
        yield ": open\n\n"
        while not self._closing and session.stream == number:
            session.ready.clear()
            for channel in tuple(session.channels.values()):
                for text in channel.pending():
                    yield f"data: {json.dumps([channel.id, text])}\n\n"
            try:
                await asyncio.wait_for(session.ready.wait(), KEEP_ALIVE)
            except TimeoutError:
                yield ": still here\n\n"
        session.ready.set()  # for the stream that took over

    async def post(self, request: Request) -> Response:
        """A message from a tab: join, alive, leave, or anything that a channel takes."""
        body = await self._body(request)
        if body is None:
            return PlainTextResponse(
                f"The message is larger than {self._body_limit} bytes.", status_code=413
            )
        try:
            return self._act(request.state.session_id, parse(body), body)
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

    def _act(self, session_id: str, message: dict[str, object], body: bytes) -> Response:
        if message.get("t") == "join":
            return self._join(session_id, message)
        channel = self._channel(session_id, message.get("channel"))
        if channel is None:
            return PlainTextResponse("The page has gone; load it again.", status_code=404)
        if message.get("t") == "leave":
            self._leave(session_id, channel)
        elif message.get("t") == "alive":
            self._expect(session_id, channel)
        else:
            self._receiver.receive(channel, body)
        return Response(status_code=204)

    def _join(self, session_id: str, message: dict[str, object]) -> Response:
        live = self._pages.find(message.get("page"), session_id)
        number = message.get("seq")
        if live is None or not isinstance(number, int):
            return PlainTextResponse("The page has gone; load it again.", status_code=404)
        session = self._session(session_id)
        old = self._channel(session_id, message.get("channel"))
        channel = Channel(live, session_id, number, session.ready.set)
        session.channels[channel.id] = channel
        self._pages.join(channel)
        if old is not None:
            self._leave(session_id, old)
        self._expect(session_id, channel)
        return JSONResponse([[channel.id, text] for text in channel.pending()])

    def _session(self, session_id: str) -> _Session:
        return self._sessions.setdefault(session_id, _Session())

    def _channel(self, session_id: str, number: object) -> Channel | None:
        channel = self._session(session_id).channels.get(str(number))
        if channel is None:
            channel = self._sockets.get(str(number))
        return channel if channel is not None and channel.session_id == session_id else None

    def _expect(self, session_id: str, channel: Channel) -> None:
        """Wait for the tab's next sign of life, but not for ever."""
        timers = self._session(session_id).timers
        if timer := timers.pop(channel.id, None):
            timer.cancel()
        loop = asyncio.get_running_loop()
        timers[channel.id] = loop.call_later(SILENCE, self._leave, session_id, channel)

    def _leave(self, session_id: str, channel: Channel) -> None:
        session = self._session(session_id)
        if timer := session.timers.pop(channel.id, None):
            timer.cancel()
        if session.channels.pop(channel.id, None):
            self._pages.leave(channel)
        if not session.channels and session.stream == 0:
            self._sessions.pop(session_id, None)
