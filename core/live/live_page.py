"""LivePage: one page, the browsers that show it, and the log that keeps them in step."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
import threading
import weakref
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, NamedTuple

from ..elements.component import Component
from ..elements.render import Renderer
from ..elements.view import Script
from ..elements.visibility import react
from ..elements.webpage import WebPage
from ..styles.stylesheet import Rule, rules, theme_rules
from ..words import names
from .patch import Marks, Operation, Patch
from .snapshot import Shown

if TYPE_CHECKING:
    from .channel import Channel

logger = logging.getLogger(__name__)

# A browser that is further behind than this log gets the whole page instead.
LOG_PATCHES = 256
LOG_BYTES = 4 * 1024 * 1024

# A page that has used more texts of classes forgets those that are not in use any more.
MOST_CLASSES = 4096

# A patch for at most so many components, without anything that can be long, is made on the loop.
QUICK_MARKS = 16
_LONG = names("components inner_html html_entity model")

# What a browser that missed patches is told about the page, beside its components.
STATE = names("title favicon css body_classes body_style dark events reload_interval")
_STYLES = names("css body_classes body_style")


# Lets a session save something; the address that its browsers find it at.
Offer = Callable[[str, Any, str | None], str]

# The channel by which the event came that is being handled; handlers and their tasks inherit it.
acting: ContextVar[Channel | None] = ContextVar("acting", default=None)

# The session whose event or request is being handled, also where no channel of it is open.
acting_session: ContextVar[str | None] = ContextVar("acting_session", default=None)

# The task that handles it, which has what was sent to it until it ends: tasks that it starts are
# not it, among them those that asyncio.wait_for() makes. Weak, since it has this context itself.
_handling: ContextVar[weakref.ref[asyncio.Task[Any]] | None] = ContextVar("handling", default=None)

# Downloads that wait for a session whose browser is about to come back.
MISSED_DOWNLOADS = 16


def act_for(channel: Channel | None, session_id: str) -> None:
    """What is done from now on, in this context, is done for a session and its browser."""
    acting.set(channel)
    acting_session.set(session_id)
    task = asyncio.current_task()
    _handling.set(None if task is None else weakref.ref(task))


def handling() -> asyncio.Task[Any] | None:
    """The task that handles the event of which this is done, unless it has ended."""
    found = _handling.get()
    return None if found is None else found()


class Painting(NamedTuple):
    """A page at one moment: the patches up to ``number`` are in it."""

    number: int
    html: str
    rules: list[Rule]


def log_failure(live: LivePage, error: Exception, what: str) -> None:
    """What is done about an error of a component where nothing else is."""
    logger.error("%s.", what, exc_info=error)


Failed = Callable[["LivePage", Exception, str], None]


class LivePage:
    """Keeps the browsers that show a page in step with it; the page's ``view``.

    Changes are noted by any thread. `update` makes one numbered patch of them, encoded once and
    shared by all channels, each of which sends what it has not sent yet.

    Attributes:
        token: unguessable; the browsers know the page by it.
        number: of the last patch.
        sessions: the ids of the sessions that were served this page.
        channels: the open channels of its browsers.
        untold: what failed before any browser was there to show it to the author (debug mode).
        one_plain_handler: held while a plain handler of this page runs on its thread.
        is_over: nobody shows the page any more, nor will.

    Args:
        executor: makes patches, which can take a while, off the event loop.
        failed: is told what a component raised; any thread may call it.
    """

    def __init__(
        self,
        page: WebPage,
        link: Callable[[str], str],
        wake: Callable[[LivePage, str | None], None],
        executor: Executor,
        offer: Offer,
        failed: Failed = log_failure,
    ) -> None:
        self.page = page
        self.token = secrets.token_urlsafe(12)
        self.number = 0
        self.sessions: set[str] = set()
        self.channels: set[Channel] = set()
        self.untold: list[str] = []
        self._missed: deque[tuple[str, Operation]] = deque(maxlen=MISSED_DOWNLOADS)
        self._failed = failed
        self.shown = Shown(self)
        self._link = link
        self._wake = wake
        self._executor = executor
        self._offer = offer
        self._is_placed = False
        self._marks: Marks = {}
        self._page_marks: set[str] = set()
        self._noting = threading.Lock()
        self._flushing = threading.RLock()
        # Replaced, never changed: the event loop reads it while other threads make patches.
        self._log: tuple[tuple[int, str], ...] = ()
        self._log_size = 0
        self.one_plain_handler = asyncio.Lock()
        self.is_over = False
        self._in_line: set[asyncio.Task[Any]] = set()
        self._class_texts: set[str] = set()
        self._classes: set[str] = set()
        self._theme_rules: dict[Rule, None] = {}
        self._most_classes = MOST_CLASSES
        self._has_painted = False  # since the classes in use were forgotten, or never known

    def download(self, content: Any, name: str | None) -> None:
        """Let the session whose event is being handled save something, and nobody else.

        Its browser may have come back on another channel meanwhile, or be about to.
        """
        session_id = acting_session.get() or self._only_session()
        operation: Operation = ["d", self._offer(session_id, content, name), name or ""]
        if (channel := self.channel_of(session_id)) is None:
            self._missed.append((session_id, operation))
            return
        channel.put(now=[operation])
        self._wake(self, channel.id)

    def _only_session(self) -> str:
        """The one session that was served this page: whom else could be meant?

        Raises:
            RuntimeError: there are others.
        """
        sessions = tuple(self.sessions)
        if len(sessions) != 1:
            raise RuntimeError(
                f"download() outside of a handler cannot tell whom it is for: {self.page!r} was "
                f"served to {len(sessions)} people. Call it in the handler of an event, or in a "
                "task that it starts with jp.run_task()."
            )
        return sessions[0]

    def channel_of(self, session_id: str) -> Channel | None:
        """The channel on which a session acts or, where that is closed, its newest one."""
        asking = acting.get()
        if asking in self.channels and asking.session_id == session_id:
            return asking
        own = [channel for channel in tuple(self.channels) if channel.session_id == session_id]
        return max(own, key=lambda channel: channel.serial, default=None)

    def missed(self, session_id: str) -> list[Operation]:
        """The downloads that waited for a session; they wait no more."""
        waiting = [self._missed.popleft() for _ in range(len(self._missed))]
        self._missed.extend(item for item in waiting if item[0] != session_id)
        return [operation for whose, operation in waiting if whose == session_id]

    async def turn(self, outlives: bool = False) -> None:
        """Wait for `one_plain_handler`. The task ends here where the page ends before its turn.

        Args:
            outlives: it goes on all the same.
        """
        task = None if outlives or not self.one_plain_handler.locked() else asyncio.current_task()
        if task is not None:
            self._in_line.add(task)
        try:
            await self.one_plain_handler.acquire()
        finally:
            if task is not None:
                self._in_line.discard(task)

    def end(self) -> None:
        """End what waits for this page; the handlers that run go on. Called on the loop."""
        self.is_over = True
        for task in tuple(self._in_line):
            task.cancel()

    # Noting changes

    def note(self, component: Component | None, name: str) -> None:
        """Note that an attribute of a component, or of the page, changed."""
        with self._noting:
            if component is None:
                self._page_marks.add(name)
            else:
                self._marks.setdefault(component, set()).add(name)

    def _marked(self, name: str) -> list[Component]:
        with self._noting:
            return [component for component, marks in self._marks.items() if name in marks]

    def _take_marks(self) -> tuple[Marks, set[str]]:
        with self._noting:
            taken = self._marks, self._page_marks
            self._marks, self._page_marks = {}, set()
            return taken

    # Making patches

    async def update(self, only: str | None = None) -> None:
        """Send what changed since the last patch to all browsers of the page.

        Args:
            only: the id of the one channel that sends it now; the others do with the next patch.
        """
        if self._is_quick() and self._flushing.acquire(blocking=False):
            try:
                self.flush(only)
            finally:
                self._flushing.release()
        else:
            await asyncio.get_running_loop().run_in_executor(self._executor, self.flush, only)

    def _is_quick(self) -> bool:
        """Whether the next patch takes less time than to have another thread make it.

        Only attributes of few components changed, and no function of the program is to be called.
        """
        if not self._is_placed or self.shown.reactive() or self._page_reacts():
            return False
        with self._noting:
            is_short = len(self._marks) <= QUICK_MARKS and not self._page_marks
            return is_short and all(map(_LONG.isdisjoint, self._marks.values()))

    def _page_reacts(self) -> bool:
        return type(self.page).react is not WebPage.react

    def flush(self, only: str | None = None) -> None:
        """Make a patch of what is marked, and let the channels, or only one, send it."""
        with self._flushing:
            if not self._is_placed:
                self._place_all(only)
                return
            self._react()
            self.shown.watch(self._marked("model"))
            for component in self.shown.reactive():
                react(component, self)
            marks, page_marks = self._take_marks()
            if not marks and not page_marks:
                return
            try:
                self._append(self._operations(marks, page_marks), only)
            except BaseException:
                self._start_anew(only)  # nobody knows how far it came
                raise
            if len(self._class_texts) > self._most_classes:
                self._forget_classes()

    def _start_anew(self, only: str | None = None) -> None:
        """Let every browser get the whole page. Events find its components all the time."""
        self._is_placed = False
        self.shown = Shown(self)
        self._place_all(only)

    def _forget_classes(self) -> None:
        """Forget the classes that were in use, and let every browser get the whole page.

        Else a program whose classes have ever other values (``left-[37px]``) would fill the memory
        of server and browsers.
        """
        self._class_texts.clear()
        self._classes.clear()
        self._theme_rules.clear()
        self._has_painted = False
        self._clear_log()
        self._wake(self, None)

    def _clear_log(self) -> None:
        """Let browsers that have the page get it whole."""
        self._log = ()
        self._log_size = 0
        self.number += 1

    def _react(self) -> None:
        try:
            self.page.react()
        except Exception as error:
            self.failed(error, f"react() of {self.page!r} failed; it is shown as it was before")

    def failed(self, error: Exception, what: str) -> None:
        """A component raised this while it derived what it shows."""
        self._failed(self, error, what)

    async def run_javascript(self, script: Script) -> None:
        """Run a script in all browsers of the page, after what changed before it."""
        await self.update()
        if self.channels:
            self._append([self._run(script)])
        else:
            self.page.keep_script(script)

    def waiting_scripts(self) -> list[Operation]:
        """The scripts that waited for a browser; they wait no more."""
        return [self._run(script) for script in self.page.scripts.take()]

    def _run(self, script: Script) -> Operation:
        wanted = script.send and "result_ready" in self.page.handlers
        return ["j", script.text, script.request_id, wanted]

    def _operations(self, marks: Marks, page_marks: set[str]) -> list[Operation]:
        renderer = Renderer(self._link, failed=self.failed)
        operations = Patch(self.shown, renderer).operations(self.page, marks, page_marks)
        operations += [
            ["p", name, getattr(self.page, name, None)]
            for name in sorted(page_marks - {"components"})
        ]
        if not page_marks.isdisjoint(_STYLES):
            _note_styles(self.page, renderer)
        styles = self.new_rules(renderer)
        return [["s", styles], *operations] if styles else operations

    def _append(self, operations: list[Operation], only: str | None = None) -> None:
        if not operations:
            return
        with self._flushing:
            number = self.number + 1
            text = json.dumps({"seq": number, "ops": operations}, default=str)
            self._log_size += len(text)
            log = *self._log, (number, text)
            while len(log) > LOG_PATCHES or self._log_size > LOG_BYTES:
                self._log_size -= len(log[0][1])
                log = log[1:]
            self._log = log
            self.number = number
        self._wake(self, only)

    def new_rules(self, renderer: Renderer) -> list[Rule]:
        """The style rules for what was rendered that the browsers do not have yet."""
        if not self.page.tailwind:
            return []
        return self._new_theme_rules(renderer.css) + self._new_class_rules(renderer.classes)

    def _new_class_rules(self, texts: set[str]) -> list[Rule]:
        new_texts = texts - self._class_texts
        if not new_texts:
            return []
        self._class_texts |= new_texts
        new = {name for text in new_texts for name in text.split()} - self._classes
        self._classes |= new
        return rules(new)

    def _new_theme_rules(self, texts: set[str]) -> list[Rule]:
        found = [rule for text in texts for rule in theme_rules(text)]
        new = [rule for rule in dict.fromkeys(found) if rule not in self._theme_rules]
        self._theme_rules.update(dict.fromkeys(new))
        return new

    # What a channel sends

    def since(self, number: int) -> tuple[tuple[int, str], ...] | None:
        """The patches after a number, or None if the log does not reach back so far."""
        log = self._log
        count = (log[-1][0] if log else self.number) - number
        return log[len(log) - count :] if 0 <= count <= len(log) else None

    def whole(self) -> tuple[int, str]:
        """The page as one message, for a browser that the log cannot bring up to date."""
        number, html, styles = self.paint()
        state = {name: getattr(self.page, name) for name in STATE}
        message = {"seq": number, "html": html, "rules": styles, "state": state}
        return number, json.dumps(message, default=str)

    def paint(self, submit_to: str = "") -> Painting:
        """The HTML of all components, or the cached one, and the style rules for it.

        Args:
            submit_to: where forms are sent until, or unless, the page's script runs.
        """
        with self._flushing:
            renderer = Renderer(self._link, submit_to, self.failed)
            if self.page.use_cache and self.page.cache and not self._is_placed:
                html = renderer.raw(str(self.page.cache))
            else:
                self.flush()
                html = renderer.html(self.page.components)
            _note_styles(self.page, renderer)
            renderer.raw(f"{self.page.head_html or ''}{self.page.body_html or ''}")
            self._note_painted(self.new_rules(renderer))
            styles = [*self._theme_rules, *rules(self._classes)] if self.page.tailwind else []
            return Painting(self.number, html, styles)

    def _note_painted(self, new: list[Rule]) -> None:
        """Send the rules that other browsers lack: a thread may have set a class meanwhile."""
        if self._has_painted and new:
            self._append([["s", new]])
        elif not self._has_painted:
            self._most_classes = max(MOST_CLASSES, 2 * len(self._class_texts))
        self._has_painted = True

    def _place_all(self, only: str | None = None) -> None:
        self._react()
        self._take_marks()
        self._clear_log()
        children = [child for child in self.page.components if child.show]
        self.shown.set_children(0, tuple(child.component_id for child in children))
        self.shown.place(children)
        self._is_placed = True
        self._wake(self, only)


def _note_styles(page: WebPage, renderer: Renderer) -> None:
    """Note which classes and variables the page's own attributes use."""
    renderer.classes.add(str(page.body_classes or ""))
    renderer.uses(str(page.css or ""))
    renderer.uses(str(page.body_style or ""))
