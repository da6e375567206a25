"""Job: files -> work -> results, with a card that shows how far each of them is."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import core as jp
from core.jobs.errors import TooMuch
from core.jobs.job import Job as RunningJob
from core.jobs.registry import Where
from core.words import did_you_mean

from ..script_part import ScriptPart
from . import job_results
from .job_card import ACTIONS, JobCard
from .job_follower import Follower
from .job_results import Result
from .job_words import title_of


class Job(ScriptPart):
    """Runs a function for each of many things, and shows how far they are and what comes of it.

    It shows nothing until there is work. Jobs belong to the session: all its windows show them, and
    a page that is opened later finds them.

    Args:
        function: is called with each thing, by default in a process of its own. In it,
            `kit.report` says how far it is, and `kit.output` gives the path for a result.
        title: what it does, for people; by default the function's name.
        at_once: how many calls run at once; by default as many as the executor allows.
        executor: "processes", "threads", or any `concurrent.futures.Executor`.
        key: by which pages find its jobs; by default the function's qualified name.
        without: actions to leave out: "cancel", "retry", "open", "save", "keep", "dismiss".
        autoclose: whether a job goes by itself, with its results, unless some of it failed.
        attributes: as for every component. The handler ``done=`` is called when all tasks of a job
            have ended (``msg.job``), ``result=`` when one is done (``msg.result``, a `Result`).

    Raises:
        ValueError: an action to leave out does not exist.
    """

    script = "kit/job.js"
    server_events = frozenset({"done", "result"})
    allowed_events = ScriptPart.allowed_events | server_events

    def __init__(
        self,
        function: Callable[..., Any],
        *,
        title: str = "",
        at_once: int | None = None,
        executor: Where = None,
        key: str = "",
        without: Iterable[str] = (),
        autoclose: bool = False,
        **attributes: Any,
    ) -> None:
        self._function = function
        self._title = title or title_of(function)
        self._key = key or f"{function.__module__}.{getattr(function, '__qualname__', self._title)}"
        self._at_once, self._executor = at_once, executor
        self._actions = ACTIONS - _checked(without)
        self._autoclose = autoclose
        self._jobs, self._session_id = jp.app.jobs, jp.app.session_id
        self._cards: dict[str, JobCard] = {}
        self._syncing = threading.Lock()
        classes = f"kit-job {attributes.pop('classes', '')}".strip()
        super().__init__(classes=classes, **attributes)
        self.sync()
        for card in self._cards.values():
            card.note_past()
        self._follower = Follower(self, self._jobs, self._session_id)

    @property
    def jobs(self) -> list[RunningJob]:
        """The jobs that it shows, the latest first."""
        return self._jobs.all(self._session_id, self._key)[::-1]

    @property
    def results(self) -> list[Result]:
        """What the function made, in the order of the things; of the latest job."""
        latest = self._jobs.of(self._session_id, self._key)
        return [] if latest is None else job_results.results(latest)

    def start(
        self,
        items: Iterable[Any],
        *arguments: Any,
        labels: Sequence[str] | None = None,
        **options: Any,
    ) -> RunningJob:
        """Call ``function(item, *arguments, **options)`` for each item; returns at once.

        Files of a form outlive their handler; the function gets their paths. Earlier jobs with
        files stay until somebody dismisses them.

        Args:
            labels: what the items are, for people; else their own names.

        Raises:
            FileError: there is too much to do; the text is for the user.
        """
        for earlier in self.jobs:
            if not earlier.is_running and not job_results.has_files(earlier):
                self._jobs.remove(earlier)
        try:
            job = self._jobs.start(
                self._function,
                items,
                *arguments,
                session_id=self._session_id,
                key=self._key,
                title=self._title,
                executor=self._executor,
                at_once=self._at_once,
                labels=labels,
                replaces=False,
                **options,
            )
        except TooMuch as error:
            raise jp.FileError(str(error)) from error
        self.sync()
        return job

    def sync(self) -> None:
        """Show the jobs that there are now. Any thread may call it; the kit does."""
        with self._syncing:
            known, self._cards = self._cards, {}
            for job in self.jobs:
                if job.tasks:
                    self._cards[job.id] = known.get(job.id) or self._card(job)
            self.components = list(self._cards.values())

    @property
    def cards(self) -> list[JobCard]:
        """What it shows of each job."""
        return list(self._cards.values())

    def _card(self, job: RunningJob) -> JobCard:
        return JobCard(job, self._actions, self._jobs.remove, self._autoclose)


def _checked(actions: Iterable[str]) -> frozenset[str]:
    """The names of actions.

    Raises:
        ValueError: there is none of a name.
    """
    names = frozenset([actions] if isinstance(actions, str) else actions)
    for name in names - ACTIONS:
        known = ", ".join(sorted(ACTIONS))
        raise ValueError(
            f"A job has no action {name!r}; it has {known}. {did_you_mean(name, ACTIONS)}".strip()
        )
    return names
