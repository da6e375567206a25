"""Follower: keeps what a page shows of jobs in step with them, without keeping the page alive."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import weakref
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

import core as jp
from core.jobs.registry import Jobs
from core.jobs.task import Task

from .job_card import JobCard
from .job_results import Result

log = logging.getLogger(__name__)

LINGER = 3.0
"""Seconds for which a job that closes itself is shown after its end."""


class Shown(Protocol):
    """What shows the jobs of a session: `kit.Job`."""

    @property
    def cards(self) -> Iterable[JobCard]: ...

    @property
    def handlers(self) -> Any: ...

    def sync(self) -> None: ...

    async def update(self) -> Any: ...

    async def dispatch(self, event: str, session_id: str, **fields: Any) -> str: ...


class Follower:
    """Draws cards again when their jobs have changed, and tells the program. The loop owns it.

    Args:
        shown: owns it.
    """

    def __init__(self, shown: Shown, jobs: Jobs, session_id: str) -> None:
        self._shown = weakref.ref(shown)
        self._jobs, self._session_id = jobs, session_id
        self._followed: weakref.WeakSet[JobCard] = weakref.WeakSet()
        self._changed: dict[JobCard, set[Task]] = {}
        self._is_stale = True  # a job may have come or gone since
        self._drawing: asyncio.Task[None] | None = None
        self._telling = asyncio.Lock()
        self._reports: set[asyncio.Task[None]] = set()
        jp.run_task(_begin(weakref.ref(self)))

    def begin(self) -> None:
        """Follow from now on."""
        own = weakref.ref(self)
        _end_with(self, self._jobs.watch(self._session_id, lambda: _call(own, Follower._stale)))
        self._schedule()

    def _stale(self) -> None:
        self._is_stale = True
        self._schedule()

    def _follow_new(self, cards: Iterable[JobCard]) -> None:
        """Follow cards that are new; what changed before that is drawn once more."""
        own = weakref.ref(self)
        for card in cards:
            if card in self._followed:
                continue
            self._followed.add(card)
            of = weakref.ref(card)

            def note(tasks: Sequence[Task], of: weakref.ref[JobCard] = of) -> None:
                _call(own, lambda self: self._note(of(), tasks))

            _end_with(card, card.job.watch(note))
            self._note(card, card.job.tasks)

    def _note(self, card: JobCard | None, tasks: Sequence[Task]) -> None:
        if card is not None:
            self._changed.setdefault(card, set()).update(tasks)
            self._schedule()

    def _schedule(self) -> None:
        if self._drawing is None:
            self._drawing = asyncio.create_task(_draw_all(weakref.ref(self)))

    async def draw(self) -> bool:
        """Draw what has changed; False if nothing has."""
        shown = self._shown()
        if shown is None or not (self._changed or self._is_stale):
            self._drawing = None
            return False
        changed, self._changed = self._changed, {}
        is_stale, self._is_stale = self._is_stale, False
        try:
            await asyncio.to_thread(_draw, shown, changed, is_stale)
            await shown.update()
        except Exception:
            log.exception("Jobs could not be shown.")
        self._follow_new(shown.cards)
        for card, tasks in changed.items():
            task = asyncio.create_task(self._tell(shown, card, card.news(tasks)))
            self._reports.add(task)
            task.add_done_callback(self._reports.discard)
        return True

    async def _tell(self, shown: Shown, card: JobCard, news: tuple[list[Task], bool]) -> None:
        """Call the program's handlers, in the order of what happened."""
        done, has_ended = news
        async with self._telling:
            for task in done if "result" in shown.handlers else ():
                result = Result.of(task)
                failed = await shown.dispatch("result", self._session_id, result=result)
                await self._show_failure(shown, card, failed, task)
            if not has_ended:
                return
            failed = await shown.dispatch("done", self._session_id, job=card.job)
            await self._show_failure(shown, card, failed)
        if card.closes_itself and not (failed or card.job.counts.failed):
            await asyncio.sleep(LINGER)
            if not card.job.is_running:
                self._jobs.remove(card.job)

    async def _show_failure(
        self, shown: Shown, card: JobCard, failed: str, task: Task | None = None
    ) -> None:
        if failed:
            await asyncio.to_thread(card.tell, failed, task)
            await shown.update()


async def _begin(of: weakref.ref[Follower]) -> None:
    if (follower := of()) is not None:
        follower.begin()


async def _draw_all(of: weakref.ref[Follower]) -> None:
    """Draw until nothing changes, or the page is gone."""
    while (follower := of()) is not None and await follower.draw():
        del follower


def _draw(shown: Shown, changed: dict[JobCard, set[Task]], is_stale: bool) -> None:
    """On a thread: it reads the sizes of files."""
    if is_stale:
        shown.sync()
    for card, tasks in changed.items():
        card.draw(tasks)


def _call(of: weakref.ref[Follower], method: Callable[[Follower], None]) -> None:
    if (follower := of()) is not None:
        method(follower)


def _end_with(owner: Any, end: Callable[[], None]) -> None:
    """Call a function on the loop when its owner is gone, on whatever thread that happens."""
    weakref.finalize(owner, _soon, asyncio.get_running_loop(), end).atexit = False


def _soon(loop: asyncio.AbstractEventLoop, function: Callable[[], None]) -> None:
    with contextlib.suppress(RuntimeError):  # the loop is closed
        loop.call_soon_threadsafe(function)
