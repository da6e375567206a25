"""The channel over a websocket."""

from __future__ import annotations

import asyncio
import logging

from starlette.websockets import WebSocket, WebSocketDisconnect

from ..uploads.metadata import parse_number
from .channel import Channel
from .errors import BadMessage
from .messages import read
from .pages import Pages
from .receiver import Receiver

logger = logging.getLogger(__name__)

# Close codes that our client knows (4000-4999 are for applications, RFC 6455 section 7.4.2).
PAGE_GONE = 4404
GOING_AWAY = 1001  # what browsers say when a page is closed or left
BAD_MESSAGE = 1008
FAILED = 1011


class SocketChannels:
    """Serves ``/_satchel/socket?page=TOKEN&seq=NUMBER`` for the pages of an application."""

    def __init__(self, pages: Pages, receiver: Receiver) -> None:
        self._pages = pages
        self._receiver = receiver
        self.channels: dict[str, Channel] = {}

    async def endpoint(self, websocket: WebSocket) -> None:
        """Keep one browser in step until it leaves."""
        session_id = websocket.state.session_id
        number = parse_number(websocket.query_params.get("seq", ""))
        await websocket.accept()
        # No await from here to join(): the page could expire in between.
        live = self._pages.find(websocket.query_params.get("page"), session_id)
        if live is None:
            await websocket.close(PAGE_GONE)
            return
        bell = _Bell()
        window = websocket.query_params.get("window", "")
        channel = Channel(live, session_id, -1 if number is None else number, bell.ring, window)
        self.channels[channel.id] = channel
        self._pages.join(channel)
        sender = asyncio.ensure_future(_send(websocket, channel, bell))
        has_closed = False
        try:
            has_closed = await self._receive(websocket, channel)
        except BadMessage as error:
            logger.warning("Closed a channel of %r: %s.", live.page, error)
            sender.cancel()  # nothing may be sent after the close
            await websocket.close(BAD_MESSAGE)
        finally:
            sender.cancel()
            del self.channels[channel.id]
            self._pages.leave(channel, has_closed=has_closed)

    async def _receive(self, websocket: WebSocket, channel: Channel) -> bool:
        """Receive until the browser leaves; whether it has closed the page, or loaded it again."""
        while (message := await websocket.receive())["type"] == "websocket.receive":
            text = message.get("text") or message.get("bytes") or ""
            self._receiver.receive(channel, await read(text))
        return message.get("code") == GOING_AWAY


class _Bell:
    """Wakes one task, at two thirds of the cost of an `asyncio.Event`.

    It matters because each update wakes a task for each browser.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._rung = self._loop.create_future()

    def ring(self) -> None:
        """Wake the task, or keep it from sleeping."""
        if not self._rung.done():
            self._rung.set_result(None)

    async def wait(self) -> None:
        """Wait until it is rung, unless that happened since the last wait."""
        await self._rung
        self._rung = self._loop.create_future()


async def _send(websocket: WebSocket, channel: Channel, bell: _Bell) -> None:
    try:
        while True:
            texts = channel.take_ready()  # saves an await for each browser and each update
            for text in await channel.take() if texts is None else texts:
                if not await _sent(websocket, text):
                    return
            await bell.wait()
    except Exception:
        logger.exception("%r could not be sent.", channel.live.page)
        await websocket.close(FAILED)


async def _sent(websocket: WebSocket, text: str) -> bool:
    """Send a text; False if the browser has left."""
    try:
        await websocket.send({"type": "websocket.send", "text": text})
    except WebSocketDisconnect:
        return False
    except RuntimeError:  # uvicorn closed it after a violation of RFC 6455
        return False
    return True
