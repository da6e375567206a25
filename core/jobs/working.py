"""What a function that a job calls may do, in whatever process or thread it runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Protocol

from ..files.distinct_names import key, numbered
from ..files.names import legal_name


class Cancelled(BaseException):
    """The work was cancelled. `report` raises it.

    Not an `Exception`, as `asyncio.CancelledError` is none: functions that catch those go on.
    """


class Reporter(Protocol):
    """The way from a running function to its job."""

    def tell(self, progress: float | None, text: str) -> None:
        """Send how far it is. Must be cheap: functions call it in loops."""

    @property
    def is_cancelled(self) -> bool: ...


class Work:
    """One call of a function, where it runs.

    Args:
        reporter: the way to the job.
        folder: for the files that the function makes.
    """

    def __init__(self, reporter: Reporter, folder: Path) -> None:
        self._reporter = reporter
        self._folder = folder
        self._given: dict[str, None] = {}  # in order

    def report(self, progress: float | None, text: str) -> None:
        """See `report`."""
        if self._reporter.is_cancelled:
            raise Cancelled
        share = None if progress is None else min(max(float(progress), 0.0), 1.0)
        self._reporter.tell(share, str(text))

    def output(self, name: str) -> Path:
        """See `output`."""
        safe, number = legal_name(name), 1
        self._folder.mkdir(parents=True, exist_ok=True)
        free = safe
        while key(free) in self._given or (self._folder / free).exists():
            number += 1
            free = numbered(safe, number)
        self._given[key(free)] = None
        return self._folder / free

    def made(self) -> tuple[Path, ...]:
        """The files in the folder, those of `output` in the order in which they were asked for."""
        if not self._folder.is_dir():
            return ()
        found = {key(path.name): path for path in sorted(self._folder.iterdir()) if path.is_file()}
        asked = [found.pop(name) for name in self._given if name in found]
        return (*asked, *found.values())


_work: ContextVar[Work | None] = ContextVar("work", default=None)


@contextmanager
def doing(work: Work) -> Iterator[None]:
    """In this context, `report` and `output` belong to this work."""
    token = _work.set(work)
    try:
        yield
    finally:
        _work.reset(token)


def report(progress: float | None = None, text: str = "") -> None:
    """Report how far the function is. Outside a job it does nothing, as in a test of the function.

    Args:
        progress: from 0 to 1; None if that is not known.
        text: what it does now, for people.

    Raises:
        Cancelled: the work was cancelled. Let it pass, or clean up and raise it again.
    """
    if (work := _work.get()) is not None:
        work.report(progress, text)


def output(name: str) -> Path:
    """The path for a file that is a result of this work; it is free, and may be written to.

    Each task has a folder of its own. What is in it when the function returns are the task's
    `outputs`.

    Args:
        name: any text; the path gets a legal name, with a number if it is taken.

    Raises:
        RuntimeError: no job called this function.
        UnsafeName: nothing is left of the name.
    """
    if (work := _work.get()) is None:
        raise RuntimeError(
            "output() is for functions that a job calls. Elsewhere there is no folder of results."
        )
    return work.output(name)
