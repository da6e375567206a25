"""What Wine cannot do, though Windows can: packages, modules of tests, and tests, with the reason.

What Windows itself cannot do is said where the test stands, with `skipif`.
"""

from __future__ import annotations

_NUMPY = "Wine 8 has no complex numbers in ucrtbase.dll, which NumPy needs"

_ENDS = "Linux cannot ask a program under Wine to end"
_STARTS = "it starts Python many times, which takes Wine seconds each"

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
    "tests/uploads/test_clients.py": "its clients, curl and Node, are programs of Linux",
    "tests/uploads/test_kills.py": _STARTS,
}
"""Modules of tests that are not collected."""

_SLOW = "it takes Wine minutes"

TESTS = {
    "tests/elements/test_api.py::test_every_name_is_shown_by_a_test": _NUMPY,
    "tests/elements/test_typing.py::test_programs_pass_strict_checks": PACKAGES["mypy"],
    "tests/elements/test_typing.py::test_wrong_types_are_reported": PACKAGES["mypy"],
    "tests/elements/test_api.py::test_the_table_is_up_to_date": _NUMPY,
    "tests/uploads/test_plain_forms.py::test_too_much_is_413_and_leaves_nothing"
    "[a million parts]": _SLOW,
    "tests/kit/test_job_program.py::test_of_thousands_a_window_is_shown": _SLOW,
    "tests/uploads/test_tus_model.py::test_any_order_of_requests::runTest": _SLOW,
    "tests/desktop/test_packaged.py::test_the_wheel_is_installed_where_there_is_no_checkout": "its "
    "python.exe finds its DLLs beside itself only, so it makes no environments",
    "tests/jobs/test_programs.py::test_a_program_that_a_worker_cannot_load_says_why": _STARTS,
    "tests/media/test_content.py::test_what_is_accepted_is_said_in_the_same_words_before_and_after_"
    "it_is_sent": "it runs Node, a program of Linux",
    "tests/files/test_concurrent_folders.py::test_folder_that_one_window_empties_while_another_"
    "fills_it": "Wine says “invalid name” of a folder that is removed at that moment",
    "tests/files/test_nested_folders.py::test_renaming_never_replaces": "Wine 8 does not change "
    "the case of a name, not even by its own `ren`",
}
"""Tests that are skipped: file::function, with [parameters] if it is one of them only."""

_NAMES = "it expects names that Linux allows; tests/files/test_portable_names.py has Windows'"
_TRASH = "it looks for the files in the trash of Linux; Windows' is filled when Undo is over"
_RESTARTS = "Wine, not understood: Chromium does not reach the program that follows a killed one"

SERVED = {
    "tests/uploads/test_upload_restart.py::test_an_upload_outlives_the_program": _RESTARTS,
    "tests/uploads/test_upload_restart.py::"
    "test_what_was_sent_goes_to_no_other_form_of_the_next_program": _RESTARTS,
    "tests/desktop/test_shelf_several.py::test_a_removed_shelf_is_in_the_trash_until_that_is_"
    "undone": _TRASH,
    "tests/desktop/test_shelf_several.py::test_other_sessions_do_not_see_them": "it looks at "
    "modes, in whose place Windows has access lists",
    "tests/files/test_api_files.py::test_names_of_files_are_kept": _NAMES,
    "tests/desktop/test_shelf_selection.py::test_a_file_is_removed_and_comes_back": _TRASH,
    "tests/desktop/test_shelf.py::test_how_files_are_shown_is_kept_over_a_restart": _ENDS,
    "tests/desktop/test_shelf_arrival.py::test_odd_names_are_shown_saved_and_removed": _NAMES,
    "tests/desktop/test_shelf_arrival.py::test_a_file_that_is_there_already_is_pointed_out": _NAMES,
    "tests/desktop/test_shelf.py::test_the_same_files_are_there_after_a_restart": _ENDS,
}
"""Tests of the browser that are skipped, named alike."""

FIXTURES = {"chromium", "playwright", "display", "desktop"}
"""Fixtures that make a test one for Linux: its browser, its screen, its desktop."""


def reason(test: str, limits: dict[str, str] = TESTS) -> str:
    """Why a test does not run, by its id; empty if it does."""
    return limits.get(test) or limits.get(test.partition("[")[0]) or ""
