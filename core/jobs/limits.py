"""Limits of jobs: each bounds what one program, session or function can cost."""

import os
from dataclasses import dataclass, field


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True)
class JobLimits:
    """How much jobs may cost.

    Attributes:
        tasks: things to work on in one job.
        jobs: jobs of one session that are kept. Those that ended first give way.
        running: jobs of one session that run at once.
        processes: processes of all jobs together.
        at_once: calls of one job that run on threads, or that another executor has, at once, if
            the program does not say how many.
        most_at_once: the most that it may say.
        value_bytes: of what a function returns from a process, pickled.
        grace: seconds from a cancellation until a process that has not stopped is ended.
        loading: seconds in which a process must have loaded the program.
        idle: seconds that a process waits for further work.
        keep_hours: hours for which an ended job and its results are kept, if nobody removes it.
    """

    tasks: int = 100_000
    jobs: int = 32
    running: int = 8
    processes: int = field(default_factory=_processors)
    at_once: int = 16
    most_at_once: int = 1000
    value_bytes: int = 64 * 1024 * 1024
    grace: float = 5.0
    loading: float = 60.0
    idle: float = 30.0
    keep_hours: float = 24.0


MAX_TEXT = 200
"""Characters of a title, a label or a text of progress."""

MAX_ERROR = 500
"""Characters of the sentence that says what failed."""


def shortened(text: str, length: int = MAX_TEXT) -> str:
    """One line of a text, cut with an ellipsis if it is longer."""
    line = " ".join(text[: 2 * length].split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def shortened_name(name: str) -> str:
    """One line of a name, cut in the middle: its end, as of a file's name, says what it is."""
    line = " ".join(name.split())
    half = MAX_TEXT // 2
    return line if len(line) <= MAX_TEXT else f"{line[: half - 1]}…{line[-half:]}"
