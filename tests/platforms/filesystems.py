"""Tests with their temporary folders on each of several file systems."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

from tests.platforms.checkout import PYTHON, ROOT, install
from tests.platforms.filesystem_exceptions import excepted
from tests.platforms.mounts import ALL, mounted
from tests.platforms.options import Options

ROOMS = ("tests/files", "tests/uploads", "tests/downloads", "tests/thumbnails")


def run(options: Options) -> bool:
    """Run the tests on each file system; whether only those failed that cannot pass there."""
    if unknown := set(options.only) - set(ALL):
        raise SystemExit(f"{', '.join(sorted(unknown))}: not one of {', '.join(ALL)}")
    if os.geteuid() != 0:
        raise SystemExit("Mounting needs root: sudo scripts/test_platforms filesystems")
    install("filesystems")
    return all([_tested(name, options.pytest) for name in options.only or ALL])


def _tested(name: str, options: tuple[str, ...]) -> bool:
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory(prefix=f"satchel-{name}-") as folder,
        mounted(name, Path(folder)) as mount,
    ):
        ran = _pytest(mount, options)
    return _reported(name, ran, time.monotonic() - began)


def _pytest(mount: Path, options: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    command = [str(PYTHON), "-m", "pytest", "-q", "--tb=short", "--show-capture=no"]
    command += ["-n", "logical", "--dist", "loadfile", "-p", "no:cacheprovider"]
    command += ["-m", "not native and not browser and not packaged"]
    command += ["--basetemp", str(mount / "tests"), *(options or ROOMS)]
    (mount / "other").mkdir()  # where the tests' own folders are not: uploads of programs
    environment = os.environ | {"TMPDIR": str(mount / "other")}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


def _reported(name: str, ran: subprocess.CompletedProcess[str], seconds: float) -> bool:
    """Print what happened; whether only those failed that cannot pass."""
    output = ran.stdout + ran.stderr
    failed = dict.fromkeys(re.findall(r"^(?:FAILED|ERROR) (\S+?::\w+)", output, re.MULTILINE))
    summary = output.strip().rpartition("\n")[2].strip("= ")
    print(f"{name}: {summary}, {seconds:.0f} s in all", flush=True)
    for test in failed:
        print(f"    {test}: {excepted(test, name) or 'FAILED'}", flush=True)
    is_good = ran.returncode in (0, 1) and all(excepted(test, name) for test in failed)
    if not is_good:
        print(output[-20_000:], flush=True)
    return is_good
