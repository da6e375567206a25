"""The headers of every response, whatever made it."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
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

# A browser starts another process for a page with this header if the one before had none, which
# takes longer than to show a small page. It keeps pages of other origins from holding on to one of
# ours that they opened; what the person, or a page of ours, opened they cannot hold. Nor do those
# hold us that a page of ours opens (`WebPage.open`, links): the client opens them with noopener.
_OPENER = "Cross-Origin-Opener-Policy"
_OURS = frozenset({"none", "same-origin"})

_STARTS = ("http.response.start", "websocket.http.response.start")


def with_headers(send: Send, scope: Scope) -> Send:
    """A `send` that adds what is missing of `HEADERS`, and the cookie of a new session."""

    site = Headers(scope=scope).get("sec-fetch-site")
    added = {name: value for name, value in HEADERS.items() if name != _OPENER or site not in _OURS}

    async def send_with_headers(message: Message) -> None:
        if message["type"] in _STARTS:
            # A copy: programs may answer many sessions with one and the same Response.
            headers = MutableHeaders(raw=list(message.get("headers", ())))
            for name, value in added.items():
                headers.setdefault(name, value)
            if cookie := scope.get("state", {}).get("set_cookie"):
                headers.append("Set-Cookie", cookie)
            message = {**message, "headers": headers.raw}
        await send(message)

    return send_with_headers
