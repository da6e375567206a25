"""Tests of the window, run for a part."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from tests.platforms.checkout import PYTHON, ROOT
from tests.platforms.options import Options


def passed(options: Options, files: Sequence[str], **environment: str) -> bool:
    """Run test files, or those that the command names; whether all passed that can pass."""
    marks = "native and not packaged"
    if options.executable:
        marks = "(native and not source) or packaged"
        environment |= executables()
    command = [str(PYTHON), "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider"]
    command += ["-n", "logical", "--dist", "loadfile", "-m", marks]
    command += options.pytest or files
    return subprocess.run(command, env=os.environ | environment, cwd=ROOT).returncode == 0


def executables() -> dict[str, str]:
    """What leads the tests to executables; they are built, unless the environment names some."""
    if "SATCHEL_APP" in os.environ and "SATCHEL_RUNNER" in os.environ:
        return {}
    subprocess.run([ROOT / "scripts/make_executables"], check=True)
    built = ROOT / "build" / "executables"
    return {
        "SATCHEL_APP": str(built / "satchel" / "satchel"),
        "SATCHEL_RUNNER": str(built / "photo-wall" / "photo-wall"),
    }
