"""Work: one run of an action, in the process of a job; its results are put beside the files."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from core.jobs.working import output, report
from core.language.texts import _
from desktop.shelf.actions import wording
from desktop.shelf.actions.command import run_command
from desktop.shelf.actions.results import placed

MOST_NOTES = 20


class ActionFailed(Exception):
    """An action cannot be run; the text is for the person."""


@dataclass(frozen=True)
class Plan:
    """What is to be run.

    Attributes:
        name: of the action, as people see it.
        path: of its file.
        digest: of the content that was allowed.
        command: the program and its arguments; empty if the file is Python.
        choice: what the person chose; "" if there was nothing to choose.
        target: where its results go; "" means: beside the first file.
    """

    name: str
    path: str
    digest: str
    command: tuple[str, ...]
    choice: str
    target: str = ""


@dataclass(frozen=True)
class Made:
    """What came of it.

    Attributes:
        names: of what is new, a file or a folder.
        notes: what the action said about it.
    """

    names: tuple[str, ...]
    notes: tuple[str, ...]

    def __str__(self) -> str:
        """As the row of the job shows it."""
        return wording.made(self.names, self.notes)


class ActionJob:
    """What an action is given to speak to the person who started it.

    Attributes:
        choice: what the person chose; "" if the action has no ``CHOICE``.
    """

    def __init__(self, choice: str) -> None:
        self.choice = choice
        self.notes: list[str] = []

    def report(self, progress: float | None = None, text: str = "") -> None:
        """Say how far it is, from 0 to 1, and what it does now.

        Raises:
            Cancelled: the person cancelled it. Let it pass: what was made so far is removed.
        """
        report(progress, text)

    def log(self, text: str) -> None:
        """Say something about the result, which is shown when the action has ended."""
        if len(self.notes) < MOST_NOTES:
            self.notes.append(str(text)[:500])


def perform(item: str | tuple[str, ...], plan: Plan) -> Made:
    """Run an action for one file, or for several together. Blocks.

    Args:
        item: the path of the file, or those of the files.

    Raises:
        ActionFailed: it cannot be run.
        OSError: its results could not be put beside the files; none of them is there.
        Exception: what the action raised.
    """
    files = [Path(each) for each in ((item,) if isinstance(item, str) else item)]
    for file in files:
        if not file.is_file():
            raise ActionFailed(_("“{name}” is no longer there.", name=file.name))
    folder, job = output("made"), ActionJob(plan.choice)
    folder.mkdir(parents=True)
    try:
        if plan.command:
            run_command(plan.command, files, folder, plan.choice)
        else:
            _run_python(plan, files, folder, job)
        job.report(text=_("Puts the results beside the files"))
        names = placed(folder, Path(plan.target) if plan.target else files[0].parent)
        return Made(tuple(names), tuple(job.notes))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run_python(plan: Plan, files: list[Path], folder: Path, job: ActionJob) -> None:
    data = Path(plan.path).read_bytes()
    if hashlib.sha256(data).hexdigest() != plan.digest:
        raise ActionFailed(_("“{name}” was changed meanwhile. Start it again.", name=plan.name))
    module = ModuleType("satchel_action")
    module.__file__ = plan.path
    exec(compile(data, plan.path, "exec", dont_inherit=True), module.__dict__)
    module.run(files, folder, job)
