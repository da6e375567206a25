"""A plugin of pytest for Python under Wine: leaves out what cannot run there (`limits`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.platforms.wine import limits

ROOT = Path(__file__).parents[3]


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    name = collection_path.relative_to(ROOT).as_posix()
    return True if name in limits.MODULES else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if reason := limits.reason(item.nodeid):
            item.add_marker(pytest.mark.skip(reason=reason))
    others = {item for item in items if _is_for_linux(item)}
    config.hook.pytest_deselected(items=list(others))
    items[:] = [item for item in items if item not in others]


def _is_for_linux(item: pytest.Item) -> bool:
    return not limits.FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))
