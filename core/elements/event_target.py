"""EventTarget: a component as the target of events, with handlers for them."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, ClassVar, Self

from ..words import did_you_mean
from . import handlers
from .handlers import AROUND, DOM_EVENTS, FILES_DROPPED, Function, Handler, bind
from .node import Child


class EventTarget(Child):
    """The part of a component that has to do with events."""

    id: str | int | None
    rendered: ClassVar[frozenset[str]]
    server_events: ClassVar[frozenset[str]] = frozenset()  # which browsers never send
    allowed_events: frozenset[str] = DOM_EVENTS | {FILES_DROPPED}
    _handlers: dict[str, Handler] | None = None

    @property
    def class_name(self) -> str:
        """The name of the component's class, as it appears in ``msg``."""
        return type(self).__name__

    @property
    def handlers(self) -> dict[str, Handler]:
        """Event name -> handler."""
        return self._handlers or {}

    @property
    def events(self) -> list[str]:
        """The names of the events that have a handler."""
        return list(self.handlers)

    def on(
        self,
        name: str,
        function: Function,
        *,
        debounce: int | None = None,
        throttle: int | None = None,
        immediate: bool = False,
        concurrent: bool = False,
    ) -> Self:
        """Bind a function to an event.

        Args:
            name: a DOM event (``click``), or ``before`` or ``after``: around every handler.
            function: ``f()``, ``f(msg)`` or ``f(self, msg)``; async or plain. Text is the body of a
                function with ``self`` and ``msg``.
            debounce: milliseconds of quiet before the event is sent.
            throttle: milliseconds in which at most one event is sent.
            immediate: with debounce, send the first event at once.
            concurrent: a plain function does not wait until the other plain handlers of its page
                have ended, because it cancels their work, for example. Async functions never wait.

        Raises:
            ValueError: the event is not allowed; see `add_event`.
        """
        event = name.removeprefix("on_")
        allowed = self.allowed_events | AROUND
        if event not in allowed:
            message = (
                f"{self.class_name} has no event {name!r}.",
                did_you_mean(event, allowed),
                f"If browsers fire such an event, allow it with component.add_event({name!r}).",
            )
            raise ValueError(" ".join(filter(None, message)))
        handler = bind(
            event,
            function,
            debounce=debounce,
            throttle=throttle,
            immediate=immediate,
            concurrent=concurrent,
        )
        self._handlers = {**self.handlers, event: handler}
        self._changed("events")
        return self

    def remove_event(self, name: str) -> None:
        """Remove the handler of an event, if there is one."""
        self._handlers = {n: h for n, h in self.handlers.items() if n != name}
        self._changed("events")

    def add_event(self, name: str) -> None:
        """Allow an event that is not in the list of DOM events."""
        self.allowed_events = frozenset(self.allowed_events) | {name}

    def has_event_function(self, name: str) -> bool:
        """Whether the event has a handler."""
        return name in self.handlers

    async def run_event_function(self, name: str, data: Mapping[str, Any] | None = None) -> Any:
        """Call the handler of an event on the thread of the caller, as if it had happened.

        Args:
            data: further fields of ``msg``.

        Returns:
            What the handler returned.

        Raises:
            KeyError: the event has no handler.
        """
        if name not in self.handlers:
            raise KeyError(f"{self!r} has no handler for {name!r}: bind one with on().")
        msg = handlers.message({"event_type": name, "target": self, "id": self.id, **(data or {})})
        result = self.handlers[name](self, msg)
        return await result if inspect.isawaitable(result) else result

    def _event_of(self, keyword: str) -> str | None:
        """The event that a keyword such as click, onclick or on_click binds."""
        return _event_of(keyword, frozenset(self.allowed_events), self.rendered)


@lru_cache(maxsize=4096)  # most components of a program are made with the same few keywords
def _event_of(keyword: str, allowed: frozenset[str], rendered: frozenset[str]) -> str | None:
    for prefix in ("", "on_", "on"):
        event = keyword.removeprefix(prefix)
        if keyword.startswith(prefix) and event in allowed | AROUND and event not in rendered:
            return event
    return None
