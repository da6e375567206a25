"""What can be shown of macOS here: its types, its names on a disk, and stand-ins for its calls.

The tests of menus run pywebview's own code with a stand-in for AppKit.
"""

from __future__ import annotations

import dataclasses
import subprocess
import time

from tests.platforms import filesystems
from tests.platforms.checkout import PYTHON, ROOT, install
from tests.platforms.options import Options

STAND_INS = (
    "tests/desktop/test_macos.py",  # menus, keys, files of the Finder, Info.plist
    "tests/files/test_sync_order.py",  # F_FULLFSYNC
    "tests/desktop/test_opening.py",  # open
    "tests/desktop/test_other_programs.py",
)
NAMES = ("apfs", "hfs")
"""File systems that have its names."""


def run(options: Options) -> bool:
    """Check and run them; whether all is well."""
    install("window", "test")
    checks = {
        "types": [str(PYTHON), "-m", "mypy", "--platform", "darwin"],
        "stand-ins": [str(PYTHON), "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0"],
    }
    checks["types"] += ["--cache-dir", ".mypy_cache/darwin"]
    checks["stand-ins"] += ["-m", "not native and not browser", *STAND_INS]
    results = [_passed(name, command) for name, command in checks.items()]
    disks = dataclasses.replace(options, only=options.only or NAMES)
    results.append(filesystems.run(disks))
    print("macos: nothing of this has run on macOS, nor on APFS or HFS+ themselves.", flush=True)
    return all(results)


def _passed(name: str, command: list[str]) -> bool:
    began = time.monotonic()
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    last = found.stdout.strip().rpartition("\n")[2]
    print(f"macos, {name}: {last}, {time.monotonic() - began:.0f} s in all", flush=True)
    if found.returncode:
        print(found.stdout, found.stderr, flush=True)
    return found.returncode == 0
