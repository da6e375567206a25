"""What Wine cannot do, though Windows can: packages, modules of tests, and tests, with the reason.

What Windows itself cannot do is said where the test stands, with `skipif`.
"""

from __future__ import annotations

_NUMPY = "Wine 8 has no complex numbers in ucrtbase.dll, which NumPy needs"

_STARTS = "it starts Python for each kill, which takes Wine seconds"

PACKAGES = {
    "distributed": _NUMPY,
    "matplotlib": _NUMPY,
    "pandas": _NUMPY,
    "polars": _NUMPY,
    "pyarrow": _NUMPY,
    "mypy": "it is a check, not a test: scripts/check runs it for Windows",
    "ruff": "it is a check, not a test",
}
"""Packages that are not installed there."""

MODULES = {
    "tests/desktop/test_collecting.py": _NUMPY,
    "tests/desktop/test_window_kit.py": _NUMPY,
    "tests/jobs/test_executors.py": _NUMPY,
    "tests/kit/test_chart.py": _NUMPY,
    "tests/kit/test_figure.py": _NUMPY,
    "tests/uploads/test_kills.py": _STARTS,
}
"""Modules of tests that are not collected."""

TESTS: dict[str, str] = {}
"""Names of test functions that are skipped."""

SERVED = {
    "test_the_same_files_are_there_after_a_restart": "Linux cannot ask a program under Wine to end",
}
"""Names of tests of the browser that are skipped."""

BROWSER = "Chromium runs on Linux: scripts/test_platforms windows runs it against the program"

FIXTURES = {
    "chromium": BROWSER,
    "playwright": BROWSER,
    "display": "the screen and its window manager are those of Linux",
    "desktop": "the desktop and its bus are those of Linux",
}
"""Fixtures that make a test one for Linux."""


def reason(name: str, fixtures: set[str]) -> str:
    """Why a test function does not run; empty if it does."""
    found = [why for fixture, why in FIXTURES.items() if fixture in fixtures]
    return TESTS.get(name) or next(iter(found), "")
