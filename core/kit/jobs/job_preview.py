"""JobPreview: the results of a job in front of the page, one after the other."""

from pathlib import Path
from typing import Any

import core as jp
from core.jobs.job import Job
from core.jobs.task import Task
from core.language.texts import _

from ..files.files_preview import FilesPreview
from .job_results import paths


class JobPreview(FilesPreview):
    """A dialog with a result of a job, and buttons to go on to others."""

    def __init__(self, job: Job, **attributes: Any) -> None:
        super().__init__(self._step, **attributes)
        self._job = job
        self._files: list[Path] = []
        self._at = 0

    def show_task(self, task: Task) -> None:
        """Show the first file of a task."""
        self._files = list(paths(self._job.tasks))
        own = next(paths([task]), None)
        if own is None:
            raise jp.FileError(_("This result is no longer there."))
        self._show(self._files.index(own))

    def _step(self, by: int) -> None:
        self._show(min(max(self._at + by, 0), len(self._files) - 1))

    def _show(self, place: int) -> None:
        self._at = place
        path, last = self._files[place], len(self._files) - 1
        self.show_file(path, path.name, place == 0, place == last)
