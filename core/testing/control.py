"""An element that a user may act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import httpx

from ..live.protocol import FormEntry
from .accessible_names import described
from .actionability import check_enabled, check_shown, check_typing, link_of, submits
from .dom import Element
from .errors import NotPossible, NotSeen
from .file_chooser import choose_files
from .form_controls import check_required, check_select, radios, value_of
from .tab import Tab

SUBMITTED = ("button", "input", "select", "textarea")


class Control:
    """An element that a user may act on.

    Attributes:
        element: it in the page's document.
    """

    def __init__(self, tab: Tab, element: Element) -> None:
        self.element = element
        self._tab = tab

    @property
    def text(self) -> str:
        """The text in it."""
        return self.element.text

    @property
    def value(self) -> Any:
        """The value that it has."""
        return value_of(self.element)

    def click(self) -> None:
        """Click it: its handlers run, and those around it; a submit button submits its form.

        Raises:
            NotPossible: it is disabled, hidden, or gone; see also `submit`.
        """
        check_enabled(self.element)
        is_changed = self._toggle()
        for element in self.element.around():
            if "click" in element.events:
                self._tab.send(element, "click", _value(element))
            if element.stops("click"):
                break
        if is_changed:
            self._dispatch("change")
        form = self.element.closest("form")
        if form is not None and submits(self.element):
            self._submit(form)

    @contextmanager
    def clicking(self) -> Iterator[None]:
        """Click it, and go on while its handlers run; they have ended after the block.

        So a test clicks on Cancel::

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
            NotPossible: it does not accept text, or not this one.
        """
        check_typing(self.element, text)
        self.element.value = text
        self._dispatch("input")
        self._dispatch("change")

    def select(self, value: str | list[str]) -> None:
        """Choose options of a select by their values.

        Raises:
            NotPossible: it is not a select, is disabled, or has no such option.
        """
        check_select(self.element, value)
        self.element.value = value
        self._dispatch("change")

    def choose(self, *paths: str | Path) -> None:
        """Choose files in a file input, or a folder where it has ``webkitdirectory``; they are sent
        when the form is submitted.

        Raises:
            NotPossible: it is not a file input, it accepts only one file, or no folder, or a file
                does not exist.
        """
        files = choose_files(self.element, [Path(path) for path in paths])
        self._tab.choose(self.element, files)
        if "change" in self.element.events:
            described = [file.described() for file in files]
            self._tab.send(self.element, "change", {"files": described})

    def submit(self) -> None:
        """Submit the form that this is, or is in.

        Raises:
            NotSeen: it is in no form.
            NotPossible: something required is missing, or a file is refused: submitting again goes
                on without it, as leaving it out in the page does.
        """
        form = self.element.closest("form")
        if form is None:
            raise NotSeen(f"{described(self.element)} is not in a form.")
        check_shown(form)
        self._submit(form)

    def download(self) -> httpx.Response:
        """What the link leads to: ``.content`` holds the bytes.

        What a handler offers with ``page.download()`` is in `Page.downloads`.

        Raises:
            NotPossible: it is not a link.
        """
        return self._tab.get(link_of(self.element))

    def _toggle(self) -> bool:
        """Check or uncheck what is clicked; False if that changed nothing."""
        element = self.element
        if element.tag != "input" or element.role not in ("checkbox", "radio"):
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
            raise NotPossible(f"{reasons} The form waits; submit it again to leave that out.")
        tab.forget_uploads(controls)
        tab.send(form, "submit", {"form": [_entry(each, uploads.get(each)) for each in controls]})


def _entry(control: Element, uploads: list[str] | None) -> FormEntry:
    """What a submit event says of a control."""
    sent = {"uploads": uploads} if uploads else {}
    return cast("FormEntry", {"c": control.component_id, **_value(control), **sent})


def _value(element: Element) -> dict[str, Any]:
    if element.attributes.get("type") == "file":
        return {}
    if element.tag == "input" and element.role in ("checkbox", "radio"):
        return {"value": element.value, "checked": element.checked}
    return {"value": value_of(element)} if element.tag in ("input", "select", "textarea") else {}
