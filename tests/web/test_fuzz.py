"""The fuzzer (tests/fuzz) for a limited number of cases, with a new seed each time.

Set SATCHEL_FUZZ=10000 for more cases.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.fuzz.run import fuzz
from tests.support.windows import not_on_windows

CASES = int(os.environ.get("SATCHEL_FUZZ", "300"))


@not_on_windows("it counts descriptors and memory in /proc")
async def test_no_input_is_an_error_of_ours(tmp_path: Path) -> None:
    """No 500, no traceback, no growth, and another session works on meanwhile."""
    report = await fuzz(tmp_path / "data", random.randrange(1 << 32), cases=CASES)
    if report.faults:
        again = f"python -m tests.fuzz --cases {CASES} --seed {report.seed}"
        pytest.fail("\n\n".join([again, *report.faults[:5]]), pytrace=False)
    assert report.waits, "the other session did nothing"
