"""Pace: how long work will take, as far as that can be said."""

import time
from collections.abc import Callable

from core.language.texts import _, ngettext

LEAST_SECONDS, LEAST_SHARE = 3.0, 0.02
"""Before so much time and work, an estimate would be a guess."""


class Pace:
    """The pace of some work since this was made.

    Args:
        clock: seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._begin: tuple[float, float] | None = None  # time, share
        self._last = 0.0

    def remaining(self, share: float) -> str:
        """`about 20 s left`; "" while that is not known.

        Args:
            share: how much is done, from 0 to 1. If it falls, as when some is to be done again, the
                estimate begins anew.
        """
        now = self._clock()
        if self._begin is None or share < self._last:
            self._begin = now, share
        self._last = share
        seconds, done = now - self._begin[0], share - self._begin[1]
        if seconds < LEAST_SECONDS or done < LEAST_SHARE or share >= 1:
            return ""
        rest = seconds * (1 - share) / done
        if rest < 5:
            return _("a few seconds left")
        return _("about {duration} left", duration=_duration(rest))


def _duration(seconds: float) -> str:
    """Rounded, as in the panel that shows how files are sent."""
    if seconds < 58:
        return _("{seconds} s", seconds=5 * -(-int(seconds) // 5))
    minutes = -(-int(seconds) // 60)
    if minutes < 60:
        return _("{minutes} min", minutes=minutes)
    hours = minutes // 60
    if hours < 48:
        return _("{hours} h {minutes} min", hours=hours, minutes=minutes % 60)
    return ngettext("{count} day", "{count} days", round(hours / 24))
