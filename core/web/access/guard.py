"""Guard: decides which requests are let in.

Every program on this machine, and every web page in the user's browser, can reach a server on
localhost. So a request must name us as its host (DNS rebinding), come from our own pages
(cross-site requests), and show a session or the launch token (other users and programs).
"""

from __future__ import annotations

import hmac
import logging
from html import escape
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ...language.chosen import language
from ...language.texts import N_, _
from ..headers import with_headers
from .request_head import (
    Refusal,
    check_head,
    connection_of,
    split_host,
    user_of,
    without_token,
)
from .sessions import Sessions, new_session_id
from .tickets import Tickets

logger = logging.getLogger(__name__)

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

# Names the session of a client that sends the token; clients without the header share one.
SESSION_HEADER = "X-Satchel-Session"

NO_ACCESS = N_("""This program only answers to the person who started it.

Open the address that it printed when it started: http://127.0.0.1:PORT/?token=TOKEN
(a new one at each start). Other programs send the token as: Authorization: Bearer TOKEN
""")
USED_TICKET = N_("This ticket has already been used.")


ONWARD = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="refresh" content="0;url={address}"><a href="{address}">{text}</a></html>
"""


class Guard:
    """ASGI middleware; sets ``state.session_id`` of the requests that it lets in.

    Args:
        token: the launch token; None lets in everybody who reaches the server (``jp.justpy()``
            outside ``python -m desktop``), with a session of their own.
        allowed_hosts: host names besides those of the loopback interface.
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
            if connection := connection_of(scope):
                connection.let_in()
        except Refusal as refusal:
            answer = _refused(scope, refusal)
        await (answer or self.app)(scope, receive, with_headers(send, scope))

    def _check_host(self, scope: Scope, headers: Headers) -> None:
        """Refuse requests under a foreign host name (DNS rebinding)."""
        host = headers["host"].lower()
        name, port = split_host(host)
        if name in self.allowed_hosts and (not port or port.isdecimal()):
            return
        server = scope.get("server")
        ours = str(server[1]) if server and server[1] else port
        if name not in LOOPBACK or (port or "80") != ours:
            raise Refusal(421, f"This server is not {ascii(host)}. Open it by its own address.")

    def _check_origin(self, scope: Scope, headers: Headers) -> None:
        """Let only our own pages and holders of the token do more than read or navigate."""
        site = headers.get("sec-fetch-site", "none")
        if scope["type"] == "http" and scope["method"] in SAFE_METHODS:
            mode = headers.get("sec-fetch-mode", "navigate")
            is_ours = site in ("same-origin", "none") or mode == "navigate"
        else:
            host, origin = headers["host"].lower(), headers.get("origin", "").lower()
            is_ours = origin in (f"http://{host}", f"https://{host}")
            # Pages without referrers also send forms and beacons without an origin.
            is_ours = is_ours or (origin == "null" and site == "same-origin")
        if not is_ours and not self._bearer(headers):
            origin = ascii(headers.get("origin", "elsewhere"))
            raise Refusal(403, f"Requests from {origin} are not accepted.")

    def _let_in(self, scope: Scope, headers: Headers) -> Response | None:
        """Give the request its session, or return the response to it."""
        is_http = scope["type"] == "http"
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if is_http and scope["path"] == "/_satchel/enter":
            return self._enter(scope, dict(query), headers)
        may_have_token = is_http and scope["method"] in ("GET", "HEAD")
        has_token = may_have_token and self._is_token(dict(query).get("token", ""))
        session_id = self._named_session(headers) or self._session(scope, headers, has_token)
        if has_token:
            target = without_token(scope, query)
            return self._redirect(scope, target, session_id or new_session_id(), headers)
        state: dict[str, Any] = scope.setdefault("state", {})
        state["session_id"] = session_id or self._new_session(scope, headers)
        return None

    def _session(self, scope: Scope, headers: Headers, has_token: bool) -> str | None:
        """The session of the cookie, if it was given to the user who sends it."""
        claim = self.sessions.read(headers.get("cookie", ""))
        if claim is None or self.token is None or has_token or self._bearer(headers):
            return claim and claim.session_id
        user = None if claim.user is None else user_of(scope)
        return claim.session_id if claim.is_valid_for(user) else None

    def _new_session(self, scope: Scope, headers: Headers) -> str:
        if self.token is not None and not self._bearer(headers):
            raise Refusal(403, NO_ACCESS)
        if scope["type"] == "websocket":
            raise Refusal(403, "A page must be loaded before its channel is opened.")
        is_program = self.token is not None
        session_id = self.sessions.named("") if is_program else new_session_id()
        scope["state"]["set_cookie"] = self._set_cookie(scope, session_id)
        return session_id

    def _named_session(self, headers: Headers) -> str | None:
        """The session that a program with the token names in a header."""
        name = headers.get(SESSION_HEADER, "")
        return self.sessions.named(name) if name and self._bearer(headers) else None

    def _enter(self, scope: Scope, query: dict[str, str], headers: Headers) -> Response:
        session_id = self.tickets.redeem(query.get("ticket", ""))
        if session_id is None:
            raise Refusal(403, USED_TICKET, NO_ACCESS)
        return self._redirect(scope, query.get("next", "/"), session_id, headers)

    def _redirect(self, scope: Scope, target: str, session_id: str, headers: Headers) -> Response:
        """Give a browser its session, and redirect it."""
        is_ours = target.startswith("/") and not target.startswith(("//", "/\\"))
        response = onward(target if is_ours else "/", headers.get("sec-fetch-site", "none"))
        response.headers["Set-Cookie"] = self._set_cookie(scope, session_id)
        response.headers["Cache-Control"] = "no-store"
        return response

    def _set_cookie(self, scope: Scope, session_id: str) -> str:
        if self.token is None:
            # With "Strict", a browser would follow a link from another site without the cookie,
            # and get a new session in its place.
            return self.sessions.set_cookie(session_id, same_site="Lax")
        return self.sessions.set_cookie(session_id, user_of(scope))

    def _bearer(self, headers: Headers) -> bool:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and self._is_token(token.strip())

    def _is_token(self, sent: str) -> bool:
        return bool(self.token) and hmac.compare_digest(sent.encode(), str(self.token).encode())


def onward(target: str, site: str) -> Response:
    """Redirect a browser to a path of ours, with the cookie that this response sets.

    After a redirect, a browser that comes from elsewhere, such as a file that links to us, would
    not send the cookie, because the whole navigation counts as cross-site (RFC 6265bis,
    SameSite=Strict). It gets a page of ours instead, which navigates on.
    """
    redirect = RedirectResponse(target, 303)
    if site not in ("cross-site", "same-site"):
        return redirect
    page = ONWARD.format(
        language=language(),
        title=escape(_("Opening…")),
        address=escape(redirect.headers["Location"]),
        text=escape(_("Open the page")),
    )
    return HTMLResponse(page)


def _refused(scope: Scope, refusal: Refusal) -> Response:
    method, reason = scope.get("method", "websocket"), refusal.texts[0].splitlines()[0]
    logger.warning("Refused %s %s: %s", method, ascii(scope["path"]), reason)
    text = "\n\n".join(map(_, refusal.texts))
    return PlainTextResponse(text, refusal.status, {"Cache-Control": "no-store"})
