"""Tickets: one-time passes for the windows that this process opens itself."""

from __future__ import annotations

import secrets
import time

TICKET_SECONDS = 300.0


class Tickets:
    """Passes, each of which opens one session, once."""

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
