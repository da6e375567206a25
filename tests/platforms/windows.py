"""The tests with Windows' own CPython, run by Wine, and Chromium's visits to programs under it."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue

from tests.platforms.checkout import PYTHON, ROOT, install
from tests.platforms.options import Options
from tests.platforms.wine import selection
from tests.platforms.wine.build import HOME, build
from tests.platforms.wine.prefix import Prefix, prefix

MINUTES = 30
"""That one part takes at most."""

Parts = dict[str, tuple[str, ...]]
"""The modules of tests of each part, or other options of pytest."""

_PYTEST = ["-m", "pytest", "-q", "--tb=short", "--show-capture=no", "-p", "no:cacheprovider"]


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
        stack.callback(pool.shutdown)
        for _ in range(workers):
            machines.put(stack.enter_context(prefix()))
        stack.callback(pool.shutdown, wait=False, cancel_futures=True)
        running = [pool.submit(_tested, *part, machines) for part in chosen.items()]
        return all([part.result() for part in running])


def _chosen(parts: Parts, options: Options) -> Parts:
    """The parts to run, with the options of pytest for each."""
    if options.pytest:
        return {name: options.pytest for name in options.only or ["chosen tests"]}
    return {name: parts[name] for name in options.only or parts}


def _tested(name: str, options: Sequence[str], machines: SimpleQueue[Prefix]) -> bool:
    """Run one part on a machine that is free; whether it passed."""
    machine = machines.get()
    try:
        machine.start_services()
        began = time.monotonic()
        code, output = _ran(_command(name, options), machine)
        return _reported(name, code, output, time.monotonic() - began)
    finally:
        machine.end_programs()
        machines.put(machine)


def _command(name: str, options: Sequence[str]) -> list[str]:
    if name == selection.SERVED:
        plugin, python = ["-p", "tests.platforms.wine.served"], [str(PYTHON)]
    else:
        plugin, python = ["-p", "tests.platforms.wine.inside"], ["wine", str(HOME / "python.exe")]
    return [*python, *_PYTEST, *plugin, *options]


def _ran(command: list[str], machine: Prefix) -> tuple[int, str]:
    """Exit code and output. Wine's Python cannot write into a file, only into a pipe."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=machine.environment | {"WINDOWS_PYTHON": str(HOME / "python")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with ThreadPoolExecutor(1) as reader:
        assert process.stdout is not None
        output = reader.submit(process.stdout.read)
        try:
            process.wait(MINUTES * 60)
        finally:
            process.kill()
            machine.end_programs()  # what it has left, which holds the pipe
        text = output.result().decode(errors="replace").replace("\r\n", "\n")
    return process.returncode, text


def _reported(name: str, code: int, output: str, seconds: float) -> bool:
    """Print what happened; whether all is well."""
    summary = output.strip().rpartition("\n")[2].strip("= ")
    is_good = code == 0 and re.match(r"\d+ (passed|skipped|deselected)", summary) is not None
    print(f"windows, {name}: {summary}, {seconds:.0f} s in all", flush=True)
    if not is_good:
        print(output[-20_000:], flush=True)
    return is_good
