"""The desktop's own dialogs for files: those of GTK, by their portal."""

from __future__ import annotations

from tests.platforms.checkout import install
from tests.platforms.options import Options
from tests.platforms.window_tests import passed

FILES = ("tests/desktop/test_window_portal.py",)


def run(options: Options) -> bool:
    """Run the tests that open them; the long selection is no longer than the short one."""
    install("window", "test")
    return passed(options, FILES)
