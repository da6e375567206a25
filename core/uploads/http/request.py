"""Requests that carry files, read strictly, and the answers to those that are refused."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from ..errors import UploadRefused
from ..info import MAX_NUMBER
from ..metadata import parse_number

LINGER_IDLE, LINGER = 1.0, 5.0
"""Seconds to wait for more of a refused body, and in all, before the connection is closed."""


class UploadRequest(Request):
    """Starlette's request; what is sent twice or is not exactly a number is refused."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        super().__init__(scope, receive)
        chunked = "Transfer-Encoding" in self.headers
        self.has_body = chunked or self.headers.get("Content-Length", "0") != "0"
        self.all_received = not self.has_body

    @property
    def owner(self) -> str:
        """The session, as the guard found it."""
        owner: str = self.state.session_id
        return owner

    async def stream(self) -> AsyncGenerator[bytes, None]:
        """The body as it comes; ClientDisconnect if it breaks off."""
        while not self.all_received:
            message = await self.receive()
            self.all_received = not message.get("more_body", False)
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            yield message.get("body", b"")

    def header(self, name: str) -> str | None:
        """The only value of the header; UploadRefused (400) if there are several."""
        values = self.headers.getlist(name)
        if len(values) > 1:
            raise UploadRefused(400, f"The header {name} was sent {len(values)} times.")
        return values[0] if values else None

    def number(self, name: str) -> int:
        """The header as a number from 0 to MAX_NUMBER; UploadRefused (400) if it is none."""
        number = parse_number(self.header(name) or "")
        if number is None:
            raise UploadRefused(400, f"The header {name} must be a number from 0 to {MAX_NUMBER}.")
        return number

    def check_body(self, media_type: str) -> None:
        """UploadRefused (415) unless the body is plain bytes of this type."""
        if self.header("Content-Type") != media_type:
            raise UploadRefused(415, f"The header Content-Type must be {media_type}.")
        self.check_coding()

    def check_coding(self) -> None:
        """UploadRefused (415) for a body that is packed."""
        coding = self.header("Content-Encoding") or "identity"
        if coding.lower() != "identity":  # never inflated: a few bytes can become a full disk
            raise UploadRefused(
                415, f"Send plain bytes: Content-Encoding {coding[:40]} is unknown."
            )


class RefusalResponse(PlainTextResponse):
    """Says why, then closes the connection once the client has stopped sending.

    Closing at once would reset the connection, and the client would never read why.

    Args:
        page: says it to a person, in place of the plain text.
    """

    def __init__(
        self, refusal: UploadRefused, request: UploadRequest, page: Response | None = None
    ) -> None:
        text = str(refusal).encode(errors="replace").decode()  # it may quote what was sent
        super().__init__(text, refusal.status, refusal.headers)
        if page is not None:
            self.body = page.body
            self.headers.update(page.headers)
        self._request = request
        # Whoever says "close" already does not care for the reader.
        self._lingers = not request.all_received and "Connection" not in self.headers
        if self._lingers:
            self.headers["Connection"] = "close"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._lingers:
            await super().__call__(scope, receive, send)
            return
        start = {"type": "http.response.start", "status": self.status_code}
        await send({**start, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        await self._drop_rest()
        await send({"type": "http.response.body", "body": b""})

    async def _drop_rest(self) -> None:
        rest = self._request.stream()
        try:
            async with asyncio.timeout(LINGER):
                while True:
                    await asyncio.wait_for(anext(rest), LINGER_IDLE)
        except (TimeoutError, StopAsyncIteration, ClientDisconnect):
            return


async def answer(
    request: Request, action: Callable[[UploadRequest], Awaitable[Response]], **headers: str
) -> Response:
    """The response of an action, or its refusal; with `headers` on every way out."""
    asked = UploadRequest(request.scope, request.receive)
    try:
        response = await action(asked)
    except UploadRefused as refusal:
        response = RefusalResponse(refusal, asked)
    except ClientDisconnect:
        response = Response(status_code=400)  # nobody is there to read it
    response.headers.update({**headers, "Cache-Control": "no-store"})
    return response
