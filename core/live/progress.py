"""Progress: how far the files of a form are -> its `progress` events, a few in a second."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from typing import NamedTuple, TypeVar
from weakref import WeakKeyDictionary, ref

from ..elements.component import Component
from .live_page import LivePage

logger = logging.getLogger(__name__)

# Seconds between two events of one form.
PAUSE = 0.2

# What is sent and never submitted stays on its way: of more than these, the oldest is forgotten,
# and counts no longer where it goes on.
MOST_SESSIONS = 1_000
"""Sessions that send files to one page at the same time."""
MOST_RUNS = 100
"""Forms and inputs of one page that one session sends files to."""
MOST_FILES = 10_000
"""Files of one form."""

K = TypeVar("K")
V = TypeVar("V")


class Sent(NamedTuple):
    """How far a file is: `sent` of its `size` bytes are stored; the size may be unknown yet."""

    upload_id: str
    name: str
    sent: int
    size: int | None


# Runs the handler of a component, for a session.
Tell = Callable[[LivePage, Component, str, dict[str, object]], Awaitable[object]]


class Run:
    """The files of one session that are on their way for one form, or one input."""

    def __init__(self, target: Component) -> None:
        self.target = ref(target)
        self.telling = asyncio.Lock()
        self.task: asyncio.Task[None] | None = None
        self._files: dict[str, Sent] = {}
        self._sent = self._size = 0
        self._news: Sent | None = None

    def note(self, file: Sent) -> None:
        """A file is farther than before."""
        self.forget(file.upload_id)
        self._files[file.upload_id] = self._news = file
        self._count(file, 1)
        if len(self._files) > MOST_FILES:
            self.forget(next(iter(self._files)))

    def forget(self, upload_id: str) -> None:
        """A file is no longer on its way."""
        if (known := self._files.pop(upload_id, None)) is not None:
            self._count(known, -1)

    @property
    def is_empty(self) -> bool:
        """Whether no file is on its way."""
        return not self._files

    def holds(self, upload_ids: Collection[str]) -> bool:
        """Whether one of these files is among them."""
        return any(upload_id in self._files for upload_id in upload_ids)

    def news(self) -> dict[str, object] | None:
        """What a handler is told now; None if there is nothing that it does not know."""
        file, self._news = self._news, None
        if file is None:
            return None
        totals = {"total_sent": self._sent, "total_size": self._size}
        return {"file": file.name, "sent": file.sent, "size": file.size, **totals}

    def _count(self, file: Sent, sign: int) -> None:
        self._sent += sign * file.sent
        self._size += sign * (file.sent if file.size is None else file.size)


class Progress:
    """The runs of all pages. All of it happens on the event loop.

    Args:
        tell: runs a `progress` handler.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._runs: WeakKeyDictionary[LivePage, dict[str, dict[int, Run]]] = WeakKeyDictionary()

    def note(self, live: LivePage, target: Component, session_id: str, file: Sent) -> None:
        """Tell the component's handler of it, if it has one: at once, or after a pause."""
        if "progress" not in target.handlers:
            return
        run = self._run(live, target, session_id)
        run.note(file)
        if run.task is None:
            run.task = asyncio.create_task(self._follow(run, live, target, session_id))

    def forget(self, live: LivePage, session_id: str, upload_id: str) -> None:
        """The user took a file back."""
        self._forget(live, session_id, (upload_id,))

    async def settle(self, live: LivePage, session_id: str, upload_ids: Collection[str]) -> None:
        """Tell what is left to tell of files that are all there; they count no longer."""
        for run in tuple(self._runs_of(live, session_id).values()):
            target = run.target()
            if target is not None and run.holds(upload_ids):
                await self._tell_news(run, live, target, session_id)
        self._forget(live, session_id, upload_ids)

    def _run(self, live: LivePage, target: Component, session_id: str) -> Run:
        sessions = self._runs.setdefault(live, {})
        runs = _latest(sessions, session_id, dict, MOST_SESSIONS)
        return _latest(runs, target.component_id, lambda: Run(target), MOST_RUNS)

    def _runs_of(self, live: LivePage, session_id: str) -> dict[int, Run]:
        return self._runs.get(live, {}).get(session_id, {})

    def _forget(self, live: LivePage, session_id: str, upload_ids: Collection[str]) -> None:
        runs = self._runs_of(live, session_id)
        for number, run in tuple(runs.items()):
            for upload_id in upload_ids:
                run.forget(upload_id)
            if run.is_empty:
                del runs[number]
        if not runs:
            self._runs.get(live, {}).pop(session_id, None)

    async def _follow(self, run: Run, live: LivePage, target: Component, session_id: str) -> None:
        try:
            while await self._tell_news(run, live, target, session_id):
                await asyncio.sleep(PAUSE)
        except Exception:
            logger.exception("%r could not be told how far its files are.", target)
        finally:
            run.task = None

    async def _tell_news(
        self, run: Run, live: LivePage, target: Component, session_id: str
    ) -> bool:
        async with run.telling:
            news = run.news()
            if news is not None:
                await self._tell(live, target, session_id, news)
            return news is not None


def _latest(known: dict[K, V], key: K, make: Callable[[], V], most: int) -> V:
    """What is known of a key, or a new value; of more than `most` the one unused longest goes."""
    found = known.pop(key, None)
    known[key] = value = make() if found is None else found
    if len(known) > most:
        del known[next(iter(known))]
    return value
