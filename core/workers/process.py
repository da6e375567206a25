"""The process of a worker: it gets requests on stdin and is killed on a timeout."""

import errno
import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TIMEOUT = 30.0
"""Seconds for one file; then the worker is killed."""

MAX_ANSWER = 4096
"""Characters that are read of one answer."""

_CODE = """
import sys
sys.path.insert(0, sys.argv[1])
from program.service import main
del sys.path[0]
main()
"""

COMMAND = (sys.executable, "-P", "-c", _CODE, str(Path(__file__).parent))
"""The worker as a program of its own: importing `core` would cost it time and memory."""


class Stopped(Exception):
    """The worker was stopped and does nothing."""


DIED = "the worker died of it"


@dataclass(frozen=True)
class Answer:
    """The worker's answer.

    Attributes:
        error: why there is no result; None if it was written.
        damaged: whether a result should have been possible.
        died: whether the worker died, because of this file or for another reason.
    """

    error: str | None
    damaged: bool = True
    died: bool = False


class Worker:
    """A process that works on one file at a time, for one thread at a time.

    It starts with the first file, and again after it has died.

    Attributes:
        process: the running process, if it was started.
    """

    def __init__(self, command: Sequence[str], timeout: float) -> None:
        self._command = command
        self._timeout = timeout
        self.process: subprocess.Popen[str] | None = None
        self._stopped = False
        self._starting = threading.Lock()

    def do(self, task: str, source: Path, target: Path, **options: Any) -> Answer:
        """Do a task of `program.service` with `source`; the result is written to `target`.

        Only a new worker's death counts against the file: if the worker has worked before, an
        earlier file may be the cause.

        Raises:
            Stopped: `stop` was called.
            OSError: no worker could be started.
        """
        was_used = self.process is not None and self.process.poll() is None
        question = {"task": task, "source": str(source), "target": str(target), **options}
        answer = self._ask(question)
        return self._ask(question) if answer.died and was_used else answer

    def stop(self) -> None:
        """End the process for good."""
        with self._starting:
            self._stopped = True
            if self.process is not None:
                self.process.kill()
                self.process.wait()

    def _ask(self, question: dict[str, Any]) -> Answer:
        process = self._running()
        timer = threading.Timer(self._timeout, process.kill)
        start = time.monotonic()
        timer.start()
        try:
            answer = _conversation(process, question)
        finally:
            timer.cancel()
        if answer is not None:
            return answer
        process.kill()
        status = process.wait()
        if self._stopped:
            raise Stopped
        return self._end(status, time.monotonic() - start)

    def _end(self, status: int, seconds: float) -> Answer:
        if seconds >= self._timeout:
            return Answer(f"it took longer than {self._timeout:g} s")
        if status == -getattr(signal, "SIGXCPU", 0):
            return Answer("it took too much processor time")
        if status == errno.ENOMEM:
            return Answer("it needs too much memory", died=True)
        return Answer(f"{DIED} (status {status})", died=True)

    def _running(self) -> subprocess.Popen[str]:
        with self._starting:
            if self._stopped:
                raise Stopped
            if self.process is None or self.process.poll() is not None:
                self.process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    encoding="utf-8",
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            return self.process


def _conversation(process: subprocess.Popen[str], question: dict[str, Any]) -> Answer | None:
    """The answer; None if the worker died or sent something else."""
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(json.dumps(question) + "\n")
        process.stdin.flush()
        return Answer(**json.loads(process.stdout.readline(MAX_ANSWER)))
    except (OSError, ValueError, TypeError):
        return None
