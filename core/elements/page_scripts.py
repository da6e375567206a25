"""Scripts that wait until a browser shows their page."""

from __future__ import annotations

from collections import deque

from .view import Script

# Scripts that wait, by their number and their characters.
MOST_SCRIPTS = 256
MOST_SCRIPT_TEXT = 4 << 20


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
