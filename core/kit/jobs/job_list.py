"""JobList: the rows of a job, and how many are not shown."""

from __future__ import annotations

import core as jp
from core.jobs.job import Job
from core.jobs.task import Task
from core.language.texts import _, ngettext

from ..button import Button
from .job_row import JobRow, RowActions
from .job_window import MOST, RowWindow


class JobList(jp.Div):
    """The rows of the tasks that people look for, and below them how many others there are.

    Args:
        may: what people may do with each of them.
    """

    def __init__(self, job: Job, may: RowActions) -> None:
        super().__init__()
        self._job, self._may = job, may
        self._window = RowWindow(job.tasks)
        self._rows: dict[int, JobRow] = {}
        self._notes: dict[int, str] = {}
        # It scrolls: with the focus on it, keys do that too.
        self._list = jp.Ul(classes="kit-job-rows", tabindex=0, aria_label=job.title, a=self)
        self._rest = jp.Span()
        self._extend_button = Button(_("Show more"), size="small", click=self._extend)
        self._more = jp.Div(
            classes="kit-job-more", children=[self._rest, self._extend_button], a=self
        )

    @property
    def share(self) -> float:
        """How much of the job is done, from 0 to 1. While it runs, what failed counts too."""
        counts = self._job.counts
        begun = sum(task.progress or 0.0 for task in self._window.working)
        ended = counts.done + (0 if self._job.was_cancelled else counts.failed + counts.cancelled)
        return (ended + begun) / max(sum(counts), 1)

    def draw(self, changed: set[Task]) -> None:
        """Show the tasks as they are now. Costs what the rows in sight and the changes cost."""
        self._window.note(changed)
        rows = {}
        for task in self._window.chosen():
            row = self._rows.get(task.id)
            if row is None:
                row = JobRow(task, self._may)
                row.tell(self._notes.get(task.id, ""))
            elif task in changed:
                row.draw()
            rows[task.id] = row
        if list(rows) != list(self._rows):
            self._list.components = list(rows.values())
        self._rows = rows
        rest = len(self._job.tasks) - len(rows)
        self._more.show = rest > 0
        self._rest.text = ngettext("and {count} more", "and {count} more", rest)
        self._extend_button.show = not self._job.is_running

    def tell(self, message: str, task: Task) -> None:
        """Show what failed after the work on a task."""
        self._notes[task.id] = message
        if (row := self._rows.get(task.id)) is not None:
            row.tell(message)

    def _extend(self) -> None:
        self._window.most += MOST
        self.draw(set())
