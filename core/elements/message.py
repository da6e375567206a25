"""Msg: the event that a handler receives."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal

from ..attribute_dict import AttributeDict

if TYPE_CHECKING:
    from ..files.received_file import File
    from .component import Component
    from .webpage import WebPage

    class AnyComponent(Component):
        """A component of any class, with attributes that only its class has."""

        def __getattr__(self, name: str) -> Any: ...


class KeyData(AttributeDict):
    """The key of a keyboard event, as the browser reports it.

    Attributes:
        key: the character or name of the key (``a``, ``Enter``, ``ArrowUp``).
        code: where it is on the keyboard (``KeyA``), whatever its layout.
        location: 1 or 2 for the left or right key of a pair, 3 for the number pad, else 0.
        repeat: whether the key is held down.
        isComposing: whether an input method handles it: Enter may just choose its suggestion.
        locale: the layout of the keyboard, where the browser reports it.
        altKey, ctrlKey, shiftKey, metaKey: whether that key is down too.
    """

    key: str
    code: str
    location: int
    repeat: bool
    isComposing: bool
    locale: str | None
    altKey: bool
    ctrlKey: bool
    shiftKey: bool
    metaKey: bool


class FormItem(AttributeDict):
    """One element of a form, as it was when the form was submitted.

    Its other attributes (``placeholder``, ``required``, ...) are there too.

    Attributes:
        html_tag: ``input``, ``select``, ``textarea`` or ``button``.
        id: the id of the component.
        type: of an input: ``text``, ``file``, ...; else the same as ``html_tag``.
        name: of the element, if it has one.
        value: of the same type as the ``value`` of the component.
        checked: of a checkbox or radio button.
        files: the chosen files of a file input that it accepts.
    """

    html_tag: str
    id: str | int
    type: str
    name: str | None
    value: Any
    checked: bool | None
    files: list[File]


class Msg(AttributeDict):
    """The event that a handler receives.

    Its fields are items too (``msg['value']``); those that the event does not have are None.

    Attributes:
        event_type: the name of the event.
        msg_type: ``event`` or ``page_event``.
        target: the component that the event happened to; for page events, the page.
        event_target: the id of the innermost component to which it happened.
        page, page_id: the page that shows it.
        session_id: the browser session.
        websocket_id: the channel over which the event arrived.
        id, class_name, html_tag, data: of the component.
        value: of an input, of the same type as ``target.value``.
        checked, input_type: of an input.
        key_data: of a keyboard event.
        form_data: of a submit event: the elements of the form, in order.
        files: of a submitted form, the files that its inputs accept; of the ``change`` event of a
            file input, the ``name``, ``size``, ``type`` and ``lastModified`` of the chosen files,
            without their content; of a ``files_dropped`` event, what was dragged, as its
            ``drag_files`` names it.
        copies: of a ``files_dropped`` event: whether people want copies (Ctrl, or ⌥ on a Mac), and
            not to move the files.
        refused: of a submitted form: files that arrived, but whose content is not accepted;
            ``file.error`` says why, and the user sees it in the form. Files that are too large, too
            many or of the wrong type by name are refused before they are sent, and are not here.
        file, sent, size: of a ``progress`` event of a form or file input: the name of the file that
            advanced, the number of its bytes that are stored, and their total.
        total_sent, total_size: the same for all files being uploaded.
        visibility: of a ``visibilitychange`` event: ``visible`` or ``hidden``.
        request_id, result: of a ``result_ready`` event: the ``request_id`` that was passed to
            `WebPage.run_javascript`, and the value of the script.
        error: of that event, what the script threw, as text; None if it succeeded.
        address: of a ``popstate`` event: what the address bar shows since the person went back or
            forward.
        destination: of a submitted form with files: the text in ``data_destination`` of what they
            were dropped on, else of the form, as it was at that moment. It may be forged.
        detail: of an event that the script of a `Module` sent, of the type in `Module.sends`; of a
            ``files_dropped`` event, what the place says that the files were dropped on
            (``data-drop-detail``).
        answer: set by the handler of such an event: a value for JSON that `send()` returns.
    """

    event_type: str
    msg_type: Literal["event", "page_event"]
    target: AnyComponent
    event_target: str | int | None
    page: WebPage
    page_id: int
    session_id: str
    websocket_id: str
    id: str | int | None
    class_name: str | None
    html_tag: str | None
    data: dict[str, Any]
    value: Any
    checked: bool | None
    input_type: str | None
    key_data: KeyData
    form_data: list[FormItem]
    files: list[File]
    copies: bool
    refused: list[File]
    file: str
    sent: int
    size: int | None
    total_sent: int
    total_size: int
    visibility: Literal["visible", "hidden"] | None
    request_id: Any
    result: Any
    error: str | None
    address: str
    destination: str | None
    detail: Any
    answer: Any


# What can be bound to an event, async or plain; text is the body of a function.
HandlerFunction = Callable[[], Any] | Callable[[Msg], Any] | Callable[[Any, Msg], Any] | str
