"""Fixtures for tests of live pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.support.served import Served

Visit = Callable[..., Page]


@pytest.fixture
def visit(program: Served, page: Page) -> Visit:
    """A function that opens a path of the module's program, in the page or another tab."""

    def visit(path: str = "/", tab: Page = page) -> Page:
        tab.goto(f"{program.origin}{path}?token={program.token}")
        return tab

    return visit
