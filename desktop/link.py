"""Calls both ways between two processes of ours, over the pipe that the one gave to the other.

Nobody else has an end of that pipe, so what comes out of it is trusted.
"""

import contextlib
import itertools
import logging
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

from core.web.app import HostError

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

__all__ = ["Connection", "Link", "LinkLost"]

log = logging.getLogger("satchel.desktop")


class LinkLost(Exception):
    """The other process has ended."""


class Link:
    """One end of the pipe. `start` it once everything that may be asked for is there.

    Args:
        offered: what the other side may call, by name; each call runs on a thread of its own.
        lost: called once when the other process has ended.
    """

    def __init__(
        self,
        connection: Connection,
        offered: Mapping[str, Callable[..., Any]],
        lost: Callable[[], None],
    ) -> None:
        self.connection = connection
        self.offered = offered
        self.lost = lost
        self.sending = threading.Lock()
        self.numbers = itertools.count()
        self.waiting: dict[int, Future[Any]] = {}
        self.open = True

    def start(self) -> None:
        threading.Thread(target=self.read, name="satchel-link", daemon=True).start()

    def call(self, name: str, *arguments: Any, timeout: float | None = None) -> Any:
        """Call the other side, and wait for its answer.

        Raises:
            LinkLost: the other process has ended.
            TimeoutError: it does not answer.
            HostError: what was asked for was refused, or failed.
        """
        number = next(self.numbers)
        answer: Future[Any] = Future()
        self.waiting[number] = answer
        try:
            self.send("call", number, name, arguments)
            return answer.result(timeout)
        finally:
            del self.waiting[number]

    def send(self, *message: Any) -> None:
        with self.sending:
            if not self.open:
                raise LinkLost
            try:
                self.connection.send(message)
            except OSError as error:
                raise LinkLost from error

    def read(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while True:
                kind, number, *rest = self.connection.recv()
                if kind == "call":
                    threading.Thread(target=self.do, args=(number, *rest), daemon=True).start()
                elif answer := self.waiting.get(number):
                    result, error = rest
                    answer.set_exception(error) if error else answer.set_result(result)
        with self.sending:
            self.open = False
        for answer in list(self.waiting.values()):
            answer.set_exception(LinkLost())
        self.lost()

    def do(self, number: int, name: str, arguments: tuple[Any, ...]) -> None:
        result, error = None, None
        try:
            result = self.offered[name](*arguments)
        except HostError as refusal:
            error = refusal
        except Exception:
            log.exception("What the other process asked for failed: %s", name)
            error = HostError("Sorry, that did not work. The log tells why.")
        with contextlib.suppress(LinkLost):
            self.send("answer", number, result, error)
