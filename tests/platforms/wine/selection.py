"""The modules of tests that run under Wine. One is added when all its tests pass there, or say why
they cannot.
"""

from __future__ import annotations

ROOMS = {
    "desktop": "actions_declared actions_run actions_shipped bridge commandline data_folder fetch",
    "downloads": "archive_pace component_files dragged generated_downloads hostile_files offers "
    "page_drops readers",
    "elements": "attributes children control_values handlers inline_handlers keywords markup",
    "files": "ageing broken_moves broken_writes files_in_use path_limits",
    "uploads": "admission batches",
    "web": "application_threads doors",
}

SHORT = {
    "files": "files_in_use path_limits broken_writes",
    "uploads": "batches",
    "web": "doors",
}
"""What differs most on Windows: files that are open, long paths, sockets."""

SERVED = "served"
"""The part in which Chromium on Linux visits programs that run on Windows."""

VISITS = ("tests/kit/test_button.py", "tests/desktop/test_shelf.py")


def parts(short: bool) -> dict[str, tuple[str, ...]]:
    """The parts, the slowest first, with their modules."""
    rooms = {
        room: tuple(f"tests/{room}/test_{name}.py" for name in names.split())
        for room, names in (SHORT if short else ROOMS).items()
    }
    return rooms if short else {SERVED: VISITS} | rooms
