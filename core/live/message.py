"""Msg: what a handler is told about an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..elements.bag import Bag, bags

if TYPE_CHECKING:
    from ..elements.component import Component
    from ..elements.page import WebPage


__all__ = ["Bag", "Msg", "bags"]


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
        event_target: the id of the innermost component at which it happened.
        value, checked, input_type: of an input.
        key_data: of a keyboard event: key, code, location, repeat, altKey, ctrlKey, ...
        visibility: of an event of the page: whether the user can see it.
        request_id, result: of ``result_ready``: which script it was, and its value.
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
