"""The rows of a job that are shown: of ten thousand tasks, those that people look for."""

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import islice

from core.jobs.task import Task

MOST = 100
"""Rows at first; people may ask for as many more, and again."""

AROUND = 20
"""Rows of tasks that ended last, and of the next ones, around those that work."""


class RowWindow:
    """Which tasks of a job have rows. A change costs the same however many tasks there are.

    Attributes:
        most: the number of rows.
    """

    def __init__(self, tasks: Sequence[Task]) -> None:
        self.most = MOST
        self._tasks = tasks
        self._next = 0  # no task before it waits
        self._failed: dict[int, Task] = {}
        self._working: dict[int, Task] = {}
        self._ended: deque[int] = deque(maxlen=AROUND)
        self.note(tasks)

    @property
    def working(self) -> Iterable[Task]:
        """The tasks that work now."""
        return self._working.values()

    def note(self, changed: Iterable[Task]) -> None:
        """Note that the states of tasks may have changed."""
        for task in changed:
            place = task.id  # its number in the job
            self._working.pop(place, None)
            self._failed.pop(place, None)
            if task.state == "waiting":
                self._next = min(self._next, place)
            elif task.state == "working":
                self._working[place] = task
            elif task.state == "failed":
                self._failed[place] = task
            else:
                self._ended.append(place)

    def chosen(self) -> list[Task]:
        """The tasks to be shown: failed ones first, the others in their order."""
        failed = sorted(islice(self._failed, self.most // 2 if self._working else self.most))
        first = [self._tasks[place] for place in failed]
        return first + [self._tasks[place] for place in self._others(self.most - len(first))]

    def _others(self, most: int) -> list[int]:
        """The places of shown tasks that have not failed, in order."""
        if not self._working or len(self._tasks) <= self.most:
            every = (place for place in range(len(self._tasks)) if place not in self._failed)
            return list(islice(every, most))
        around = {*self._working, *(each for each in self._ended if each not in self._failed)}
        waiting = self._waiting()
        around.update(islice(waiting, max(0, most - len(around))))
        return sorted(around)[-most:]

    def _waiting(self) -> Iterable[int]:
        """The places of the tasks that wait."""
        while self._next < len(self._tasks) and self._tasks[self._next].state != "waiting":
            self._next += 1
        places = range(self._next, len(self._tasks))
        return (place for place in places if self._tasks[place].state == "waiting")
