"""Calls handlers: async ones on the loop, plain ones on worker threads, and shows their changes."""

from __future__ import annotations

import asyncio
import contextvars
import functools
import inspect
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor
from typing import Any

from ..elements.component import Component
from ..elements.forms import FormBase
from ..elements.handlers import Handler, bind
from ..elements.message import Msg
from ..elements.notice import Notice
from ..elements.webpage import WebPage
from ..executors import to_its_end
from .channel import Channel
from .context import enter_context
from .errors import HostError
from .event_message import add_component, add_origin
from .failures import Failures
from .live_page import LivePage
from .own_events import Fields
from .system_exit import no_exit

SHOWN = object()
"""In place of the None that a plain handler returned: the patch has been made as well."""


class NotShown(Exception):
    """The handler succeeded, but no patch could be made of what it changed."""

    def __init__(self, reason: Exception) -> None:
        super().__init__(str(reason))
        self.reason = reason


class HandlerCalls:
    """Calls functions of the program. The event loop owns it.

    Args:
        executor: runs plain functions, handlers of one page one at a time.
        failures: handles what a function raises.

    Attributes:
        is_stopping: the server ends, without waiting for plain functions.
    """

    def __init__(self, executor: Executor, failures: Failures) -> None:
        self._executor = executor
        self._failures = failures
        self.is_stopping = False

    def stop(self) -> None:
        """From now on, a task that is cancelled does not wait for its plain function."""
        self.is_stopping = True

    async def run(
        self,
        live: LivePage,
        target: Component | WebPage | Notice,
        msg: Msg,
        files: Sequence[Any] = (),
        settle: Callable[[Sequence[Any]], Awaitable[None]] | None = None,
    ) -> str | None:
        """Run before, handler and after, and show what they changed.

        Args:
            files: of the event; the one that an error names is marked as failed (`FileError`).
            settle: makes durable what a handler kept of them, before anything says so.

        Returns:
            What failed, for the user; None if nothing did.
        """
        handlers = target.handlers
        failed, main = None, handlers.get(msg.event_type)
        waits = main is None or not main.concurrent
        for name in ("before", msg.event_type, "after"):
            if name not in handlers or failed is not None:
                continue
            shows, result = name != "before", SHOWN
            try:
                result = await self._call(
                    live, handlers[name], target, msg, shows=shows and not files, waits=waits
                )
                if files and settle is not None:
                    await settle(files)
            except NotShown as error:
                failed = self._not_updated(error.reason, live, msg)
            except Exception as error:
                result = None
                what = f"The {name} handler of {target!r} failed"
                failed = self._failures.of_event(error, what, msg.event_type, live)
                _mark_file(error, files)
            if shows and result is None:
                failed = await self._update(live, msg, failed)
        if main is None:
            # A control's value changed: other browsers show it too.
            failed = await self._update(live, msg, failed)
        return failed

    async def may_submit(self, live: LivePage, form: FormBase, msg: Msg) -> bool:
        """Whether a form may be submitted, as those in it say (`FormBase.report_validity`)."""
        if not form.validated:
            return True
        try:
            return bool(await self._call(live, Handler(form.report_validity, 0), form, msg))
        finally:
            await live.update()

    async def run_progress(
        self, live: LivePage, target: Component, session_id: str, news: dict[str, Any]
    ) -> None:
        """Run the `progress` handler of a component, as if a browser had sent the event."""
        await self.run_own(live, target, session_id, "progress", news)

    async def run_own(
        self,
        live: LivePage,
        target: Component,
        session_id: str,
        event: str,
        fields: Fields,
    ) -> str | None:
        """Run the handler of an event that no browser sends, if the page has the component.

        Once the server ends, nobody learns of it: jobs that are cancelled then would call it.

        Returns:
            What failed, for the user; None if nothing did.
        """
        if self.is_stopping or live.snapshot.get(target.component_id) is not target:
            return None
        enter_context(live.subscribers.of_session(session_id), session_id)
        msg = Msg(fields)
        add_origin(msg, live, session_id, target, event)
        add_component(msg, target)
        return await self.run(live, target, msg)

    async def run_function(self, channel: Channel, name: str, function: Any) -> Any:
        """Call a function of the program as a handler of the page that a browser shows.

        Returns:
            What it returned; None if it failed.
        """
        live = channel.live
        enter_context(channel, channel.session_id)
        msg = Msg()
        add_origin(msg, live, channel.session_id, live.page, name)
        msg.websocket_id = channel.id
        result, failed = None, None
        try:
            result = await self._call(live, bind(name, function), live.page, msg)
        except Exception as error:
            what = f"The {name} function of {live.page!r} failed"
            failed = self._failures.of_event(error, what, name, live)
        failed = await self._update(live, msg, failed)
        if failed:
            channel.send({"window": {"message": failed}})
        return result

    async def ask(
        self, live: LivePage, target: Component, msg: Msg, name: str, function: Any
    ) -> Any:
        """Call a function of a component that returns something; the browser is in the context.

        Raises:
            HostError: it failed; the text is for the user, and empty if a panel shows it.
        """
        failed, result = None, None
        try:
            result = await self._call(live, bind(name, function), target, msg)
        except Exception as error:
            what = f"The {name} function of {target!r} failed"
            failed = self._failures.of_event(error, what, name, live)
        failed = await self._update(live, msg, failed)
        if failed is not None:
            raise HostError(failed)
        return result

    async def run_on_disconnect(self, channel: Channel) -> None:
        """Call the `on_disconnect` of a page that a browser has left."""
        live = channel.live
        enter_context(channel, channel.session_id)
        try:
            handler = Handler(live.page.on_disconnect, 1)
            await self._call(live, handler, live.page, channel.id, outlives=True)
        except Exception as error:
            self._failures.note(error, f"on_disconnect of {live.page!r} failed", [live])
        await live.update()

    async def in_thread(self, function: Callable[[], Any]) -> Any:
        """Run a plain function of the program on a worker thread.

        If the event is cancelled, its files and the page's lock stay with the function until it
        ends. The end of the server waits for no function.
        """
        context = contextvars.copy_context()
        loop = asyncio.get_running_loop()
        work = loop.run_in_executor(self._executor, context.run, function)
        return await to_its_end(work, lambda: self.is_stopping)

    async def _call(
        self,
        live: LivePage,
        handler: Handler,
        target: Any,
        msg: Any,
        *,
        shows: bool = False,
        waits: bool = True,
        outlives: bool = False,
    ) -> Any:
        """Call a handler.

        Args:
            shows: of a plain one that returns None, make the patch too, and return `SHOWN`.
            waits: a plain one runs when no other of its page does.
            outlives: call it even if the page ends first.
        """
        with no_exit():
            if handler.is_async:
                return await handler(target, msg)
            function = functools.partial(_call_plain, live, handler, target, msg, shows)
            if waits:
                await live.handler_lock.acquire(outlives)
            try:
                result = await self.in_thread(function)
            finally:
                if waits:
                    live.handler_lock.release()
            # A plain function may still return a coroutine, as a lambda around an async one does.
            return await result if inspect.isawaitable(result) else result

    async def _update(self, live: LivePage, msg: Msg, failed: str | None) -> str | None:
        try:
            await live.update()
        except Exception as error:
            return self._not_updated(error, live, msg)
        return failed

    def _not_updated(self, error: Exception, live: LivePage, msg: Msg) -> str | None:
        what = f"{live.page!r} could not be updated"
        return self._failures.of_event(error, what, msg.event_type, live)


def _call_plain(live: LivePage, handler: Handler, target: Any, msg: Any, shows: bool) -> Any:
    """Make the patch on the handler's own thread: to go to another costs more than most patches."""
    result = handler(target, msg)
    if result is not None or not shows:
        return result
    try:
        live.flush()
    except Exception as error:
        raise NotShown(error) from error
    return SHOWN


def _mark_file(error: Exception, files: Sequence[Any]) -> None:
    file = getattr(error, "file", None)
    if file is not None and file in files:
        file.fail(str(error))
