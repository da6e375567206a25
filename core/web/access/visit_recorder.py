"""Records visits of sessions, because `core.web.upkeep` may remove old ones."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from ...files.visits import Visits


class VisitRecorder:
    """ASGI middleware: notes a visit of each request's session.

    Args:
        skips_new: ignore sessions that begin with the request. Without a launch token, they may be
            those of clients that keep no cookies.
    """

    def __init__(self, app: ASGIApp, visits: Visits, skips_new: bool) -> None:
        self._app = app
        self._visits = visits
        self._skips_new = skips_new

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        state = scope.get("state", {})
        is_skipped = self._skips_new and "set_cookie" in state
        if (session_id := state.get("session_id")) and not is_skipped:
            await self._visits.note(session_id)
        await self._app(scope, receive, send)
