"""Calls both ways between two processes of ours, over the pipe that the one gave to the other.

Nobody else has an end of that pipe, so what comes out of it is trusted.
"""

import contextlib
import itertools
import logging
import pickle
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

from core.live.errors import HostError

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

__all__ = ["Connection", "Link", "LinkLost"]

SORRY = "Something went wrong. See the log."

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

    def send(self, kind: str, number: int, *content: Any) -> None:
        """Send a call or an answer; raises what pickle does where it is none that can be sent."""
        message = kind, number, pickle.dumps(content)
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
                kind, number, content = self.connection.recv()
                if kind == "call":
                    threading.Thread(target=self.do, args=(number, content), daemon=True).start()
                elif answer := self.waiting.get(number):
                    end(answer, content)
        with self.sending:
            self.open = False
        for answer in list(self.waiting.values()):
            answer.set_exception(LinkLost())
        self.lost()

    def do(self, number: int, content: bytes) -> None:
        """Answer a call, whatever becomes of it: the other side waits."""
        with contextlib.suppress(LinkLost):
            try:
                self.send("answer", number, *self.called(*pickle.loads(content)))
            except LinkLost:
                raise
            except Exception:
                log.exception("A call of the other process, or its result, cannot be understood")
                self.send("answer", number, None, HostError(SORRY))

    def called(self, name: str, arguments: tuple[Any, ...]) -> tuple[Any, HostError | None]:
        """The result, or why there is none."""
        try:
            return self.offered[name](*arguments), None
        except HostError as refusal:
            return None, refusal
        except Exception:
            log.exception("What the other process asked for failed: %s", name)
            return None, HostError(SORRY)


def end(answer: Future[Any], content: bytes) -> None:
    """Give an answer to who waits for it. What it is made of need not be known in this process."""
    try:
        result, error = pickle.loads(content)
    except Exception as unknown:
        log.warning("An answer of the other process cannot be understood: %s", unknown)
        result, error = None, HostError(SORRY)
    if error is None:
        answer.set_result(result)
    else:
        answer.set_exception(error)
