"""Dispatcher: a browser's event -> msg -> before, handler, after -> patch."""

from __future__ import annotations

import asyncio
from typing import Any, NamedTuple

from ..attribute_dict import AttributeDict
from ..elements.client_module import ScriptFailed
from .channel import Channel
from .errors import ModuleEventRefused
from .event_message import message_of
from .failures import Failures
from .form_files import Files, FormFiles, has_uploads
from .handler_calls import HandlerCalls
from .progress import Progress
from .target_lookup import find_target


class Answer(NamedTuple):
    """What failed in an event, in sentences for the user: as a whole, or by upload."""

    error: str | None
    files: dict[str, str]


class Dispatcher:
    """Runs the handlers of events. The event loop owns it.

    Args:
        files: finds uploaded files.
        calls: runs the handlers.
        progress: reports how far uploads are.
        failures: reports files that are not available, and what client modules sent wrongly.

    Attributes:
        with_files: how many handlers are working on files that were sent.
    """

    def __init__(
        self, files: Files, calls: HandlerCalls, progress: Progress, failures: Failures
    ) -> None:
        self._files = files
        self._calls = calls
        self._failures = failures
        self._form_files = FormFiles(files, progress, failures)
        self.with_files = 0

    async def handle(self, channel: Channel, event: AttributeDict) -> Answer:
        """Run the handlers of an event.

        Raises:
            EventRefused: the page has no handler for the event.
        """
        live = channel.live
        try:
            target = find_target(live, event)
            msg = message_of(channel, event, target, self._files.announced_name)
        except (ModuleEventRefused, ScriptFailed) as failure:  # its author needs to know
            what = f"The script of component {event.c} failed"
            return Answer(self._failures.of_event(failure, what, str(event.e), live), {})
        counts = has_uploads(msg)
        files: list[Any] = []
        self.with_files += counts
        try:
            reason = await self._form_files.attach(live, channel.session_id, msg, files)
            if reason is not None:
                return Answer(reason, {})
            error = await self._calls.run(live, target, msg, files, self._files.settle)
            return Answer(error, {file.upload_id: file.error for file in files if file.error})
        except asyncio.CancelledError:
            if self._calls.is_stopping:
                files.clear()  # its handler may still be at work on them
            raise
        finally:
            self.with_files -= counts
            if files:
                await self._files.discard(files)
