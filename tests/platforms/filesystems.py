"""Tests with their temporary folders on each of several file systems."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import subprocess
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.platforms.checkout import PYTHON, ROOT, install
from tests.platforms.mounts import ALL, NotMounted, mounted
from tests.platforms.options import Options

ROOMS = (
    *("tests/files", "tests/uploads", "tests/downloads", "tests/thumbnails"),
    *("tests/kit/test_files_harness.py", "tests/kit/test_files_folders.py"),
)
# These are about text, about a disk that a test makes up, or about work in memory.
ELSEWHERE = {
    "files": "ageing broken_moves broken_saves broken_writes distinct_names names portable_names "
    "sizes sync_order",
    "uploads": "admission broken_disk cancelled clients direct executors failing_disk "
    "forms_without_script full_disk hops kills many_uploads musts plain_forms progress_events rows "
    "tus_checksum tus_extensions tus_model tus_refusals vouching",
    "downloads": "archive_pace component_files hostile_files names_and_types readers",
    "thumbnails": "pictures",
}
"""Test modules for which it makes no difference where their folders are."""

SHORT = (
    *("tests/files/test_folders.py", "tests/files/test_removal.py", "tests/files/test_moving.py"),
    *("tests/uploads/test_batches.py", "tests/downloads/test_archives.py"),
)
"""For `--short`: folders, the trash, moves, files that are sent together, a folder as ZIP."""

SHORT_SYSTEMS = ("exfat-fuse", "apfs-bare", "hfs", "ntfs-3g")
"""For `--short`: those that differ most from the disks on which programs are written."""

SYSTEM = "SATCHEL_FILE_SYSTEM"
"""Tells `filesystem_marks` which file system the tests run on."""

PYTEST = (
    *(str(PYTHON), "-m", "pytest", "-q", "--tb=short", "--show-capture=no", "-rfExXs"),
    *("-n", "0", "-p", "no:cacheprovider", "-p", "tests.platforms.filesystem_marks"),
    *("-m", "not native and not browser and not packaged"),
)


def run(options: Options) -> bool:
    """Run the tests on each file system; whether only those failed that cannot pass there."""
    if unknown := set(options.only) - set(ALL):
        raise SystemExit(f"{', '.join(sorted(unknown))}: not one of {', '.join(ALL)}")
    if os.geteuid() != 0:
        return _not_here("Mounting needs root: sudo scripts/test_platforms filesystems", options)
    try:
        install("filesystems")
    except subprocess.CalledProcessError:
        return _not_here("What mounts them cannot be installed.", options)
    return asyncio.run(_all(options))


def _not_here(problem: str, options: Options) -> bool:
    if not options.optional:
        raise SystemExit(problem)
    print(f"No test ran on another file system. {problem}", flush=True)
    return True


async def _all(options: Options) -> bool:
    """Run on as many file systems at a time as there are cores."""
    lanes = asyncio.Semaphore(os.cpu_count() or 1)
    async with asyncio.TaskGroup() as group:
        names = options.only or (SHORT_SYSTEMS if options.short else ALL)
        runs = [group.create_task(_tested(name, options, lanes)) for name in names]
    return all(each.result() for each in runs)


async def _tested(name: str, options: Options, lanes: asyncio.Semaphore) -> bool:
    tests = options.pytest or (SHORT if options.short else _chosen())
    async with lanes:
        began = time.monotonic()
        try:
            with (
                tempfile.TemporaryDirectory(prefix=f"satchel-{name}-") as folder,
                mounted(name, Path(folder)) as mount,
            ):
                status, output = await _pytest(name, mount, tests)
        except NotMounted as error:
            print(f"{name}: not run, because it cannot be mounted here: {error}", flush=True)
            return options.optional
        _report(name, output, time.monotonic() - began, status == 0)
        return status == 0


async def _pytest(name: str, mount: Path, options: tuple[str, ...]) -> tuple[int, str]:
    """Run pytest with its folders on the mount; its status and what it printed."""
    elsewhere = mount / "other"  # where the tests' own folders are not: uploads of programs
    elsewhere.mkdir()
    try:
        process = await asyncio.create_subprocess_exec(
            *PYTEST, "--basetemp", str(mount / "tests"), *options,
            cwd=ROOT, env=os.environ | {"TMPDIR": str(elsewhere), SYSTEM: name},
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        output, _ = await process.communicate()
    finally:
        _end_all(f"TMPDIR={elsewhere}\0".encode())
    return process.returncode or 0, output.decode(errors="replace")


def _chosen() -> tuple[str, ...]:
    left_out = ((room, name) for room, names in ELSEWHERE.items() for name in names.split())
    return (*ROOMS, *(f"--ignore=tests/{room}/test_{name}.py" for room, name in left_out))


def _end_all(variable: bytes) -> None:
    """End the processes that were started with a variable in their environment."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if variable in (process / "environ").read_bytes():
                os.kill(int(process.name), signal.SIGKILL)


def _report(name: str, output: str, seconds: float, is_good: bool) -> None:
    """Print what passed, what cannot pass and why, and all of it if something failed."""
    summary = output.strip().rpartition("\n")[2].strip("= ")
    print(f"{name}: {summary}, {seconds:.0f} s in all", flush=True)
    for line in dict.fromkeys(re.findall(r"^XFAIL \S+?::(\w+).*?( - .*)$", output, re.MULTILINE)):
        print(f"    {''.join(line)}", flush=True)
    for reason, count in _skipped(output).items():
        print(f"    {count} skipped: {reason}", flush=True)
    if not is_good:
        print(output[-100_000:], flush=True)


def _skipped(output: str) -> Counter[str]:
    """How many tests were skipped, by the reason."""
    found: Counter[str] = Counter()
    for count, reason in re.findall(r"^SKIPPED \[(\d+)\] \S+: (.*)$", output, re.MULTILINE):
        found[reason] += int(count)
    return found
