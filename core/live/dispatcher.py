"""Dispatcher: a browser's event -> msg -> before, handler, after -> patch."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from ..attribute_dict import AttributeDict
from ..elements.client_module import ScriptFailed
from ..elements.forms import FormBase
from ..elements.handlers import FILES_DROPPED
from ..elements.message import Msg
from ..language.texts import N_, _
from .channel import Channel
from .errors import HostError, ModuleEventRefused
from .event_message import message_of
from .failures import Failures
from .form_files import Files, FormFiles, has_uploads
from .handler_calls import HandlerCalls
from .live_page import LivePage
from .progress import Progress
from .target_lookup import find_target

TO_CORRECT = N_("Correct what is marked, and send it again.")
"""The answer to a form with files that may not be submitted yet: they stay in the form."""


Dragged = Callable[[Channel, Any], Awaitable[list[Any]]]


class Answer(NamedTuple):
    """What becomes of an event.

    Attributes:
        error: what failed as a whole, in a sentence for the user.
        files: sentences about single files, by upload id.
        result: what the handler answers the script of a module (`Msg.answer`).
    """

    error: str | None
    files: dict[str, str]
    result: Any = None


class Dispatcher:
    """Runs the handlers of events. The event loop owns it.

    Args:
        files: finds uploaded files.
        calls: runs the handlers.
        progress: reports how far uploads are.
        failures: reports files that are not available, and what client modules sent wrongly.
        dragged: finds what is dragged within the program (`files_dropped`); raises HostError.

    Attributes:
        with_files: how many handlers are working on files that were sent.
    """

    def __init__(
        self,
        files: Files,
        calls: HandlerCalls,
        progress: Progress,
        failures: Failures,
        dragged: Dragged,
    ) -> None:
        self._files = files
        self._calls = calls
        self._failures = failures
        self._dragged = dragged
        self._form_files = FormFiles(files, progress, failures)
        self.with_files = 0

    async def handle(self, channel: Channel, event: AttributeDict) -> Answer:
        """Run the handlers of an event.

        Raises:
            EventRefused: the page has no handler for the event.
        """
        live = channel.live
        try:
            target = find_target(live, event, channel.session_id)
            msg = message_of(channel, event, target, self._files.announced_name)
        except (ModuleEventRefused, ScriptFailed) as failure:  # its author needs to know
            what = f"The script of component {event.c} failed"
            return Answer(self._failures.of_event(failure, what, str(event.e), live), {})
        if event.e == FILES_DROPPED:
            source, msg.copies = msg.pop("source", None), msg.copies is True
            try:
                msg.files = await self._dragged(channel, source)
            except HostError as refusal:
                return Answer(str(refusal), {})
        if isinstance(target, FormBase) and event.e == "submit":
            may_submit = await self._calls.may_submit(live, target, msg)
            if not may_submit:
                return Answer(_(TO_CORRECT) if has_uploads(msg) else None, {})
        counts = has_uploads(msg)
        files: list[Any] = []
        self.with_files += counts
        try:
            reason = await self._form_files.attach(live, channel.session_id, msg, files)
            if reason is not None:
                return Answer(reason, {})
            error = await self._calls.run(live, target, msg, files, self._files.settle)
            failed = {file.upload_id: file.error for file in files if file.error}
            if error is None and msg.answer is not None:
                error = self._check_answer(msg, target, live)
            return Answer(error, failed, None if error else msg.answer)
        except asyncio.CancelledError:
            if self._calls.is_stopping:
                files.clear()  # its handler may still be at work on them
            raise
        finally:
            self.with_files -= counts
            if files:
                await self._files.discard(files)

    def _check_answer(self, msg: Msg, target: object, live: LivePage) -> str | None:
        """What is wrong with what a handler answers: browsers read only what JSON knows."""
        try:
            json.dumps(msg.answer, allow_nan=False)
        except (TypeError, ValueError) as error:
            what = f"The {msg.event_type} handler of {target!r} set msg.answer to no value for JSON"
            return self._failures.of_event(error, what, msg.event_type, live)
        return None
