"""An element that a user may act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from .accessible_names import described
from .browser_rules import check_required, check_select, held, radios
from .chosen_files import chosen
from .dom import Element
from .errors import NotPossible, NotSeen
from .possible import check_enabled, check_shown, check_typing, link_of, submits

if TYPE_CHECKING:
    from .user_page import Page


class Control:
    """An element that a user may act on."""

    def __init__(self, page: Page, element: Element) -> None:
        self.page = page
        self.element = element

    @property
    def text(self) -> str:
        """The text in it."""
        return self.element.text

    @property
    def value(self) -> Any:
        """What it holds."""
        return held(self.element)

    def click(self) -> None:
        """Click it: its handlers run, and those around it; a submit button submits its form.

        Raises:
            NotPossible: it is disabled, hidden, or gone; see also `submit`.
        """
        check_enabled(self.element)
        is_other = self._toggle()
        for element in self.element.around():
            if "click" in element.events:
                self.page.send(element, "click", _value(element))
            if element.stops("click"):
                break
        if is_other:
            self._tell("change")
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
        with self.page.without_waiting() as events:
            self.click()
        yield
        self.page.wait_until_handled(events)

    def type(self, text: str) -> None:
        """Replace what it holds by this text.

        Raises:
            NotPossible: nothing can be typed there, or not this.
        """
        check_typing(self.element, text)
        self.element.value = text
        self._tell("input")
        self._tell("change")

    def select(self, value: str | list[str]) -> None:
        """Choose options of a select by their values.

        Raises:
            NotPossible: it is no select, or is disabled, or has no such option.
        """
        check_select(self.element, value)
        self.element.value = value
        self._tell("change")

    def choose(self, *paths: str | Path) -> None:
        """Choose files in a file input, or a folder where it has ``webkitdirectory``; they are sent
        when the form is submitted.

        Raises:
            NotPossible: it is no file input, these are several and it takes one, or one of them is
                not there, or is a folder and the input takes none.
        """
        files = chosen(self.element, [Path(path) for path in paths])
        self.page.user.chosen[self.element] = files
        self.page.user.sent.pop(self.element, None)
        if "change" in self.element.events:
            self.page.send(self.element, "change", {"files": [file.told() for file in files]})

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
            NotPossible: it is no link.
        """
        return self.page.user.get(link_of(self.element))

    def _toggle(self) -> bool:
        """Check what is clicked, or not; whether that changed it: a radio button stays checked."""
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

    def _tell(self, event: str) -> None:
        if event in self.element.events:
            self.page.send(self.element, event, _value(self.element))

    def _submit(self, form: Element) -> None:
        user = self.page.user
        self.page.failed_files.clear()
        if not {"novalidate", "formnovalidate"} & {*form.attributes, *self.element.attributes}:
            check_required(form, [c for held in (user.chosen, user.sent) for c in held if held[c]])
        controls = [
            e for e in form.elements() if e.tag in ("input", "select", "textarea", "button")
        ]
        entries = []
        for control in controls:
            entry = {"c": control.component_id, **_value(control)}
            self._upload(control)
            if ids := user.sent.get(control):
                entry["uploads"] = ids
            entries.append(entry)
        if self.page.failed_files:
            reasons = " ".join(self.page.failed_files)
            raise NotPossible(f"{reasons} The form waits; submit it again to leave that out.")
        for control in controls:
            user.sent.pop(control, None)
        self.page.send(form, "submit", {"form": entries})

    def _upload(self, control: Element) -> None:
        purpose, user = self.page.purpose(control), self.page.user
        digest = control.attributes.get("data-digest", "")
        for file in user.chosen.pop(control, []):
            try:
                sent = user.upload(file.path, purpose, file.folder, digest)
                user.sent.setdefault(control, []).append(sent)
            except httpx.HTTPStatusError as refusal:
                self.page.failed_files.append(refusal.response.text)


def _value(element: Element) -> dict[str, Any]:
    if element.attributes.get("type") == "file":
        return {}
    if element.tag == "input" and element.role in ("checkbox", "radio"):
        return {"value": element.value, "checked": element.checked}
    return {"value": held(element)} if element.tag in ("input", "select", "textarea") else {}
