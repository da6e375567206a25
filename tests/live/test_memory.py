"""Pages without browsers are freed, because a server runs for months."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

MIB = 2**20

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.mark.parametrize(("visits", "sessions"), [(4_000, "one"), (2_000, "many")])
def test_visits_leave_nothing_behind(tmp_path: Path, visits: int, sessions: str) -> None:
    command = [sys.executable, "-m", "tests.support.visitors", str(visits), sessions, str(tmp_path)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=600)
    left = json.loads(done.stdout)
    assert left["bytes"] < 10 * MIB, f"{left['bytes'] / MIB:.1f} MiB more than before"
    assert left["objects"] < visits / 10, f"{left['objects']} objects more than before"
