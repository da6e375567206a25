"""PageScripts: scripts that a page runs in its browsers, now or when the first one shows it."""

from __future__ import annotations

import json
import logging
from collections import deque
from typing import Any

from .view import Script, View

# Scripts that wait, by their number and their characters.
MOST_SCRIPTS = 256
MOST_SCRIPT_TEXT = 4 << 20

logger = logging.getLogger(__name__)


class WaitingScripts(deque[Script]):
    """A bounded queue; of too many scripts, the oldest are dropped."""

    def put(self, script: Script) -> bool:
        """Append a script.

        Returns:
            Whether older ones were dropped.
        """
        before = len(self)
        self.append(script)
        while len(self) > 1 and (
            len(self) > MOST_SCRIPTS or sum(len(each.text) for each in self) > MOST_SCRIPT_TEXT
        ):
            self.popleft()
        return len(self) <= before

    def take(self) -> list[Script]:
        """Remove and return all scripts, the oldest first."""
        return [self.popleft() for _ in range(len(self))]


class PageScripts:
    """The part of a page that has to do with scripts."""

    scripts: WaitingScripts
    view: View | None
    _has_warned_of_scripts = False

    async def run_javascript(
        self,
        javascript: str,
        *,
        request_id: Any = None,
        send: bool = True,
        timeout: float | None = None,
    ) -> Any:
        """Run a script in every browser that shows the page, or in the first that comes.

        If the page has a handler for ``result_ready``, it gets the value of each browser, as
        ``msg.result`` with ``msg.request_id``; what a script threw is ``msg.error``.

        Args:
            javascript: an expression; the body of an async function; or statements the last of
                which is an expression, with a semicolon before it.
            request_id: identifies the script to that handler; the call does not wait then.
            send: False does not send the value back, and does not wait.
            timeout: seconds to wait for the value; None waits as long as the page is open.

        Returns:
            The value in the browser that acted or, if none did, in the first that shows the page.
            None at once if no such browser shows the page, or with ``request_id`` or
            ``send=False``.

        Raises:
            ScriptError: the script threw, is not JavaScript, or has a value that is not JSON.
            PageLeft: the browser left the page before the script ended.
            TimeoutError: the script did not end in time.
        """
        if not isinstance(javascript, str):
            raise TypeError(f"run_javascript() takes text, not {javascript!r:.100}.")
        json.dumps(request_id, default=str, allow_nan=False)  # fails here, instead of later
        script = Script(javascript, request_id, send, timeout)
        if self.view is None:
            self.keep_script(script)
            return None
        return await self.view.run_javascript(script)

    def keep_script(self, script: Script) -> None:
        """Keep a script until a browser shows the page; of too many, the oldest are dropped."""
        if self.scripts.put(script) and not self._has_warned_of_scripts:
            self._has_warned_of_scripts = True
            logger.warning(
                "No browser shows %r, so its oldest scripts are dropped. Run scripts when there is "
                "a browser, for example in the page's page_ready event.",
                self,
            )
