"""LivePage: one page, the browsers that show it, and the patches that keep them in step."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Executor
from typing import NamedTuple

from ..elements.component import Component
from ..elements.reactive import react
from ..elements.render import Renderer
from ..elements.webpage import WebPage
from ..loop_guard import LoopGuard
from ..styles.stylesheet import Rule
from ..words import names
from .dirty import Dirty, Marks
from .handler_lock import HandlerLock
from .own_events import Fields, RunOwn, run_nothing
from .page_rules import PageRules, note_page_styles
from .patch import Patch
from .patch_log import PatchLog
from .protocol import AddRules, Operation, SetPageAttribute, WholePage
from .single_browser import Offer, SingleBrowser
from .snapshot import Snapshot
from .subscribers import Subscribers

logger = logging.getLogger(__name__)

# The page's attributes that a browser gets, with the components, if it missed too many patches.
STATE = names("title favicon css body_classes body_style dark events reload_interval")
_STYLES = names("css body_classes body_style")


class Painting(NamedTuple):
    """A page at one moment, with the patches up to ``number``."""

    number: int
    html: str
    rules: list[Rule]


def log_failure(live: LivePage, error: Exception, what: str) -> None:
    """Log the error of a component, and do nothing else."""
    logger.error("%s.", what, exc_info=error)


Failed = Callable[["LivePage", Exception, str], None]


class LivePage(SingleBrowser):
    """Keeps the browsers that show a page in step with it; the page's ``view``.

    Any thread may mark changes, make patches and paint. `update` makes one numbered patch of the
    changes, encoded once; each channel sends the patches that its browser does not have.

    Attributes:
        token: unguessable; names the page in requests.
        sessions: the ids of the sessions that were served this page. The event loop owns it.
        subscribers: its browsers. The event loop owns them.
        handler_lock: lets one plain handler run at a time. The event loop owns it.
        is_over: the page has ended, and no browser can join it.
        snapshot: which components the browsers have.
        rules: which style rules they have.

    Args:
        link: makes an address fit for HTML.
        executor: makes the patches that would hold up the event loop.
        offer: makes something available to a session.
        failed: handles what a component raised. Any thread calls it.
        run: runs handlers of events that no browser sends.
    """

    def __init__(
        self,
        page: WebPage,
        link: Callable[[str], str],
        executor: Executor,
        offer: Offer,
        failed: Failed = log_failure,
        guard: LoopGuard | None = None,
        run: RunOwn = run_nothing,
    ) -> None:
        self.page = page
        self.token = secrets.token_urlsafe(12)
        self.sessions: set[str] = set()
        self.guard = guard or LoopGuard()
        self.subscribers = Subscribers(page, self.guard)
        self.handler_lock = HandlerLock()
        self.is_over = False
        self.snapshot = Snapshot(self)
        self.rules = PageRules(page)
        self._link = link
        self._executor = executor
        self._offer = offer
        self._failed = failed
        self._run = run
        self._is_placed = False
        self._dirty = Dirty()
        self._log = PatchLog()
        self._flushing = threading.RLock()

    def __repr__(self) -> str:
        return repr(self.page)

    @property
    def number(self) -> int:
        """The number of the last patch."""
        return self._log.number

    def end(self) -> None:
        """Cancel what waits for this page. Running handlers continue."""
        self.guard.check(self)
        self.is_over = True
        self.handler_lock.end()

    def show_failure(self, html: str) -> None:
        """Show a panel to the program's author."""
        self.subscribers.report_failure(html)

    def failed(self, error: Exception, what: str) -> None:
        """Report an error that a component raised while it derived what it shows."""
        self._failed(self, error, what)

    def is_for(self, session_id: str) -> bool:
        """Whether this session was served the page."""
        return session_id in self.sessions

    async def dispatch(
        self, component: Component, event: str, session_id: str, fields: Fields
    ) -> str:
        """Run a component's handler for a session that was served the page; what failed, or ""."""
        is_for = session_id in self.sessions
        return (is_for and await self._run(self, component, session_id, event, fields)) or ""

    def note(self, component: Component | None, name: str) -> None:
        """Note that an attribute of a component, or of the page, changed."""
        self._dirty.mark(component, name)

    async def update(self, only: str | None = None) -> None:
        """Send what changed since the last patch to all browsers of the page.

        Args:
            only: the id of the only channel to send it now; the others send it with the next patch.
        """
        if self.is_over:  # no browser is left, and perhaps no thread
            return
        if self._is_quick() and self._flushing.acquire(blocking=False):
            try:
                self.flush(only)
            finally:
                self._flushing.release()
        else:
            await asyncio.get_running_loop().run_in_executor(self._executor, self.flush, only)

    def _is_quick(self) -> bool:
        """Whether the next patch takes less time than a hop to another thread.

        That is so if only short attributes of few components changed, and no `react` is to run.
        """
        reacts = self.snapshot.reactive() or type(self.page).react is not WebPage.react
        return self._is_placed and not reacts and self._dirty.is_quick()

    def flush(self, only: str | None = None) -> None:
        """Make a patch of what is marked, and wake the browsers, or only one."""
        with self._flushing:
            if not self._is_placed:
                self._place_all(only)
                return
            self._react()
            self.snapshot.watch(self._dirty.marked("model"))
            for component in self.snapshot.reactive():
                react(component, self)
            marks, page_marks = self._dirty.take()
            if not marks and not page_marks:
                return
            try:
                self._append(self._operations(marks, page_marks), only)
            except BaseException:
                self._start_over(only)  # the snapshot may be half updated
                raise
            if self.rules.is_full:
                self.rules.forget()
                self.send_whole()

    def send_whole(self) -> None:
        """Send the whole page to every browser."""
        self._log.clear()
        self.subscribers.wake()

    def _start_over(self, only: str | None = None) -> None:
        """Place all components again, in one step, because events look them up meanwhile."""
        self._is_placed = False
        self.snapshot = Snapshot(self)
        self._place_all(only)

    def _place_all(self, only: str | None = None) -> None:
        self._react()
        self._dirty.take()
        self._log.clear()
        children = [child for child in self.page.components if child.show]
        self.snapshot.set_children(0, tuple(child.component_id for child in children))
        self.snapshot.place(children)
        self._is_placed = True
        self.subscribers.wake(only)

    def _react(self) -> None:
        try:
            self.page.react()
        except Exception as error:
            self.failed(error, f"react() of {self.page!r} failed; it is shown as it was before")

    def _operations(self, marks: Marks, page_marks: set[str]) -> list[Operation]:
        renderer = Renderer(self._link, failed=self.failed)
        operations = Patch(self.snapshot, renderer).operations(self.page, marks, page_marks)
        operations += [
            SetPageAttribute("p", name, getattr(self.page, name, None))
            for name in sorted(page_marks - {"components"})
        ]
        if not page_marks.isdisjoint(_STYLES):
            note_page_styles(self.page, renderer)
        new = self.rules.new(renderer)
        return [AddRules("s", new), *operations] if new else operations

    def _append(self, operations: list[Operation], only: str | None = None) -> None:
        if not operations:
            return
        with self._flushing:
            self._log.append(operations)
        self.subscribers.wake(only)

    def patches_after(self, number: int) -> tuple[tuple[int, str], ...] | None:
        """The patches after a number; None if the browser must get the whole page."""
        return self._log.after(number)

    def whole(self) -> tuple[int, str]:
        """The number of the last patch, and a message with the whole page."""
        number, html, rules = self.paint()
        state = {name: getattr(self.page, name) for name in STATE}
        message: WholePage = {"seq": number, "html": html, "rules": rules, "state": state}
        return number, json.dumps(message, default=str)

    def paint(self, submit_to: str = "") -> Painting:
        """The HTML of all components, or the cached one, and the style rules for it.

        Args:
            submit_to: the address for forms until the page's script runs, if it does.
        """
        with self._flushing:
            renderer = Renderer(self._link, submit_to, self.failed)
            if self.page.use_cache and self.page.cache and not self._is_placed:
                html = renderer.raw(str(self.page.cache))
            else:
                self.flush()
                html = renderer.html(self.page.components)
            note_page_styles(self.page, renderer)
            renderer.raw(f"{self.page.head_html or ''}{self.page.body_html or ''}")
            if new := self.rules.painted(renderer):
                self._append([AddRules("s", new)])
            return Painting(self.number, html, self.rules.all())
