"""Job: a job as a page shows it."""

from __future__ import annotations

from typing import NamedTuple

import httpx

from .control import Control
from .dom import Element
from .errors import NotPossible, NotSeen
from .tab import PATIENCE, Tab

ENDED = ("done", "failed", "cancelled")
LONGEST = 60.0
"""Seconds after which a test that waits for the end of a job fails."""


class JobRow(NamedTuple):
    """What a job shows of one of the things that it works on.

    Attributes:
        label: what it is.
        state: "waiting", "working", "done", "failed" or "cancelled".
        text: what it says about it: what the function reported, sizes, or why it failed.
    """

    label: str
    state: str
    text: str


class Job:
    """A job that a page shows.

    Raises:
        NotSeen: the page does not show it, or shows several.
    """

    def __init__(self, tab: Tab, title: str | None) -> None:
        self._tab = tab
        self._title = title
        tab.wait(self._cards, PATIENCE)
        self._card()

    @property
    def title(self) -> str:
        """Its title."""
        return self._card().attributes["aria-label"]

    @property
    def state(self) -> str:
        """ "working", "cancelling", "done", "failed" or "cancelled"."""
        return self._card().attributes["data-state"]

    @property
    def text(self) -> str:
        """All that it says."""
        with self._tab.reading():
            return self._card().text

    @property
    def rows(self) -> list[JobRow]:
        """Its rows, those that failed first. Of thousands, it shows some."""
        with self._tab.reading():
            return [_row(item) for item in _all(self._card(), "kit-job-row")]

    def wait(self, seconds: float = LONGEST) -> None:
        """Wait until nothing waits or is being worked on.

        Raises:
            NotSeen: that did not happen in this time.
        """
        if not self._tab.wait(lambda: self.state in ENDED, seconds):
            raise NotSeen(f"The job did not end in {seconds:g} seconds. It shows: {self.text}")

    def cancel(self, label: str = "") -> None:
        """Cancel it, or only one of its rows. What runs may need a moment to stop: see `wait`."""
        self._click("Cancel", label)

    def retry(self, label: str = "") -> None:
        """Work again on what failed or was cancelled, or only on one row."""
        self._click("Retry", label)

    def keep(self) -> None:
        """Put copies of the files that it made into the session's folder."""
        self._click("Keep")

    def dismiss(self) -> None:
        """Remove it, with its results."""
        self._click("Dismiss")

    def save(self, label: str = "") -> httpx.Response:
        """Save the files that it made: all, or those of one row. Several are a ZIP.

        Returns:
            What the browser saves: ``.content`` holds the bytes.

        Raises:
            NotPossible: there are none.
        """
        link = self._find("a", f"Save {label}")
        if link is not None:
            return self._tab.get(link.attributes["href"])
        before = len(self._tab.downloads)
        self._click("Save" if label else "Save all", label)
        self._tab.wait(lambda: len(self._tab.document.downloads) > before)
        return self._tab.downloads[-1].response

    def _click(self, action: str, label: str = "") -> None:
        name = f"{action} {label}".strip()
        button = self._find("button", name)
        if button is None:
            raise NotPossible(f"The job has no button {name!r} now. It shows: {self.text}")
        Control(self._tab, button).click()

    def _find(self, tag: str, name: str) -> Element | None:
        with self._tab.reading():
            for each in self._card().elements():
                if each.tag == tag and name in (each.text, each.attributes.get("aria-label")):
                    return each
        return None

    def _cards(self) -> list[Element]:
        elements = list(self._tab.document.elements())
        cards = [each for each in elements if _has(each, "kit-job-card")]
        return [each for each in cards if self._title in (None, each.attributes["aria-label"])]

    def _card(self) -> Element:
        with self._tab.reading():
            cards = self._cards()
        if len(cards) != 1:
            named = f" with the title {self._title!r}" if self._title else ""
            raise NotSeen(f"The page shows {len(cards)} jobs{named}.")
        return cards[0]


def _has(element: Element, name: str) -> bool:
    return name in element.attributes.get("class", "").split()


def _all(element: Element, name: str) -> list[Element]:
    return [each for each in element.elements() if _has(each, name)]


def _row(item: Element) -> JobRow:
    texts = {name: _all(item, f"kit-job-{name}")[0].text for name in ("name", "detail", "error")}
    said = " ".join(filter(None, (texts["detail"], texts["error"])))
    return JobRow(texts["name"], item.attributes["data-state"], said)
