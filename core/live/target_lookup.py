"""Finds the target of a browser's event; events without a handler are refused."""

from __future__ import annotations

from ..attribute_dict import AttributeDict
from ..elements.client_module import Module
from ..elements.component import Component
from ..elements.forms import Control
from ..elements.handlers import AROUND
from ..elements.notice import Notice
from ..elements.webpage import WebPage
from ..words import did_you_mean, names
from .errors import EventRefused, LateEvent, ModuleEventRefused
from .live_page import LivePage

# Browsers send these when an element is removed or the user leaves it, so they may come late.
LEAVING = names("blur focusout mouseleave mouseout pointerleave pointerout")


def find_target(
    live: LivePage, event: AttributeDict, session_id: str
) -> Component | WebPage | Notice:
    """Find the target of an event of a session.

    Raises:
        EventRefused: there is none, or it has no handler for the event.
    """
    name = event.e
    if not isinstance(name, str) or name in AROUND:
        raise EventRefused(f"{name!r:.100} is not an event of browsers.")
    if event.notice is not None:
        return _notice(live, event, session_id)
    if not event.c:
        page = live.page
        if name not in page.handlers:
            raise EventRefused(f"Page {page.page_id} has no handler for {name!r:.100}.")
        return page
    component = _component(live, event)
    if component is None:
        refusal = LateEvent if name in LEAVING and isinstance(event.c, int) else EventRefused
        raise refusal(f"{name!r:.100} for component {event.c!r:.100}, which is not on the page.")
    if name in component.server_events:
        raise EventRefused(f"Browsers cannot send {name!r} of {component!r}.")
    if isinstance(component, Module):
        if name not in {*component.handlers, *component._sent_by_script}:
            raise ModuleEventRefused(
                f"The script of {component!r} sent {name!r:.100}, which its class does not declare "
                f"in sends. {did_you_mean(name, component.sends)}".rstrip()
            )
        return component
    is_entry = isinstance(component, Control) and name in ("input", "change")
    if name not in component.handlers and not is_entry:
        raise EventRefused(f"{component!r} has no handler for {name!r:.100}.")
    return component


def is_plain(live: LivePage, event: AttributeDict) -> bool:
    """Whether a plain function handles the event, which waits for others of its page."""
    target: Component | WebPage | Notice | None
    if event.notice is not None:
        kept = live.subscribers.notices.get(event.notice)
        target = kept.notice if kept else None
    else:
        target = _component(live, event) if event.c else live.page
    handler = target.handlers.get(event.e) if target and isinstance(event.e, str) else None
    return handler is not None and handler.waits


def _notice(live: LivePage, event: AttributeDict, session_id: str) -> Notice:
    """The notice whose button was pressed; unless it shows progress, that closes it."""
    kept = live.subscribers.notices.get(event.notice, session_id)
    if kept is None or event.e not in kept.notice.handlers:
        raise LateEvent(f"{event.e!r:.100} for notice {event.notice!r:.100}, which is not open.")
    if kept.notice.progress is None:
        kept.notice.close()
    return kept.notice


def _component(live: LivePage, event: AttributeDict) -> Component | None:
    return live.snapshot.get(event.c) if isinstance(event.c, int) else None
