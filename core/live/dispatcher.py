"""A browser event -> msg -> before, handler, after -> patch."""

from __future__ import annotations

import asyncio
import contextvars
import functools
import inspect
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from ..attribute_dict import AttributeDict
from ..elements.component import Component
from ..elements.forms import Control, is_texts
from ..elements.handlers import AROUND, Handler, bind
from ..elements.message import FormItem, KeyData, Msg
from ..executors import to_its_end
from ..words import names
from .failures import Failures
from .live_page import LivePage, act_for
from .progress import Progress
from .system_exit import no_exit

if TYPE_CHECKING:
    from .channel import Channel


# What follows by itself when a component leaves the page, or its user leaves it: nobody misses it.
FAREWELLS = names("blur focusout mouseleave mouseout pointerleave pointerout")


class EventRefused(Exception):
    """An event that this page did not ask for; the text goes into the log."""


class Farewell(EventRefused):
    """An event that was on its way when its component left the page, and says no more than that."""


class Files(Protocol):
    """Turns what a browser says it uploaded into files (`core.web` provides it)."""

    async def take(self, session_id: str, ids: Sequence[str]) -> list[Any]:
        """The finished uploads of these ids, in this order."""

    async def sort_out(self, control: Component, files: Sequence[Any]) -> list[Any]:
        """The files that a file input accepts; the others get their `error`."""

    async def release(self, files: Sequence[Any]) -> None:
        """Give back files that no handler has seen."""

    async def settle(self, files: Sequence[Any]) -> None:
        """Make durable what a handler kept of them; raises where that failed."""

    async def discard(self, files: Sequence[Any]) -> None:
        """Remove those that no handler kept."""

    def announced_name(self, name: str) -> str:
        """The safe name under which a file that was only chosen yet would arrive."""


class Answer(NamedTuple):
    """What came of an event: sentences for the user about what failed, as a whole or per upload."""

    error: str | None
    files: dict[str, str]


