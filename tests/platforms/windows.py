"""The tests with Windows' own CPython, run by Wine, and Chromium's visits to programs under it."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue

from tests.platforms.checkout import install
from tests.platforms.options import Options
from tests.platforms.wine import report, selection
from tests.platforms.wine.build import build
from tests.platforms.wine.journal import Journal
from tests.platforms.wine.prefix import Prefix, prefix
from tests.platforms.wine.session import finish

MOST_AGAIN = 20
"""Tests that run once more if they fail, as by `scripts/pytest`."""

Parts = dict[str, tuple[str, ...]]
"""The options of pytest for each part."""


def run(options: Options) -> bool:
    """Run the tests; whether all passed that can."""
    parts = selection.parts(options.short)
    if unknown := set(options.only) - set(parts):
        raise SystemExit(f"{', '.join(sorted(unknown))}: not one of {', '.join(parts)}")
    install("windows", "window", "test")
    build()
    chosen = _chosen(parts, options)
    workers = min(os.cpu_count() or 1, len(chosen))
    pool, machines = ThreadPoolExecutor(workers), SimpleQueue[Prefix]()
    with ExitStack() as stack:
        made = [stack.enter_context(prefix()) for _ in range(workers)]
        stack.callback(pool.shutdown)  # before the prefixes go, which programs would make again
        for machine in made:
            stack.callback(machine.leave)
            machines.put(machine)
        stack.callback(pool.shutdown, wait=False, cancel_futures=True)
        running = [pool.submit(_tested, *part, machines) for part in chosen.items()]
        return all([part.result() for part in running])


def _chosen(parts: Parts, options: Options) -> Parts:
    """The parts to run, with the options of pytest for each."""
    if options.pytest:
        return {name: options.pytest for name in options.only or ["chosen tests"]}
    return {name: parts[name] for name in options.only or parts}


def _tested(name: str, options: Sequence[str], machines: SimpleQueue[Prefix]) -> bool:
    """Run one part on a machine that is free, and what fails once more; whether it passed."""
    machine = machines.get()
    try:
        with tempfile.TemporaryDirectory(prefix="satchel-journal-") as folder:
            journal = Journal(Path(folder, "journal"))
            is_served = name == selection.SERVED
            if _is_passed(name, is_served, options, journal, machine):
                return True
            failed = [test for test, event in journal.outcomes().items() if event.kind == "failed"]
            if machine.is_gone or not 0 < len(failed) <= MOST_AGAIN:
                return False
            print("UNSTABLE, unless they fail again:", *failed, sep="\n  ", flush=True)
            again = Journal(Path(folder, "again"))
            return _is_passed(f"{name} again", is_served, failed, again, machine)
    finally:
        machines.put(machine)


def _is_passed(
    name: str, is_served: bool, options: Sequence[str], journal: Journal, machine: Prefix
) -> bool:
    """Run the tests and print what passed; whether all did that can."""
    began = time.monotonic()
    finish(is_served, options, journal, machine)
    if machine.is_gone:
        return False  # ended from outside: what did not run says nothing
    return report.printed(name, journal, time.monotonic() - began)
