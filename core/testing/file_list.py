"""FileList: the files that a page shows with `kit.Files`, as a person works with them."""

from __future__ import annotations

import json
from typing import Any

from ..elements.handlers import FILES_DROPPED
from .control import Control
from .dom import Element
from .errors import NotPossible, NotSeen
from .tab import PATIENCE, Tab

SCRIPT = "/kit-files.js"


class FileList:
    """A list of files on a page.

    Raises:
        NotSeen: the page has none of this label, or several without one being named.
    """

    def __init__(self, tab: Tab, label: str | None) -> None:
        self._tab = tab
        self._label = label
        self._send("wanted", [])  # as its script does: the list follows its folder from now on

    @property
    def names(self) -> list[str]:
        """The names of the files, in their order; with their folders, where they have some."""
        return [_path(details) for details in self._details()]

    @property
    def selected(self) -> list[str]:
        """The names of those that are selected."""
        chosen = set(_numbers(self._prop("selected")["numbers"]))
        return [_path(details) for details in self._details() if details["id"] in chosen]

    def wait_for(self, *names: str) -> None:
        """Wait until these files are shown, and no others, in any order.

        Raises:
            NotSeen: they were not.
        """
        if not self._tab.wait(lambda: sorted(self.names) == sorted(names), PATIENCE):
            raise NotSeen(f"The files {', '.join(names)} do not show, but {_listed(self.names)}.")

    def select(self, *names: str) -> None:
        """Click one file, and others with Ctrl.

        Raises:
            NotSeen: there is no such file.
        """
        self._choose([self._number(name) for name in names])

    def open(self, name: str) -> None:
        """Double-click a file."""
        number = self._number(name)
        self._choose([number])
        self._send("asked_open", {"number": number, "how": "double click"})

    def undo(self) -> None:
        """Press Ctrl+Z: undo the last removal or new name that is not undone yet."""
        self._send("asked_undo", 0)

    def rename(self, name: str, new: str) -> None:
        """Give a file another name.

        Raises:
            NotPossible: the list says why it has not.
        """
        self._check("renames", "Its files cannot be renamed.")
        problem = self._send("asked_rename", {"number": self._number(name), "name": new})
        if problem:
            raise NotPossible(problem)

    def remove(self, *names: str) -> None:
        """Select files and press Delete."""
        self._check("removes", "Its files cannot be removed.")
        numbers = [self._number(name) for name in names]
        self._choose(numbers)
        self._send("asked_remove", _runs(numbers))

    def drag(self, name: str, before: str | None = None) -> None:
        """Drag a file to before another one, or to the end.

        Raises:
            NotPossible: the list cannot be sorted by dragging.
        """
        self._check("sortable", "Its files cannot be sorted by dragging.")
        target = 0 if before is None else self._number(before)
        self._send("moved", {"numbers": _runs([self._number(name)]), "before": target})

    def drop(self, *names: str, into: str, copies: bool = False) -> None:
        """Drag files onto a folder of the list; with `copies` while Ctrl is pressed."""
        self._check("folders", "It shows no folders.")
        view, numbers = self._view(), [self._number(name) for name in names]
        source = self._tab.source(view, _runs(numbers))
        data = {"source": source, "detail": self._number(into), "copies": copies}
        self._tab.send(view, FILES_DROPPED, data)

    def cut(self, *names: str) -> None:
        """Press Ctrl+X on files."""
        self._send("asked_cut", _runs([self._number(name) for name in names]))

    def paste(self) -> None:
        """Press Ctrl+V: move what was cut into the open folder."""
        self._send("asked_paste", 0)

    def make_folder(self, name: str = "") -> None:
        """Press Ctrl+Shift+N, and give the new folder a name if one is given."""
        self._check("folders", "It shows no folders.")
        self._send("asked_folder", "test")
        if name:
            self.rename(self.selected[0], name)

    def go_up(self) -> None:
        """Press Backspace: open the folder around the open one."""
        self._send("asked_up", 0)

    def _view(self) -> Element:
        with self._tab.reading():
            found = [
                element
                for element in self._tab.document.root.visible()
                if element.attributes.get("data-module", "").endswith(SCRIPT)
                and self._label in (None, json.loads(element.attributes["data-prop-label"]))
            ]
        if len(found) != 1:
            raise NotSeen(f"The page shows {len(found)} lists of files, not one.")
        return found[0]

    def _prop(self, name: str) -> Any:
        with self._tab.reading():
            return json.loads(self._view().attributes[f"data-prop-{name}"])

    def _details(self) -> list[dict[str, Any]]:
        """What the program tells about all files."""
        details: list[dict[str, Any]] = []
        order, most = _numbers(self._prop("order")), 500
        for start in range(0, len(order), most):
            details += self._send("wanted", _runs(order[start : start + most]))
        return details

    def _number(self, name: str) -> int:
        details = self._details()
        for each in details:
            if name in (each["name"], _path(each)):
                return int(each["id"])
        raise NotSeen(f"There is no file {name}, only {_listed([_path(e) for e in details])}.")

    def _choose(self, numbers: list[int]) -> None:
        self._send("chosen", {"numbers": _runs(sorted(numbers)), "by": "test", "serial": 1})

    def _check(self, ability: str, problem: str) -> None:
        if not self._prop(ability):
            raise NotPossible(problem)

    def _send(self, event: str, detail: Any) -> Any:
        return Control(self._tab, self._view()).send(event, detail)


def _path(details: dict[str, Any]) -> str:
    return "/".join(filter(None, (details["folder"], details["name"])))


def _runs(numbers: list[int]) -> list[int]:
    return [number for number in numbers for _ in range(2)]


def _numbers(runs: list[int]) -> list[int]:
    pairs = zip(runs[::2], runs[1::2], strict=True)
    return [number for first, last in pairs for number in range(first, last + 1)]


def _listed(names: list[str]) -> str:
    return ", ".join(names[:20]) or "none"
