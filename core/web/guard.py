"""The guard: who may talk to us, and which headers every answer bears.

Every program on this machine, and every web page in the person's browser, can reach a server on
localhost. So a request must name us as its host (DNS rebinding), come from our own pages
(cross-site requests), and show a session or the launch token (other users and programs).
"""

from __future__ import annotations

import hmac
import logging
import secrets
import time
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .sessions import Sessions, new_session_id

logger = logging.getLogger(__name__)

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
TICKET_SECONDS = 300.0

# Largest head of a request, in bytes and in fields: uvicorn itself takes any.
HEAD_BYTES = 64 * 1024
HEAD_FIELDS = 100

SECURITY_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
}

NO_WAY_IN = """This program only answers to the person who started it.

Open the address that it printed when it started: http://127.0.0.1:PORT/?token=TOKEN
(a new one at each start). Other programs send the token as: Authorization: Bearer TOKEN
"""


class Refusal(Exception):
    """A request that is not let in."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.text = text


class Tickets:
    """One-time passes that open a given session, for windows that this process opens itself."""

    def __init__(self) -> None:
        self._tickets: dict[str, tuple[str, float]] = {}

    def mint(self, session_id: str) -> str:
        """A new ticket for a session, good for one use within `TICKET_SECONDS`."""
        ticket = secrets.token_urlsafe(32)
        self._tickets[ticket] = session_id, time.monotonic() + TICKET_SECONDS
        return ticket

    def redeem(self, ticket: str) -> str | None:
        """The session of a ticket, once."""
        session_id, until = self._tickets.pop(ticket, (None, 0.0))
        return session_id if time.monotonic() < until else None


class Guard:
    """ASGI middleware; sets ``state.session_id`` on what it lets in.

    Args:
        token: the launch token; None lets everybody in who reaches us (``jp.justpy()`` outside
            ``python -m desktop``) with a session of their own.
        allowed_hosts: host names beside those of the loopback interface.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        sessions: Sessions,
        tickets: Tickets,
        token: str | None,
        allowed_hosts: frozenset[str],
    ) -> None:
        self.app = app
        self.sessions = sessions
        self.tickets = tickets
        self.token = token
        self.allowed_hosts = allowed_hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            check_head(scope, headers)
            self._check_host(scope, headers)
            self._check_origin(scope, headers)
            answer = self._let_in(scope, headers)
        except Refusal as refusal:
            logger.warning(
                "Refused %s %s: %s",
                scope.get("method", "websocket"),
                ascii(scope["path"]),
                refusal.text.splitlines()[0],
            )
            answer = PlainTextResponse(refusal.text, refusal.status)
        send = _with_headers(send, scope)
        await (answer or self.app)(scope, receive, send)

    def _check_host(self, scope: Scope, headers: Headers) -> None:
        host = headers["host"].lower()
        name, _, port = host.rpartition(":") if not host.endswith("]") else (host, "", "")
        name = name or host
        if name in self.allowed_hosts:
            return
        server = scope.get("server")
        ours = str(server[1]) if server and server[1] else port
        if name not in LOOPBACK or (port or "80") != ours:
            raise Refusal(421, f"This server is not {ascii(host)}. Open it by its own address.")

    def _check_origin(self, scope: Scope, headers: Headers) -> None:
        """Unsafe methods and websockets are for our own pages and for holders of the token."""
        if scope["type"] == "http" and scope["method"] in SAFE_METHODS:
            return
        if self._bearer(headers):
            return
        origin = headers.get("origin", "")
        if origin not in (f"http://{headers['host']}", f"https://{headers['host']}"):
            raise Refusal(403, f"Requests from {ascii(origin) or 'elsewhere'} are not accepted.")

    def _let_in(self, scope: Scope, headers: Headers) -> Response | None:
        """Give the request its session, or answer it instead."""
        state: dict[str, Any] = scope.setdefault("state", {})
        session_id = self.sessions.read(headers.get("cookie", ""))
        if scope["type"] == "http" and scope["path"] == "/_satchel/enter":
            return self._enter(scope)
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        token = dict(query).get("token", "")
        if self.token and scope["type"] == "http" and scope["method"] == "GET" and token:
            if self._is_token(token):
                rest = urlencode([pair for pair in query if pair[0] != "token"])
                return self._redirect(scope["path"], rest, session_id or new_session_id())
        if session_id is None:
            if self.token and not self._bearer(headers):
                raise Refusal(403, NO_WAY_IN)
            if scope["type"] == "websocket":
                raise Refusal(403, "A page must be loaded before its channel is opened.")
            session_id = new_session_id()
            state["set_cookie"] = self.sessions.set_cookie(session_id)
        state["session_id"] = session_id
        return None

    def _enter(self, scope: Scope) -> Response:
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        session_id = self.tickets.redeem(query.get("ticket", ""))
        if session_id is None:
            raise Refusal(403, "This ticket has been used already.\n\n" + NO_WAY_IN)
        return self._redirect(query.get("next", "/"), "", session_id)

    def _redirect(self, path: str, query: str, session_id: str) -> Response:
        is_ours = path.startswith("/") and not path.startswith(("//", "/\\"))
        target = (path if is_ours else "/") + (f"?{query}" if query else "")
        response = RedirectResponse(target, 303)
        response.headers["Set-Cookie"] = self.sessions.set_cookie(session_id)
        response.headers["Cache-Control"] = "no-store"
        return response

    def _bearer(self, headers: Headers) -> bool:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and self._is_token(token.strip())

    def _is_token(self, text: str) -> bool:
        return bool(self.token) and hmac.compare_digest(text.encode(), str(self.token).encode())


def check_head(scope: Scope, headers: Headers) -> None:
    """Refuse heads that no browser sends (RFC 9112, section 3.2; RFC 6585, section 5)."""
    raw = scope["headers"]
    if len(raw) > HEAD_FIELDS or sum(len(n) + len(v) for n, v in raw) > HEAD_BYTES:
        raise Refusal(
            431, f"The request has more than {HEAD_FIELDS} headers or {HEAD_BYTES} bytes."
        )
    if len(headers.getlist("host")) != 1:
        raise Refusal(400, "The request must have exactly one Host header.")
    if "\0" in scope["path"]:
        raise Refusal(400, "The address has a NUL character in it.")


def _with_headers(send: Send, scope: Scope) -> Send:
    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message.setdefault("headers", []))
            for name, value in SECURITY_HEADERS.items():
                headers.setdefault(name, value)
            if cookie := scope.get("state", {}).get("set_cookie"):
                headers.append("Set-Cookie", cookie)
        await send(message)

    return send_with_headers
