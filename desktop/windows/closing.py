"""How all windows close together, at once or when the transfers in flight are done."""

import threading
from collections.abc import Callable

from desktop.system.threads import in_background

QUIET = 5  # checks without a transfer: there is a short gap between a file and its handler
PAUSE = 0.2  # seconds between two checks


class Closing:
    """Closes all windows.

    Args:
        busy: whether a transfer is in flight.
        close_all: closes every window without asking.

    Attributes:
        leaving: every window is closing, without questions.
    """

    def __init__(self, busy: Callable[[], bool], close_all: Callable[[], None]) -> None:
        self.busy, self.close_all = busy, close_all
        self.leaving = False
        self.finishing = threading.Event()  # set while windows wait for transfers

    def leave(self) -> None:
        """Close every window without asking. Not on the event thread."""
        self.leaving = True
        self.close_all()

    def begin_to_finish(self) -> bool:
        """Close all windows once no file is in flight; False if they already wait for that."""
        if self.finishing.is_set():
            return False
        self.finishing.set()
        in_background(self.finish)
        return True

    def keep_open(self) -> None:
        """Cancel `begin_to_finish`, because the person is asked again."""
        self.finishing.clear()

    def finish(self) -> None:
        never, quiet = threading.Event(), 0
        while self.finishing.is_set() and quiet < QUIET:
            quiet = 0 if self.busy() else quiet + 1
            never.wait(PAUSE)
        if self.finishing.is_set():
            self.leave()
