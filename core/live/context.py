"""Whose event or request is being handled.

Handlers inherit it, and so do the tasks that they start and the threads that they run on.
"""

from __future__ import annotations

import asyncio
import weakref
from contextvars import ContextVar
from typing import Any

from .subscriber import Subscriber

# The channel by which the event came; None for a request.
current_channel: ContextVar[Subscriber | None] = ContextVar("current_channel", default=None)

# The session of the event or request, also if it has no open channel.
current_session: ContextVar[str | None] = ContextVar("current_session", default=None)

# The task that handles it, and keeps the files that were sent until it ends. Weak, because the task
# itself holds this context. Tasks that it starts (asyncio.wait_for() starts one) do not count.
_handling_task: ContextVar[weakref.ref[asyncio.Task[Any]] | None] = ContextVar(
    "handling_task", default=None
)


def enter_context(channel: Subscriber | None, session_id: str) -> None:
    """Make this context work for a session and its browser."""
    current_channel.set(channel)
    current_session.set(session_id)
    task = asyncio.current_task()
    _handling_task.set(None if task is None else weakref.ref(task))


def handling_task() -> asyncio.Task[Any] | None:
    """The task that handles the current event, unless it has ended."""
    found = _handling_task.get()
    return None if found is None else found()
