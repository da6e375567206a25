"""Modules stay short: one that grows beyond 300 lines holds more than one concept."""

from pathlib import Path

ROOT = Path(__file__).parents[2]

MOST_LINES = 300

# Lists of declarations.
LONG = {
    "core/elements/tags.py",  # written by scripts/make_tags
    "core/live/protocol.py",
}


def test_no_module_is_long() -> None:
    long = {
        path.relative_to(ROOT).as_posix()
        for room in ("core", "desktop", "benchmarks", "tests")
        for path in (ROOT / room).rglob("*.py")
        if "node_modules" not in path.parts
        and len(path.read_text("utf-8").splitlines()) > MOST_LINES
    }
    assert long == LONG
