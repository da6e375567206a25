"""The headers of all responses."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Message, Scope, Send

# For responses without a policy of their own: no inline scripts, nothing from other origins.
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
    # Without it, browsers cache as long as they like, and mix old and new modules after an update.
    "Cache-Control": "private, no-cache",
}

# It keeps pages of other origins from holding a reference to a page of ours that they opened. Pages
# opened by the user or by our own pages do not need it: a browser would start another process for
# them, which takes longer than showing a small page. Our client opens other pages with noopener.
_OPENER = "Cross-Origin-Opener-Policy"
_OURS = frozenset({"none", "same-origin"})

_STARTS = ("http.response.start", "websocket.http.response.start")


def with_headers(send: Send, scope: Scope) -> Send:
    """Wrap `send` to add missing `HEADERS`, and the cookie of a new session."""
    site = Headers(scope=scope).get("sec-fetch-site")
    added = {name: value for name, value in HEADERS.items() if name != _OPENER or site not in _OURS}

    async def send_with_headers(message: Message) -> None:
        if message["type"] in _STARTS:
            # A copy: programs may send the same Response to many sessions.
            headers = MutableHeaders(raw=list(message.get("headers", ())))
            for name, value in added.items():
                headers.setdefault(name, value)
            if cookie := scope.get("state", {}).get("set_cookie"):
                headers.append("Set-Cookie", cookie)
            message = {**message, "headers": headers.raw}
        await send(message)

    return send_with_headers
