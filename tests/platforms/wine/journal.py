"""What became of the tests of a run: a line of JSON for each event."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FILE = "SATCHEL_TEST_JOURNAL"
"""The variable of the environment that names the file."""


class Event(NamedTuple):
    """Something that happened to a test.

    Attributes:
        test: its id; empty for the run.
        kind: begun, passed, skipped or failed; for the run, complete.
        text: why it was skipped, or how it failed.
        time: when, in seconds.
    """

    test: str
    kind: str
    text: str
    time: float


class Journal:
    """A journal in a file, which one process writes and another reads.

    Args:
        path: the file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, test: str, kind: str, text: str = "") -> None:
        """Write an event."""
        with self.path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(json.dumps(Event(test, kind, text, time.time())) + "\n")

    def events(self) -> Iterator[Event]:
        """All events so far, without one that is half written."""
        if self.path.exists():
            text = self.path.read_text("utf-8")
            yield from (Event(*json.loads(line)) for line in text.split("\n")[:-1])

    def begun(self) -> set[str]:
        """The tests that have begun."""
        return {event.test for event in self.events() if event.kind == "begun"}

    def is_complete(self) -> bool:
        """Whether the run got to its end."""
        return any(event.kind == "complete" for event in self.events())

    def age(self, since: float) -> float:
        """Seconds since the last event, or since another moment if none came after it."""
        changed = self.path.stat().st_mtime if self.path.exists() else since
        return time.time() - max(changed, since)

    def outcomes(self) -> dict[str, Event]:
        """How each test ended, at worst; one that did not has "begun" only."""
        worst = ("begun", "passed", "skipped", "failed")
        found: dict[str, Event] = {}
        for event in self.events():
            before = found.get(event.test)
            if event.test and (not before or worst.index(event.kind) >= worst.index(before.kind)):
                found[event.test] = event
        return found
