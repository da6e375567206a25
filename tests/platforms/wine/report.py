"""What a part of the run prints at its end."""

from __future__ import annotations

from collections import Counter

from tests.platforms.wine.journal import Journal

_SHOWN = 4000  # characters of the end of a failure


def printed(name: str, journal: Journal, seconds: float) -> bool:
    """Print how many tests passed, and how others failed; whether none did."""
    outcomes = journal.outcomes()
    counts = Counter(event.kind for event in outcomes.values())
    said = ", ".join(f"{counts[kind]} {kind}" for kind in ("passed", "skipped", "failed"))
    print(f"windows, {name}: {said}, {seconds:.0f} s", flush=True)
    for test, event in outcomes.items():
        if event.kind == "failed":
            print(f"FAILED {test}\n{event.text[-_SHOWN:]}\n", flush=True)
    return counts["passed"] > 0 and not counts["failed"]
