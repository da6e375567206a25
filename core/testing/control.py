"""An element that a user may act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import httpx

from ..elements.handlers import FILES_DROPPED
from ..live.protocol import FormEntry
from .accessible_names import described
from .actionability import check_enabled, check_shown, check_typing, link_of, submits
from .dom import Element
from .errors import NotPossible, NotSeen
from .file_chooser import choose_files
from .form_controls import check_required, check_select, radios, submits_itself, value_of
from .own_drops import dragged_of, target_of
from .popovers import context_menu, follow_click
from .sorting import EVENT as MOVED
from .sorting import item_of, move
from .tab import Tab

SUBMITTED = ("button", "input", "select", "textarea")

CHECKED = ("checkbox", "radio", "switch")
"""Roles of inputs that are checked by a click."""


class Control:
    """An element that a user may act on.

    Attributes:
        element: the element in the page's document.
    """

    def __init__(self, tab: Tab, element: Element) -> None:
        self.element = element
        self._tab = tab

    @property
    def text(self) -> str:
        """The text of the element."""
        return self.element.text

    @property
    def value(self) -> Any:
        """Its value."""
        return value_of(self.element)

    def click(self) -> None:
        """Click it: this runs its handlers and those of elements around it, and submits forms.

        Raises:
            NotPossible: it is disabled, hidden, or gone; see also `submit`.
        """
        check_enabled(self.element)
        self._tab.check_in_front(self.element)
        follow_click(self.element)
        is_changed = self._toggle()
        for element in self.element.around():
            if "click" in element.events:
                self._tab.send(element, "click", _value(element))
            if "stop" in element.events.get("click", ()):
                break
        if is_changed:
            self._dispatch("change")
        form = self.element.closest("form")
        if form is not None and submits(self.element):
            self._submit(form)

    def open_context_menu(self) -> None:
        """Click it with the right button, which opens its `kit.ContextMenu`.

        Raises:
            NotPossible: neither it nor what is around it has one, or it cannot be reached.
        """
        check_shown(self.element)
        self._tab.check_in_front(self.element)
        menu = context_menu(self.element)
        if menu is None:
            raise NotPossible(f"{described(self.element)} has no context menu.")
        menu.is_popped_up = True

    @contextmanager
    def clicking(self) -> Iterator[None]:
        """Click it, and run the block while its handlers run; they have ended after the block.

        For example, to click on Cancel::

            with page.find("Start").clicking():
                page.find("Cancel").click()

        Raises:
            NotPossible, HandlerFailed: as `click` does.
        """
        with self._tab.without_waiting() as events:
            self.click()
        yield
        self._tab.wait_until_handled(events)

    def type(self, text: str) -> None:
        """Replace its value by this text.

        Raises:
            NotPossible: it does not accept this text, or any.
        """
        check_typing(self.element, text)
        self._tab.check_in_front(self.element)
        self.element.value = text
        self._dispatch("input")
        self._dispatch("change")

    def select(self, value: str | list[str]) -> None:
        """Choose options of a select by value.

        Raises:
            NotPossible: it is not a select, is disabled, or has no such option.
        """
        check_select(self.element, value)
        self.element.value = value
        self._dispatch("change")

    def choose(self, *paths: str | Path) -> None:
        """Choose files in a file input, or a folder if it has ``webkitdirectory``.

        They are sent when the form is submitted: at once if it has no submit button, as
        `kit.Upload` has none.

        Raises:
            NotPossible: it is not a file input, it does not accept several files or folders, or a
                file does not exist; see also `submit`.
        """
        files = choose_files(self.element, [Path(path) for path in paths])
        self._tab.choose(self.element, files)
        if "change" in self.element.events:
            described = [file.described() for file in files]
            self._tab.send(self.element, "change", {"files": described})
        form = self.element.closest("form")
        if form is not None and files and submits_itself(form):
            self._submit(form)

    def submit(self) -> None:
        """Submit the form around it, or the form itself.

        Raises:
            NotSeen: it is not in a form.
            NotPossible: something required is missing, or a file is refused; the next submission
                leaves that file out, as users can do on the page.
        """
        form = self.element.closest("form")
        if form is None:
            raise NotSeen(f"{described(self.element)} is not in a form.")
        check_shown(form)
        self._submit(form)

    def send(self, name: str, detail: Any = None) -> Any:
        """Send an event as the script of a `Module` does: ``send(name, detail)``.

        Returns:
            What the handler answered (`Msg.answer`).

        Raises:
            NotPossible: it is not a module.
            HandlerFailed: the handler failed, or the class declares no such event or detail.
        """
        if "data-module" not in self.element.attributes:
            raise NotPossible(f"{described(self.element)} is not a module, which has a script.")
        return self._tab.send(self.element, name, {"detail": detail})

    def drop_on(
        self, other: Control, *, copies: bool = False, part: Any = None, place: Any = None
    ) -> None:
        """Drag its files (`drag_files`) onto another element, which takes them (`files_dropped`).

        Args:
            copies: the key is down that copies them.
            part: what its script says is dragged (``data-drag-detail``).
            place: what the script there says about the place (``data-drop-detail``).

        Raises:
            NotPossible: it has no files, or the other one takes none.
            HandlerFailed: the handler failed, or there is nothing to drag.
        """
        dragged, target = dragged_of(self.element), target_of(other.element)
        source = self._tab.source(dragged, part)
        data = {"source": source, "detail": place, "copies": copies}
        other._tab.send(target, FILES_DROPPED, data)

    def move_before(self, other: Control | None) -> None:
        """Move it to another place in its `kit.Sortable`: before another item, or to the end.

        Either may be anything in an item.

        Raises:
            NotPossible: they are not in the same list, or the list is disabled.
        """
        before = None if other is None else item_of(other.element)
        sortable, detail = move(item_of(self.element), before)
        self._tab.send(sortable, MOVED, {"detail": detail})

    def download(self) -> httpx.Response:
        """The response to its link: ``.content`` holds the bytes.

        `Page.downloads` has the files that handlers offer with ``page.download()``.

        Raises:
            NotPossible: it is not a link.
        """
        return self._tab.get(link_of(self.element))

    def _toggle(self) -> bool:
        """Check or uncheck the element; False if that changed nothing."""
        element = self.element
        if element.tag != "input" or element.role not in CHECKED:
            return False
        if element.role == "radio":
            if element.checked:
                return False
            for other in radios(element):
                other.checked = False
        element.checked = not element.checked
        return True

    def _dispatch(self, event: str) -> None:
        if event in self.element.events:
            self._tab.send(self.element, event, _value(self.element))

    def _submit(self, form: Element) -> None:
        tab = self._tab
        tab.failed_files.clear()
        if not {"novalidate", "formnovalidate"} & {*form.attributes, *self.element.attributes}:
            check_required(form, tab.has_files)
        controls = [e for e in form.elements() if e.tag in SUBMITTED]
        uploads = tab.upload(controls)
        if tab.failed_files:
            reasons = " ".join(tab.failed_files)
            raise NotPossible(f"{reasons} Submit the form again to leave that out.")
        tab.forget_uploads(controls)
        tab.send(form, "submit", {"form": [_entry(each, uploads.get(each)) for each in controls]})


def _entry(control: Element, uploads: list[str] | None) -> FormEntry:
    """The data of a control in a submit event."""
    sent = {"uploads": uploads} if uploads else {}
    return cast("FormEntry", {"c": control.component_id, **_value(control), **sent})


def _value(element: Element) -> dict[str, Any]:
    if element.attributes.get("type") == "file":
        return {}
    if element.tag == "input" and element.role in CHECKED:
        return {"value": element.value, "checked": element.checked}
    return {"value": value_of(element)} if element.tag in ("input", "select", "textarea") else {}
