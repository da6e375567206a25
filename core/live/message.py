"""Msg: what a handler is told about an event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..elements.component import Component
    from ..elements.page import WebPage


class Bag(dict[str, Any]):
    """A dictionary whose items are attributes too. What is missing is None and never raises."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self.get(name)

    def __setattr__(self, name: str, value: Any) -> None:
        self[name] = value

    def __missing__(self, name: str) -> None:
        return None


class Msg(Bag):
    """An event, as a handler gets it.

    Attributes:
        event_type: the name of the event.
        msg_type: ``event`` or ``page_event``.
        target: the component that the event happened to.
        page, page_id: the page that shows it.
        session_id: the browser session.
        websocket_id: the channel that the event came by.
        id, class_name, html_tag, data: of the component.
        value, checked, input_type: of an input.
        key_data: of a keyboard event: key, code, location, repeat, altKey, ctrlKey, ...
        form_data: of a submit: a list over the form's controls.
        files: of a file input, or of the form that holds it.
    """

    event_type: str
    msg_type: str
    target: Component
    page: WebPage
    page_id: int
    session_id: str
    websocket_id: str
    value: Any
    checked: bool | None
    form_data: list[Bag]
    files: list[Any]


def bags(value: Any) -> Any:
    """JSON data with every object in it as a `Bag`."""
    if isinstance(value, Mapping):
        return Bag({name: bags(item) for name, item in value.items()})
    if isinstance(value, list):
        return [bags(item) for item in value]
    return value
