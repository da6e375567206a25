"""Pytest's plugin that marks tests which cannot pass on a file system, with the reason."""

from __future__ import annotations

import os

import pytest

from tests.platforms.filesystem_exceptions import EXCEPTIONS
from tests.platforms.filesystems import SYSTEM


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A marked test that passes fails the run: its mark is wrong, unless it says `sometimes`."""
    system = os.environ[SYSTEM]
    for item in items:
        found = EXCEPTIONS.get(getattr(item, "originalname", item.name))
        if found is not None and system in found.systems:
            item.add_marker(pytest.mark.xfail(reason=found.reason, strict=not found.sometimes))
