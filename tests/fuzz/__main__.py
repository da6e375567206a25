"""Run the fuzzer by hand: ``python -m tests.fuzz [--minutes M | --cases N] [--seed S]``."""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from pathlib import Path

from tests.fuzz.run import fuzz


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--minutes", type=float)
    parser.add_argument("--cases", type=int)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    given = parser.parse_args()
    seconds = None if given.minutes is None else given.minutes * 60
    cases = given.cases or (None if seconds else 5000)
    with tempfile.TemporaryDirectory() as folder:
        report = asyncio.run(fuzz(Path(folder) / "data", given.seed, cases=cases, seconds=seconds))
    waits = sorted(report.waits) or [0.0]
    print(f"seed {report.seed}: {report.cases} cases; memory {report.memory}")
    for (door, status), count in sorted(report.answers.items()):
        print(f"  {door:10} {status or 'none':>4} {count}")
    print(
        f"another session: {len(waits)} requests, p50 {waits[len(waits) // 2] * 1000:.0f} ms, "
        f"p99 {waits[len(waits) * 99 // 100] * 1000:.0f} ms, longest {waits[-1] * 1000:.0f} ms"
    )
    for fault in report.faults:
        print("FAULT:", fault)
    print(f"{len(report.faults)} faults")
    return min(len(report.faults), 1)


if __name__ == "__main__":
    sys.exit(main())
