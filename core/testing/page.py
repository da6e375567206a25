"""A page that a user without a browser has open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .accessible_names import labels, listed, names, similar
from .control import Control
from .dialogs import Dialog, Notice, first_dialog
from .dom import Element
from .errors import NotSeen
from .file_list import FileList
from .job import Job
from .tab import PATIENCE, Tab
from .table import Table


class Page(Tab):
    """A page that a user has open.

    Every action waits until the program's handlers have ended and their changes are shown.

    Attributes:
        failed_files: messages about files of the last form that were refused, or that a handler
            marked as failed.
    """

    @property
    def text(self) -> str:
        """All text of the page."""
        with self._changed:
            return self._matching(None, None, "body")[0].text

    @property
    def title(self) -> str:
        """The title of the window or tab."""
        with self._changed:
            titles = [e.text for e in self.document.elements() if e.tag == "title"]
            return str(self.document.page.get("title", titles[0]))

    @property
    def notices(self) -> list[Notice]:
        """The open messages over the page, the oldest first. Here, none closes by itself."""
        with self._changed:
            return [Notice(self, news) for news in self.messages.notices.values()]

    @property
    def dialog(self) -> Dialog:
        """The question that the page asks with ``confirm`` or ``ask``, now or soon.

        Answer it in a block of ``clicking()``: the handler of the click waits for the answer.

        Raises:
            NotSeen: it asks nothing within `PATIENCE` seconds.
        """
        return first_dialog(self)

    def answer_scripts(self, run_javascript: Callable[[str], Any]) -> None:
        """Set the function that gives the value of each script that the program awaits.

        Without it, every value is None. What it raises is the error of the script.
        """
        self.messages.run_javascript = run_javascript

    def find(
        self, text: str | None = None, *, role: str | None = None, tag: str | None = None
    ) -> Control:
        """The one element with this text, label, placeholder, title or alt text, role and tag.

        Raises:
            NotSeen: there is none, or more than one.
        """
        with self._changed:
            found = self._matching(text, role, tag)
        if len(found) != 1:
            conditions = {"text": text, "role": role, "tag": tag}
            wanted = ", ".join(f"{name}={value!r}" for name, value in conditions.items() if value)
            if found:
                raise NotSeen(f"{len(found)} elements with {wanted}:{listed(found)}")
            raise NotSeen(f"0 elements with {wanted}. {self._described(role, tag)}")
        return Control(self, found[0])

    def find_all(
        self, text: str | None = None, *, role: str | None = None, tag: str | None = None
    ) -> list[Control]:
        """All elements with this text or name, role and tag, in order."""
        with self._changed:
            return [Control(self, element) for element in self._matching(text, role, tag)]

    def wait_for(self, condition: Callable[[], Any]) -> None:
        """Wait until a condition holds, for changes that the program makes on its own.

        Raises:
            NotSeen: it did not hold within `PATIENCE` seconds.
        """
        if not self.wait(condition):
            raise NotSeen(f"It did not happen in {PATIENCE} seconds. {self._described()}")

    def files(self, label: str | None = None) -> FileList:
        """The files that the page shows, as `kit.Files` does.

        Args:
            label: the label of the list, if there is more than one.

        Raises:
            NotSeen: there is none, or more than one.
        """
        return FileList(self, label)

    def job(self, title: str | None = None) -> Job:
        """The job that the page shows, as `kit.Job` does; it may appear a moment later.

        Args:
            title: its title, if there is more than one.

        Raises:
            NotSeen: there is none, or more than one.
        """
        return Job(self, title)

    def table(self, label: str | None = None) -> Table:
        """The table that the page shows, as `kit.Table` does.

        Args:
            label: its label, if there is more than one.

        Raises:
            NotSeen: there is none, or more than one.
        """
        return Table(self, label)

    def _described(self, role: str | None = None, tag: str | None = None) -> str:
        """What the page shows instead of what a test looks for."""
        with self._changed:
            elements = list(self.document.elements())
            return f"The page shows: {self.text[:500]}{listed(similar(elements, role, tag))}"

    def _matching(self, text: str | None, role: str | None, tag: str | None) -> list[Element]:
        elements = list(self.document.root.visible())
        labelled = labels(elements)
        found = [
            element
            for element in elements
            if (role is None or element.role == role)
            and (tag is None or element.tag == tag)
            and (text is None or text in names(element, labelled.get(element)))
        ]
        if text is not None and not (role or tag):  # the innermost of those with the same text
            around = {id(element.parent) for element in found}
            used = {labelled[element] for element in found if element in labelled}
            found = [e for e in found if id(e) not in around]
            found = [e for e in found if e in labelled or e.closest("label") not in used]
        return found
