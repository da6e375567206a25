"""Task: one of the things that a job works on, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

State = Literal["waiting", "working", "done", "failed", "cancelled"]
UNFINISHED: tuple[State, ...] = ("waiting", "working")


class Counts(NamedTuple):
    """How many tasks of a job are in each state."""

    waiting: int
    working: int
    done: int
    failed: int
    cancelled: int


@dataclass(eq=False)
class Task:
    """One thing to work on. Only its job changes it, on the event loop; any thread may read it.

    Attributes:
        id: its number in the job, from 0.
        label: what it is, for people: the name of a file, for example.
        size: bytes of the file that it works on, if that is known.
        state: "waiting", "working", "done", "failed" or "cancelled".
        progress: from 0 to 1, as the function reported it; None if it did not.
        text: what the function reported last.
        error: why it failed, in a sentence for people.
        value: what the function returned.
        outputs: the files that the function made with `output`.
        output_size: their bytes together.
        is_cancelling: it was cancelled and has not stopped yet.
    """

    id: int
    label: str
    size: int | None = None
    state: State = "waiting"
    progress: float | None = None
    text: str = ""
    error: str = ""
    value: Any = None
    outputs: list[Path] = field(default_factory=list)
    output_size: int = 0
    is_cancelling: bool = False

    @property
    def is_unfinished(self) -> bool:
        """Whether it waits or is being worked on."""
        return self.state in UNFINISHED

    def restart(self) -> None:
        """Make it wait again, as if nothing had been done."""
        self.state, self.progress, self.text, self.error = "waiting", None, "", ""
        self.value, self.outputs, self.output_size = None, [], 0
        self.is_cancelling = False
