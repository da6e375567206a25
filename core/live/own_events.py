"""Events that the program causes, and no browser: what runs their handlers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from ..elements.component import Component

Fields = Mapping[str, Any]
"""What a `msg` has besides the event's name and origin."""

# Runs the handler of a component on a live page, for a session; returns what failed, for the user.
RunOwn = Callable[[Any, Component, str, str, Fields], Awaitable[str | None]]


async def run_nothing(*_: object) -> None:
    """A page that no application serves has no handlers to run."""
