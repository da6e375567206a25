"""An element that a user may act on."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from .dom import Element
from .errors import NotSeen

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
        return self.element.value

    def click(self) -> None:
        """Click it: its handlers run, and those around it; a submit button submits its form."""
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
        """Choose options of a select by their values."""
        self.element.value = value
        self._tell("change")

    def choose(self, *paths: str | Path) -> None:
        """Choose files in a file input; they are sent when the form is submitted."""
        self.page.user.chosen[self.element] = [Path(path) for path in paths]
        if "change" in self.element.events:
            files = [file_info(path) for path in self.page.user.chosen[self.element]]
            self.page.send(self.element, "change", {"files": files})

    def submit(self) -> None:
        """Submit the form that this is, or is in."""
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
        controls = [
            e for e in form.elements() if e.tag in ("input", "select", "textarea", "button")
        ]
        entries = []
        for control in controls:
            entry = {"c": control.component_id, **_value(control)}
            if paths := user.chosen.pop(control, []):
                entry["uploads"] = self._upload(control, paths)
            entries.append(entry)
        self.page.send(form, "submit", {"form": entries})

    def _upload(self, control: Element, paths: list[Path]) -> list[str]:
        ids, purpose = [], self.page.purpose(control)
        for path in paths:
            try:
                ids.append(self.page.user.upload(path, purpose))
            except httpx.HTTPStatusError as refusal:
                self.page.failed_files.append(refusal.response.text)
        return ids


def _value(element: Element) -> dict[str, Any]:
    if element.attributes.get("type") == "file":
        return {}
    if element.role in ("checkbox", "radio"):
        return {"value": element.value, "checked": element.checked}
    return {"value": element.value} if element.tag in ("input", "select", "textarea") else {}


def file_info(path: Path) -> dict[str, Any]:
    """What a browser tells about a chosen file."""
    found = path.stat()
    return {
        "name": path.name,
        "size": found.st_size,
        "type": mimetypes.guess_type(path.name)[0] or "",
        "lastModified": int(found.st_mtime * 1000),
    }
