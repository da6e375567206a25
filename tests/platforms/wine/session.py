"""A run of pytest under Wine, started again after each test that hangs or ends the whole of it."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.platforms.checkout import PYTHON, ROOT
from tests.platforms.wine.build import HOME
from tests.platforms.wine.journal import FILE, Journal
from tests.platforms.wine.prefix import Prefix

SECONDS = 300
"""That a test may take; pytest ends then, with the places where its threads are."""

SILENCE = 500
"""Seconds without any event, after which pytest is ended from outside."""

_PYTEST = (
    *("-m", "pytest", "-q", "--tb=short", "--show-capture=no", "-p", "no:cacheprovider"),
    *("-p", "tests.platforms.wine.recording", f"--timeout={SECONDS}", "--timeout-method=thread"),
)


def finish(is_served: bool, options: Sequence[str], journal: Journal, machine: Prefix) -> None:
    """Run until every test has had its turn; the journal says what became of each."""
    plugin = "served" if is_served else "inside"
    python = [str(PYTHON)] if is_served else ["wine", str(HOME / "python.exe")]
    command = [*python, *_PYTEST, "-p", f"tests.platforms.wine.{plugin}", *options]
    while not machine.is_gone:
        begun = journal.begun()
        output = _ran(command, journal, machine)
        if journal.is_complete():
            return
        if journal.begun() == begun:
            journal.add("pytest", "failed", output)
            return
        for test, event in journal.outcomes().items():
            if event.kind == "begun":
                journal.add(test, "failed", f"It did not end:\n{_own(output)[-6000:]}")


def _own(stacks: str) -> str:
    """Stacks of threads without the frames of pytest: two lines each, the place and its text."""
    return re.sub(r'  File ".*(?:_pytest|pluggy|frozen runpy).*\n(?:    .*\n)?', "", stacks)


def _ran(command: list[str], journal: Journal, machine: Prefix) -> str:
    """Run, and watch that tests go on; the output. Wine's Python can write into a pipe only."""
    if machine.is_gone:
        return ""
    machine.start_services()
    since = time.time()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ
        | machine.environment
        | {"WINDOWS_PYTHON": str(HOME / "python"), FILE: str(journal.path)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with ThreadPoolExecutor(1) as reader:
        assert process.stdout is not None
        output = reader.submit(process.stdout.read)
        try:
            while journal.age(since) < SILENCE and process.poll() is None and not machine.is_gone:
                time.sleep(1)
        finally:
            process.kill()
            process.wait()
            machine.end_programs()  # what it has left, which holds the pipe
    return output.result().decode(errors="replace").replace("\r\n", "\n")
