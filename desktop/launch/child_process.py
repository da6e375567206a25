"""--debug: a process that runs the program, as the supervisor starts, calls and ends it."""

import contextlib
import multiprocessing
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from desktop.launch import child
from desktop.launch.link import Link, LinkLost
from desktop.start.plan import Plan

ANSWER = 5.0  # seconds in which it answers
STOP = 8.0  # seconds in which it ends on request


class ChildProcess:
    """Started by `start`.

    Args:
        has_window: whether there is a window that the program may call.
        offered: what the process may call, by name; each is given this object, then its arguments.
        lost: called once it has ended.

    Attributes:
        stopping: it was asked to end.
        is_stand_in: it only shows why the program failed.
    """

    def __init__(
        self,
        plan: Plan,
        has_window: bool,
        offered: Mapping[str, Callable[..., Any]],
        lost: Callable[["ChildProcess"], None],
    ) -> None:
        # Not forked: a new Python, without the window's libraries.
        context = multiprocessing.get_context("spawn")
        ours, self.theirs = context.Pipe()
        self.stopping = False
        self.is_stand_in = False
        arguments = (plan.options, plan.identity.token, has_window, self.theirs)
        self.process = context.Process(target=child.main, args=arguments)
        bound = {name: partial(function, self) for name, function in offered.items()}
        self.link = Link(ours, bound, lost=lambda: lost(self))

    def start(self) -> None:
        self.process.start()
        self.theirs.close()
        self.link.start()

    def stand_in(self) -> None:
        """Note that it only shows why the program failed."""
        self.is_stand_in = True

    def stop(self) -> None:
        """End it as Ctrl-C would, and kill it if that takes too long."""
        self.stopping = True
        with contextlib.suppress(LinkLost, TimeoutError):
            self.link.call("stop", timeout=ANSWER)
        self.process.join(STOP)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
