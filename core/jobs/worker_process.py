"""WorkerProcess: the program's side of one worker, on a thread of its own.

The thread starts the process and waits for its answers. It lives as long as the process: Linux
tells a process of the end of the thread that started it.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import pickle
import queue
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from ..language import chosen
from ..language.reasons import reason
from ..language.texts import N_, _
from . import frames, portable
from .errors import JobError, ProcessEnded
from .limits import JobLimits
from .outcome import CANCELLED, Outcome
from .process_group import ProcessGroup as Process
from .run import Run
from .worker.setup import Setup

_CODE = """
import sys
sys.path.insert(0, sys.argv[1])
from core.jobs.worker.service import main
main()
"""

COMMAND = (sys.executable, "-P", "-c", _CODE, str(Path(__file__).parents[2]))
"""The worker where Python runs the program. An executable starts itself."""

log = logging.getLogger(__name__)

SLOW = N_(
    "The program was not loaded within {seconds} s: a process loads its file up to jp.justpy(), "
    "jp.serve() or desktop.run()."
)

FRAME_EXTRA = 1024 * 1024
"""Bytes of a message besides the value that it carries, or of one that says what failed."""


class _Died(Exception):
    """The process ended, or sent what no worker of ours sends."""

    def __init__(self, *, before_call: bool) -> None:
        self.before_call = before_call


class WorkerProcess:
    """A process that makes one attempt at a time. It starts with the first one.

    Args:
        command: starts the worker.
    """

    def __init__(self, command: Sequence[str], limits: JobLimits) -> None:
        self._command, self._limits = command, limits
        self._process: Process | None = None
        self._lock = threading.Lock()  # of what is read to kill a process
        self._writing = threading.Lock()
        self._numbers = itertools.count()
        self._loading: Run | None = None  # whose function was not called yet
        self._timed_out = self._stopped = False
        self._doomed: Process | None = None  # killed, but perhaps not dead yet
        self._todo: queue.SimpleQueue[tuple[Run, Future[Outcome]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="satchel-job-worker", daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int | None:
        """Of the process, if it runs."""
        process = self._process
        return process.pid if process is not None and process.returncode is None else None

    def perform(self, run: Run) -> Future[Outcome]:
        """Make an attempt, after the ones before it."""
        future: Future[Outcome] = Future()
        self._todo.put((run, future))
        return future

    def kill(self) -> None:
        """End the process and those that it started. The next attempt starts another one."""
        with self._lock:
            if self._process is not None and self._process.returncode is None:
                self._doomed = self._process
                self._process.kill_all()

    def give_up(self, run: Run) -> None:
        """End the process if it has still not called the function of this attempt."""
        if self._loading is run:
            self._timed_out = True
            self.kill()

    def stop(self) -> None:
        """End the process for good. What it does has failed."""
        with self._lock:
            self._stopped = True
        self._todo.put(None)
        self.kill()

    def join(self, seconds: float) -> None:
        """Wait until a stopped worker has ended."""
        self._thread.join(seconds)

    # On the thread

    def _work(self) -> None:
        while (todo := self._todo.get()) is not None:
            run, future = todo
            if future.set_running_or_notify_cancel():
                future.set_result(self._outcome(run))
        self._end()

    def _outcome(self, run: Run) -> Outcome:
        try:
            return CANCELLED if run.is_cancelled else self._perform(run)
        except JobError as error:
            return Outcome.of_error(error)
        except OSError as error:
            words = _("No process could be started: {reason}.", reason=reason(error))
            return Outcome.of_error(JobError(words))
        except Exception as error:  # the thread must go on
            log.exception("A process sent what cannot be read.")
            self.kill()
            return Outcome.of_error(error)

    def _perform(self, run: Run) -> Outcome:
        data = portable.call_bytes(run.call)
        was_used = self._process is not None
        try:
            return self._attempt(self._running(), run, data)
        except _Died as died:
            # A process may die while nobody needs it; then the function was not called yet.
            if not (was_used and died.before_call) or run.is_cancelled or self._timed_out:
                return self._ended(run)
        self._end()
        try:
            return self._attempt(self._running(), run, data)
        except _Died:
            return self._ended(run)

    def _attempt(self, process: Process, run: Run, data: bytes) -> Outcome:
        number = next(self._numbers)
        self._loading, is_called = run, False
        try:
            self._send(process, ("call", number, data, str(run.folder), chosen.program_choice()))
            run.when_cancelled(lambda: self._cancel(process, number))
            for message in self._answers(process):
                match message:
                    case ("started",):
                        self._loading, is_called = None, True
                        run.started()
                    case ("report", progress, text):
                        run.tell(progress, text)
                    case ("outcome", answer):
                        return portable.load_outcome(answer)
        except (EOFError, OSError, pickle.PickleError, frames.TooLong) as error:
            raise _Died(before_call=not is_called) from error
        raise AssertionError("messages never end without an error")

    def _answers(self, process: Process) -> Iterator[Any]:
        assert process.stdout is not None
        while True:
            yield frames.read(process.stdout, self._limits.value_bytes + FRAME_EXTRA)

    def _ended(self, run: Run) -> Outcome:
        """The outcome when the process ended before its function returned."""
        status = self._end()
        if run.is_cancelled:
            return CANCELLED
        if self._timed_out:
            self._timed_out = False
            return Outcome.of_error(ProcessEnded(_(SLOW, seconds=f"{self._limits.loading:g}")))
        return Outcome.of_error(ProcessEnded(_why(status)))

    def _running(self) -> Process:
        with self._lock:
            if self._stopped:
                raise ProcessEnded(_("The program ends."))
            process = self._process
            if process not in (None, self._doomed) and process.poll() is None:
                return process
        self._end()  # it died while nobody needed it
        process = Process(self._command)
        with self._lock:
            self._process = process
            if self._stopped:
                process.kill_all()
        self._send(process, Setup.current(self._limits.value_bytes))
        return process

    def _end(self) -> int | None:
        """Make sure that the process has ended, and its own processes with it."""
        process = self._process
        if process is None:
            return None
        with self._lock:
            if process.returncode is None:
                process.kill_all()  # at the end of its output: it ends, but its processes may not
        process.wait()
        for stream in (process.stdin, process.stdout):
            assert stream is not None
            with contextlib.suppress(OSError):
                stream.close()
        return process.returncode

    def _cancel(self, process: Process, number: int) -> None:
        """Tell the process, not on the event loop: it may be too busy to read."""
        message = ("cancel", number)
        threading.Thread(target=self._send_anyhow, args=(process, message), daemon=True).start()

    def _send_anyhow(self, process: Process, message: Any) -> None:
        with contextlib.suppress(OSError, ValueError):  # it has ended
            self._send(process, message)

    def _send(self, process: Process, message: Any) -> None:
        assert process.stdin is not None
        with self._writing:
            frames.write(process.stdin, message)


_NT_ERROR = 0xC0000000
"""The least of Windows' exit codes of processes that crashed (NTSTATUS)."""


def _why(status: int | None) -> str:
    """A sentence about a process that ended by itself."""
    if status is not None and status >= _NT_ERROR:
        return _("Its process crashed ({signal}).", signal=f"0x{status:X}")
    if status is None or status >= 0:
        return _("Its process ended itself with exit code {status}.", status=str(status))
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    if name == "SIGKILL":
        return _("Its process was killed (SIGKILL), perhaps because the memory was full.")
    return _("Its process crashed ({signal}).", signal=name)
