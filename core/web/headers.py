"""The headers that every answer bears, whoever made it."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Scope, Send

# For answers that have no policy of their own: no inline script, nothing of other origins.
POLICY = (
    "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' https: data: blob:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Browsers keep what says nothing as long as they like: after an update, old modules with new.
    "Cache-Control": "private, no-cache",
}

_STARTS = ("http.response.start", "websocket.http.response.start")


def with_headers(send: Send, scope: Scope) -> Send:
    """A `send` that adds what is missing of `HEADERS`, and the cookie of a new session."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] in _STARTS:
            # A copy: programs may answer many sessions with one and the same Response.
            headers = MutableHeaders(raw=list(message.get("headers", ())))
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if cookie := scope.get("state", {}).get("set_cookie"):
                headers.append("Set-Cookie", cookie)
            message = {**message, "headers": headers.raw}
        await send(message)

    return send_with_headers
