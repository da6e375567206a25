"""SingleBrowser: the part of a live page that is meant for one browser: the one that acted.

What is meant for the browser that acted goes to its session or to nobody.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

from ..elements.notice import Notice
from ..elements.view import Check, Script
from ..elements.webpage import WebPage
from .context import current_session
from .errors import HostError, PageLeft, ScriptError
from .protocol import Operation, SaveDownload
from .subscriber import Subscriber
from .subscribers import Subscribers, script_operation

# Offers something to a session; returns the address at which its browsers get it.
Offer = Callable[[str, Any, str | None], str]


class SingleBrowser:
    """Downloads, notices, and what a browser is asked."""

    page: WebPage
    sessions: set[str]
    subscribers: Subscribers
    _offer: Offer

    async def update(self, only: str | None = None) -> None:
        """Send what changed to the browsers; the page provides it."""
        raise NotImplementedError

    def _append(self, operations: list[Operation], only: str | None = None) -> None:
        raise NotImplementedError

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in the browser that acted, else in all."""
        self.subscribers.show_notice(notice)

    def notice_changed(self, notice: Notice) -> None:
        """Show the changes of a notice."""
        self.subscribers.notice_changed(notice)

    async def run_javascript(self, script: Script) -> Any:
        """Run a script in all browsers of the page, after what changed before it.

        Returns:
            Its value in the browser that acted, or in the first if none did; None if it is not
            awaited, or if no such browser shows the page.
        """
        await self.update()
        if not self.subscribers.all:
            self.page.keep_script(script)
            return None
        asked = self._asked_for_value() if script.is_awaited else None
        if asked is None:
            self._append([script_operation(self.page, script)])
            return None
        number = asked.number_question()
        asked.expect(number, is_patch=True)
        self._append([script_operation(self.page, script, (asked.id, number))])
        try:
            return await asked.answer(number, script.timeout)
        except HostError as error:
            raise ScriptError(str(error)) from None
        except TimeoutError:
            raise TimeoutError(f"The script did not end in {script.timeout:g} seconds.") from None

    def _asked_for_value(self) -> Subscriber | None:
        if current_session.get() is not None:
            return self.subscribers.that_acted()
        return self.subscribers.all[0]

    async def ask(self, question: str, arguments: dict[str, Any], check: Check | None) -> Any:
        """Ask the person in the browser that acted.

        Args:
            check: says what is wrong with an answer; the dialog stays open until that is nothing.
        """
        if current_session.get() is None:
            asked = self.subscribers.of_session(self._only_session(question))
        else:
            asked = self.subscribers.that_acted()
        if asked is None:
            raise PageLeft(
                f"{question}(): the browser that acted does not show {self.page!r}. Ask in the "
                "handler of an event; when a page opens, that is page_ready."
            )
        if check is None:
            return await asked.ask(question, arguments, None)
        return await _ask_until_right(asked, question, arguments, check)

    def download(self, content: Any, name: str | None) -> None:
        """Let the session whose event is being handled, and no other, save something."""
        session_id = current_session.get() or self._only_session("download")
        operation = SaveDownload("d", self._offer(session_id, content, name), name or "")
        self.subscribers.save(session_id, operation)

    def _only_session(self, method: str) -> str:
        """The one session that was served this page.

        Raises:
            RuntimeError: there are others.
        """
        sessions = tuple(self.sessions)
        if len(sessions) != 1:
            raise RuntimeError(
                f"{method}() outside of a handler does not know which session it is for: "
                f"{self.page!r} was served to {len(sessions)}. Call it in the handler of an event, "
                "or in a task that it starts with jp.run_task()."
            )
        return sessions[0]


async def _ask_until_right(
    asked: Subscriber, question: str, arguments: dict[str, Any], check: Check
) -> str | None:
    """Ask, and ask again in the same dialog, until there is nothing wrong with the answer."""
    number, error = asked.number_question(), ""
    try:
        while isinstance(
            value := await asked.ask(question, {**arguments, "error": error}, None, number), str
        ):
            error = await _fault(check, value)
            if not error:  # unless it was cancelled meanwhile
                return value if await asked.ask("accept", {}, None, number) is True else None
        return None
    finally:
        asked.withdraw(number)


async def _fault(check: Check, value: str) -> str:
    """What is wrong with an answer; a plain function must not block the event loop."""
    if inspect.iscoroutinefunction(check):
        fault = await check(value)
    else:
        fault = await asyncio.to_thread(check, value)
        if inspect.isawaitable(fault):
            fault = await fault
    return str(fault or "")
