"""Which tests run under Wine: all that need neither a browser nor a screen, room by room."""

from __future__ import annotations

NEEDS_LINUX = "not native and not packaged and not browser"

ROOMS = (
    *("uploads", "files", "desktop", "web", "live", "downloads", "kit", "thumbnails"),
    *("jobs", "elements", "language", "media", "previews", "styles", "testing"),
)
"""The rooms of `tests`, the slowest first. Others are about the checkout, not about the system."""

SHORT = (
    *("tests/files/test_files_in_use.py", "tests/files/test_path_limits.py"),
    *("tests/files/test_broken_writes.py", "tests/uploads/test_batches.py"),
    "tests/web/test_doors.py",
)
"""What differs most on Windows: files that are open, long paths, sockets."""

SERVED = "served"
"""The part in which Chromium on Linux visits programs that run on Windows."""

VISITS = {
    "desktop": "shelf shelf_actions shelf_arrival shelf_moves shelf_selection shelf_several",
    "downloads": "component_files dragged generated_downloads page_drops",
    "files": "api_files",
    "kit": "button field field_choice files_of_session menu modal table_columns tabs",
    "live": "notices questions",
    "project": "examples",
    "uploads": "api_uploads choosing_anew upload_restart",
    "web": "seed static",
}
"""Its modules: all of them would take hours."""


def parts(short: bool) -> dict[str, tuple[str, ...]]:
    """The parts, with options of pytest."""
    if short:
        return {"short": SHORT}
    inside = {room: (f"tests/{room}", "-m", NEEDS_LINUX) for room in ROOMS}
    return {SERVED: _files(VISITS)} | inside


def _files(modules: dict[str, str]) -> tuple[str, ...]:
    return tuple(
        f"tests/{room}/test_{name}.py" for room, names in modules.items() for name in names.split()
    )
