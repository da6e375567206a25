"""An element that a user may act on."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from .dom import Element
from .errors import NotPossible, NotSeen
from .rules import check_required, check_select, held

if TYPE_CHECKING:
    from .page import Page


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
            NotPossible: see `submit`.
        """
        element: Element | None = self.element
        if self.element.role in ("checkbox", "radio"):
            self.element.checked = not self.element.checked
            self._tell("change")
        while element is not None:
            if "click" in element.events:
                self.page.send(element, "click", _value(element))
            element = None if element.stops("click") else element.parent
        form = self.element.closest("form")
        kind = self.element.attributes.get("type", "submit")
        if form is not None and self.element.role == "button" and kind == "submit":
            self._submit(form)

    def type(self, text: str) -> None:
        """Replace what it holds by this text."""
        self.element.value = text
        self._tell("input")
        self._tell("change")

    def select(self, value: str | list[str]) -> None:
        """Choose options of a select by their values.

        Raises:
            NotPossible: it has no such option.
        """
        check_select(self.element, value)
        self.element.value = value
        self._tell("change")

    def choose(self, *paths: str | Path) -> None:
        """Choose files in a file input; they are sent when the form is submitted.

        Raises:
            NotPossible: these are several, and it takes one.
        """
        if len(paths) > 1 and not {"multiple", "webkitdirectory"} & self.element.attributes.keys():
            raise NotPossible("This file input takes one file: it is not multiple.")
        self.page.user.chosen[self.element] = [Path(path) for path in paths]
        self.page.user.sent.pop(self.element, None)
        if "change" in self.element.events:
            files = [file_info(path) for path in self.page.user.chosen[self.element]]
            self.page.send(self.element, "change", {"files": files})

    def submit(self) -> None:
        """Submit the form that this is, or is in.

        Raises:
            NotPossible: something required is missing, or a file is refused: submitting again goes
                on without it, as leaving it out in the page does.
        """
        form = self.element.closest("form")
        if form is None:
            raise NotSeen(f"{self.element.tag} is not in a form.")
        self._submit(form)

    def download(self) -> httpx.Response:
        """What the link leads to: ``.content`` holds the bytes."""
        return self.page.user.get(self.element.attributes["href"])

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
        for path in user.chosen.pop(control, []):
            try:
                user.sent.setdefault(control, []).append(user.upload(path, purpose))
            except httpx.HTTPStatusError as refusal:
                self.page.failed_files.append(refusal.response.text)


def _value(element: Element) -> dict[str, Any]:
    if element.attributes.get("type") == "file":
        return {}
    if element.role in ("checkbox", "radio"):
        return {"value": element.value, "checked": element.checked}
    return {"value": held(element)} if element.tag in ("input", "select", "textarea") else {}


def file_info(path: Path) -> dict[str, Any]:
    """What a browser tells about a chosen file."""
    found = path.stat()
    return {
        "name": path.name,
        "size": found.st_size,
        "type": mimetypes.guess_type(path.name)[0] or "",
        "lastModified": int(found.st_mtime * 1000),
    }
