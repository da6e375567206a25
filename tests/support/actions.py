"""Actions of the shelf: their files, and running them without a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from core.jobs.working import Work, doing
from desktop.shelf.actions.catalog import SHIPPED
from desktop.shelf.actions.declaration import read
from desktop.shelf.actions.work import Made, Plan, perform

PYTHON = """
NAME = "Count letters"
ICON = "file-text"
TAKES = "text/*"

def run(files, folder, job):
    for file in files:
        job.report(0.5, file.name)
        (folder / f"{file.stem} counted.txt").write_text(str(len(file.read_text())))
"""


class Watcher:
    """Notes what an action reports; cancels it after so many reports. A `Reporter`."""

    def __init__(self, cancelled_after: int | None = None) -> None:
        self.texts: list[str] = []
        self._most = cancelled_after

    def tell(self, progress: float | None, text: str) -> None:
        self.texts.append(text)

    @property
    def is_cancelled(self) -> bool:
        return self._most is not None and len(self.texts) >= self._most


def performed(
    action: Path, files: Sequence[Path], choice: str = "", watcher: Watcher | None = None
) -> Made:
    """Run the action of a file as a job does, in this process."""
    found = read(action)
    plan = Plan(found.name, str(action), found.digest, found.command, choice or found.usual)
    work = Work(watcher or Watcher(), files[0].parent.parent / "work")
    with doing(work):
        return perform(tuple(map(str, files)), plan)


def shipped(name: str, *files: Path, choice: str = "", watcher: Watcher | None = None) -> Made:
    """Run an action that ships with Satchel."""
    return performed(SHIPPED / f"{name}.py", files, choice, watcher)
