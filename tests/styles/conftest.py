"""Fixtures for tests of styles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def pages(chromium: Browser) -> Iterator[tuple[Page, Page]]:
    """Two tabs of the same size."""
    context = chromium.new_context(viewport={"width": 1100, "height": 800})
    yield context.new_page(), context.new_page()
    context.close()
