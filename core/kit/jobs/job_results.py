"""The results of a job: how they are looked at, saved and kept."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import core as jp
from core.files import disk
from core.files.placement import Placement
from core.jobs.job import Job
from core.jobs.task import Task
from core.language.texts import _

from .job_words import sizes


class Result(NamedTuple):
    """What a job's function made of one thing.

    Attributes:
        label: what it was made of, for people.
        value: what the function returned.
        paths: the files that it made with `output`.
    """

    label: str
    value: Any
    paths: tuple[Path, ...]

    @classmethod
    def of(cls, task: Task) -> "Result":
        """The result of a task that is done."""
        return cls(task.label, task.value, tuple(task.outputs))


def results(job: Job) -> list[Result]:
    """The results of the tasks that are done, in their order."""
    return [Result.of(task) for task in job.tasks if task.state == "done"]


def paths(tasks: Iterable[Task]) -> Iterator[Path]:
    """The files that were made and are still there."""
    made = (path for task in tasks if task.state == "done" for path in task.outputs)
    return (path for path in made if path.is_file())


def has_files(job: Job) -> bool:
    """Whether any file was made."""
    return any(task.outputs for task in job.tasks if task.state == "done")


def measured(job: Job) -> str:
    """The sizes of all files, before and after: `7.2 MB → 930 kB`; "" if none was made."""
    done = [task for task in job.tasks if task.state == "done" and task.outputs]
    if not done:
        return ""
    before, after = [task.size for task in done], sum(task.output_size for task in done)
    known = sum(size for size in before if size is not None)
    return sizes(None if None in before else known, after)


def offer(page: jp.WebPage, tasks: Iterable[Task], name: str) -> None:
    """Let the person who acts save the files of tasks: one as it is, several as a ZIP.

    Raises:
        FileError: there is none.
    """
    found = list(paths(tasks))
    if not found:
        raise jp.FileError(_("The results are no longer there. Start the work again."))
    if len(found) == 1:
        page.download(found[0], name=found[0].name)
    else:
        page.download(jp.Zip(found), name=f"{name}.zip")


def keep(job: Job, folder: jp.SessionFolder) -> int:
    """Put copies of all files into a session's folder; returns how many. Blocks.

    Raises:
        OSError: the disk failed; there are no copies, so that it can be tried again.
    """
    placement, kept = Placement(), list[Path]()
    try:
        for path in paths(job.tasks):
            target = placement.add(folder.folder, path, path.name, follow=False, copy=True)
            kept.append(target)
    except OSError:
        for target in kept:
            disk.discard(target)
        raise
    finally:
        placement.sync()
    return len(kept)
