"""Remote calls in both directions between two processes of ours, over a pipe.

No other process has an end of that pipe, so messages are trusted.
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

from core.language.texts import N_, _
from core.live.errors import HostError

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

__all__ = ["Connection", "Link", "LinkLost"]

FAILED = N_("Something went wrong. See the log.")

log = logging.getLogger("satchel.desktop")


class LinkLost(Exception):
    """The other process has ended."""


class Link:
    """One end of the pipe. Call `start` once everything that is offered is ready.

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
            HostError: the call was refused, or failed.
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
        """Send a call or an answer. Raises pickle's errors for objects that cannot be sent."""
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
            if not answer.done():  # otherwise its caller is about to take it
                answer.set_exception(LinkLost())
        self.lost()

    def do(self, number: int, content: bytes) -> None:
        """Answer a call even if it fails: the other side waits."""
        with contextlib.suppress(LinkLost):
            try:
                self.send("answer", number, *self.called(*pickle.loads(content)))
            except LinkLost:
                raise
            except Exception:
                log.exception("A call of the other process, or its result, cannot be understood")
                self.send("answer", number, None, HostError(_(FAILED)))

    def called(self, name: str, arguments: tuple[Any, ...]) -> tuple[Any, HostError | None]:
        """The result, or the error."""
        try:
            return self.offered[name](*arguments), None
        except HostError as refusal:
            return None, refusal
        except Exception:
            log.exception("A call of the other process failed: %s", name)
            return None, HostError(_(FAILED))


def end(answer: Future[Any], content: bytes) -> None:
    """Give an answer to the waiting call. This process may lack the classes that it consists of."""
    try:
        result, error = pickle.loads(content)
    except Exception as unknown:
        log.warning("An answer of the other process cannot be understood: %s", unknown)
        result, error = None, HostError(_(FAILED))
    if error is None:
        answer.set_result(result)
    else:
        answer.set_exception(error)
