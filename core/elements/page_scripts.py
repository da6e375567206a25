"""PageScripts: scripts that a page runs in its browsers, now or when the first one shows it."""

from __future__ import annotations

import json
import logging
from collections import deque
from typing import Any, Self

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
        self, javascript: str, *, request_id: Any = None, send: bool = True
    ) -> Self:
        """Run a script in every browser that shows the page, or in the first that comes.

        Its value comes back as a ``result_ready`` event with ``msg.request_id`` and ``msg.result``,
        if the page has a handler for that; what it threw comes as ``msg.error``.

        Args:
            javascript: an expression; the body of an async function; or statements the last of
                which is an expression, with a semicolon before it.
            request_id: identifies the script to the handler.
            send: False does not send the value back.
        """
        if not isinstance(javascript, str):
            raise TypeError(f"run_javascript() takes text, not {javascript!r:.100}.")
        json.dumps(request_id, default=str, allow_nan=False)  # fails here, instead of later
        script = Script(javascript, request_id, send)
        if self.view is None:
            self.keep_script(script)
        else:
            await self.view.run_javascript(script)
        return self

    def keep_script(self, script: Script) -> None:
        """Keep a script until a browser shows the page; of too many, the oldest are dropped."""
        if self.scripts.put(script) and not self._has_warned_of_scripts:
            self._has_warned_of_scripts = True
            logger.warning(
                "No browser shows %r, so its oldest scripts are dropped. Run scripts when there is "
                "a browser, for example in the page's page_ready event.",
                self,
            )
