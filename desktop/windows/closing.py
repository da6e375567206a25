"""How all windows close together, at once or when transfers and jobs are done."""

import threading
from collections.abc import Callable
from typing import NamedTuple

from core.language.texts import N_, _
from desktop.system.threads import in_background

QUIET = 5  # checks with nothing unfinished: there is a short gap between a file and its handler
PAUSE = 0.2  # seconds between two checks


FILES = (
    N_("Files are still being transferred."),
    N_(
        "Transfers that you stop now are discarded and have to be sent or saved again. Files that "
        "have arrived are kept."
    ),
    N_("The window closes when all files have arrived."),
)
WORK = (
    N_("Work is still going on: {done} of {tasks} are done."),
    N_(
        "Work that you stop now has to be done again. Results that you have not saved are lost "
        "when the window closes."
    ),
    N_("The window closes when all work is done."),
)
BOTH = N_("The window closes when all is done.")


class Unfinished(NamedTuple):
    """What closing now would interrupt.

    Attributes:
        files: whether files are being transferred.
        done, tasks: of jobs that run.
    """

    files: bool
    done: int = 0
    tasks: int = 0

    def __bool__(self) -> bool:
        return self.files or self.tasks > 0

    @property
    def question(self) -> str:
        """What the person is asked about."""
        said = self._said()
        facts = " ".join(_(fact, done=self.done, tasks=self.tasks) for fact, *_rest in said)
        return "\n\n".join([facts, *(_(consequence) for _fact, consequence, _end in said)])

    @property
    def finishing(self) -> str:
        """The message for a person who chooses to wait."""
        said = self._said()
        return _(said[0][2] if len(said) == 1 else BOTH)

    def _said(self) -> list[tuple[str, str, str]]:
        return [FILES] * self.files + [WORK] * (self.tasks > 0)


class Closing:
    """Closes all windows.

    Args:
        unfinished: what closing now would interrupt.
        close_all: closes every window without asking.

    Attributes:
        leaving: every window is closing, without questions.
    """

    def __init__(self, unfinished: Callable[[], Unfinished], close_all: Callable[[], None]) -> None:
        self.unfinished, self.close_all = unfinished, close_all
        self.leaving = False
        self.finishing = threading.Event()  # set while windows wait for all to be done

    def leave(self) -> None:
        """Close every window without asking. Not on the event thread."""
        self.leaving = True
        self.close_all()

    def begin_to_finish(self) -> bool:
        """Close all windows once nothing is unfinished; False if they already wait for that."""
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
            quiet = 0 if self.unfinished() else quiet + 1
            never.wait(PAUSE)
        if self.finishing.is_set():
            self.leave()
