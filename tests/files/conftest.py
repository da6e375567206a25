"""A folder on a disk that fails when a test says so."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.broken_disk import BrokenDisk


@pytest.fixture
def place(quick_disk: Path) -> Path:
    place = quick_disk / "place"
    place.mkdir()
    return place


@pytest.fixture
def broken(place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BrokenDisk]:
    logger = logging.getLogger("core")
    logger.setLevel(logging.CRITICAL)  # thousands of lines
    yield BrokenDisk(monkeypatch, place)
    logger.setLevel(logging.NOTSET)
