"""Subscriptions: the events that the browser sends, as the text of an element's ``data-e``."""

from __future__ import annotations

from functools import lru_cache

from .element import Element
from .handlers import AROUND, Handler

# Milliseconds between events that browsers fire with every frame, unless a handler sets others.
OWN_THROTTLE = {"scroll": 50}


def events_text(element: Element) -> str | None:
    """The events for the client: ``click input/200 keydown/0/0/0/enter +clientX``; None if none.

    Each is ``name[/debounce[/throttle[/immediate[/modifiers]]]]``, times in milliseconds, modifiers
    joined by dots. After a plus come the properties of events to send along. Controls send what is
    entered even without a handler, since other handlers read their ``value``.
    """
    words = [
        _word(element, name, handler)
        for name, handler in element.handlers.items()
        if name not in AROUND | element.server_events | element._sent_by_script
    ]
    entry = element.entry_event
    if entry is not None and entry not in element.handlers:
        words.append(_word(element, entry))
    if words and element.additional_properties:
        words.append("+" + ",".join(element.additional_properties))
    return " ".join(words) if words or element._is_subscribed else None


def _word(element: Element, name: str, handler: Handler | None = None) -> str:
    debounce = getattr(element, "debounce", 0) if name == "input" else 0
    throttle, immediate = OWN_THROTTLE.get(name, 0), False
    if handler is not None:
        debounce = handler.debounce or debounce
        throttle = throttle if handler.throttle is None else handler.throttle
        immediate = handler.immediate
    return _joined(name, debounce, throttle, immediate, _modifiers(element, name))


@lru_cache  # a page has many elements and few different words
def _joined(name: str, debounce: int, throttle: int, immediate: bool, modifiers: str) -> str:
    options = [debounce, throttle, int(immediate), modifiers]
    while options and not options[-1]:
        options.pop()
    return "/".join([name, *map(str, options)])


def _modifiers(element: Element, event: str) -> str:
    found = (element.event_modifiers or {}).get(event, ())
    if not found and element.event_propagation:
        return ""
    words = found.replace(".", " ").split() if isinstance(found, str) else list(found)
    return ".".join(words if element.event_propagation else [*words, "stop"])
