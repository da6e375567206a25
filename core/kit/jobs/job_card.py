"""JobCard: a job with its rows, in the look of the panel that shows how files are sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable
from functools import partial

import core as jp
from core.jobs.job import Job
from core.jobs.task import Task
from core.language.reasons import reason
from core.language.texts import N_, _, ngettext

from ..button import Button
from . import job_results
from .job_list import JobList
from .job_pace import Pace
from .job_preview import JobPreview
from .job_row import RowActions
from .job_words import amounts, percent

ACTIONS = frozenset({"cancel", "retry", "open", "save", "keep", "dismiss"})
"""What people may do with a job, unless the program leaves it out."""

KEEP = N_("Put copies into your folder")

UNDO = 10.0
"""Seconds for which results that were dismissed can be brought back."""


class JobCard(jp.Section):
    """One job: its title, how far it is, what can be done, and a row for each task in sight.

    Args:
        job: what it shows.
        actions: those of `ACTIONS` that people may do.
        remove: removes the job.
        closes_itself: the job is to be removed when all of it is done.

    Attributes:
        job, closes_itself: as given.
    """

    def __init__(
        self,
        job: Job,
        actions: Collection[str],
        remove: Callable[[Job], object],
        closes_itself: bool,
    ) -> None:
        super().__init__(classes="kit-job-card", aria_label=job.title)
        self.job, self.closes_itself = job, closes_itself
        self._actions, self._remove = actions, remove
        self._pace = Pace()
        self._reported: set[int] = set()  # tasks whose results the program knows
        self._end_is_news = True
        self._make_head()
        self._bar = jp.Progress(classes="kit-job-bar", max=1, aria_label=job.title)
        self._message = jp.P(classes="kit-job-message", role="alert")
        self._list = JobList(
            job,
            RowActions(
                cancel=self._cancel_task if "cancel" in actions else None,
                retry=self._retry_task if "retry" in actions else None,
                save=self._save_task if "save" in actions else None,
                open=self._open_task if "open" in actions else None,
            ),
        )
        self._announcement = jp.P(role="status", classes="kit-job-announcement")
        self._preview = JobPreview(job)  # on the page once somebody opens it
        self._parts: list[jp.Component] = [
            self._head,
            self._bar,
            self._message,
            self._list,
            self._announcement,
        ]
        words = jp.Span(text=_("The results are removed."), role="status")
        undo = Button(_("Undo"), size="small", click=self._undo)
        self._dismissed: list[jp.Component] = [
            jp.Div(classes="kit-job-more", children=[words, undo])
        ]
        self._is_keeping = False
        self.draw(job.tasks)

    def _make_head(self) -> None:
        self._head = jp.Div(classes="kit-job-head")
        jp.Strong(text=self.job.title, classes="kit-job-title", a=self._head)
        self._buttons = {
            "retry": Button(_("Retry"), size="small", click=self._retry),
            "keep": Button(_("Keep"), size="small", click=self._keep, title=_(KEEP)),
            "save": Button(_("Save all"), size="small", kind="primary", click=self._save),
            "cancel": Button(_("Cancel"), size="small", click=self._cancel),
            "dismiss": Button(_("Dismiss"), size="small", kind="quiet", click=self._dismiss),
        }
        jp.Span(classes="kit-job-buttons", children=[*self._buttons.values()], a=self._head)
        figures = jp.Div(classes="kit-job-figures", a=self._head)
        self._amount, self._note = jp.Span(a=figures), jp.Span(a=figures)

    @property
    def state(self) -> str:
        """ "working", "cancelling", "done", "failed" or "cancelled"."""
        job = self.job
        if job.is_running:
            return "cancelling" if job.was_cancelled else "working"
        if job.counts.failed and not job.was_cancelled:
            return "failed"
        return "cancelled" if job.counts.cancelled else "done"

    def draw(self, changed: Iterable[Task] = ()) -> None:
        """Show the job as it is now.

        Args:
            changed: the tasks that may have changed since the last time.
        """
        self._show_parts()
        self._list.draw(set(changed))
        job, state = self.job, self.state
        text = amounts(job.counts, not job.is_running, job.was_cancelled)
        share = self._list.share
        self.data_state = state
        self._amount.text = f"{text} · {percent(share)}" if state == "working" else text
        self._bar.value = share
        if job.is_running:
            self._note.text = self._pace.remaining(share)
        else:
            self._note.text = job_results.measured(job)
        self._announcement.text = f"{job.title}: {self._spoken(text)}"
        for name, button in self._buttons.items():
            button.show = name in self._actions and self._offers(name)

    def _show_parts(self) -> None:
        """All of it; or, in every window, that somebody dismissed it and can have it back."""
        parts = self._dismissed if self.job.is_dismissed else self._parts
        if list(self.components) != parts:
            self.components = parts

    def _spoken(self, text: str) -> str:
        """What screen readers say: the beginning, failures and the end, but not every step."""
        job = self.job
        if not job.is_running:
            return text
        if job.was_cancelled:
            return _("cancelling")
        failed = job.counts.failed
        return _("{count} failed so far", count=failed) if failed else _("working")

    def _offers(self, action: str) -> bool:
        job = self.job
        if job.is_running:
            return action == "cancel"
        if action == "retry":
            return job.counts.failed + job.counts.cancelled > 0
        if action == "keep" and self._is_keeping:
            return False
        if action in ("keep", "save"):
            return job_results.has_files(job)
        return action == "dismiss"

    def tell(self, message: str, task: Task | None = None) -> None:
        """Show what failed after the work: with a task, or with the job as a whole."""
        if task is None:
            self._message.text = message
        else:
            self._list.tell(message, task)

    # Events for the program

    def note_past(self) -> None:
        """What has happened so far is no news."""
        self.news(self.job.tasks)

    def news(self, changed: Iterable[Task]) -> tuple[list[Task], bool]:
        """The tasks that are done and were not news before, in order; whether the end is news."""
        done = [t for t in changed if t.state == "done" and t.id not in self._reported]
        done.sort(key=lambda task: task.id)
        self._reported.update(task.id for task in done)
        has_ended = self._end_is_news and not self.job.is_running
        self._end_is_news = self.job.is_running
        return done, has_ended

    # What people do: async handlers do not wait for the program's.

    async def _cancel(self) -> None:
        self.job.cancel()

    async def _cancel_task(self, task: Task, msg: jp.Msg) -> None:
        self.job.cancel(task)

    async def _retry(self) -> None:
        self.tell("")
        self.job.retry()

    async def _retry_task(self, task: Task, msg: jp.Msg) -> None:
        self.job.retry(task)

    async def _open_task(self, task: Task, _: jp.Msg) -> None:
        if self._preview not in self._parts:
            self._parts.append(self._preview)
            self._show_parts()
        await asyncio.to_thread(self._preview.show_task, task)

    async def _save(self, msg: jp.Msg) -> None:
        await asyncio.to_thread(job_results.offer, msg.page, self.job.tasks, self.job.title)

    async def _save_task(self, task: Task, msg: jp.Msg) -> None:
        await asyncio.to_thread(job_results.offer, msg.page, [task], task.label)

    async def _keep(self, msg: jp.Msg) -> None:
        if self._is_keeping:  # pressed twice
            return
        self._is_keeping, self._buttons["keep"].show = True, False
        folder = jp.app.session_folder(msg.session_id)
        try:
            kept = await asyncio.to_thread(job_results.keep, self.job, folder)
        except OSError as error:
            self._buttons["keep"].show = True
            self.tell(
                _(
                    "The files could not be put into your folder: {reason}.",
                    reason=reason(error),
                )
            )
            return
        finally:
            self._is_keeping = False
        self._note.text = self._announcement.text = ngettext(
            "{count} file put into your folder", "{count} files put into your folder", kept
        )

    async def _dismiss(self) -> None:
        if job_results.has_files(self.job):
            self.job.dismiss(UNDO, partial(self._remove, self.job))
            self._show_parts()
        else:
            self._remove(self.job)

    async def _undo(self) -> None:
        self.job.restore()
        self._show_parts()
