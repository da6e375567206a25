"""Fixtures for tests of the gallery."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.support.axe import look_for_faults
from tests.support.gallery_sections import PROGRAM
from tests.support.served import Served, served


@pytest.fixture(scope="module")
def gallery_program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The gallery, served for all tests of the module."""
    with served(PROGRAM, tmp_path_factory.mktemp("gallery")) as running:
        yield running


@pytest.fixture
def gallery(gallery_program: Served, page: Page) -> Iterator[Page]:
    """The gallery in a browser. What its console calls an error or a warning fails the test."""
    said: list[str] = []
    page.on("console", lambda each: said.append(f"{each.type}: {each.text}"))
    page.emulate_media(reduced_motion="reduce")
    look_for_faults(page)
    page.goto(gallery_program.url)
    yield page
    assert [each for each in said if each.startswith(("error", "warning"))] == []
