"""What the browser is told to listen to: the text of an element's ``data-e``."""

from __future__ import annotations

from functools import lru_cache

from .component import Component
from .forms import Control
from .handlers import AROUND, Handler
from .tags import Form

# Milliseconds between two events of those that come with every frame, unless a handler says other.
OWN_THROTTLE = {"scroll": 50}


def events_text(component: Component) -> str | None:
    """The events for the client: ``click input/200 keydown/0/0/0/enter +clientX``; None if none.

    Each is ``name[/debounce[/throttle[/immediate[/modifiers]]]]``, times in milliseconds, modifiers
    joined by dots. After a plus stand the properties of events that are sent along. Controls tell
    what is entered also when nothing handles it: other handlers read their ``value``. A form is
    never without, so that the browser does not send it by itself.
    """
    words = [
        _word(component, name, handler)
        for name, handler in component.handlers.items()
        if name not in AROUND and name not in component.server_events
    ]
    entry = component.entry_event if isinstance(component, Control) else None
    if entry is not None and entry not in component.handlers:
        words.append(_word(component, entry))
    if words and component.additional_properties:
        words.append("+" + ",".join(component.additional_properties))
    return " ".join(words) if words or isinstance(component, Form) else None


def _word(component: Component, name: str, handler: Handler | None = None) -> str:
    debounce = getattr(component, "debounce", 0) if name == "input" else 0
    throttle, immediate = OWN_THROTTLE.get(name, 0), False
    if handler is not None:
        debounce = handler.debounce or debounce
        throttle = throttle if handler.throttle is None else handler.throttle
        immediate = handler.immediate
    return _joined(name, debounce, throttle, immediate, _modifiers(component, name))


@lru_cache  # a page has many elements and few different words
def _joined(name: str, debounce: int, throttle: int, immediate: bool, modifiers: str) -> str:
    options = [debounce, throttle, int(immediate), modifiers]
    while options and not options[-1]:
        options.pop()
    return "/".join([name, *map(str, options)])


def _modifiers(component: Component, event: str) -> str:
    found = (component.event_modifiers or {}).get(event, ())
    if not found and component.event_propagation:
        return ""
    words = found.replace(".", " ").split() if isinstance(found, str) else list(found)
    return ".".join(words if component.event_propagation else [*words, "stop"])
