"""The process that draws pictures: asked over its stdin, killed when it takes too long."""

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

TIMEOUT = 30.0
"""Seconds for one picture; then the worker is killed."""

MAX_ANSWER = 4096
"""Characters read of one answer of the worker."""

COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("worker.py")))
"""The worker: one file that imports none of ours, so that it starts at once and stays small."""


class Stopped(Exception):
    """The worker was stopped, and draws nothing any more."""


@dataclass(frozen=True)
class Answer:
    """What became of a picture.

    Attributes:
        error: why there is none; None: it was drawn.
        damaged: whether there should have been one.
        died: the worker is gone, of this file or of something else.
    """

    error: str | None
    damaged: bool = True
    died: bool = False


class Worker:
    """The process, and the conversation with it: one picture at a time, from one thread at a time.

    It is started for the first picture, and again after it died.
    """

    def __init__(self, command: Sequence[str], timeout: float) -> None:
        self._command = command
        self._timeout = timeout
        self._process: subprocess.Popen[str] | None = None
        self._stopped = False
        self._starting = threading.Lock()

    def draw(self, source: Path, target: Path) -> Answer:
        """Have the picture of `source` written to `target`.

        Where a worker that had drawn before dies, that may be the doing of others: only the death
        of a new one is held against the file.

        Raises:
            Stopped: by `stop`.
            OSError: no worker could be started.
        """
        was_used = self._process is not None and self._process.poll() is None
        question = {"source": str(source), "target": str(target)}
        answer = self._ask(question)
        return self._ask(question) if answer.died and was_used else answer

    def stop(self) -> None:
        """End the process for good."""
        with self._starting:
            self._stopped = True
            if self._process is not None:
                self._process.kill()
                self._process.wait()

    def _ask(self, question: dict[str, str]) -> Answer:
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
        return Answer(f"the worker died of it (status {status})", died=True)

    def _running(self) -> subprocess.Popen[str]:
        with self._starting:
            if self._stopped:
                raise Stopped
            if self._process is None or self._process.poll() is not None:
                self._process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    encoding="utf-8",
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            return self._process


def _conversation(process: subprocess.Popen[str], question: dict[str, str]) -> Answer | None:
    """The answer; None if the worker died or no longer speaks our language."""
    assert process.stdin is not None and process.stdout is not None
    try:
        process.stdin.write(json.dumps(question) + "\n")
        process.stdin.flush()
        return Answer(**json.loads(process.stdout.readline(MAX_ANSWER)))
    except (OSError, ValueError, TypeError):
        return None
