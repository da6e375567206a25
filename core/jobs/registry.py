"""Jobs: all jobs of an application, found by session and key."""

from __future__ import annotations

import asyncio
import secrets
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from contextvars import Context
from pathlib import Path
from typing import Any, Literal

from ..executors import DATA_FOLDER
from ..files.entries import Entry
from ..language.texts import ngettext
from . import folders, items, portable
from .connection import ReportServer
from .errors import JobError, TooMuch
from .executors import OtherExecutor
from .folders import JobFolders
from .job import Job
from .limits import JobLimits, shortened
from .outcome import Call
from .plan import Plan
from .processes import Processes
from .run import Run, Runner
from .single import OnProgress, ProgressListener, own_call, result_of
from .threads import Threads

Where = Literal["processes", "threads"] | Executor | None
"""Where functions are called: in processes (None means them too), threads or an executor."""


class Jobs:
    """The jobs of an application. Any thread may call its methods.

    Args:
        folder: for the files of jobs.
        session_folder: the path of a session's folder.
        loop: the server's event loop; None until it runs.
        command: starts a worker process; None runs it with this Python.
    """

    def __init__(
        self,
        limits: JobLimits,
        folder: Path,
        session_folder: Callable[[str], Path],
        loop: Callable[[], asyncio.AbstractEventLoop | None],
        command: Sequence[str] | None = None,
    ) -> None:
        self._limits = limits
        self._folders = JobFolders(folder)
        self._session_folder = session_folder
        self._loop = loop
        self._processes = Processes(limits, command)
        self._reports = ReportServer()
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}  # by id, the oldest first
        self._watchers: dict[str, dict[object, Callable[[], object]]] = {}  # by session

    def start(
        self,
        function: Callable[..., Any],
        items_: Iterable[Any],
        /,
        *arguments: Any,
        session_id: str,
        key: str = "",
        title: str = "",
        executor: Where = None,
        at_once: int | None = None,
        labels: Sequence[str] | None = None,
        replaces: bool = True,
        **options: Any,
    ) -> Job:
        """Call ``function(item, *arguments, **options)`` for each item; returns at once.

        Received files (`core.File`) are moved to the job's folder and outlive their handler; the
        function gets their paths. It gets paths of entries of the session's folder, too.

        Args:
            session_id: the job belongs to this session, and continues without a browser.
            key: by which the session finds it.
            title: for people.
            executor: "processes" (the default), "threads", or any `concurrent.futures.Executor`.
            at_once: how many calls run at once; by default as many as the executor allows.
            labels: what the items are, for people; else their own names.
            replaces: whether jobs of the same key that have ended are removed.

        Raises:
            TooMuch: a limit of jobs is reached; the text is for the user.
            JobError: the function cannot be sent to a process, or no server runs.
        """
        if (loop := self._loop()) is None or loop.is_closed():
            raise JobError(
                "A job needs a running server: start it in a handler or a page function."
            )
        self._make_room(session_id, key if replaces else None)
        runner, most = self._runner(executor, Call(function, arguments, options), at_once)
        folder, job_id = self._session_folder(session_id), secrets.token_urlsafe(12)
        found = items.prepared(
            items_, self._limits.tasks, lambda entry: _path_in(folder, entry), labels
        )
        job = Job(
            Plan(function, found, arguments, options, self._folders.add(job_id)),
            id=job_id,
            session_id=session_id,
            key=key,
            title=shortened(title),
            loop=loop,
            runner=runner,
            at_once=most,
            grace=self._limits.grace,
        )
        with self._lock:
            self._jobs[job.id] = job
        job.begin()
        self._tell(session_id)
        return job

    async def run(
        self,
        function: Callable[..., Any],
        /,
        *arguments: Any,
        executor: Where = None,
        on_progress: OnProgress | None = None,
        **options: Any,
    ) -> Any:
        """Call ``function(*arguments, **options)`` once, and wait for what it returns.

        A task that is cancelled while it waits ends the function's process. Received files become
        their paths. Files that the function makes with `output` stay until the program ends.

        Args:
            executor: as for `start`.
            on_progress: called on the event loop with what the function reports; async or plain.

        Raises:
            JobError: the function cannot be called there, or its process ended.
            Exception: what the function raised.
        """
        call = own_call(function, arguments, options)
        runner, _ = self._runner(executor, call)
        listener = ProgressListener(on_progress)
        folder = await asyncio.to_thread(self._folders.add, f"run-{secrets.token_urlsafe(12)}")
        run = Run(call, folder, listener)
        return await result_of(run, runner, listener, self._limits.grace)

    def of(self, session_id: str, key: str = "") -> Job | None:
        """The job of a session that started last with this key."""
        found = self.all(session_id, key)
        return found[-1] if found else None

    def all(self, session_id: str, key: str = "") -> list[Job]:
        """The jobs of a session with this key, the oldest first."""
        return [job for job in self._of_session(session_id) if job.key == key]

    def watch(self, session_id: str, changed: Callable[[], object]) -> Callable[[], None]:
        """Call a function on the event loop when a job of a session was started or removed.

        Returns:
            Ends that.
        """
        key = object()
        with self._lock:
            self._watchers.setdefault(session_id, {})[key] = changed

        def unwatch() -> None:
            with self._lock:
                watchers = self._watchers.get(session_id, {})
                watchers.pop(key, None)
                if not watchers:
                    self._watchers.pop(session_id, None)

        return unwatch

    def running(self, session_id: str | None = None) -> list[Job]:
        """The jobs that run, of one session or of all."""
        jobs = self._all() if session_id is None else self._of_session(session_id)
        return [job for job in jobs if job.is_running]

    def unfinished(self) -> tuple[int, int]:
        """Of the jobs that run: how many of their tasks have ended, and how many there are."""
        jobs = self.running()
        waiting = sum(job.counts.waiting + job.counts.working for job in jobs)
        tasks = sum(len(job.tasks) for job in jobs)
        return tasks - waiting, tasks

    def remove(self, job: Job) -> None:
        """Forget a job, and remove its files. One that runs is cancelled, and removed when it has
        ended."""
        with self._lock:
            self._jobs.pop(job.id, None)
        self._tell(job.session_id)
        job.cancel()
        job.when_ended(lambda: self._discard(job))

    def expire(self, is_used: Callable[[str], bool]) -> None:
        """Remove jobs that ended too long ago.

        Args:
            is_used: whether somebody may be looking at the jobs of a session.
        """
        limit = time.monotonic() - self._limits.keep_hours * 3600
        for job in self._all():
            if job.ended is not None and job.ended < limit and not is_used(job.session_id):
                self.remove(job)

    def size(self, session_id: str) -> int:
        """The bytes of the files of a session's jobs. Blocks."""
        return sum(self._folders.size(job.id) for job in self._of_session(session_id))

    def remove_leftovers(self) -> None:
        """Remove the files of jobs of programs that were killed. Blocks."""
        self._folders.remove_leftovers()

    def stop(self) -> None:
        """Cancel all work, because the server ends. On the event loop."""
        for job in self.running():
            job.cancel()
        self._reports.close()

    def close(self) -> None:
        """End all processes, and remove the files of all jobs. Blocks."""
        self._processes.close()
        self._folders.close()

    def pids(self) -> list[int]:
        """The processes that work, or wait for work."""
        return self._processes.pids()

    def _runner(
        self, executor: Where, call: Call, at_once: int | None = None
    ) -> tuple[Runner, int]:
        """What calls the function, and how many calls it makes at once."""
        if at_once is not None and at_once < 1:
            raise ValueError(f"at_once is {at_once}; it must be at least 1.")
        if executor is None or executor == "processes":
            portable.check_function(call)
            processes = self._limits.processes
            return self._processes, min(at_once or processes, processes)
        wanted = min(at_once or self._limits.at_once, self._limits.most_at_once)
        if executor == "threads":
            return Threads(wanted), wanted
        if isinstance(executor, Executor):
            return OtherExecutor(executor, self._reports), wanted
        raise ValueError(
            f"The executor {executor!r} is not known: use 'processes', 'threads', or a "
            "concurrent.futures.Executor."
        )

    def _make_room(self, session_id: str, key: str | None) -> None:
        """Remove jobs that give way to a new one: those of its key, and the oldest."""
        jobs = self._of_session(session_id)
        ended = [job for job in jobs if not job.is_running]
        if len(jobs) - len(ended) >= self._limits.running:
            running = self._limits.running
            words = ngettext(
                "{count} job is running already. Wait until it has ended, or cancel it.",
                "{count} jobs are running already. Wait until one has ended, or cancel one.",
                running,
            )
            raise TooMuch(words)
        too_many = len(jobs) + 1 - self._limits.jobs
        for number, job in enumerate(ended):
            if job.key == key or number < too_many:
                self.remove(job)

    def _all(self) -> list[Job]:
        with self._lock:
            return list(self._jobs.values())

    def _of_session(self, session_id: str) -> list[Job]:
        return [job for job in self._all() if job.session_id == session_id]

    def _tell(self, session_id: str) -> None:
        """Tell those who watch a session that its jobs are others now. Any thread."""
        with self._lock:
            watchers = tuple(self._watchers.get(session_id, {}).values())
        if (loop := self._loop()) is None or loop.is_closed():
            return
        for changed in watchers:
            loop.call_soon_threadsafe(changed, context=Context())

    def _discard(self, job: Job) -> None:
        DATA_FOLDER.begin(folders.remove, self._folders.of(job.id))


def _path_in(folder: Path, entry: Entry) -> Path:
    return folder / entry.path
