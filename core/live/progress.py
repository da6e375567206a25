"""Progress of a form's files -> its `progress` events, a few per second."""

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

# Files that are sent and never submitted would be kept for ever, so the oldest are forgotten.
MOST_SESSIONS = 1_000
"""Sessions that send files to one page at the same time."""
MOST_FORMS = 100
"""Forms and inputs of one page that one session sends files to."""
MOST_FILES = 10_000
"""Files of one form."""

K = TypeVar("K")
V = TypeVar("V")


class Sent(NamedTuple):
    """How far a file is: `sent` of its `size` bytes are stored. The size may not be known yet."""

    upload_id: str
    name: str
    sent: int
    size: int | None


# Runs the `progress` handler of a component, for a session.
Handle = Callable[[LivePage, Component, str, dict[str, object]], Awaitable[object]]


class FormProgress:
    """The files that one session is sending for one form or one input."""

    def __init__(self, target: Component) -> None:
        self.target = ref(target)
        self.reporting = asyncio.Lock()
        self.task: asyncio.Task[None] | None = None
        self._files: dict[str, Sent] = {}
        self._sent = self._size = 0
        self._latest: Sent | None = None

    def note(self, file: Sent) -> None:
        """Record how far a file is."""
        self.forget(file.upload_id)
        self._files[file.upload_id] = self._latest = file
        self._count(file, 1)
        if len(self._files) > MOST_FILES:
            self.forget(next(iter(self._files)))

    def forget(self, upload_id: str) -> None:
        """Remove a file."""
        if (known := self._files.pop(upload_id, None)) is not None:
            self._count(known, -1)

    @property
    def count(self) -> int:
        """How many files there are."""
        return len(self._files)

    def holds(self, upload_ids: Collection[str]) -> bool:
        """Whether one of these files is among them."""
        return any(upload_id in self._files for upload_id in upload_ids)

    def take_news(self) -> dict[str, object] | None:
        """Take the fields of the next event; None if nothing changed since the last one."""
        file, self._latest = self._latest, None
        if file is None:
            return None
        totals = {"total_sent": self._sent, "total_size": self._size}
        return {"file": file.name, "sent": file.sent, "size": file.size, **totals}

    def _count(self, file: Sent, sign: int) -> None:
        self._sent += sign * file.sent
        self._size += sign * (file.sent if file.size is None else file.size)


class Progress:
    """How far files are, by page, session and form. The event loop owns it.

    Args:
        handle: runs a `progress` handler.
    """

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._forms: WeakKeyDictionary[LivePage, dict[str, dict[int, FormProgress]]] = (
            WeakKeyDictionary()
        )

    def files(self, live: LivePage) -> int:
        """How many files are being sent for a page."""
        sessions = self._forms.get(live, {}).values()
        return sum(form.count for forms in sessions for form in forms.values())

    def note(self, live: LivePage, target: Component, session_id: str, file: Sent) -> None:
        """Run the component's handler, if it has one, at once or after a pause."""
        live.guard.check(self)
        if "progress" not in target.handlers:
            return
        form = self._form(live, target, session_id)
        form.note(file)
        if form.task is None:
            form.task = asyncio.create_task(self._follow(form, live, target, session_id))

    def forget(self, live: LivePage, session_id: str, upload_id: str) -> None:
        """Remove a file that the user took back."""
        self._forget(live, session_id, (upload_id,))

    async def settle(self, live: LivePage, session_id: str, upload_ids: Collection[str]) -> None:
        """Report complete files for the last time, and remove them."""
        for form in tuple(self._forms_of(live, session_id).values()):
            target = form.target()
            if target is not None and form.holds(upload_ids):
                await self._report(form, live, target, session_id)
        self._forget(live, session_id, upload_ids)

    def _form(self, live: LivePage, target: Component, session_id: str) -> FormProgress:
        sessions = self._forms.setdefault(live, {})
        forms = _latest(sessions, session_id, dict, MOST_SESSIONS)
        return _latest(forms, target.component_id, lambda: FormProgress(target), MOST_FORMS)

    def _forms_of(self, live: LivePage, session_id: str) -> dict[int, FormProgress]:
        return self._forms.get(live, {}).get(session_id, {})

    def _forget(self, live: LivePage, session_id: str, upload_ids: Collection[str]) -> None:
        forms = self._forms_of(live, session_id)
        for number, form in tuple(forms.items()):
            for upload_id in upload_ids:
                form.forget(upload_id)
            if not form.count:
                del forms[number]
        if not forms:
            self._forms.get(live, {}).pop(session_id, None)

    async def _follow(
        self, form: FormProgress, live: LivePage, target: Component, session_id: str
    ) -> None:
        try:
            while await self._report(form, live, target, session_id):
                await asyncio.sleep(PAUSE)
        except Exception:
            logger.exception("The progress of files could not be reported to %r.", target)
        finally:
            form.task = None

    async def _report(
        self, form: FormProgress, live: LivePage, target: Component, session_id: str
    ) -> bool:
        async with form.reporting:
            news = form.take_news()
            if news is not None:
                await self._handle(live, target, session_id, news)
            return news is not None


def _latest(known: dict[K, V], key: K, make: Callable[[], V], most: int) -> V:
    """The value of a key, made if missing. Beyond `most`, the least recently used is removed."""
    found = known.pop(key, None)
    known[key] = value = make() if found is None else found
    if len(known) > most:
        del known[next(iter(known))]
    return value
