"""A browser's event -> the `Msg` that its handlers get."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..attribute_dict import AttributeDict
from ..elements.client_module import Module, read_event
from ..elements.component import Component
from ..elements.forms import Control, is_texts
from ..elements.message import FormItem, KeyData, Msg
from ..elements.notice import Notice
from ..elements.webpage import WebPage
from .channel import Channel
from .errors import ModuleEventRefused
from .live_page import LivePage


def message_of(
    channel: Channel,
    event: AttributeDict,
    target: Component | WebPage | Notice,
    announced_name: Callable[[str], str],
) -> Msg:
    """The `Msg` of an event; what was entered into controls is entered into their components.

    Args:
        announced_name: the name under which a chosen file would arrive.
    """
    msg = Msg(event.data if isinstance(event.data, dict) else {})
    msg.pop("form_data", None)
    msg.pop("refused", None)
    msg.pop("answer", None)
    if not isinstance(msg.destination, str):
        msg.pop("destination", None)
    if isinstance(msg.key_data, AttributeDict):
        msg.key_data = KeyData(msg.key_data)
    if isinstance(msg.files, list) and getattr(target, "type", None) == "file":
        chosen = [file for file in msg.files if isinstance(file, AttributeDict)]
        msg["files"] = [  # only chosen, not sent: without the methods of `File`
            AttributeDict(file, name=announced_name(str(file.name))) for file in chosen
        ]
    else:
        msg.pop("files", None)
    add_origin(msg, channel.live, channel.session_id, target, event.e)
    msg.websocket_id = channel.id
    if isinstance(target, Component):
        _add_target(msg, channel, target)
    return msg


def add_origin(
    msg: Msg,
    live: LivePage,
    session_id: str,
    target: Component | WebPage | Notice,
    event: str,
) -> None:
    """Add the event's name, page, session and target."""
    msg.update(
        event_type=event,
        msg_type="page_event" if isinstance(target, WebPage) else "event",
        page=live.page,
        page_id=live.page.page_id,
        session_id=session_id,
        target=target,
    )


def add_component(msg: Msg, component: Component) -> None:
    """Add what the component is."""
    msg.update(
        id=_id(component),
        class_name=component.class_name,
        html_tag=component.html_tag,
        data=component.data,
    )


def _id(component: Component) -> Any:
    return component.id if component.id is not None else component.component_id


def _add_target(msg: Msg, channel: Channel, target: Component) -> None:
    _enter(target, msg, channel.id)
    add_component(msg, target)
    if isinstance(target, Module):
        _read_detail(target, msg)
    if isinstance(target, Control):
        msg.update(
            value=target.value,
            checked=getattr(target, "checked", None),
            input_type=getattr(target, "type", None),
        )
    if isinstance(msg.form, list):
        items = [_form_item(channel, entry) for entry in msg.pop("form")]
        msg.form_data = [item for item in items if item is not None]


def _read_detail(target: Module, msg: Msg) -> None:
    try:
        read_event(target, msg)
    except ValueError as error:
        raise ModuleEventRefused(f"{error}.") from None


def _form_item(channel: Channel, entry: Any) -> FormItem | None:
    control = channel.live.snapshot.get(entry.c) if isinstance(entry, AttributeDict) else None
    if control is None:
        return None
    _enter(control, entry, channel.id)
    item = FormItem({n: getattr(control, n) for n in control.attributes if hasattr(control, n)})
    item.update(
        html_tag=control.html_tag,
        id=_id(control),
        type=getattr(control, "type", control.html_tag),
        value=getattr(control, "value", None),
        checked=getattr(control, "checked", None),
    )
    if is_texts(entry.uploads) and item.type == "file":
        item.uploads = control, entry.uploads
    return item


def _enter(target: Component, entry: AttributeDict, channel_id: str) -> None:
    if isinstance(target, Control) and ("value" in entry or "checked" in entry):
        checked = entry.checked if isinstance(entry.checked, bool) else None
        target.enter(entry.value, checked, channel_id)
