"""A plugin of pytest that writes a journal. Tests that have begun before are left out, so that a
run that was killed can go on after the test that hung.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.platforms.wine.journal import FILE, Journal

journal = Journal(Path(os.environ[FILE]).absolute())  # tests may work on another drive


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    begun = journal.begun()
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid in begun])
    items[:] = [item for item in items if item.nodeid not in begun]


def pytest_collectreport(report: pytest.CollectReport) -> None:
    if report.failed:
        journal.add(report.nodeid, "failed", str(report.longrepr))


def pytest_runtest_logstart(nodeid: str) -> None:
    journal.add(nodeid, "begun")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.failed:
        journal.add(report.nodeid, "failed", f"{report.when}: {report.longreprtext}")
    elif report.skipped:
        said = report.longrepr
        reason = said[2].removeprefix("Skipped: ") if isinstance(said, tuple) else str(said)
        journal.add(report.nodeid, "skipped", reason)
    elif report.when == "teardown":
        journal.add(report.nodeid, "passed")


def pytest_sessionfinish(exitstatus: int) -> None:
    if exitstatus in (0, 1, 5):  # all have had their turn: passed, failed, or there were none
        journal.add("", "complete")
