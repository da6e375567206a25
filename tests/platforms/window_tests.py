"""Tests of the window, run for a part."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from tests.platforms.checkout import PYTHON, ROOT
from tests.platforms.options import Options


def passed(options: Options, files: Sequence[str], **environment: str) -> bool:
    """Run test files, or those that the command names; whether all passed that can pass."""
    command = [str(PYTHON), "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider"]
    command += ["-n", "logical", "--dist", "loadfile", "-m", "native and not packaged"]
    command += options.pytest or files
    return subprocess.run(command, env=os.environ | environment, cwd=ROOT).returncode == 0
