"""Routes to the channels of pages."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from ..live.event_stream import StreamChannels
from ..live.pages import Pages
from ..live.receiver import Receiver
from ..live.websocket import SocketChannels
from .session_folders import SessionFolders


class LiveRoutes:
    """Routes to the channels of an application.

    Args:
        post_bytes: the most bytes of one posted message.

    Attributes:
        receiver: handles the messages of both.
        sockets, streams: the two kinds of channels.
    """

    def __init__(
        self, pages: Pages, receiver: Receiver, folders: SessionFolders, post_bytes: int
    ) -> None:
        self._folders = folders
        self.receiver = receiver
        self.sockets = SocketChannels(pages, receiver)
        self.streams = StreamChannels(pages, receiver, self.sockets.channels, post_bytes)

    def routes(self) -> list[BaseRoute]:
        """The routes: for websockets, or for POST and a stream of events."""
        return [
            WebSocketRoute("/_satchel/socket", self._socket),
            Route("/_satchel/stream", self.streams.stream),
            Route("/_satchel/post", self._post, methods=["POST"]),
        ]

    async def _socket(self, websocket: WebSocket) -> None:
        await self._folders.prepare(websocket.state.session_id)
        await self.sockets.endpoint(websocket)

    async def _post(self, request: Request) -> Response:
        await self._folders.prepare(request.state.session_id)
        return await self.streams.post(request)
