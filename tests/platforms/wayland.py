"""The tests of the window under Wayland: sway without a screen, instead of Xvfb and openbox."""

from __future__ import annotations

from tests.platforms.checkout import install
from tests.platforms.options import Options
from tests.platforms.window_tests import passed

SHORT = ("tests/desktop/test_window_drag_out.py", "tests/desktop/test_intake_choices.py")
REST = (
    "tests/desktop/test_faults.py",
    "tests/desktop/test_intake_drops.py",
    "tests/desktop/test_window_api.py",
    "tests/desktop/test_window_beside.py",
    "tests/desktop/test_window_closing.py",
    "tests/desktop/test_window_kit.py",
    "tests/desktop/test_window_login.py",
    "tests/desktop/test_window_messages.py",
    "tests/desktop/test_window_saving.py",
    "tests/desktop/test_window_scale.py",
    "tests/desktop/test_window_screens.py",
    "tests/desktop/test_window_shelf.py",
    "tests/desktop/test_window_shell.py",
    "tests/desktop/test_window_table.py",
    "tests/desktop/test_window_tray.py",
    "tests/kit/test_files_window.py",
    "tests/kit/test_parts_window.py",
)


def run(options: Options) -> bool:
    """Run them; whether all passed that can pass there."""
    install("window", "test", "wayland")
    return passed(options, SHORT if options.short else SHORT + REST, SATCHEL_TEST_DISPLAY="wayland")
