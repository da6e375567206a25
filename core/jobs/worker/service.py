"""The service: a worker gets calls on stdin, one at a time, and answers on stdout."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

from ...language import chosen
from .. import frames, portable
from ..outcome import CANCELLED, Call, Outcome, perform, trace_of
from ..report_sender import ReportSender
from ..working import Work
from .guard import die, die_with_parent
from .setup import Setup


class Channel:
    """The way to the program, for the main thread and for that which sends reports.

    Attributes:
        calls: what the program wants: the number of a call, its bytes, its folder, the language.
    """

    def __init__(self, reader: BinaryIO, writer: BinaryIO) -> None:
        self._reader, self._writer = reader, writer
        self._writing = threading.Lock()
        self._cancelled: int | None = None
        self.calls: queue.SimpleQueue[tuple[int, bytes, str, chosen.ProgramChoice]] = (
            queue.SimpleQueue()
        )

    def send(self, *message: Any) -> None:
        """Send a message; without the program there is nothing left to do."""
        try:
            with self._writing:
                frames.write(self._writer, message)
        except OSError:
            die()

    def setup(self) -> Setup:
        """The first message."""
        found = frames.read(self._reader)
        assert isinstance(found, Setup)
        return found

    def listen(self) -> None:
        """Receive calls and cancellations, until the program has ended."""
        try:
            while True:
                kind, *rest = frames.read(self._reader)
                if kind == "cancel":
                    self._cancelled = rest[0]
                else:
                    self.calls.put(tuple(rest))
        finally:
            die()

    def is_cancelled(self, number: int) -> bool:
        """Whether this call was cancelled."""
        return self._cancelled == number


class RemoteReporter:
    """Sends what one call reports. A `Reporter`."""

    def __init__(self, channel: Channel, number: int) -> None:
        self._channel, self._number = channel, number
        self._sender = ReportSender(lambda *latest: channel.send("report", *latest))

    @property
    def is_cancelled(self) -> bool:
        return self._channel.is_cancelled(self._number)

    def tell(self, progress: float | None, text: str) -> None:
        self._sender.tell(progress, text)

    def flush(self) -> None:
        """Send what was not sent yet."""
        self._sender.flush()


class Service:
    """Performs calls, in the main thread: there signals interrupt a function."""

    def __init__(self, channel: Channel, setup: Setup) -> None:
        self._channel, self._setup = channel, setup
        self._program: ModuleType | None = None

    def run(self) -> None:
        """Perform calls for ever."""
        while True:
            number, data, folder, language = self._channel.calls.get()
            outcome = self._perform(number, data, Path(folder), language)
            self._channel.send("outcome", portable.outcome_bytes(outcome, self._setup.value_bytes))

    def _perform(
        self, number: int, data: bytes, folder: Path, language: chosen.ProgramChoice
    ) -> Outcome:
        try:
            call = portable.load(data, self._main)
        except Exception as error:
            return Outcome.of_error(error, trace_of(error))
        assert isinstance(call, Call)
        chosen.take_over(language)  # last: the program's file may have chosen when it was loaded
        self._channel.send("started")
        if self._channel.is_cancelled(number):
            return CANCELLED
        reporter = RemoteReporter(self._channel, number)
        try:
            return perform(Work(reporter, folder), call)
        finally:
            reporter.flush()

    def _main(self) -> ModuleType:
        """The program's file, loaded when the first function of it is called."""
        if self._program is None:
            here = os.getcwd()
            os.chdir(self._setup.start_folder)
            try:
                self._program = self._setup.program.load()
            finally:
                os.chdir(here)
        return self._program


def main() -> None:
    """Be a worker until the program ends."""
    channel = Channel(*_own_streams())
    setup = channel.setup()
    die_with_parent(setup.parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program
    sys.path[:], sys.argv[:] = setup.path, setup.arguments
    threading.Thread(target=channel.listen, name="satchel-listen", daemon=True).start()
    Service(channel, setup).run()


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """Stdin and stdout, for us only: the functions print to stderr, and read nothing."""
    reader, writer = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    try:
        os.dup2(2, 1)
    except OSError:  # a program with a window may have no stderr
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
    os.close(nothing)
    return reader, writer
