"""Dispatcher: a browser's event -> msg -> before, handler, after -> patch."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Any, NamedTuple

from ..attribute_dict import AttributeDict
from ..elements.component import Component
from ..elements.handlers import Handler, bind
from ..elements.message import Msg
from .channel import Channel
from .context import enter_context
from .event_message import add_component, add_origin, message_of
from .event_target import find_target, is_plain
from .failures import Failures
from .form_files import Files, FormFiles, has_uploads
from .handler_calls import SHOWN, HandlerCalls, NotShown
from .live_page import LivePage
from .progress import Progress


class Answer(NamedTuple):
    """What failed in an event, in sentences for the user: as a whole, or by upload."""

    error: str | None
    files: dict[str, str]


class Dispatcher:
    """Runs the handlers of events. The event loop owns it.

    Args:
        files: finds uploaded files.
        executor: runs plain handlers, those of one page one at a time.
        failures: handles what a handler raises.

    Attributes:
        progress: is given how far uploads are.
        with_files: how many handlers work on files that were sent.
    """

    def __init__(self, files: Files, executor: Executor, failures: Failures) -> None:
        self._files = files
        self._failures = failures
        self._calls = HandlerCalls(executor)
        self.progress = Progress(self._run_progress)
        self._form_files = FormFiles(files, self.progress, failures)
        self.with_files = 0

    @property
    def is_stopping(self) -> bool:
        """Whether the server ends, without waiting for plain handlers that are at work."""
        return self._calls.is_stopping

    def stop(self) -> None:
        """The server ends."""
        self._calls.stop()

    def is_plain(self, live: LivePage, event: AttributeDict) -> bool:
        """Whether a plain function handles the event, which waits for others of its page."""
        return is_plain(live, event)

    async def in_thread(self, function: Callable[[], Any]) -> Any:
        """Run a plain function of the program on a worker thread."""
        return await self._calls.in_thread(function)

    async def handle(self, channel: Channel, event: AttributeDict) -> Answer:
        """Run the handlers of an event.

        Raises:
            EventRefused: nobody listens to such an event.
        """
        live = channel.live
        target = find_target(live, event)
        msg = message_of(
            live,
            event,
            target.component,
            session_id=channel.session_id,
            channel_id=channel.id,
            announced_name=self._files.announced_name,
        )
        counts = has_uploads(msg)
        files: list[Any] = []
        self.with_files += counts
        try:
            reason = await self._form_files.attach(live, channel.session_id, msg, files)
            if reason is not None:
                return Answer(reason, {})
            error = await self._run(live, target.handlers, target.itself, msg, files)
            return Answer(error, {file.upload_id: file.error for file in files if file.error})
        except asyncio.CancelledError:
            if self.is_stopping:
                files.clear()  # its handler may still be at work on them
            raise
        finally:
            self.with_files -= counts
            if files:
                await self._files.discard(files)

    async def call_function(self, channel: Channel, name: str, function: Any) -> Any:
        """Call a function of the program as a handler of the page that a browser shows.

        Returns:
            What it returned; None where it failed.
        """
        live = channel.live
        enter_context(channel, channel.session_id)
        msg = Msg()
        add_origin(msg, live, channel.session_id, None, name)
        msg.websocket_id = channel.id
        result, failed = None, None
        try:
            handler = bind(name, function)
            result = await self._calls.call(live, handler, live.page, msg, shows=False)
        except Exception as error:
            what = f"The {name} function of {live.page!r} failed"
            failed = self._failures.of_event(error, what, name, live)
        failed = await self._update(live, msg, failed)
        if failed:
            channel.send({"window": {"message": failed}})
        return result

    async def disconnected(self, channel: Channel) -> None:
        """Call the `on_disconnect` of a page that a browser has left."""
        live = channel.live
        enter_context(channel, channel.session_id)
        try:
            handler = Handler(live.page.on_disconnect, 1)
            await self._calls.call(live, handler, live.page, channel.id, shows=False, outlives=True)
        except Exception as error:
            self._failures.note(error, f"on_disconnect of {live.page!r} failed", [live])
        await live.update()

    async def _run_progress(
        self, live: LivePage, target: Component, session_id: str, news: dict[str, Any]
    ) -> None:
        """Run the `progress` handler of a component, as if a browser had sent the event."""
        if live.snapshot.get(target.component_id) is target:
            enter_context(live.subscribers.of_session(session_id), session_id)
            msg = Msg(news)
            add_origin(msg, live, session_id, target, "progress")
            add_component(msg, target)
            await self._run(live, target.handlers, target, msg)

    async def _run(
        self,
        live: LivePage,
        handlers: dict[str, Handler],
        target: Any,
        msg: Msg,
        files: Sequence[Any] = (),
    ) -> str | None:
        """Run before, handler and after, and show what they changed; what failed, for the user."""
        failed, main = None, handlers.get(msg.event_type)
        waits = main is None or not main.concurrent
        for name in ("before", msg.event_type, "after"):
            if name not in handlers or failed is not None:
                continue
            shows, result = name != "before", SHOWN
            try:
                result = await self._calls.call(
                    live, handlers[name], target, msg, shows=shows and not files, waits=waits
                )
                if files:  # what was kept is durable before anything that says so is shown
                    await self._files.settle(files)
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

    async def _update(self, live: LivePage, msg: Msg, failed: str | None) -> str | None:
        try:
            await live.update()
        except Exception as error:
            return self._not_updated(error, live, msg)
        return failed

    def _not_updated(self, error: Exception, live: LivePage, msg: Msg) -> str | None:
        what = f"{live.page!r} could not be updated"
        return self._failures.of_event(error, what, msg.event_type, live)


def _mark_file(error: Exception, files: Sequence[Any]) -> None:
    """Mark the file that an error names as failed (`FileError`)."""
    file = getattr(error, "file", None)
    if file is not None and file in files:
        file.fail(str(error))
