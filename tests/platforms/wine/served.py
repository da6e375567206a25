"""A plugin of pytest on Linux: the programs that its browser visits run on Windows.

WINDOWS_PYTHON names a command that runs Python under Wine. Other tests are left out.
"""

from __future__ import annotations

import os

import pytest

from tests.platforms.wine import limits
from tests.support import served


def pytest_configure() -> None:
    served.PYTHON = os.environ["WINDOWS_PYTHON"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    others = [item for item in items if not _visits_a_program(item)]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if item not in set(others)]
    for item in items:
        if reason := limits.reason(item.nodeid, limits.SERVED):
            item.add_marker(pytest.mark.skip(reason=reason))


def _visits_a_program(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    module = getattr(item, "module", None)
    starts_one = (
        not fixtures.isdisjoint({"serve", "program"})
        or hasattr(module, "served")
        or hasattr(module, "start")
    )
    return starts_one and "chromium" in fixtures