class Events:
    """Runs handlers: async ones on the loop, plain ones on worker threads.

    Args:
        files: finds uploaded files.
        executor: runs plain handlers, those of one page one at a time.
        failures: tells what went wrong in a handler.

    Attributes:
        progress: is told of files on their way.
        with_files: how many handlers work on files that were sent.
        is_stopping: the server ends, and nobody waits for plain handlers that are at work.
    """

    def __init__(self, files: Files, executor: Executor, failures: Failures) -> None:
        self._files = files
        self._executor = executor
        self._failures = failures
        self.progress = Progress(self.tell)
        self.with_files = 0
        self.is_stopping = False

    async def handle(self, live: LivePage, channel: Channel, event: AttributeDict) -> Answer:
        """Do what an event asks for.

        Raises:
            EventRefused: nobody subscribed to such an event.
        """
        target, handlers = self._find(live, event)
        msg = self._msg(live, channel, event, target)
        files: list[Any] = []
        counts = msg.form_data is not None and any("uploads" in item for item in msg.form_data)
        self.with_files += counts
        try:
            if (reason := await self._attach_files(live, channel, msg, files)) is not None:
                return Answer(reason, {})
            error = await self._run(live, handlers, target or live.page, msg, files)
            return Answer(error, {file.upload_id: file.error for file in files if file.error})
        except asyncio.CancelledError:
            if self.is_stopping:
                files.clear()  # its handler may still be at work on them
            raise
        finally:
            self.with_files -= counts
            if files:
                await self._files.discard(files)

    async def tell(
        self, live: LivePage, target: Component, session_id: str, news: dict[str, Any]
    ) -> None:
        """Run the `progress` handler of a component, as if a browser had told it."""
        if live.shown.get(target.component_id) is target:
            act_for(live.channel_of(session_id), session_id)
            msg = Msg(news)
            self._tell_origin(live, session_id, target, msg, "progress")
            self._tell_component(msg, target)
            await self._run(live, target.handlers, target, msg)

    async def act(self, channel: Channel, name: str, function: Any) -> Any:
        """Call a function of the program as a handler of the page that a browser shows.

        Returns:
            What it returned; None where it failed.
        """
        live = channel.live
        act_for(channel, channel.session_id)
        msg = Msg()
        self._tell_origin(live, channel.session_id, None, msg, name)
        msg.websocket_id = channel.id
        result, failed = None, None
        try:
            result = await self._call(live, bind(name, function), live.page, msg, shows=False)
        except Exception as error:
            what = f"The {name} function of {live.page!r} failed"
            failed = self._failures.of_event(error, what, name, live)
        failed = await self._update(live, msg, failed)
        if failed:
            channel.tell(window={"message": failed})
        return result

    def is_plain(self, live: LivePage, event: AttributeDict) -> bool:
        """Whether a plain function handles the event, which waits for others of its page."""
        target = live.shown.get(event.c) if event.c and isinstance(event.c, int) else live.page
        handler = target.handlers.get(event.e) if target and isinstance(event.e, str) else None
        return handler is not None and handler.waits

    def _find(
        self, live: LivePage, event: AttributeDict
    ) -> tuple[Component | None, dict[str, Handler]]:
        name = event.e
        if not isinstance(name, str) or name in AROUND:
            raise EventRefused(f"{name!r:.100} is no event of a browser.")
        if not event.c:
            if name not in live.page.handlers:
                raise EventRefused(f"Page {live.page.page_id} has no handler for {name!r:.100}.")
            return None, live.page.handlers
        target = live.shown.get(event.c) if isinstance(event.c, int) else None
        if target is None:
            refusal = Farewell if name in FAREWELLS and isinstance(event.c, int) else EventRefused
            raise refusal(
                f"{name!r:.100} for component {event.c!r:.100}, which is not on the page."
            )
        if name in target.server_events:
            raise EventRefused(f"{name!r} of {target!r} is not for browsers to tell.")
        is_entry = isinstance(target, Control) and name in ("input", "change")
        if name not in target.handlers and not is_entry:
            raise EventRefused(f"{target!r} has no handler for {name!r:.100}.")
        return target, target.handlers

    def _msg(
        self, live: LivePage, channel: Channel, event: AttributeDict, target: Component | None
    ) -> Msg:
        msg = Msg(event.data if isinstance(event.data, dict) else {})
        msg.pop("form_data", None)
        msg.pop("refused", None)
        if isinstance(msg.key_data, AttributeDict):
            msg.key_data = KeyData(msg.key_data)
        if isinstance(msg.files, list) and getattr(target, "type", None) == "file":
            chosen = [file for file in msg.files if isinstance(file, AttributeDict)]
            msg["files"] = [  # chosen only: without what a `File` can do
                AttributeDict(file, name=self._files.announced_name(str(file.name)))
                for file in chosen
            ]
        else:
            msg.pop("files", None)
        self._tell_origin(live, channel.session_id, target, msg, event.e)
        msg.websocket_id = channel.id
        if target is not None:
            self._tell_target(live, channel, msg, target)
        return msg

    def _tell_origin(
        self, live: LivePage, session_id: str, target: Component | None, msg: Msg, event: str
    ) -> None:
        page = live.page
        msg.update(
            event_type=event,
            msg_type="event" if target else "page_event",
            page=page,
            page_id=page.page_id,
            session_id=session_id,
            target=target or page,
        )

    def _tell_component(self, msg: Msg, target: Component) -> None:
        msg.update(
            id=target.id if target.id is not None else target.component_id,
            class_name=target.class_name,
            html_tag=target.html_tag,
            data=target.data,
        )

    def _tell_target(self, live: LivePage, channel: Channel, msg: Msg, target: Component) -> None:
        self._enter(target, msg, channel)
        self._tell_component(msg, target)
        if isinstance(target, Control):
            msg.update(
                value=target.value,
                checked=getattr(target, "checked", None),
                input_type=getattr(target, "type", None),
            )
        if isinstance(msg.form, list):
            msg.form_data = [
                item
                for entry in msg.pop("form")
                if (item := self._form_item(live, channel, entry)) is not None
            ]

    async def _attach_files(
        self, live: LivePage, channel: Channel, msg: Msg, taken: list[Any]
    ) -> str | None:
        """Put the uploaded files into the form data that names them, and into `taken`.

        Where that fails, none is taken, so that the form can be sent again; why, for the user.
        """
        if msg.form_data is None:
            return None
        try:
            await self._take_files(live, channel, msg, taken)
        except BaseException as error:
            if taken:
                await self._files.release(taken)
                taken.clear()
            if isinstance(error, EventRefused) or not isinstance(error, Exception):
                raise
            return self._failures.of_files(error, live)
        return None

    async def _take_files(
        self, live: LivePage, channel: Channel, msg: Msg, taken: list[Any]
    ) -> None:
        msg.files, msg.refused = [], []
        inputs: set[Component] = set()
        for item in msg.form_data or ():
            if "uploads" in item:
                control, ids = item.pop("uploads")
                if control in inputs:  # each time its limits would hold anew
                    raise EventRefused(f"{control!r} was in the form twice.")
                inputs.add(control)
                await self.progress.settle(live, channel.session_id, ids)
                files = await self._files.take(channel.session_id, ids)
                taken += files
                item.files = await self._files.sort_out(control, files)
                msg.files += item.files
                msg.refused += [file for file in files if file.error]

    def _form_item(self, live: LivePage, channel: Channel, entry: Any) -> FormItem | None:
        control = live.shown.get(entry.c) if isinstance(entry, AttributeDict) else None
        if control is None:
            return None
        self._enter(control, entry, channel)
        shown = {n: getattr(control, n) for n in control.attributes if hasattr(control, n)}
        item = FormItem(shown)
        item.update(
            html_tag=control.html_tag,
            id=control.id if control.id is not None else control.component_id,
            type=getattr(control, "type", control.html_tag),
            value=getattr(control, "value", None),
            checked=getattr(control, "checked", None),
        )
        if is_texts(entry.uploads) and item.type == "file":
            item.uploads = control, entry.uploads
        return item

    def _enter(self, target: Component, entry: AttributeDict, channel: Channel) -> None:
        if isinstance(target, Control) and ("value" in entry or "checked" in entry):
            checked = entry.checked if isinstance(entry.checked, bool) else None
            target.enter(entry.value, checked, channel.id)

    async def _run(
        self,
        live: LivePage,
        handlers: dict[str, Handler],
        target: Any,
        msg: Msg,
        files: Sequence[Any] = (),
    ) -> str | None:
        failed, main = None, handlers.get(msg.event_type)
        waits = main is None or not main.concurrent
        for name in ("before", msg.event_type, "after"):
            if name not in handlers or failed is not None:
                continue
            shows, result = name != "before", _SHOWN
            try:
                alone = shows and not files
                handler = handlers[name]
                result = await self._call(live, handler, target, msg, shows=alone, waits=waits)
                if files:  # what was kept is durable before anything that says so is shown
                    await self._files.settle(files)
            except _NotShown as error:
                failed = self._not_updated(error.reason, live, msg)
            except Exception as error:
                result = None
                what = f"The {name} handler of {target!r} failed"
                failed = self._failures.of_event(error, what, msg.event_type, live)
                _mark_file(error, files)
            if shows and result is None:
                failed = await self._update(live, msg, failed)
        if msg.event_type not in handlers:
            # A control's value changed: other browsers show it too.
            failed = await self._update(live, msg, failed)
        return failed

    async def _update(self, live: LivePage, msg: Msg, failed: str | None) -> str | None:
        try:
            await live.update()
        except Exception as error:
            return self._not_updated(error, live, msg)
        return failed

    def _not_updated(self, error: Exception, live: LivePage, msg: Msg) -> str | None:
        what = f"{live.page!r} could not be updated"
        return self._failures.of_event(error, what, msg.event_type, live)

    async def _call(
        self,
        live: LivePage,
        handler: Handler,
        target: Any,
        msg: Any,
        *,
        shows: bool,
        waits: bool = True,
        outlives: bool = False,
    ) -> Any:
        """What a handler returns; of a plain one that returns nothing, the patch is made too.

        Args:
            waits: a plain one runs when no other of its page does.
            outlives: it is called also where the page ends before its turn comes.
        """
        with no_exit():
            if handler.is_async:
                return await handler(target, msg)
            call = functools.partial(_call_plain, live, handler, target, msg, shows)
            if waits:
                await live.turn(outlives)
            try:
                result = await self.in_thread(call)
            finally:
                if waits:
                    live.one_plain_handler.release()
            # A plain function may still return a coroutine, as a lambda around an async one does.
            return await result if inspect.isawaitable(result) else result

    async def disconnected(self, channel: Channel) -> None:
        """Tell a page that one of its browsers left it."""
        live = channel.live
        act_for(channel, channel.session_id)
        try:
            handler = Handler(live.page.on_disconnect, 1)
            await self._call(live, handler, live.page, channel.id, shows=False, outlives=True)
        except Exception as error:
            self._failures.note(error, f"on_disconnect of {live.page!r} failed", [live])
        await live.update()

    async def in_thread(self, function: Callable[[], Any]) -> Any:
        """Run a plain function of the program on a worker thread.

        Where the event is cancelled, its files and the page's lock stay with the function until it
        has ended. The end of the server waits for no function.
        """
        context = contextvars.copy_context()
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(self._executor, context.run, function)
        return await to_its_end(work, lambda: self.is_stopping)


_SHOWN = object()  # in place of a handler's None: the patch has been made as well


class _NotShown(Exception):
    """The handler ended well, but no patch could be made of what it changed."""

    def __init__(self, reason: Exception) -> None:
        super().__init__(str(reason))
        self.reason = reason


def _call_plain(live: LivePage, handler: Handler, target: Any, msg: Any, shows: bool) -> Any:
    """Make the patch on the handler's own thread: to go to another costs more than most patches."""
    result = handler(target, msg)
    if result is not None or not shows:
        return result
    try:
        live.flush()
    except Exception as error:
        raise _NotShown(error) from error
    return _SHOWN


def _mark_file(error: Exception, files: Sequence[Any]) -> None:
    """An error may name the file that it is about (`FileError`)."""
    file = getattr(error, "file", None)
    if file is not None and file in files:
        file.fail(str(error))
