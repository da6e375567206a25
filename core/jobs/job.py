"""Job: one function for many things, some of them at once, whoever looks on."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Sequence
from contextvars import Context
from typing import TypeVarTuple

from ..executors import DATA_FOLDER
from .changes import Changes, Reports, Watcher
from .limits import shortened
from .outcome import CANCELLED, Outcome
from .plan import Plan
from .run import Run, Runner
from .task import Counts, State, Task

log = logging.getLogger(__name__)

Ts = TypeVarTuple("Ts")


class Job:
    """A function that is called for each of many things.

    The event loop owns it. Other threads may read it and call every method but `wait`.

    Args:
        plan: the items, and what the function gets with each.
        runner: calls the function.
        grace: seconds until a cancelled run is ended.

    Attributes:
        id: unguessable.
        title: for people.
        key: by which its session finds it.
        session_id: its session.
        tasks: one for each item, in their order.
        was_cancelled: whether somebody cancelled all of it, and nothing was retried since.
        ended: when its last task ended, in seconds of `time.monotonic`; None while it runs.
    """

    def __init__(
        self,
        plan: Plan,
        *,
        id: str,
        session_id: str,
        key: str,
        title: str,
        loop: asyncio.AbstractEventLoop,
        runner: Runner,
        at_once: int,
        grace: float,
    ) -> None:
        self.id, self.session_id, self.key, self.title = id, session_id, key, title
        self.tasks: Sequence[Task] = tuple(
            Task(number, item.label, item.size) for number, item in enumerate(plan.items)
        )
        self.was_cancelled = False
        self.ended: float | None = None
        self._plan, self._loop, self._runner = plan, loop, runner
        self._at_once, self._grace = at_once, grace
        self._counted: Counter[State] = Counter({"waiting": len(self.tasks)})
        # Ordered: the first of a plain dict takes longer to find the more of them are gone.
        self._queue: OrderedDict[Task, None] = OrderedDict.fromkeys(self.tasks)
        self._runs: dict[Task, Run] = {}
        self._background: set[asyncio.Task[None]] = set()
        self._changes = Changes(loop)
        self._all_ended = asyncio.Event()
        self._when_ended: list[Callable[[], object]] = []
        self._dismissal: asyncio.TimerHandle | None = None

    def __repr__(self) -> str:
        return f"<Job {self.title or self.id!r} {self.counts}>"

    @property
    def is_running(self) -> bool:
        """Whether any of its tasks waits or is being worked on."""
        return self.ended is None

    @property
    def is_dismissed(self) -> bool:
        """Whether somebody dismissed it, in whatever window, and it can still be restored."""
        return self._dismissal is not None

    @property
    def counts(self) -> Counts:
        """How many tasks are in each state."""
        return Counts(*(self._counted[state] for state in Counts._fields))  # type: ignore[index]

    def begin(self) -> None:
        """Start to work. Any thread."""
        self._on_loop(self._begin)

    def cancel(self, *tasks: Task) -> None:
        """Cancel these tasks, or all. Those that are done or have failed stay what they are.

        Waiting ones are cancelled at once. Running ones are asked to stop (`report` raises
        `Cancelled`); what has not stopped after the grace period is ended with its process. On a
        thread, and on another executor, it goes on until it reports or returns.
        """
        self._on_loop(self._cancel, tasks or self.tasks, not tasks)

    def retry(self, *tasks: Task) -> None:
        """Work again on these tasks, or on all, that have failed or were cancelled."""
        self._on_loop(self._retry, tasks or self.tasks)

    def dismiss(self, seconds: float, remove: Callable[[], object]) -> None:
        """Call a function on the event loop later, unless `restore` or `retry` is called before."""
        self._on_loop(self._dismiss, seconds, remove)

    def restore(self) -> None:
        """Undo `dismiss`."""
        self._on_loop(self._restore)

    async def wait(self) -> None:
        """Wait until no task waits or is being worked on. On the event loop."""
        await self._all_ended.wait()

    def when_ended(self, function: Callable[[], object]) -> None:
        """Call a function on the event loop when the job has ended, or now if it has."""
        self._on_loop(self._call_when_ended, function)

    def watch(self, changed: Watcher) -> Callable[[], None]:
        """Call a function with the tasks that have changed, at most ten times a second.

        It is called on the event loop, with no tasks when only the job changed.

        Returns:
            Ends that.
        """
        return self._changes.watch(changed)

    # On the event loop

    def _begin(self) -> None:
        if self._plan.has_files:
            self._keep(self._loop.create_task(self._keep_files(), context=Context()))
        else:
            self._fill()

    async def _keep_files(self) -> None:
        await DATA_FOLDER.run(self._plan.keep_files)
        self._fill()

    def _call_when_ended(self, function: Callable[[], object]) -> None:
        if self.is_running:
            self._when_ended.append(function)
        else:
            function()

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._background.add(task)
        # Without the context of a handler, which would keep its page alive as long as the task.
        task.add_done_callback(self._background.discard, context=Context())

    def _fill(self) -> None:
        """Work on as much as may be worked on at once."""
        while self._queue and len(self._runs) < self._at_once:
            task, _ = self._queue.popitem(last=False)
            self._start(task)
        if not self._runs and not self._queue:
            self.ended = time.monotonic()
            self._all_ended.set()
            self._changes.add()
            waiting, self._when_ended = self._when_ended, []
            for function in waiting:
                function()

    def _start(self, task: Task) -> None:
        try:
            call = self._plan.call(task.id)
        except OSError as error:
            self._settle(task, Outcome.of_error(error))
            return
        run = Run(call, self._plan.output_folder(task.id), _Listener(self._loop, self, task))
        self._runs[task] = run
        self._keep(self._loop.create_task(self._attempt(task, run), context=Context()))

    async def _attempt(self, task: Task, run: Run) -> None:
        try:
            outcome = await self._runner.run(run)
        except asyncio.CancelledError:  # the server ends
            outcome = CANCELLED
        except Exception as error:
            outcome = Outcome.of_error(error)
            log.error("%r of %r was not called.", task.label, self, exc_info=error)
        run.close()
        del self._runs[task]
        self._settle(task, outcome)
        self._fill()

    def _settle(self, task: Task, outcome: Outcome) -> None:
        task.is_cancelling = False
        if outcome.kind == "done":
            task.value, task.progress = outcome.value, 1.0
            task.outputs, task.output_size = list(outcome.outputs), outcome.output_size
        elif outcome.kind == "failed":
            task.error = outcome.sentence
            if outcome.trace:
                log.error("%r of %r failed.\n%s", task.label, self, outcome.trace)
        self._set(task, outcome.kind)

    def _cancel(self, tasks: Iterable[Task], is_all: bool) -> None:
        self.was_cancelled = self.is_running if is_all else self.was_cancelled
        for task in tasks:
            if task in self._queue:
                del self._queue[task]
                self._set(task, "cancelled")
            elif (run := self._runs.get(task)) is not None and not run.is_cancelled:
                task.is_cancelling = True
                self._changes.add(task)
                run.cancel()
                self._loop.call_later(self._grace, self._end, task, run)
        if self.is_running:
            self._fill()

    def _end(self, task: Task, run: Run) -> None:
        if self._runs.get(task) is run:
            self._runner.end(run)

    def _retry(self, tasks: Iterable[Task]) -> None:
        again = [task for task in tasks if task.state in ("failed", "cancelled")]
        for task in again:
            self._counted[task.state] -= 1
            task.restart()
            self._counted[task.state] += 1
            self._queue[task] = None
        if again:
            self._restore()
            self.was_cancelled, self.ended = False, None
            self._all_ended.clear()
            self._changes.add(*again)
            self._fill()

    def _dismiss(self, seconds: float, remove: Callable[[], object]) -> None:
        if self._dismissal is None:
            self._dismissal = self._loop.call_later(seconds, remove, context=Context())
            self._changes.add()

    def _restore(self) -> None:
        if self._dismissal is not None:
            self._dismissal.cancel()
            self._dismissal = None
            self._changes.add()

    def started(self, task: Task) -> None:
        """The function is being called for this task. On the event loop."""
        if task.state == "waiting":
            self._set(task, "working")

    def reported(self, task: Task, progress: float | None, text: str) -> None:
        """The function reported. On the event loop."""
        if task.is_unfinished:
            task.progress = task.progress if progress is None else progress
            task.text = shortened(text) if text else task.text
            self._changes.add(task)

    def _set(self, task: Task, state: State) -> None:
        self._counted[task.state] -= 1
        task.state = state
        self._counted[state] += 1
        self._changes.add(task)

    def _on_loop(self, function: Callable[[*Ts], object], *arguments: *Ts) -> None:
        """Call it now if this is the event loop's thread, else soon."""
        if asyncio._get_running_loop() is self._loop:
            function(*arguments)
        else:
            self._loop.call_soon_threadsafe(function, *arguments, context=Context())


class _Listener:
    """A run's way to its job; a `run.Listener`."""

    def __init__(self, loop: asyncio.AbstractEventLoop, job: Job, task: Task) -> None:
        self._loop, self._job, self._task = loop, job, task
        self._reports = Reports(loop, self._deliver)

    def started(self) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is closed: the program ends
            self._loop.call_soon_threadsafe(self._job.started, self._task, context=Context())

    def reported(self, progress: float | None, text: str) -> None:
        self._reports.add(progress, text)

    def close(self) -> None:
        self._reports.close()

    def _deliver(self, progress: float | None, text: str) -> None:
        self._job.reported(self._task, progress, text)
