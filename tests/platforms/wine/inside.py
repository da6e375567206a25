"""A plugin of pytest for Python under Wine: leaves out what cannot run there (`limits`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.platforms.wine import limits

ROOT = Path(__file__).parents[3]


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    name = collection_path.relative_to(ROOT).as_posix()
    return True if name in limits.MODULES else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        name = getattr(item, "originalname", item.name)
        if reason := limits.reason(name, fixtures):
            item.add_marker(pytest.mark.skip(reason=reason))
